import Foundation

/// What is printed: the tables to stdout, what is being done to stderr.
enum Console {
  static func say(_ text: String) { print(text) }

  static func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
