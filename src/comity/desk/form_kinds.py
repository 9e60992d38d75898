"""What can be typed in: the kinds, and of each kind the fields a person fills.

- A kind whose acts are void without a signature is not typed here: a person's key signs, at the command line.
- A kind that is made by reading or that undoes is a deed of its own, not a form.
"""

from __future__ import annotations

from comity.kinds import every_kind
from comity.record.canonical import Value
from comity.record.errors import ComityError, UnknownKind
from comity.record.field import Evidence, Field, Record, Ref
from comity.record.kind import Kind

NOT_BY_FORM = frozenset({"reading", "merge", "erasure"})
# In the order of a week's work; kinds not named here follow in their own order.
FIRST = ("undertaking", "progress", "obstacle", "letter", "call", "session", "proposal", "delegation", "post_holding")
# Required, but made from the others where nobody gives it.
MADE = frozenset({("text", "parties")})


def typed_kinds() -> list[Kind]:
    """Every kind that has a form, those of a week's work first."""
    kinds = [kind for kind in every_kind().values() if not kind.signed and kind.name not in NOT_BY_FORM]
    return sorted(kinds, key=lambda kind: FIRST.index(kind.name) if kind.name in FIRST else len(FIRST))


def typed_kind(name: str) -> Kind:
    """The kind with a form called `name`. Raises: UnknownKind."""
    for kind in typed_kinds():
        if kind.name == name:
            return kind
    raise UnknownKind(kind=name)


def typed_fields(kind: Kind) -> list[Field]:
    """The fields of the kind that a person fills."""
    return [field for field in kind.fields if not field.computed and not isinstance(field.form, Evidence | Record)]


def is_required(kind: Kind, field: Field) -> bool:
    """Whether nothing can be entered without it."""
    return field.required and (kind.name, field.name) not in MADE


def takes_several(kind: Kind, field: Field) -> bool:
    """Whether more than one value may stand there; the kind's own check is asked about two references."""
    if not field.many or not isinstance(field.form, Ref):
        return field.many
    two: list[Value] = ["0" * 64, "1" * 64]
    try:
        kind.check({field.name: two})
    except ComityError as problem:
        return not (problem.values.get("field") == field.name and problem.values.get("value") == "2 ids")
    return True
