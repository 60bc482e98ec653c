/// How the rules read what the basis leaves open (basis C12), a line each; all are project decisions [P].
enum SettledReadings {
  static let all: [String: String] = [
    "A01":
      "Self-management: met when tried or wished at least once, else not recorded, never not met; a caution for an untried measure prints only for sleep aids.",
    "A02":
      "Bands and descriptions are met when there is something to print: a band other than the usual one, a stage, a supplied total; the band itself is a detail.",
    "A03":
      "A log entry fits on recorded values only: blank signs count as not fitting; a recorded sign without site or side leaves the entry, and the rule, open.",
    "A04":
      "A “no” needs an explicit no to every screening question of the rule, amplifiers left out; a rule of results alone needs at least one result on file in time.",
    "A05":
      "Coverage counts from the first log item, check-ins included, to the report date; sparse and retrospective count symptom entries only.",
    "A06": "Where the record format leaves a gap, the fields are as the field list states them.",
    "A07":
      "Fever counts from the answer or from an entry within 14 days; not met only when CRP is on file and not raised and fever is answered no.",
    "A08": "Sides given in the joint list count beside the sides of log entries.",
    "A09":
      "Same kinds as sudden severe pain, same site and side; the first such day is not counted when it met that flag; printed below the flags, not as one.",
    "A10": "A current statin, and a muscle entry or answer, and the timing: all three.",
    "A11":
      "The iron rules that speak of RLS guidance need the essential criteria met or not recorded; the cause of low iron does not.",
    "A12": "A recorded circumstance without which the flag does not apply makes it not met.",
    "A13":
      "Systolic 140 or more or diastolic 90 or more, newest pair; a missing pressure does not block a no; an arterial event without a date leaves it not recorded.",
    "A14":
      "A menopausal stage is taken only from a positive record, missing steps fall through; an indeterminate stage is no answer.",
    "A15":
      "Free text: not recorded with a question on a hit, not met when there is text without one, not recorded without text.",
    "A16":
      "Intense cramp: median severity 7 or more; thigh seldom: at most 20 % of cramp entries and not among the cramp sites answered.",
    "A17": "Met while any test of the list is not recorded in time; only those are listed.",
    "A18":
      "Unscheduled bleeding: on a sequential regimen an onset date with bleeding other than regular; on others any bleeding recorded.",
    "A19":
      "The joint line of hormone evidence is left out while a joint flag is met; static lines carry what opened the section as evidence.",
    "A20": "Red flags come before the patient's own words; in the hormone section the wish is first, then blockers.",
    "A21": "First at that site: no earlier pain entry with the same site and side in the whole log.",
    "A22":
      "Timed entries are those of the urge and of the unpleasant sensation in 28 days; a share between 20 and 50 % is mixed and says nothing.",
    "A23": "Where an essential criterion is not met, the course is not met and prints nothing.",
    "A24":
      "Unrelenting night pain stands for new bone pain; a loss of 0 kg is a no whatever the weight, else the weight is needed.",
    "A25": "“Unsure” is an answer for the wish for hormone therapy; elsewhere it is not recorded.",
    "A26": "An empty log is sparse; the other lines on the log are not recorded.",
    "A27": "With symptoms: flushes other than none, or a flush or night sweat logged in 28 days.",
    "A28":
      "While the clot flag is met or open, elevation, compression, massage, heat and exercise are withheld for both legs.",
    "A29":
      "Without a birth date an age at an event is known to within a year; within that year of a limit the rule is not recorded.",
    "A30": "Oedema counts for class C3 unless the drug or lipoedema pattern is met.",
    "A31": "Items answered “unsure” are listed as missing, and asked again as “asked, unsure”.",
    "A32": "Only in the past, and not very severe now: not met; severity unanswered: not recorded.",
    "A33": "Gap rules without words of their own list the tests that are not recorded.",
    "A34":
      "A medicine without a start counts as current unless stopped; timing then stays not recorded, except for swelling after a medicine.",
    "A35": "Chest pain or collapse alone meets the flag, at emergency level.",
    "A36": "The count is shown where the inflammatory pattern is not met or not recorded.",
    "A37": "Entries after the report date are refused; entries before the window are kept and count outside it.",
  ]
}
