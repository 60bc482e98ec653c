import ClinicalRecord
import Testing

@testable import ClinicalRules

/// Which way an instrument points is said twice, in words for the report and as a value for comparisons: the two agree.
@Suite struct InstrumentDirectionTests {
  @Test(arguments: LegbriefFields.dictionary.instruments.map(\.name)) func theWordsAndTheValueAgree(name: String) throws
  {
    let instrument = try #require(LegbriefFields.dictionary.instruments.first { $0.name == name })
    #expect((instrument.direction == .higherIsWorse) == instrument.scale.contains("higher is worse"))
    #expect((instrument.direction == .higherIsBetter) == instrument.scale.contains("is best"))
  }
}
