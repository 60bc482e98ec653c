/// The templates and the style sheet that ship inside the program, by file name.
package enum BuiltinTemplates {
  /// Every shipped file with its UTF-8 bytes, in the order of their names.
  package static var files: [(name: String, bytes: [UInt8])] {
    [
      ("appendix.md.mustache", PackageResources.appendix_md_mustache),
      ("appointment.md.mustache", PackageResources.appointment_md_mustache),
      ("area.md.mustache", PackageResources.area_md_mustache),
      ("brief.md.mustache", PackageResources.brief_md_mustache),
      ("continued.md.mustache", PackageResources.continued_md_mustache),
      ("figure_body.html.mustache", PackageResources.figure_body_html_mustache),
      ("figure_body.md.mustache", PackageResources.figure_body_md_mustache),
      ("figure_calendar.html.mustache", PackageResources.figure_calendar_html_mustache),
      ("figure_calendar.md.mustache", PackageResources.figure_calendar_md_mustache),
      ("figure_hours.html.mustache", PackageResources.figure_hours_html_mustache),
      ("figure_hours.md.mustache", PackageResources.figure_hours_md_mustache),
      ("figure_results.html.mustache", PackageResources.figure_results_html_mustache),
      ("figure_results.md.mustache", PackageResources.figure_results_md_mustache),
      ("figure_timeline.html.mustache", PackageResources.figure_timeline_html_mustache),
      ("figure_timeline.md.mustache", PackageResources.figure_timeline_md_mustache),
      ("figures_more.md.mustache", PackageResources.figures_more_md_mustache),
      ("figures_numbers.md.mustache", PackageResources.figures_numbers_md_mustache),
      ("figures_page1.md.mustache", PackageResources.figures_page1_md_mustache),
      ("fired.md.mustache", PackageResources.fired_md_mustache),
      ("letterhead.md.mustache", PackageResources.letterhead_md_mustache),
      ("note.txt.mustache", PackageResources.note_txt_mustache),
      ("page.css", PackageResources.page_css),
      ("page.html.mustache", PackageResources.page_html_mustache),
      ("page_one.md.mustache", PackageResources.page_one_md_mustache),
      ("patient.md.mustache", PackageResources.patient_md_mustache),
      ("provenance.md.mustache", PackageResources.provenance_md_mustache),
      ("red_flags.md.mustache", PackageResources.red_flags_md_mustache),
      ("referral.md.mustache", PackageResources.referral_md_mustache),
      ("section_changes.md.mustache", PackageResources.section_changes_md_mustache),
      ("section_figures.md.mustache", PackageResources.section_figures_md_mustache),
      ("section_fired.md.mustache", PackageResources.section_fired_md_mustache),
      ("section_overview.md.mustache", PackageResources.section_overview_md_mustache),
      ("section_to_ask.md.mustache", PackageResources.section_to_ask_md_mustache),
      ("section_to_test.md.mustache", PackageResources.section_to_test_md_mustache),
      ("section_words.md.mustache", PackageResources.section_words_md_mustache),
      ("triage.txt.mustache", PackageResources.triage_txt_mustache),
    ]
  }
}
