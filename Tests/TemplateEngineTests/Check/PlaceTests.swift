import Testing

/// Where a value cannot be made harmless.
@Suite struct PlaceTests {
  @Test(arguments: [
    FaultCase("`a` {{title}} ``b`c`` {{title}}\n\\`{{title}}"),
    FaultCase("`{{▶title◀}}`", "misplaced-value"), FaultCase("``a ` {{▶title◀}}``", "misplaced-value"),
    FaultCase("```\n{{▶title◀}}\n```\n{{title}}", "misplaced-value"),
    FaultCase("  ~~~ x\n```\n{{▶title◀}}\n~~~\n{{title}}", "misplaced-value"),
    FaultCase("``` {{▶title◀}}\n```\n", "misplaced-value"),
    FaultCase("```figure\n{{{body}}}\n```\n{{title}}"),
    FaultCase("[{{title}}](#x) {{title}}"), FaultCase("[a]({{▶title◀}})", "misplaced-value"),
    FaultCase("[a](http://x/{{▶title◀}}) {{title}}", "misplaced-value"),
    FaultCase("[a](x \"{{▶title◀}}\")", "misplaced-value"),
    FaultCase("[a]({{{body}}})"), FaultCase("[a]: {{▶title◀}}\n{{title}}", "misplaced-value"),
    FaultCase("[a]:\n{{▶title◀}}", "misplaced-value"), FaultCase("[a]{{▶title◀}}", "misplaced-value"),
    FaultCase("[a]{{#smoker}}{{▶title◀}}{{/smoker}}", "misplaced-value"), FaultCase("\\[a\\]{{title}}"),
    FaultCase("<{{▶title◀}}>", "misplaced-value"), FaultCase("x <http://{{▶title◀}}> {{title}}", "misplaced-value"),
    FaultCase("a < {{title}} and \\<{{title}} and <5 {{title}}"),
    FaultCase("<div>\n{{▶title◀}}\n</div>\n\n{{title}}", "misplaced-value"),
    FaultCase("<!-- {{▶title◀}}\n\n{{▶title◀}} -->\n{{title}}", "misplaced-value", "misplaced-value"),
    FaultCase("<pre>\n\n{{▶title◀}}\n</pre>\n\n{{title}}", "misplaced-value"),
    FaultCase("\\{{▶title◀}} \\\\{{title}}", "misplaced-value"),
    FaultCase("{{title}}▶[◀a](#b)", "misplaced-value"), FaultCase("{{title}} [a](#b)"),
    FaultCase("▶{{#smoker}}◀`{{/smoker}}{{title}}`", "section-changes-place"),
    FaultCase("{{#smoker}}`a`{{/smoker}}{{title}}"),
    FaultCase("▶{{#smoker}}◀\n```\n{{/smoker}}\n", "section-changes-place"),
  ])
  func markdown(_ fault: FaultCase) { fault.expect() }

  @Test(arguments: [
    FaultCase("<!DOCTYPE html><p class=\"a {{title}}\" id='{{title}}'>{{title}}<br/>{{page}}</p>"),
    FaultCase("<p class={{▶title◀}}>{{title}}", "misplaced-value"),
    FaultCase("<p class=a{{▶title◀}}>", "misplaced-value"),
    FaultCase("<p {{▶title◀}}>", "misplaced-value"), FaultCase("<{{▶title◀}}>", "misplaced-value"),
    FaultCase("<h{{▶title◀}}>", "misplaced-value"), FaultCase("<p a{{▶title◀}}=\"x\">", "misplaced-value"),
    FaultCase("<script>var x = '{{▶title◀}}'</script>{{title}}", "misplaced-value"),
    FaultCase("<script>{{{▶page◀}}}</script>", "misplaced-value"),
    FaultCase("<SCRIPT >a<b {{▶title◀}}</SCRIPT>{{title}}", "misplaced-value"),
    FaultCase("<style>{{▶title◀}}</style>", "misplaced-value"), FaultCase("<style>{{{page}}}</style>{{title}}"),
    FaultCase("<title>{{title}}</title>"), FaultCase("<title>{{▶page◀}}</title>", "misplaced-value"),
    FaultCase("<a href=\"{{▶title◀}}\">", "misplaced-value"), FaultCase("<img SRC='x{{▶title◀}}'>", "misplaced-value"),
    FaultCase("<p onclick=\"{{▶title◀}}\">", "misplaced-value"),
    FaultCase("<p style=\"width:{{▶title◀}}\">", "misplaced-value"),
    FaultCase("<iframe srcdoc=\"{{▶title◀}}\">", "misplaced-value"),
    FaultCase("<p title=\"{{▶page◀}}\">", "misplaced-value"),
    FaultCase("<!-- {{▶title◀}} -->{{title}}", "misplaced-value"),
    FaultCase("▶{{#smoker}}◀<p class=\"{{/smoker}}", "section-changes-place"),
    FaultCase("<p{{#smoker}} class=\"a\"{{/smoker}}>"),
    FaultCase("<p{{#smoker}} a=\"b\"{{/smoker}}{{#smoker}} c=\"d\"{{/smoker}} title=\"{{title}}\">{{title}}</p>"),
    FaultCase("<sc{{#smoker}} a=\"b\"{{/smoker}}ript>{{▶title◀}}", "misplaced-value"),
    FaultCase("<p {{#smoker}}class=\"a\"{{/smoker}}>{{title}}</p>"),
    FaultCase("▶{{#smoker}}◀<script>{{/smoker}}</script>", "section-changes-place"),
    FaultCase("{{▶body◀}}", "wrong-dialect"),
  ])
  func html(_ fault: FaultCase) { fault.expect(name: "t.html.mustache") }
}
