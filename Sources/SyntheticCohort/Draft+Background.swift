import ClinicalRecord
import SeededNumbers

// What every patient has besides her complaints, and what makes records awkward.
extension Draft {
  mutating func person(id: String) {
    age = min(80, 42 + pick(0...9) + pick(0...9) + (chance(10) ? pick(0...14) : 0))
    set("personId", id)
    choose("localePack", "en-GB", "en-GB", "en-GB", "en-US", "other")
    choose("dataEnteredBy", "patient", "patient", "patient", "carer", "clinician", "imported")
  }

  /// Age, stage, habits and what most people answer with "no".
  mutating func background() {
    if chance(75) {
      set("ageYears", "\(age)")
    } else if chance(80) {
      set("birthDate", day(age * 365 + age / 4 + pick(0...364)).iso)
    }
    set("sexRegisteredAtBirth", chance(98) ? "female" : "notStated")
    if chance(10) { choose("ethnicity", "White British", "Black Caribbean", "South Asian", "Chinese") }
    if chance(50) { set("appointmentDate", asOf.adding(days: pick(0...10)).iso) }
    if chance(70) {
      choose(
        "patientGoals", "lessPain", "sleepBetter+knowCause", "discussHrt+lessPain", "moveMore", "avoidMedicines+other")
    }
    if chance(80), people["mainConcern"] == nil {
      choose(
        "mainConcern", "My legs ache by the evening and I cannot settle.", "I wake at three with cramp in my calf.",
        "Stairs hurt and my knees feel old.", "My feet burn at night.", "My ankles are swollen when I come home.")
    }
    stage()
    if chance(60) { choose("smoking", "never", "never", "former", "current") }
    if chance(60) { if history["alcoholUnitsPerWeek"] == nil { number("alcoholUnitsPerWeek", 0...24) } }
    if chance(60) { set("medListComplete", chance(85) ? "yes" : "no") }
    if chance(50), !measurements.contains(where: { $0.id == "bpSystolic" }) {
      measure("bpSystolic", Double(pick(105...155)), ago: 20...20)
      measure("bpDiastolic", Double(pick(62...94)), ago: 20...20)
    }
    if chance(15) { takes("levothyroxine", "Levothyroxine") }
    if chance(8) { takes("antihypertensiveOther", "Doxazosin") }
    if chance(4) { takes("fibrate", "Fenofibrate") }
    if chance(2) { takes("highDoseProgestogen", "Medroxyprogesterone") }
    // Most people are asked the questions of the flags and say no.
    if chance(70) {
      no(
        "qOneLegSwollen", "qOneLegPainNew", "qOneLegWarm", "qSuddenBreathless", "qChestPain", "qCoughBlood",
        "qCollapse", "qHotSwollenJoint", "qSaddleNumb", "qBladderBowelNew", "qSexualNumbNew", "qLegWeaknessNew",
        "qFootDrop", "qBreathSwallowTrouble", "qFever", "qUnwell", "qSpreadingRedness", "qDarkUrine", "qLump",
        "qTightAfterInjury", "qVeinHardPainful", "qVeinBleeding", "qNightPainUnrelenting", "qTendonPop",
        "qCannotHeelRaise", "qOrthopnoea", "qUlcerActive", "qVisionChange", "qNewHeadache", "postmenopausalBleeding")
      if answers["qFootColdPaleNumbWeak"] == nil { set("qFootColdPaleNumbWeak", "") }
      if answers["qWeightLossKgUnplanned"] == nil { set("qWeightLossKgUnplanned", "0") }
    }
  }

  private mutating func stage() {
    if chance(70), history["uterusPresent"] == nil { set("uterusPresent", chance(85) ? "yes" : "no") }
    if history["uterusPresent"]?.value == .code("no") { set("hysterectomy", "yes") }
    guard history["lmpDate"] == nil, history["oophorectomy"] == nil else { return }
    if age >= 53, chance(80) {
      date("lmpDate", ago: 370...(370 + 300 * max(1, age - 51)))
    } else if chance(70) {
      date("lmpDate", ago: 5...400)
      ask("cycleChange7d", "gap60d", yes: 50)
    }
    if chance(70) { set("oophorectomy", chance(93) ? "none" : "one") }
    if chance(8) { choose("menopauseStage", "strawMinus1", "strawPlus1a", "strawPlus1b", "strawPlus2") }
  }

