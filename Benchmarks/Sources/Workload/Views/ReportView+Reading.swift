extension ReportView {
  init(_ view: Fields) throws(WorkloadError) {
    title = try view.text("title")
    reportID = try view.text("report_id")
    generated = try view.text("generated")
    rulesVersion = try view.text("rules_version")
    ruleCount = try view.text("rule_count")
    patient = try Patient(view.fields("patient"))
    period = try Period(view.fields("period"))
    summary = try Summary(view.fields("summary"))
    hasRedFlags = try view.flag("has_red_flags")
    redFlagCount = try view.text("red_flag_count")
    redFlags = try view.list("red_flags", RedFlag.init)
    findings = try view.list("findings", Finding.init)
    weeks = try view.list("weeks", Week.init)
    symptoms = try view.list("symptoms", Symptom.init)
    medications = try view.list("medications", Medication.init)
    labs = try view.list("labs", LabResult.init)
    answers = try view.list("answers", Answer.init)
    hasMissing = try view.flag("has_missing")
    missing = try view.list("missing", Question.init)
    hasDiscussion = try view.flag("has_discussion")
    discussion = try view.list("discussion", Discussion.init)
    notes = try view.list("notes", DiaryNote.init)
  }
}

extension ReportView.Patient {
  init(_ fields: Fields) throws(WorkloadError) {
    id = try fields.text("id")
    name = try fields.patientText("name")
    born = try fields.text("dob")
    age = try fields.text("age")
    sex = try fields.text("sex")
    practitioner = try fields.text("gp")
    height = try fields.text("height_cm")
    weight = try fields.text("weight")
    bodyMassIndex = try fields.text("bmi")
    smoker = try fields.flag("smoker")
  }
}

extension ReportView.Period {
  init(_ fields: Fields) throws(WorkloadError) {
    start = try fields.text("start")
    end = try fields.text("end")
    days = try fields.text("days")
    entries = try fields.text("entries")
    coverage = try fields.text("coverage")
  }
}

extension ReportView.Summary {
  init(_ fields: Fields) throws(WorkloadError) {
    score = try fields.text("score")
    band = try fields.text("band")
    likely = try fields.text("likely")
    possible = try fields.text("possible")
    trend = try fields.text("trend")
    text = try fields.markup("text")
  }
}

extension ReportView.RedFlag {
  init(_ fields: Fields) throws(WorkloadError) {
    code = try fields.text("code")
    label = try fields.text("label")
    urgency = try fields.text("urgency")
    why = try fields.text("why")
    action = try fields.text("action")
    evidence = try fields.list("evidence", ReportView.FlagEvidence.init)
  }
}

extension ReportView.FlagEvidence {
  init(_ fields: Fields) throws(WorkloadError) {
    date = try fields.text("date")
    text = try fields.patientText("text")
  }
}

extension ReportView.Finding {
  init(_ fields: Fields) throws(WorkloadError) {
    id = try fields.text("id")
    title = try fields.text("title")
    status = try fields.text("status")
    metCount = try fields.text("met_count")
    criteriaCount = try fields.text("criteria_count")
    summary = try fields.text("summary")
    criteria = try fields.list("criteria", ReportView.Criterion.init)
    hasEvidence = try fields.flag("has_evidence")
    evidence = try fields.list("evidence", ReportView.Evidence.init)
    actions = try fields.list("actions") { action throws(WorkloadError) in try action.text("text") }
  }
}

extension ReportView.Criterion {
  init(_ fields: Fields) throws(WorkloadError) {
    met = try fields.flag("met")
    label = try fields.text("label")
    observed = try fields.text("observed")
  }
}

extension ReportView.Evidence {
  init(_ fields: Fields) throws(WorkloadError) {
    date = try fields.text("date")
    severity = try fields.text("severity")
    text = try fields.patientText("text")
  }
}

extension ReportView.Week {
  init(_ fields: Fields) throws(WorkloadError) {
    label = try fields.text("label")
    entries = try fields.text("entries")
    hot = try fields.text("hot")
    sweat = try fields.text("sweat")
    sleep = try fields.text("sleep")
    mood = try fields.text("mood")
    joint = try fields.text("joint")
    fog = try fields.text("fog")
    total = try fields.text("total")
    trend = try fields.text("trend")
  }
}

extension ReportView.Symptom {
  init(_ fields: Fields) throws(WorkloadError) {
    name = try fields.text("name")
    days = try fields.text("days")
    mean = try fields.text("mean")
    peak = try fields.text("peak")
    peakDate = try fields.text("peak_date")
    trend = try fields.text("trend")
  }
}

extension ReportView.Medication {
  init(_ fields: Fields) throws(WorkloadError) {
    name = try fields.text("name")
    dose = try fields.patientText("dose")
    route = try fields.text("route")
    frequency = try fields.text("freq")
    start = try fields.text("start")
    stop = try fields.text("stop")
    active = try fields.flag("active")
    note = try fields.patientText("note")
  }
}

extension ReportView.LabResult {
  init(_ fields: Fields) throws(WorkloadError) {
    name = try fields.text("name")
    value = try fields.text("value")
    unit = try fields.text("unit")
    reference = try fields.text("reference")
    date = try fields.text("date")
    high = try fields.flag("high")
    low = try fields.flag("low")
  }
}

extension ReportView.Answer {
  init(_ fields: Fields) throws(WorkloadError) {
    id = try fields.text("id")
    question = try fields.text("q")
    answer = try fields.patientText("a")
  }
}

extension ReportView.Question {
  init(_ fields: Fields) throws(WorkloadError) {
    id = try fields.text("id")
    question = try fields.text("q")
  }
}

extension ReportView.Discussion {
  init(_ fields: Fields) throws(WorkloadError) {
    topic = try fields.text("topic")
    status = try fields.text("status")
    questions = try fields.list("questions") { question throws(WorkloadError) in try question.text("text") }
  }
}

extension ReportView.DiaryNote {
  init(_ fields: Fields) throws(WorkloadError) {
    date = try fields.text("date")
    episodes = try fields.text("episodes")
    sleep = try fields.text("sleep")
    text = try fields.patientText("text")
  }
}
