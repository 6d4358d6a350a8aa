/// From which seats the lines of a picture can be read. A seat counts in heights of the picture.
///
/// For decisions to be made by it, a small letter is to be 1/200 of the distance high (AVIXA DISCAS,
/// basic decision making). Small letters of the usual fonts fill 0.48 of a row.
enum Seats {
  private static let rowsTimesHeights = 96

  /// The seats that are told of: from the second row of a small room to the last of a hall.
  static let usual = [3, 4, 5, 6, 8]

  /// The farthest seat that can read a picture of so many rows, in tenths of its height.
  static func farthest(rows: Int) -> Int { rowsTimesHeights * 10 / max(1, rows) }

  /// How many rows a picture may have to be read from a seat.
  static func mostRows(seat: Int) -> Int { rowsTimesHeights / max(1, seat) }
}
