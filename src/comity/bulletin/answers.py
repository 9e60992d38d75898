"""The answers under the codes of what is shown, as files that a program can check by itself.

    check/CODE.json     as a served home answers there, so that `comity check CODE --at ADDRESS` can be asked of plain files

- An answer holds bodies whole. So one is given only where the bulletin shows all that is in it: a thing whose parties consented
  to some of its languages, or to its present words alone, has a page and no answer.
- It is made anew where the entries in it are others. That its book has grown since changes nothing: what was proved stays so.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from comity.bulletin.placing import Planned
from comity.bulletin.site import Site
from comity.exchange.bundle import FORM
from comity.procedures.check_code import PublicAnswers
from comity.procedures.what_may_be_published import Shown
from comity.record.act import decode_body
from comity.record.agreement import SIGNING
from comity.record.code import code_of
from comity.record.shelf import Entry

# What stands on a shown thing without words of its own, and what says who may sign for a book.
_WITHOUT_WORDS = (*SIGNING, "publication_consent", "authorization", "key_change")


@dataclass(frozen=True, slots=True)
class Answered:
    """The files of the answers, and every code of the bulletin with 1 where an answer lies under it, else 0."""

    files: tuple[Planned, ...]
    codes: Mapping[str, int]


def answers_of(site: Site, answers: PublicAnswers) -> Answered:
    """Every answer that may be given."""
    files: list[Planned] = []
    codes: dict[str, int] = {}
    for thing, shown in ((each.id, each) for group in (site.published.things, site.published.parties) for each in group.values()):
        code, entries = code_of(thing), answers.entries_of(thing)
        is_answered = bool(entries) and all(_is_shown(site, answers, shown, each) for each in entries)
        codes[code] = int(is_answered)
        if is_answered:
            made_of = site.made_of(FORM, thing, *sorted(each.id for each in entries))
            files.append(Planned(f"check/{code}.json", made_of, partial(_answer, answers, thing)))
    return Answered(tuple(files), codes)


def _answer(answers: PublicAnswers, thing: str) -> bytes:
    return f"{json.dumps(answers.answer(thing), ensure_ascii=False, sort_keys=True)}\n".encode()


def _is_shown(site: Site, answers: PublicAnswers, about: Shown, entry: Entry) -> bool:
    """Whether the bulletin shows what an entry in the answer about a thing says, all of it."""
    kept, envelope = answers.carrying.kept(entry), entry.envelope
    said = decode_body(kept[1]) if kept else {}
    shown = site.published.get(entry.id)
    if shown is not None and shown.publication is not None:
        return all(shown.fields.get(name) == value for name, value in said.items())
    if shown is not None:
        return True
    if envelope is None:
        return False
    if envelope.kind == "charter":
        return not said
    if envelope.kind in ("correction", "erasure"):
        # What reports say is for everybody in every version of it; consent is to the present words.
        return about.publication is None
    return envelope.kind in _WITHOUT_WORDS and not said
