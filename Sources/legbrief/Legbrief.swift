@main
struct Legbrief {
  static func main() {}
}
