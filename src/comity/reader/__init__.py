"""Documents in, drafts with evidence out. The reader enters nothing in any book.

- Every draft carries quotes that stand, character for character, in the document as it came.
- What a line of a lexicon made says so: each draft names its rule.
- The same bytes give the same reading: no clock, no chance, no order of sets.
- No network and no model: the grammar is here, the words are in `lexicon/`, one folder a language.
- A document that bears a state-secret mark is refused before anything of it is read.
"""
