internal import Glibc

/// The machine's clock, read by the shells of both programs and passed on as a value.
public enum SystemClock {
  /// The present moment to the millisecond, with the machine's offset from UTC.
  public static func now() -> Moment {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    var local = tm()
    localtime_r(&time.tv_sec, &local)
    return Moment(
      milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000,
      // What RFC 3339 readers take: no place on earth is further off.
      offset: max(-18 * 60, min(18 * 60, local.tm_gmtoff / 60)))
  }

  /// Whole seconds of a clock that never jumps.
  package static func uptime() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec
  }
}
