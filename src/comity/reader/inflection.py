"""The forms a verb of a lexicon takes, so that a line need give only its first.

- English forms are made by rule; a line gives irregular ones as `present|gerund|past`.
- Swedish lines give all theirs as `present|past|supine`; other languages do not inflect.
- Of several words only the first inflects: "speed up", "speeding up".
"""

from __future__ import annotations

BASE, GERUND, PAST = "base", "gerund", "past"
_VOWELS = "aeiou"


def forms(words: str, *, lang: str, irregular: str) -> list[tuple[str, str]]:
    """Each form of `words` with its name: base, gerund or past."""
    head, _, rest = words.partition(" ")
    rest = f" {rest}" if rest else ""
    given = irregular.split("|") if "|" in irregular else []
    if lang == "sv":
        names = (BASE, PAST, PAST)
        return [(words, BASE), *((form + rest, name) for form, name in zip(given, names, strict=False) if form)]
    if lang != "en":
        return [(words, BASE)]
    present, gerund, past = given if len(given) == 3 else _regular(head)
    return [(words, BASE), (present + rest, BASE), (gerund + rest, GERUND), (past + rest, PAST)]


def _regular(head: str) -> tuple[str, str, str]:
    if head.endswith("e") and not head.endswith("ee"):
        return f"{head}s", f"{head[:-1]}ing", f"{head}d"
    if head.endswith("y") and head[-2:-1] not in _VOWELS:
        return f"{head[:-1]}ies", f"{head}ing", f"{head[:-1]}ied"
    sibilant = head.endswith(("s", "sh", "ch", "x", "z"))
    return f"{head}es" if sibilant else f"{head}s", f"{head}ing", f"{head}ed"
