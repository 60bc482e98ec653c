/// The content security policies of the preview's own pages and of the reports inside them.
enum Policy {
  /// Scripts and styles from this server's own files, nothing inline, nothing from elsewhere; nobody may put the page into a frame.
  static let shell: (name: String, value: String) = (
    "Content-Security-Policy",
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
  )

  /// A report brings its own policy; besides it no script runs, and only the preview may frame it.
  static let report: (name: String, value: String) = (
    "Content-Security-Policy", "script-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
  )
}
