import Testing

/// HTML in a Markdown template, which a page leaves out.
@Suite struct RawHTMLTests {
  @Test(arguments: [
    FaultCase("<https://a.b/c> d"),
    FaultCase("a <https://b> {{title}}"),
    FaultCase("a <b@c.d>"),
    FaultCase("a < b > c"),
    FaultCase("\\<b>"),
    FaultCase("`<b>`"),
    FaultCase("``a ` <b>``"),
    FaultCase("```\n<b>\n```"),
    FaultCase("a <b c"),
    FaultCase("a <3>"),
    FaultCase("[a](<b c>)"),
    FaultCase("a <b\n\n>"),
    FaultCase("1 <2 > 3"),
    FaultCase("a▶<◀br>b", "raw-html"),
    FaultCase("▶<◀b>a</b> c", "raw-html"),
    FaultCase("a ▶<◀!-- b -->", "raw-html"),
    FaultCase("▶<◀!-- a\n\n-->", "raw-html"),
    FaultCase("▶<◀div hidden>\n<b>\n</div>\n\na", "raw-html"),
    FaultCase("a ▶<◀b\nc>", "raw-html"),
    FaultCase("a ▶<◀/b>", "raw-html"),
    FaultCase("`a` ▶<◀br/>", "raw-html"),
    FaultCase("a ▶<◀?b?>", "raw-html"),
    FaultCase("> ▶<◀div>", "raw-html"),
    FaultCase("a ▶<◀![CDATA[b]]>", "raw-html"),
    FaultCase("a ▶<◀b>c▶<◀/b>", "raw-html", "raw-html"),
    FaultCase("{{#smoker}}a ▶<◀br> {{/smoker}}{{^smoker}}b ▶<◀br>{{/smoker}}", "raw-html", "raw-html"),
  ])
  func found(_ fault: FaultCase) { fault.expect() }
}
