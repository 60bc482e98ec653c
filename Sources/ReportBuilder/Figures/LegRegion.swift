/// A site of one leg as an outline: the leg at the viewer's left, in tenths of a millimetre; the other is its mirror image.
struct LegRegion: Sendable {
  let site: String
  let points: [(x: Int, y: Int)]
  /// Where the line from the site's label ends.
  let label: (x: Int, y: Int)

  private init(_ site: String, _ points: [(x: Int, y: Int)], label: (x: Int, y: Int)) {
    self.site = site
    self.points = points
    self.label = label
  }

  /// From above, as labels stand below each other.
  static let front: [LegRegion] = [
    LegRegion("hipFront", [(352, 70), (410, 78), (414, 148), (356, 166)], label: (380, 108)),
    LegRegion("groin", [(412, 78), (462, 104), (462, 164), (416, 148)], label: (438, 124)),
    LegRegion("hipLateral", [(336, 76), (350, 70), (354, 168), (326, 190), (324, 120)], label: (326, 150)),
    LegRegion(
      "thighFront", [(326, 194), (356, 170), (414, 152), (462, 168), (458, 260), (446, 352), (352, 352), (334, 270)],
      label: (332, 262)),
    LegRegion("knee", [(352, 356), (446, 356), (448, 392), (440, 424), (356, 424), (350, 392)], label: (351, 392)),
    LegRegion(
      "shin", [(356, 428), (440, 428), (444, 480), (434, 540), (422, 592), (374, 592), (360, 540), (352, 480)],
      label: (353, 486)),
    LegRegion("ankle", [(374, 596), (422, 596), (424, 624), (368, 624)], label: (371, 610)),
    LegRegion("midfoot", [(368, 628), (424, 628), (428, 652), (356, 652)], label: (361, 642)),
    LegRegion("forefoot", [(356, 656), (428, 656), (430, 676), (346, 676)], label: (350, 667)),
    LegRegion("toes", [(346, 680), (430, 680), (424, 700), (354, 700)], label: (350, 690)),
  ]

  static let back: [LegRegion] = [
    LegRegion("buttock", [(340, 70), (462, 78), (464, 176), (410, 190), (330, 184), (326, 120)], label: (326, 124)),
    LegRegion(
      "thighBack", [(330, 188), (410, 194), (464, 180), (458, 270), (446, 352), (352, 352), (336, 270)],
      label: (334, 262)),
    LegRegion("kneeBack", [(352, 356), (446, 356), (442, 404), (356, 404)], label: (354, 382)),
    LegRegion(
      "calf", [(356, 408), (442, 408), (452, 456), (440, 520), (426, 556), (372, 556), (354, 520), (346, 456)],
      label: (347, 466)),
    LegRegion("achilles", [(374, 560), (424, 560), (420, 620), (378, 620)], label: (376, 590)),
    LegRegion("heel", [(376, 624), (422, 624), (428, 656), (370, 656)], label: (373, 642)),
    LegRegion("sole", [(368, 662), (430, 662), (436, 680), (428, 700), (364, 700), (358, 680)], label: (360, 684)),
  ]

  /// Every site of the legs (basis 0.3, `LEG`), in the order of the drawings; the whole leg last.
  static let sites: [String] = (front + back).map(\.site) + ["wholeLeg"]

  /// The corners as the path of an outline with round corners.
  static func outline(_ points: [(x: Int, y: Int)]) -> String {
    var path = ""
    for (index, corner) in points.enumerated() {
      let before = towards(points[(index + points.count - 1) % points.count], from: corner)
      let after = towards(points[(index + 1) % points.count], from: corner)
      path += "\(index == 0 ? "M" : "L")\(before.x) \(before.y)Q\(corner.x) \(corner.y) \(after.x) \(after.y)"
    }
    return path + "z"
  }

  /// The place on the way to the next corner where the rounding begins.
  private static func towards(_ next: (x: Int, y: Int), from corner: (x: Int, y: Int)) -> (x: Int, y: Int) {
    let (across, down) = (Double(next.x - corner.x), Double(next.y - corner.y))
    let length = (across * across + down * down).squareRoot()
    guard length > 0 else { return corner }
    let share = min(14 / length, 0.45)
    return (corner.x + Int((across * share).rounded()), corner.y + Int((down * share).rounded()))
  }
}
