"""The store keeps books and the register of one home: SQLite in one file, plain SQL, one writer at a time."""
