import Foundation

/// The plan as Foundation's coders read and write it: all that is in the charts made here, and
/// nothing checked but the types.
struct FoundationPlan: Codable {
  typealias Words = [String: String]

  struct Rules: Codable {
    var graceDays, dueSoonDays, noticeDays: Int
    var rhythm: [String: String]
    var flags: String
  }

  struct Battle: Codable {
    var id: String
    var name: Words
  }

  struct Unit: Codable {
    var id: String
    var name: Words
    var kind: String
  }

  struct Quantity: Codable {
    var total: Int
    var of: Words?
  }

  struct Node: Codable {
    var id, due: String
    var title: Words
    var quota: Int?
  }

  struct Task: Codable {
    var id, battle, unit, risk, term: String
    var title: Words
    var added, limit: String?
    var quantity: Quantity?
    var nodes: [Node]
  }

  var format: String
  var title: Words
  var asOf: String
  var rules: Rules
  var battles: [Battle]
  var units: [Unit]
  var tasks: [Task]
}
