"""Looks for items that may be one matter and for documents that derive from others, and keeps what was found as suggestions.

- Suggestions take the place of earlier ones; what a person answered stays and is not suggested again.
- They are notes of this home: nothing is entered.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.procedures.matter_items import items_in
from comity.reader.matters.copies import Paper, derived_of
from comity.reader.matters.threads import Tie, ties_among
from comity.record.canonical import Fields
from comity.store.home import Home
from comity.store.reading import DerivedRow, DocumentRow, Reading, ThreadRow

LOOKED = "threads looked for at"
_TAG = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Looked:
    """How many ties were found, and how many documents that derive from others."""

    threads: int
    derived: int


def look_for_threads(home: Home) -> Looked:
    """Looks through everything the home holds and keeps what is found. Raises: what `Home.write` raises."""
    with home.read() as reading:
        stand = _stand(reading)
        ties = ties_among(items_in(reading))
        derived = derived_of([paper_of(document) for document in reading.documents()])
    with home.write(entering=False) as writing:
        writing.put_threads(map(_row, ties))
        writing.put_derivations(DerivedRow(each.copy, each.original, each.how, each.share) for each in derived)
        writing.say_about_home(LOOKED, stand)
    return Looked(len(ties), len(derived))


def is_looked_through(reading: Reading) -> bool:
    """Whether nothing came since it was last looked for; an empty home has nothing to look for."""
    stand = _stand(reading)
    return reading.about_home(LOOKED) == stand or stand == "0 0"


def paper_of(document: DocumentRow) -> Paper:
    """The text of a document without its furniture and markup."""
    text = list(document.original)
    furniture = document.reading.get("boilerplate")
    for quote in furniture if isinstance(furniture, list) else []:
        if isinstance(quote, dict):
            start, end = int(str(quote["start"])), int(str(quote["end"]))
            text[start:end] = " " * (end - start)
    plain = "".join(text)
    if document.media == "text/html":
        plain = _TAG.sub(" ", plain)
    doc = document.reading.get("doc")
    described: Fields = doc if isinstance(doc, dict) else {}
    machine = described.get("machine_translation") is True
    return Paper(document.digest, document.lang, plain, str(described.get("date") or ""), machine)


def _row(tie: Tie) -> ThreadRow:
    reasons: list[Fields] = [{"what": why.what, "codes": [*why.codes], "share": why.share} for why in tie.reasons]
    return ThreadRow(tie.one, tie.other, tie.score, tie.standing, [*reasons])


def _stand(reading: Reading) -> str:
    return f"{sum(book.size for book in reading.books())} {reading.document_counts().all}"
