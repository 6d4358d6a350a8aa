import Foundation

// What a program in Swift takes that does nothing, with Foundation, and its libraries found when it starts.
print(Date(timeIntervalSince1970: 0))
