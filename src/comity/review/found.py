"""A finding: one fact worth a leader's attention, with the rule that found it and the entries it rests on.

- `rule` and `case` choose the sentence; `facts` are what it is filled with: ids, days as said, codes and counts.
- Two findings are the same from one day to another where their keys are; what changed then is in the facts.
- `home_only` stays on this side until the sides have compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from comity.paper.row_parts import fields_in, ids_in
from comity.record.canonical import Fields
from comity.review.gathered import Gathered


@dataclass(frozen=True, slots=True)
class Found:
    """`thing` is what it is about, `part` what tells several findings of one rule and thing apart, "" where there is one.

    `evidence` entries in the order they count, `sources` what these come from; `day` as said, "" where none is.
    """

    rule: str
    case: str
    thing: str
    parties: tuple[str, ...]
    areas: tuple[str, ...]
    session: str
    mechanism: str
    evidence: tuple[str, ...]
    sources: tuple[str, ...]
    part: str = ""
    day: str = ""
    facts: Fields = field(default_factory=dict)
    home_only: bool = False

    @property
    def key(self) -> str:
        """The same for the same finding on any day."""
        return "/".join((self.rule, self.thing, *([self.part] if self.part else [])))

    def named(self) -> set[str]:
        """Everything whose name its sentence or line may say."""
        named = {name for value in self.facts.values() if isinstance(value, list) for name in map(str, value)}
        return {self.thing, self.session, self.mechanism, *self.parties, *self.sources, *named} - {""}


def about(state: Gathered, row: Fields, *, rule: str, case: str, evidence: Iterable[str] = ()) -> Found:
    """A finding about the thing of a row, placed by what the row says; it rests on `evidence` and what the row rests on."""
    fields = fields_in(row)
    given = (*evidence, *ids_in(fields, "evidence"))
    entries = tuple(dict.fromkeys((*given, *([str(row["id"])] if not given or row["kind"] in ("reading", "source") else []))))
    session = next(iter(ids_in(fields, "session")), str(row["id"]) if row["kind"] == "session" else "")
    return Found(
        rule=rule,
        case=case,
        thing=str(row["id"]),
        parties=_parties(fields),
        areas=ids_in(fields, "areas"),
        session=session,
        mechanism=str(row["id"]) if row["kind"] == "mechanism" else state.mechanism_of(session, fields),
        evidence=entries,
        sources=state.sources_of(entries, row),
    )


def in_order(found: Sequence[Found], rules: Sequence[str]) -> list[Found]:
    """By rule as the rules stand; in each by day, the latest first, then by key."""
    place = {rule: at for at, rule in enumerate(rules)}
    by_key = sorted(found, key=lambda each: each.key)
    by_day = sorted(by_key, key=lambda each: each.day, reverse=True)
    return sorted(by_day, key=lambda each: place[each.rule])


def _parties(fields: Fields) -> tuple[str, ...]:
    named = ("owners", "parties", "party", "raised_by", "directed_to", "from_party", "to_party")
    return tuple(dict.fromkeys(party for name in named for party in ids_in(fields, name)))
