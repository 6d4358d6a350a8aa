internal import Glibc

/// The calls whose failures no test can bring about on a sound machine, so that one can put its
/// own in their place.
struct SystemCalls: Sendable {
  var lock: @Sendable (Int32) -> Int32 = { flock($0, LOCK_EX | LOCK_NB) }
  var sync: @Sendable (Int32) -> Int32 = { fdatasync($0) }
}
