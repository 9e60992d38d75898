"""How things look: templates, one stylesheet, the split disc and the three languages.

- No disk, network or clock beyond the resources of this package, and no web framework.
- Nothing here knows a kind by name but the few whose pages show more than their fields.
- Every run of text carries its language; what is missing in a language is said, never hidden.
- Colour never stands alone: each state has a shape and a word.

Source: design section 7; docs/decisions/0009-django-at-the-edge-only.md.
"""
