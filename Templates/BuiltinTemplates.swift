/// The templates and the style sheet that ship inside the program, by file name.
package enum BuiltinTemplates {
  /// Every shipped file with its UTF-8 bytes, in the order of their names.
  package static var files: [(name: String, bytes: [UInt8])] {
    [
      ("appendix.md.mustache", PackageResources.appendix_md_mustache),
      ("appointment.md.mustache", PackageResources.appointment_md_mustache),
      ("area.md.mustache", PackageResources.area_md_mustache),
      ("fired.md.mustache", PackageResources.fired_md_mustache),
      ("page.css", PackageResources.page_css),
      ("page.html.mustache", PackageResources.page_html_mustache),
      ("red_flags.md.mustache", PackageResources.red_flags_md_mustache),
    ]
  }
}
