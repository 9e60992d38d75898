"""What a statement is called that is no thing of its own: its kind, and what it speaks of in each language that has words."""

from __future__ import annotations

from collections.abc import Iterable

from comity.kinds import every_kind
from comity.paper.labels import kind_label
from comity.paper.translate import N_, translate
from comity.paper.wording import Part
from comity.record.act import Envelope
from comity.record.field import Ref
from comity.record.language import LANGUAGES

KIND_OF = N_("{kind}: {what}")


def spoken_of(envelope: Envelope) -> str:
    """The id of what a statement speaks of: what its kind names first; "" where the kind is not known or names nothing."""
    kind = every_kind().get(envelope.kind)
    roles = [field.name for field in kind.fields if isinstance(field.form, Ref)] if kind is not None else []
    return next((thing for role in roles for thing in envelope.referred(role)), "")


def statement_parts(kind: str, parts: Iterable[Part]) -> tuple[Part, ...]:
    """The name of a statement of a kind by the parts of what it speaks of; none where that has no words."""
    return tuple(Part(part.lang, part.standing, _named(kind, part)) for part in parts)


def _named(kind: str, part: Part) -> str:
    lang = part.lang if part.lang in LANGUAGES else "en"
    return translate(lang)(KIND_OF, kind=kind_label(kind, lang), what=part.text)
