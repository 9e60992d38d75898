"""The answers under the codes of what is shown, as files that a program can check by itself, and what codes there are.

    check/CODE.json     as a served home answers there, so that `comity check CODE --at ADDRESS` can be asked of plain files
    check/codes.js      every code of the bulletin, and whether an answer lies under it

- An answer holds bodies whole. So one is given only where the bulletin shows all that is in it: a thing whose parties consented
  to some of its languages, or to its present words alone, has a page and no answer.
- It is made anew where the entries in it are others. That its book has grown since changes nothing: what was proved stays so.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from comity.bulletin.placing import Planned
from comity.bulletin.site import Site
from comity.exchange.bundle import FORM
from comity.procedures.check_code import PublicAnswers
from comity.procedures.what_may_be_published import Shown
from comity.record.act import decode_body
from comity.record.agreement import SIGNING
from comity.record.code import code_of
from comity.record.shelf import Entry

CODES = "check/codes.js"
# What stands on a shown thing without words of its own, and what says who may sign for a book.
_WITHOUT_WORDS = (*SIGNING, "publication_consent", "authorization", "key_change")


def answer_files(site: Site, answers: PublicAnswers) -> Iterator[Planned]:
    """Every answer, then the list of codes."""
    codes: dict[str, int] = {}
    for thing, shown in ((each.id, each) for group in (site.published.things, site.published.parties) for each in group.values()):
        code, entries = code_of(thing), answers.entries_of(thing)
        is_answered = bool(entries) and all(_is_shown(site, answers, shown, each) for each in entries)
        codes[code] = int(is_answered)
        if is_answered:
            made_of = site.made_of(FORM, thing, *sorted(each.id for each in entries))
            yield Planned(f"check/{code}.json", made_of, lambda thing=thing: _answer(answers, thing))  # type: ignore[misc]
    listed = f"comityCodes({json.dumps(codes, sort_keys=True, separators=(',', ':'))});\n".encode()
    yield Planned(CODES, site.made_of(listed.decode()), lambda: listed)


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
