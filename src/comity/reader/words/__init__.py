"""The words of each language as lines of data, and how they are found in a text."""
