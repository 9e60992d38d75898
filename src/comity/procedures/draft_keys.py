"""By what a draft of a person, a party or a session is known, and by what it is found when another is like it.

- A token names what the draft speaks of as far as its words go; answers about names are kept under it.
- Two drafts are held against each other when they share a key: a name alike but for accents, unit, order of words or one
  letter, or one how the other is read in another language; the same post of the same party at most a year apart, written in
  another script; a session of the same day or of the same mechanism and year.
- Keys are made from the drafts alone and can be made again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from comity.reader.names import name_index
from comity.reader.names.bare_names import bare_name
from comity.reader.words.folding import bare
from comity.record.canonical import Fields, Value
from comity.store.reading import DraftRow, Reading
from comity.store.writing import Writing

COMPARED = ("party", "person", "session")
KEYED = "drafts keyed by reading to"

_HAN = re.compile(r"[\u3400-\u9fff]")
_FEWEST = 6
_READ = "≈"
# Words of office by rank, in the three languages, without accents; a deputy is another post.
_RANKS = {
    "secretary": ("bi thu", "secretary", "书记"),
    "chair": ("chu tich", "chairman", "chairwoman", "chairperson", "governor", "主席", "省长", "市长"),
    "director": ("giam doc", "director", "主任", "厅长", "局长"),
}
_DEPUTY = re.compile(r"\b(?:pho|vice|deputy|vice-)\b|副")


def token(row: DraftRow) -> str:
    """What a draft speaks of, as far as its words go: equal for drafts that say the same."""
    value = row.value
    if row.type == "party":
        return "party:" + (_line(value.get("code")) or _folded(bare_name(_line(value.get("name")))))
    if row.type == "person":
        return f"person:{_folded(_line(value.get('name')))}|{_line(value.get('party'))}"
    parties = value.get("parties")
    sides = ",".join(sorted(map(str, parties))) if isinstance(parties, list) else ""
    said = (_line(value.get(name)) for name in ("mechanism", "edition", "date", "year"))
    return "session:" + "|".join((*said, sides))


def known_by(token_: str) -> str:
    """The key under which drafts with a token are found."""
    return "=" + token_


def keys_of(row: DraftRow, year: str) -> set[str]:
    """The keys of a draft; `year` is that of its document, or ""."""
    if row.type not in COMPARED:
        return set()
    found = {known_by(token(row))}
    if row.type == "session":
        return found | set(_session_keys(row.value, year))
    name = bare_name(_line(row.value.get("name"))) if row.type == "party" else _line(row.value.get("name"))
    found |= {f"{row.type}~{spelling}" for spelling in _spellings(name)}
    found |= {_read_as(row, key) for key in name_index.keys_of(name, what=row.type)}
    return found | set(_post_keys(row.value, name, year)) if row.type == "person" else found


def asked_of(row: DraftRow) -> set[str]:
    """The keys of drafts whose names are read as this one's may be, or as whose names this one's may be read."""
    if row.type not in ("party", "person"):
        return set()
    return {_read_as(row, key) for key in name_index.asked_keys(_line(row.value.get("name")), what=row.type)}


def is_read_as(key: str) -> bool:
    """Whether a key says how a name is read."""
    return _READ in key


def _read_as(row: DraftRow, key: str) -> str:
    return f"{row.type}{_READ}{key}"


def script_of(name: str) -> str:
    """Whether a name is written in Han characters or in letters."""
    return "han" if _HAN.search(name) else "letters"


def keep_keys(writing: Writing, rows: Iterable[DraftRow]) -> None:
    """Keeps the keys of these drafts as they now stand."""
    years: dict[str, str] = {}
    for row in rows:
        if row.type in COMPARED:
            if row.source not in years:
                years[row.source] = year_of(writing, row.source)
            writing.set_draft_keys(row.number, keys_of(row, years[row.source]))


def keep_all_keys(writing: Writing) -> None:
    """Keeps the keys of every draft that came since this was last done."""
    after = int(writing.about_home(KEYED) or 0)
    while rows := writing.drafts(after=after, limit=500):
        keep_keys(writing, rows)
        after = rows[-1].number
        writing.say_about_home(KEYED, str(after))


def year_of(reading: Reading, source: str) -> str:
    """The year a document bears, or ""."""
    document = reading.document(source)
    doc = document.reading.get("doc") if document is not None else None
    return _line(doc.get("date"))[:4] if isinstance(doc, dict) else ""


def _spellings(name: str) -> Iterator[str]:
    """The name without accents and spaces in two orders of its words, each also with one letter left out."""
    words = _folded(name).split()
    for whole in {"".join(words), "".join(sorted(words))}:
        if whole:
            yield whole
        if len(whole) >= _FEWEST and script_of(whole) == "letters":
            yield from (whole[:at] + whole[at + 1 :] for at in range(len(whole)))


def _post_keys(value: Fields, name: str, year: str) -> Iterator[str]:
    party, titles = _line(value.get("party")), value.get("titles")
    said = bare(" ".join(_quoted(title) for title in (titles if isinstance(titles, list) else [])))
    if not (party and year and said and name):
        return
    for rank, words in _RANKS.items():
        if any(word in said for word in words) and not _DEPUTY.search(said):
            yield from (f"post~{party}|{rank}|{each}" for each in (year, str(int(year) - 1)) if year.isdigit())


def _session_keys(value: Fields, year: str) -> Iterator[str]:
    date, mechanism = _line(value.get("date")), _line(value.get("mechanism"))
    if len(date) == len("2026-03-03"):
        yield f"day~{date}"
    if mechanism:
        yield f"sitting~{mechanism}|{_line(value.get('year')) or date[:4] or year}"


def _quoted(value: Value) -> str:
    return str(value.get("quote", "")) if isinstance(value, dict) else str(value)


def _line(value: Value | None) -> str:
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _folded(name: str) -> str:
    return " ".join(bare(name).replace("-", " ").split())
