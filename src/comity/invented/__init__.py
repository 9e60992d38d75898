"""Three reports of our own writing about two invented parties: what a home without documents of its own reads first."""
