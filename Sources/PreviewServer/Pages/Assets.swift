/// The preview's own pages, scripts and styles, inside the program.
enum Assets {
  static var index: [UInt8] { PackageResources.index_html }
  static var view: [UInt8] { PackageResources.view_html }
  static var indexScript: [UInt8] { PackageResources.index_js }
  static var viewScript: [UInt8] { PackageResources.view_js }
  static var style: [UInt8] { PackageResources.preview_css }
}
