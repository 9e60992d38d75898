"""The forms a verb of a lexicon takes, so that a line need give only its first.

- English forms are made by rule; a line gives irregular ones as `present|gerund|past`.
- Swedish lines give all theirs as `present|past|supine`.
- Any other language names its forms: `future=rendra/rendront|participle=rendu`, on the line or for an ending in `endings.tsv`
  (`er` with `future=era/eront`: what stands there takes the ending's place). Without either a verb has one form.
- Of several words only the first inflects: "speed up", "speeding up".
"""

from __future__ import annotations

BASE, GERUND, PAST = "base", "gerund", "past"
# Said of what is to come, and what needs an auxiliary before it to be a verb of its clause.
FUTURE, PARTICIPLE = "future", "participle"
_VOWELS = "aeiou"


def forms(words: str, *, lang: str, irregular: str, endings: tuple[tuple[str, str], ...] = ()) -> list[tuple[str, str]]:
    """Each form of `words` with its name: base, gerund, past, future or participle."""
    head, _, rest = words.partition(" ")
    rest = f" {rest}" if rest else ""
    if lang == "en" or lang == "sv":
        return [(words, BASE), *((form + rest, name) for form, name in _by_place(head, lang, irregular))]
    if "=" in irregular:
        return [(words, BASE), *((form + rest, name) for form, name in _named(irregular, ""))]
    known = [ending for ending in endings if head.endswith(ending[0])] if irregular != "noun" else []
    ending, shapes = max(known, key=lambda one: len(one[0]), default=("", ""))
    stem = head[: len(head) - len(ending)]
    return [(words, BASE), *((form + rest, name) for form, name in _named(shapes, stem))]


def unknown_form(shapes: str) -> str | None:
    """The first name in `name=form|name=form` that is no form's; None where all are, or none is named."""
    names = (part.partition("=")[0] for part in shapes.split("|") if "=" in part)
    return next((name for name in names if name not in (BASE, GERUND, PAST, FUTURE, PARTICIPLE)), None)


def _named(shapes: str, stem: str) -> list[tuple[str, str]]:
    """The forms in `name=form/form|name=form`, each after `stem`."""
    pairs = [part.partition("=") for part in shapes.split("|") if part]
    return [(stem + form, name) for name, _, given in pairs for form in given.split("/")]


def _by_place(head: str, lang: str, irregular: str) -> list[tuple[str, str]]:
    given = irregular.split("|") if "|" in irregular else []
    if lang == "sv":
        return [(form, name) for form, name in zip(given, (BASE, PAST, PAST), strict=False) if form]
    present, gerund, past = given if len(given) == 3 else _regular(head)
    return [(present, BASE), (gerund, GERUND), (past, PAST)]


def _regular(head: str) -> tuple[str, str, str]:
    if head.endswith("e") and not head.endswith("ee"):
        return f"{head}s", f"{head[:-1]}ing", f"{head}d"
    if head.endswith("y") and head[-2:-1] not in _VOWELS:
        return f"{head[:-1]}ies", f"{head}ing", f"{head[:-1]}ied"
    sibilant = head.endswith(("s", "sh", "ch", "x", "z"))
    return f"{head}es" if sibilant else f"{head}s", f"{head}ing", f"{head}ed"
