"""Gathers what a home holds on a day and says what a leader would want to know of it.

- A number of queries that does not grow with the record: things by kind, then everything they rest on at once.
- Seen with the eyes of the party asked for where its book is kept here, else of the home's own; `joint`: with nobody's own,
  and from nothing but what may go to every party of the session.
- The record is read as it stands now; the day decides what is new, near or over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from datetime import date

from markupsafe import Markup

from comity.paper.agreed_view import Read
from comity.paper.names import Name, plain_name
from comity.paper.printed import Line, plain
from comity.paper.printed_line import name_line
from comity.paper.printed_markup import Marker
from comity.paper.row_parts import fields_in, ids_in, statements_in, words_in
from comity.procedures.eyes import Eyes, joint_eyes
from comity.procedures.own_books import home_book
from comity.record.canonical import Fields, Value
from comity.record.errors import UnknownParty, UnknownThing, WrongValue
from comity.record.language import LANGUAGES
from comity.review.changed import Changes, changes, facts_of
from comity.review.every_rule import RULES, findings_of
from comity.review.found import Found
from comity.review.gathered import Gathered
from comity.review.joint import for_all
from comity.review.saying import MOST_WORDS, sentence
from comity.review.scope import Scope
from comity.review.thresholds import Thresholds
from comity.store.ordering import Values
from comity.store.reading import Reading

KINDS = ("undertaking", "obstacle", "letter", "call", "item", "session", "mechanism", "party", "charter", "post_holding")
# The readings that findings speak of: by what they say, and those that tell of a paper signed or issued.
TOLD = (*(Values("says", says, says) for says in ("done", "difficulty", "gate")), Values("instrument"))
_TIES = ("evidence", "source", "session", "mechanism", "about")


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: the day (ISO), the numbers to go by; a session, a party and a mechanism by name or id, an area by its
    code ("" for all).

    `most` how many things of each kind are looked through, the latest first; None for all. `joint` as above.
    """

    day: str
    limits: Thresholds
    session: str = ""
    party: str = ""
    mechanism: str = ""
    area: str = ""
    most: int | None = None
    joint: bool = False


@dataclass(frozen=True, slots=True)
class Findings:
    """The answer: findings by rule, what was looked at, and the rows that name what they speak of.

    `eyes` those it was seen with; `row` that of the session asked for, as it was seen.
    """

    asked: Asked
    scope: Scope
    state: Gathered
    found: tuple[Found, ...]
    names: dict[str, Name]
    eyes: Eyes
    row: Fields | None = None

    @property
    def cut(self) -> bool:
        """Whether more was there than was looked through."""
        return self.eyes.cut

    def called(self, thing: str, lang: str) -> str:
        """What a thing is called in a language."""
        return plain_name(self.names.get(thing, Name(thing)), lang)

    def say(self, found: Found, lang: str) -> str:
        """One finding as a sentence."""
        return plain(sentence(found, lang, self._named(lang)))

    def show(self, found: Found, lang: str) -> Markup:
        """One finding as a sentence of a page, every name in its own language; what it is about leads to its page, and long
        words are cut.
        """
        return Marker(lang).line(sentence(found, lang, self._named(lang, linked=found.thing), most=MOST_WORDS))

    def _named(self, lang: str, linked: str = "") -> Callable[[str], Line]:
        return lambda thing: name_line(self.names.get(thing), lang, href=f"/t/{thing}" if thing == linked else "")


def gather_findings(reading: Reading, asked: Asked) -> Findings:
    """The findings of a day. Raises: UnknownThing, UnknownParty, AmbiguousName, WrongValue."""
    party = _party(reading, asked.party) if asked.party else ""
    session = _row_of(reading, asked.session, "session") if asked.session else None
    eyes = joint_eyes(reading, session) if asked.joint and session is not None else Eyes(reading)
    if session is not None:
        session = eyes.called([str(session["id"])]).get(str(session["id"])) or _unseen(session)
    rows = {kind: eyes.things(kind, asked.most) for kind in KINDS}
    rows["reading"] = tuple(row for told in TOLD for row in eyes.by_value(told, asked.most))
    scope = _scope(session, party)
    if asked.mechanism or asked.area:
        within = str(_row_of(reading, asked.mechanism, "mechanism")["id"]) if asked.mechanism else ""
        scope = replace(scope, area=asked.area, within=within)
    state = Gathered(
        on=asked.day,
        since=_since(session, rows["session"], asked),
        us=frozenset() if asked.joint else _us(reading, party),
        rows=rows,
        read=Read(0, 0) if asked.joint else _read(reading),
        beside=_beside(eyes, rows),
        again=frozenset() if asked.joint else frozenset(reading.worded_again(str(row["id"]) for row in rows["undertaking"])),
    )
    every = findings_of(state, asked.limits)
    found = tuple(scope.choose(for_all(every) if asked.joint else every))
    return Findings(asked, scope, state, found, _names(eyes, found, scope.session), eyes, session)


