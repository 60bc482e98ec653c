import ClinicalRecord

/// Examinations that rules suggest and that no field of a record holds, by the name that lists print.
enum Procedures {
  /// Ultrasound of the leg veins from the groin to behind the knee (NG158).
  static let legUltrasound: ItemID = "proximalLegUltrasound"

  static let all: Set<ItemID> = [legUltrasound]
}
