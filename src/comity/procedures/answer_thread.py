"""Keeps what a person said of two items: that they are one matter, or that they are apart. Both stay as they are.

- The answer is a note of this home under the names of both; it enters nothing and can be undone like every deed at the desk.
- Any two agreed items or proposals may be tied, suggested or not.
"""

from __future__ import annotations

from comity.procedures.clock import Moment
from comity.procedures.matter_items import KINDS
from comity.record.act import EntryId
from comity.record.canonical import Fields
from comity.record.errors import NotOneMatter, UnknownThing
from comity.store.home import Home
from comity.store.reading import DeedPart, Reading
from comity.store.rows import likeness_of
from comity.store.threads import APART, ONE_MATTER


def answer_thread(home: Home, one: str, other: str, *, confirm: bool, moment: Moment) -> int:
    """Keeps the answer and returns the number of the deed, 0 where it was answered so before.

    Raises: UnknownThing, AmbiguousName, NotOneMatter.
    """
    with home.write(entering=False) as writing:
        first, second = _item(writing, one), _item(writing, other)
        if first == second:
            raise NotOneMatter(one=one, other=other)
        answer, earlier = ONE_MATTER if confirm else APART, writing.likeness(first, second)
        if answer == earlier:
            return 0
        before: Fields | None = {**likeness_of(first, second, earlier)} if earlier else None
        writing.set_likeness(first, second, answer)
        part = DeedPart(0, "", before, {**likeness_of(first, second, answer)})
        return writing.add_deed(answer, [part], at=moment.at)


def _item(reading: Reading, name: str) -> EntryId:
    entry = reading.resolve(name)
    thing = reading.thing(entry)
    if thing is None:
        raise UnknownThing(name=name)
    if thing["kind"] not in KINDS:
        raise NotOneMatter(one=name, other="")
    return entry
