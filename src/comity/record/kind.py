"""Kinds: the declaration from which form, list, page, filter, search, command and glossary row come.

A kind is published once and then frozen: another meaning is another kind. A kind this version does not know
is kept and passed on byte for byte, shown as such, and folds to nothing.

Source: docs/howto/add-an-act-kind.md; docs/decisions/0003-one-file-per-kind.md, 0004-unknown-things-are-kept.md.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from comity.record.authority import NEEDED
from comity.record.canonical import Fields
from comity.record.errors import MissingField, UnknownField
from comity.record.field import Field, Place
from comity.record.language import Labels
from comity.record.state import Thing

Effect = Callable[[Thing], Fields]
Check = Callable[[Fields], None]
FoundBy = Callable[[Fields], set[tuple[str, str]]]


def _no_effect(_: Thing) -> Fields:
    return {}


def _no_check(_: Fields) -> None:
    return None


def _nothing_more(_: Fields) -> set[tuple[str, str]]:
    return set()


@dataclass(frozen=True)
class Kind:
    """One kind of act.

    `opens`: its entries are things of their own, listed and shown. `title`: the field a thing is called by.
    `check` sees all fields together and raises WrongValue; `effect` gives what a thing shows beyond its fields,
    from the statements that name it. `day`: the fields of which the first one held says on which day the thing stands in
    lists. `found_by` gives from a register row by what lists find it beyond its facets, as (name, value).
    `example` can be entered unchanged: references in it may be "self" (the
    entering party), another kind's example by name ("@session"), or an act of its own ({"kind": ..., ...}).
    `source`: the article, rule or design section that justifies the kind. `order`: where lists show it.
    """

    name: str
    order: int
    labels: Labels
    plural: Labels
    meaning: Labels
    source: str
    fields: tuple[Field, ...]
    example: Fields
    opens: bool = True
    title: str = ""
    check: Check = _no_check
    effect: Effect = _no_effect
    day: tuple[str, ...] = ()
    found_by: FoundBy = _nothing_more

    @property
    def binding(self) -> bool:
        """Whether its envelope has a binding part."""
        return self.name in NEEDED or any(field.place is Place.BIND for field in self.fields)

    @property
    def signed(self) -> bool:
        """Whether it is void without the signature of an authorised person."""
        return self.name in NEEDED

    def field(self, name: str) -> Field:
        """The field called `name`. Raises: UnknownField."""
        for field in self.fields:
            if field.name == name:
                return field
        raise UnknownField(kind=self.name, field=name)

    def at(self, place: Place) -> tuple[Field, ...]:
        """The fields that stand at `place`."""
        return tuple(field for field in self.fields if field.place is place)

    def check_fields(self, fields: Fields) -> None:
        """Refuses fields (of all three places, by name) that this kind does not take.

        Raises: UnknownField, MissingField, WrongValue, TextNotNfc, HiddenCharacter.
        """
        self.check_part(self.fields, fields)
        self.check(fields)

    def check_part(self, declared: Sequence[Field], fields: Fields) -> None:
        """As `check_fields`, for some of the declared fields only and each by itself."""
        for name in fields:
            self.field(name)
        for field in declared:
            if field.name in fields:
                field.check(fields[field.name])
            elif field.required:
                raise MissingField(field=field.name)
