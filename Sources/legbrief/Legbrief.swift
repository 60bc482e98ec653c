import Glibc
import LegbriefCLI

@main
struct Legbrief {
  static func main() {
    Console.ignoreBrokenPipes()
    exit(LegbriefTool.run(Array(CommandLine.arguments.dropFirst()), .standard).rawValue)
  }
}