  /// Entry ids in order, check-ins on most days without an entry, one long gap now and then.
  mutating func diary() {
    let logged = Set(log.map(\.date))
    let density = numbers.pick([0, 30, 70, 95]) ?? 0
    let gap = chance(25) ? pick(2...12) : -1
    for ago in 0...27 where !logged.contains(day(ago)) && chance(density) {
      if gap < 0 || !(gap...gap + 8).contains(ago) { checkIn(ago: ago) }
    }
    log.sort { $0.date < $1.date }
    log = log.enumerated().map { number, entry in
      LogEntry(
        id: chance(95) ? "e\(number + 1)" : nil, date: entry.date, recordedAt: entry.recordedAt, values: entry.values)
    }
  }

  /// An answer that the log speaks against.
  mutating func contradict() {
    for item in ["qUrgeToMove", "qRestOnset", "qJointPain", "qHeaviness", "qOneLegSwollen", "qEveningWorse"]
    where chance(50) {
      set(ItemID(item), answers[ItemID(item)]?.value == .code("yes") ? "no" : "yes")
    }
  }

  /// Any item of the dictionary, so that none is never seen.
  mutating func incidentals() {
    let kept: Set<ItemID> = ["reportDate", "appointmentDate", "personId", "birthDate", "ageYears", "bleedOnHrtOnset"]
    for field in dictionary.fields where !kept.contains(field.id) && chance(4) {
      let isAnswer = field.section == .answers && answers[field.id] == nil
      let isHistory = field.section == .history && history[field.id] == nil
      let by: Respondent? = field.respondents.contains(.patient) ? nil : field.respondents.first
      if isAnswer || isHistory, let text = anything(field) { set(field.id, text, ago: pick(0...60), by: by) }
    }
    let tests = dictionary.labs
    for _ in 0..<pick(0...3) {
      guard let test = numbers.pick(tests), let range = test.plausible else { continue }
      result(test.id, range.lowerBound + (range.upperBound - range.lowerBound) * Double(pick(1...30)) / 100)
    }
    if chance(15) {
      scores.append(
        Measurement(
          id: "menqolDomains",
          value: .subscales(
            ["vasomotor", "psychosocial", "physical", "sexual"].map { .init(name: $0, value: Double(pick(1...8))) }),
          date: day(pick(1...90)), by: .patient))
    }
  }

  private mutating func anything(_ field: Field) -> String? {
    switch field.kind {
    case .enumeration(let codes): return numbers.pick(codes)
    case .bool3: return numbers.pick(["yes", "no", "unsure"])
    case .set(let codes): return numbers.pick(codes)
    case .integer, .number:
      let range = field.plausible ?? field.possible ?? 0...10
      return "\(pick(Int(range.lowerBound.rounded(.up))...Int(range.upperBound)))"
    case .day: return day(pick(1...900)).iso
    default: return nil
    }
  }

  /// Text that a careless program would take for markup, or that is long or in another script.
  mutating func awkwardText() {
    let texts = [
      "</script><script>alert(1)</script>", "| pipes | and | cells |", "# heading\n\n- item", "{{mustache}} {{{raw}}}",
      "[x](javascript:alert(1))", "&lt;b&gt; & <b>bold</b>", "`code` ``` fence", "\u{202E}txet sdrawkcab",
      "calf swollen and can't feel toes", "*stars* _under_", "Beine kribbeln abends – sehr müde", "脚がむずむずする",
      "ساقاي تؤلمانني في الليل", "😖🦵🔥", String(repeating: "aching ", count: 40), "I lost 5 kg without trying",
    ]
    if let text = numbers.pick(texts) { set("mainConcern", String(text.prefix(300))) }
    for index in log.indices where chance(15) {
      guard let text = numbers.pick(texts) else { continue }
      var values = log[index].values
      values["freeText"] = RecordedItem(.text(text))
      log[index] = LogEntry(id: log[index].id, date: log[index].date, recordedAt: log[index].recordedAt, values: values)
    }
    if !medications.isEmpty {
      medications[0].name = "Dihydroergocristine-clopamide-reserpine SR 40 <mg> | x"
      medications[0].dose = "2 × daily & at night"
      medications[0].reason = "for my “legs”"
    }
  }

  /// Answers, history and results that nobody wrote down.
  mutating func forget() {
    let share = pick(20...80)
    for item in answers.keys.sorted() where chance(share) { answers[item] = nil }
    for item in history.keys.sorted() where chance(share / 2) { history[item] = nil }
    labs = labs.filter { _ in !chance(share / 2) }
  }
}
