import TemplateEngine

/// A first draft of the letter, with three mistakes.
let draft = TemplateSource(
  name: "letter.md.mustache",
  text: """
    # Dear {{reder}}

    {{#loans}}
    - {{title}}, due {{due}}, {{fine}} € so far
    {{/loans}}

    Please bring them back: {{loans}}
    """)

/// The letter as it is sent.
let letter = TemplateSource(
  name: "letter.md.mustache",
  text: """
    # Dear {{reader}}

    {{#loans}}
    {{> loan}}
    {{/loans}}

    {{#returnBox}}
    You can also use {{returnBox}}.
    {{/returnBox}}
    {{^returnBox}}
    Please come to the desk.
    {{/returnBox}}

    {{objection}}

    """)

/// One line of the letter.
let loan = TemplateSource(
  name: "loan.md.mustache",
  text: """
    - {{title}}, due {{due}}, {{#fine}}{{fine}} € so far{{/fine}}{{^fine}}no fine{{/fine}}
      {{#isWanted}}
      (somebody waits for it)
      {{/isWanted}}

    """)

/// What every page of the library looks like, with two blocks to fill.
let frame = TemplateSource(
  name: "frame.html.mustache",
  text: """
    <!DOCTYPE html>
    <title>{{$title}}The library{{/title}}</title>
    <header>{{letterhead}}</header>
    <main>
    {{$content}}
    {{/content}}
    </main>
    <footer>{{objection}}</footer>

    """)

/// The same letter as a page.
let page = TemplateSource(
  name: "letter.html.mustache",
  text: """
    {{<frame}}
    {{$title}}Dear {{reader}}{{/title}}
    {{$content}}
    <ul>
    {{#loans}}
      <li data-title="{{title}}">{{title}}, due {{due}}</li>
    {{/loans}}
    </ul>
    {{/content}}
    {{/frame}}
    """)

/// All templates of the program.
let templates = TemplateSet([letter, loan, frame, page])

/// A letter that says how to object only to a reader who owes something.
let forgetful = TemplateSource(
  name: "letter.md.mustache",
  text: """
    Dear {{reader}},
    {{#loans}}
    {{title}} is overdue. {{#fine}}{{objection}}{{/fine}}
    {{/loans}}
    """)
