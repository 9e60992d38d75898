"""A reading told to a person: each draft, the rule that made it, and where that rule is written."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Protocol

from comity.reader.reading import Detail, Quote, Reading
from comity.reader.words.lexicon import Line, every_line

_WIDTH = 100


def explain(reading: Reading) -> str:
    """The reading as lines of text, one draft after another, each with its rule, file and line, and confidence."""
    head = f"{reading.document_name}  {reading.lang}  sha256 {reading.digest[:12]}"
    lines = [head, *(f"notice: {notice}" for notice in reading.notices)]
    lines.extend(_detail_lines(reading.dated_by) if reading.dated_by else ())
    for kind, what, evidence, one in _drafts(reading):
        lines.append(f"{kind}  {what}  ({one.confidence:.2f})")
        lines.extend(f"    {quote.start}-{quote.end}  {_short(quote.quote)}" for quote in evidence)
        lines.extend(f"    by {where}" for where in _where(one.rule))
        lines.extend(line for detail in getattr(one, "details", ()) for line in _detail_lines(detail))
    return "\n".join(lines) + "\n"


class _Drafted(Protocol):
    """Whatever a reading holds as a draft."""

    @property
    def rule(self) -> str: ...
    @property
    def confidence(self) -> float: ...


def _drafts(reading: Reading) -> Iterator[tuple[str, str, tuple[Quote, ...], _Drafted]]:
    for party in reading.parties:
        yield "party", f"{party.code} {party.name}", party.evidence, party
    for person in reading.people:
        yield "person", person.name, person.evidence + person.titles, person
    for session in reading.sessions:
        what = f"{session.role} {session.mechanism} {session.edition or session.year or ''}".rstrip()
        yield "session", what, session.evidence, session
    for clause in reading.clauses:
        what = f"{clause.status} {', '.join(clause.areas)}"
        yield "clause", what, clause.act + clause.evidence, clause
    for instrument in reading.instruments:
        yield "instrument", instrument.type, instrument.evidence, instrument
    for gate in reading.gates:
        yield "gate", " - ".join(gate.pair) or "at large", gate.evidence, gate
    for coming in reading.next_sessions:
        what = f"{coming.mechanism} {coming.edition or ''}".rstrip()
        yield "next session", what, coming.evidence, coming
    for statement in reading.statements:
        yield "statement", statement.act, statement.evidence, statement
    for named in reading.referenced_instruments:
        yield "refers to", named.name, named.evidence, named
    for one in reading.told:
        yield one.type.replace("_", " "), _short(one.value), one.evidence, one


def _detail_lines(detail: Detail) -> Iterator[str]:
    value = f"{detail.value} [{detail.code}]" if detail.code else detail.value
    yield f"    {detail.name}: {_short(value)}  ({detail.confidence:.2f})"
    yield from (f"        {quote.start}-{quote.end}  {_short(quote.quote)}" for quote in detail.evidence)
    yield from (f"        by {where}" for where in _where(detail.rule))


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _WIDTH else f"{words[: _WIDTH - 1]}…"


@lru_cache(maxsize=1)
def _by_rule() -> dict[str, Line]:
    return {line.rule: line for line in every_line()}


def _where(rule: str) -> Iterator[str]:
    for part in rule.split(" + "):
        line = _by_rule().get(part)
        yield f"{part}  lexicon/{line.file}:{line.number}" if line else part
