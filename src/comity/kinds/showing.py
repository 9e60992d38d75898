"""What a reader may see of a thing: the one way in which pages, files and releases for others are made.

- A thing is there for a reader only if everything its own party says of it may go to that reader: it bears the
  strictest label of its opening and of its own party's corrections. No old words stand in for corrected ones.
- It is then folded from what may go to the reader and from nothing else. So neither the fields nor what the kind shows
  nor a finding depends on a body that may not, nor tells that there is one.
- An agreement is computed from envelopes; where one of them on the item may not go to the reader, nobody can say.

Source: docs/decisions/0019-what-a-reader-may-see.md; design promise P8; docs/format.md section 2 (Labels).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from comity.kinds.folding import fold_thing
from comity.record.act import PartyId
from comity.record.label import may_go_to
from comity.record.shelf import Entry
from comity.record.state import Act, Thing

ANYBODY: PartyId | None = None


def seen_by(reader: PartyId | None, opening: Act, naming: Sequence[Act]) -> Thing | None:
    """The thing `opening` opens as `reader` may see it, a party or `ANYBODY`; None where it is not for that reader.

    `naming`: all acts held that say something of it, as for `fold_thing`; those that may not go to the reader included.
    """
    return seen_by_all((reader,), opening, naming)


def seen_by_all(readers: Collection[PartyId | None], opening: Act, naming: Sequence[Act]) -> Thing | None:
    """The same for a paper that several read together: what may go to every one of them; to anybody, where none is named."""
    together = tuple(readers) or (ANYBODY,)
    whole = fold_thing(opening, naming)
    if whole is None or not all(may_go_to(whole.label, whole.audience, owner=whole.party, reader=each) for each in together):
        return None
    return fold_thing(opening, [act for act in naming if all(is_for(each, act.entry) for each in together)])


def is_for(reader: PartyId | None, entry: Entry) -> bool:
    """Whether what an entry says may go to `reader`, by its own label."""
    envelope = entry.envelope
    return envelope is not None and may_go_to(envelope.label, envelope.audience, owner=entry.book, reader=reader)


def may_say_agreement(reader: PartyId | None, on_item: Iterable[Entry]) -> bool:
    """Whether `reader` may be told what is agreed: every entry on the item, on its texts and they themselves are for it."""
    return all(is_for(reader, entry) for entry in on_item)