def as_values(findings: Findings, earlier: dict[str, Fields] | None = None) -> Fields:
    """The answer as values; with `earlier` findings by key also what changed since."""
    state, counts = findings.state, {rule: sum(each.rule == rule for each in findings.found) for rule in RULES}
    told: Fields = {
        "day": state.on,
        "since": state.since,
        "session": findings.scope.session,
        "party": findings.scope.party,
        "read": {"sources": state.read.sources, "in_part": state.read.in_part},
        "thresholds": dict(findings.asked.limits.as_fields()),
        "counts": dict(counts),
        "findings": [finding_values(findings, each) for each in findings.found],
    }
    if earlier is not None:
        since: Changes = changes(findings.found, earlier)
        told["changes"] = {name: list(keys) for name, keys in asdict(since).items()}
    return told


def finding_values(findings: Findings, found: Found) -> Fields:
    """One finding as values, with its sentence in each language."""
    lists: dict[str, Value] = {name: list(getattr(found, name)) for name in ("parties", "areas", "evidence", "sources")}
    plain: Fields = {name: str(getattr(found, name)) for name in ("key", "rule", "thing", "session", "mechanism", "day")}
    said: Fields = {lang: findings.say(found, lang) for lang in LANGUAGES}
    return {**plain, **facts_of(found), "facts": found.facts, **lists, "home_only": found.home_only, "sentence": said}


def _party(reading: Reading, name: str) -> str:
    try:
        return str(reading.resolve(name))
    except UnknownThing as problem:
        raise UnknownParty(name=name) from problem


def _row_of(reading: Reading, name: str, kind: str) -> Fields:
    row = reading.thing(reading.resolve(name))
    if row is None or row["kind"] != kind:
        expected = "a session" if kind == "session" else "a mechanism"
        raise WrongValue(field=kind, value=name[:60], expected=expected)
    return row


def _unseen(session: Fields) -> Fields:
    """A session of which the readers of a joint paper may see nothing but that it is meant."""
    return {**session, "fields": {}, "view": {}, "statements": [], "body": "withheld"}


def _scope(session: Fields | None, party: str) -> Scope:
    if session is None:
        return Scope(party=party)
    fields = fields_in(session)
    mechanism = next(iter(ids_in(fields, "mechanism")), "")
    return Scope(str(session["id"]), mechanism, frozenset(ids_in(fields, "parties")), party)


def _since(session: Fields | None, sessions: Iterable[Fields], asked: Asked) -> str:
    """The day of the session before, in its mechanism; the days looked back before a session that is the first, or the day."""
    first = asked.day
    if session is not None:
        fields = fields_in(session)
        first, mechanism = words_in(fields, "starts_on") or asked.day, ids_in(fields, "mechanism")
        same = [fields_in(row) for row in sessions if mechanism and ids_in(fields_in(row), "mechanism") == mechanism]
        held = [words_in(each, "starts_on") for each in same if each.get("stage", "held") == "held"]
        before = [day for day in held if day and day < first]
        if before:
            return max(before)
    whole = (first + "-01-01"[len(first) - 4 :])[:10] if len(first) < 10 else first
    return date.fromordinal(max(1, date.fromisoformat(whole).toordinal() - asked.limits.look_back_days)).isoformat()


def _us(reading: Reading, party: str) -> frozenset[str]:
    own = {str(book.party) for book in reading.books() if book.own} if party else ()
    seen_by = party if party in own else home_book(reading)
    return frozenset({str(seen_by)} if seen_by else ())


def _read(reading: Reading) -> Read:
    count = reading.count("source")
    return Read(count, count - reading.count("source", {"coverage": "full_text"}))


def _beside(eyes: Eyes, rows: dict[str, tuple[Fields, ...]]) -> dict[str, Fields]:
    """What is gathered by id, and what it rests on, is about or belongs to; then the sources of that: two queries."""
    known = {str(row["id"]): row for found in rows.values() for row in found}
    for _turn in range(2):
        wanted = {thing for row in known.values() for thing in _tied(row)} - known.keys()
        known |= eyes.called(wanted) if wanted else {}
    return known


def _tied(row: Fields) -> set[str]:
    said = [fields_in(each) for each in statements_in(row)] if row["kind"] in ("undertaking", "obstacle") else []
    return {thing for fields in (fields_in(row), *said) for name in _TIES for thing in ids_in(fields, name)}


def _names(eyes: Eyes, found: Iterable[Found], session: str) -> dict[str, Name]:
    return eyes.names({name for each in found for name in each.named()} | ({session} if session else set()))
