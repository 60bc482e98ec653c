import Testing

/// Whether a value could choose the host of an address.
@Suite struct AddressPlaceTests {
  @Test(arguments: [
    FaultCase("[a](https://b/{{title}})"),
    FaultCase("[a](https://b?{{title}})"),
    FaultCase("[a](//b/{{title}})"),
    FaultCase("[a](/{{title}})"),
    FaultCase("[a](/{{title}}x/{{title}})"),
    FaultCase("[a](mailto:{{title}})"),
    FaultCase("[a]({{title}})"),
    FaultCase("[a](/b/{{title}}/{{title}})"),
    FaultCase("[a](b/{{title}})"),
    FaultCase("[a](https://b{{#smoker}}/c{{/smoker}}/{{title}})"),
    FaultCase("[a](/{{#words}}{{.}}{{/words}})"),
    FaultCase("[a]({{title}}/{{title}}/{{title}})"),
    FaultCase("[a](/b{{#words}}/{{.}}{{/words}})"),
    FaultCase("[a](https://{{▶title◀}}/)", "misplaced-value"),
    FaultCase("[a](//{{▶title◀}})", "misplaced-value"),
    FaultCase("[a](https://b{{▶title◀}})", "misplaced-value"),
    FaultCase("[a](https:{{▶title◀}})", "misplaced-value"),
    FaultCase("[a](HTTP:/{{▶title◀}})", "misplaced-value"),
    FaultCase("[a](https://b:{{▶title◀}}/{{title}})", "misplaced-value"),
    FaultCase("[a](\\/\\/{{▶title◀}})", "misplaced-value"),
    FaultCase("[a](/{{title}}/{{▶title◀}})", "misplaced-value"),
    FaultCase("[a](https://b@{{▶title◀}})", "misplaced-value"),
    FaultCase("[a](https:&#47;/{{▶title◀}})", "misplaced-value"),
    FaultCase("[a](https:///{{▶title◀}})", "misplaced-value"),
    FaultCase("[a](<https://b.{{▶title◀}}>)", "misplaced-value"),
    FaultCase("[a](https://b{{#smoker}}/c{{/smoker}}{{▶title◀}})", "misplaced-value"),
    FaultCase("[a]({{title}}//{{▶title◀}})", "misplaced-value"),
    FaultCase("[a](/▶{{#words}}◀{{.}}/{{/words}})", "section-changes-place"),
  ])
  func markdown(_ fault: FaultCase) { fault.expect() }

  @Test(arguments: [
    FaultCase("<a href=\"https://b/{{title}}\">"),
    FaultCase("<img src=\"/{{title}}\">"),
    FaultCase("<a href=\"{{title}}\">"),
    FaultCase("<a href=\"/b/{{#words}}{{.}}/{{/words}}\">"),
    FaultCase("<a href=\"https://{{▶title◀}}/\">", "misplaced-value"),
    FaultCase("<img src=\"//b.{{▶title◀}}\">", "misplaced-value"),
    FaultCase("<a href=\"https://b{{▶title◀}}\">", "misplaced-value"),
    FaultCase("<a href=\"\\\\b{{▶title◀}}\">", "misplaced-value"),
    FaultCase("<a href=\"/\t/{{▶title◀}}\">", "misplaced-value"),
    FaultCase("<a href='/{{title}}/{{▶title◀}}'>", "misplaced-value"),
    FaultCase("<a href=\"/▶{{#words}}◀{{.}}/{{/words}}\">", "section-changes-place"),
  ])
  func html(_ fault: FaultCase) { fault.expect(name: "t.html.mustache") }
}
