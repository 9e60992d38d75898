"""How a reading compares with an annotation by hand, over one document and over many."""
