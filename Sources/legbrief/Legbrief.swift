import Glibc
import LegbriefCLI

@main
struct Legbrief {
  static func main() {
    exit(CommandLineTool.main(Array(CommandLine.arguments.dropFirst())))
  }
}
