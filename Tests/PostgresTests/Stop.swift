/// What a test throws in a closure to see it come out again.
struct Stop: Error, Equatable { var number = 0 }
