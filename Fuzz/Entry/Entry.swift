import Glibc
import TemplateFuzz

/// What libFuzzer calls with every input; an input that violates a property ends the process, so that libFuzzer keeps it.
@_cdecl("LLVMFuzzerTestOneInput")
public func verifyOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  do {
    let errors = try EngineProperties.verify(FuzzInput(UnsafeBufferPointer(start: start, count: count)))
    // What is wrong in many places leads to more of the same: libFuzzer does not go on from there.
    return errors > 3 ? -1 : 0
  } catch {
    let message = Array("\n\(error)\n".utf8)
    _ = message.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    abort()
  }
}

@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ data: UnsafeMutablePointer<UInt8>?, _ count: Int, _ capacity: Int) -> Int

/// What libFuzzer calls to change an input: every other time by its own means.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutateOneInput(
  _ data: UnsafeMutablePointer<UInt8>?, _ count: Int, _ capacity: Int, _ seed: UInt32
) -> Int {
  guard let data, seed & 1 == 1 else { return mutateBytes(data, count, capacity) }
  let mutated = TemplateMutator.mutate(UnsafeBufferPointer(start: data, count: count), seed: seed >> 1)
  guard mutated.count <= capacity else { return mutateBytes(data, count, capacity) }
  _ = UnsafeMutableBufferPointer(start: data, count: capacity).update(fromContentsOf: mutated)
  return mutated.count
}
