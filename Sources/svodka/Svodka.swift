import Commands

@main
enum Svodka {
  static func main() async {
    await Entrance.run()
  }
}
