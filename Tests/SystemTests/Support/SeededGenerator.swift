import TestSupport

/// Random numbers for every file here.
typealias SeededGenerator = TestSupport.SeededGenerator
