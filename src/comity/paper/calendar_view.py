"""What stands in a calendar: days that the record says, each on somebody's word.

- A month or a year as said covers all its days; it never becomes one of them. What was not said as a day at all has no event.
- Days told differently stand as events of their own, each with whose word it is; a day only said less exactly is no other.
- Everything is taken from the record, nothing from a clock: the same record gives the same events.
- A standing duty has no day; a letter has one while it awaits an answer; a term ends with its last day.

Source: RFC 5545 sections 3.6.1 (an end is exclusive), 3.8.4.7 (UID) and 3.8.7.4 (SEQUENCE).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from comity.paper.moment import show_day
from comity.paper.names import listed
from comity.paper.row_parts import fields_in, ids_in, rows_in, statements_in, view_of, words_in
from comity.paper.sessions_view import asked_for, session_line
from comity.paper.thing_view import title_parts, voice_words
from comity.paper.translate import translate
from comity.paper.wording import lead_of
from comity.record.agreement import Answer
from comity.record.canonical import Fields

OFF = ("put_off", "not_held")
SIGNED = ("signed", "instrument")


@dataclass(frozen=True, slots=True)
class Event:
    """One event of whole days: from `starts` to `until`, that day excluded.

    `summary` and `lines` in one language, `lines` with the titles in the others first; `status` as RFC 5545 has it, or "".
    `thing` whose page tells more; `parties` whom it concerns; `made_at` and `changed_at` instants of the record.
    """

    uid: str
    summary: str
    lines: tuple[str, ...]
    starts: date
    until: date
    status: str
    thing: str
    parties: frozenset[str]
    made_at: str
    changed_at: str
    sequence: int
    open: bool


@dataclass(frozen=True, slots=True)
class Telling:
    """How events are told: in which language, and with what things are called; "" where that may not be said."""

    lang: str
    called: Callable[[str], str]


def span(day: str) -> tuple[date, date] | None:
    """The days that a day, month or year as said covers, half-open; None for what is none of them."""
    try:
        if len(day) == 10:
            first = date.fromisoformat(day)
            return first, first + timedelta(days=1)
        if len(day) == 7:
            first = date.fromisoformat(day + "-01")
            return first, date(first.year + first.month // 12, first.month % 12 + 1, 1)
        return (date(int(day), 1, 1), date(int(day) + 1, 1, 1)) if len(day) == 4 else None
    except (ValueError, OverflowError):
        return None


def session_events(row: Fields, beside: Mapping[str, Fields], telling: Telling) -> list[Event]:
    """The event of a session as its own book has it and, beside it, each other day told; `beside` as for its line."""
    _, line = translate(telling.lang), session_line(row, beside)
    cancelled = {"planned": "TENTATIVE", "held": "CONFIRMED"} | dict.fromkeys(OFF, "CANCELLED")
    blank = _blank(row, telling, {*line.host, *line.parties}, status=cancelled.get(line.stage, ""))
    venue = lead_of(line.venue, telling.lang)
    places = (_("Place: {place}", place=venue.text),) if venue else ()
    hosts = (_("Host: {party}", party=_several(line.host, telling)),) if _several(line.host, telling) else ()
    blank = replace(blank, lines=(*blank.lines, *places, *hosts))
    readings = {str(each["id"]): each for each in (*statements_in(row, "reading"), *beside.values())}
    told = [each for each in line.also_told if each.part == "date"]
    found = _on(blank, line.starts_on, line.ends_on, telling)
    events = [_worded(found, _book_word(row, telling) if told else "")] if found else []
    for each in told:
        value = fields_in(readings[each.reading]).get("value")
        last = words_in(value, "date_until") if isinstance(value, dict) else ""
        other = replace(blank, uid=_uid(str(row["id"]), "told", each.reading), thing=each.reading)
        other = _dated(other, readings[each.reading])
        if placed := _on(other, each.value, last, telling):
            events.append(_worded(placed, _source_word(each.source, telling)))
    return events


def undertaking_events(row: Fields, telling: Telling) -> list[Event]:
    """The day an agreed item is planned for, as agreed and as each owner has last said where that is another day."""
    _, fields = translate(telling.lang), fields_in(row)
    if fields.get("nature") == "standing":
        return []
    owners = ids_in(fields, "owners")
    blank = _blank(row, telling, owners)
    agreed = words_in(fields, "due_on")
    due = replace(blank, uid=_uid(str(row["id"]), "due"), summary=_("Planned: {what}", what=blank.summary))
    found = [_worded(event, _book_word(row, telling)) for event in [_on(due, agreed, "", telling)] if event]
    by_voice: dict[tuple[str, str], list[Fields]] = {}
    for said in statements_in(row, "progress"):
        if words_in(fields_in(said), "due_on"):
            by_voice.setdefault((next(iter(ids_in(fields_in(said), "owner")), ""), str(said["party"])), []).append(said)
    for (owner, book), statements in sorted(by_voice.items()):
        last = statements[-1]
        day = words_in(fields_in(last), "due_on")
        word = words_in(fields_in(last), "word")
        voice = voice_words(words_in(fields_in(last), "state"), "told" if word == "own" and book != owner else word, telling.lang)
        moved = _dated(replace(due, uid=_uid(str(row["id"]), "planned", owner, book)), last)
        moved = replace(moved, sequence=len(statements) - 1)
        event = _on(moved, day, "", telling) if day != agreed else None
        if event:
            words = f"{telling.called(owner)} ({voice})" if telling.called(owner) else voice
            event = _worded(event, words)
            found.append(replace(event, lines=(*event.lines, *_lines(_book_word(last, telling)))))
    return found


def letter_events(row: Fields, telling: Telling) -> list[Event]:
    """The day an answer is asked for by, while a letter or call awaits one."""
    _, fields = translate(telling.lang), fields_in(row)
    if view_of(row).get("awaits_answer") != "yes":
        return []
    senders, receivers = ids_in(fields, "from_party"), ids_in(fields, "to_party")
    blank = _blank(row, telling, {*senders, *receivers})
    sides = " → ".join(part for part in (_several(senders, telling), _several(receivers, telling)) if part)
    number = words_in(fields, "number")
    numbered = _lines(_("Number: {number}", number=number) if number else "")
    blank = replace(
        blank,
        uid=_uid(str(row["id"]), "answer"),
        summary=_("Answer asked for: {what}", what=blank.summary),
        lines=(*blank.lines, *numbered, *_lines(sides)),
    )
    event = _on(blank, words_in(fields, "answer_due_on"), "", telling)
    return [event] if event else []


def term_events(row: Fields, texts: Mapping[str, Fields], telling: Telling) -> list[Event]:
    """The last day of each text of an item that is in force by consent; `texts` are their rows by id."""
    _, agreement = translate(telling.lang), row.get("agreement")
    found = []
    for text in rows_in(agreement, "texts") if isinstance(agreement, dict) else ():
        ends, held = words_in(text, "ends_on"), str(text["id"]) in texts
        ended = [words_in(part, "effective_on") for part in rows_in(text, "withdrawn")]
        if text["in_force"] != Answer.YES or not held or any(day <= ends for day in ended):
            continue
        blank = _blank(row, telling, ids_in(text, "parties"))
        blank = replace(blank, uid=_uid(str(text["id"]), "term"), summary=_("Term ends: {what}", what=blank.summary))
        event = _on(replace(blank, thing=str(text["id"])), ends, "", telling)
        found += [event] if event else []
    return found


def reported_term_events(row: Fields, telling: Telling, known: Mapping[str, Fields]) -> list[Event]:
    """The end of the term of an instrument that a source reports; of a second one (`known` by id) where it differs."""
    _, fields = translate(telling.lang), fields_in(row)
    ends = reported_end(row)
    about = ids_in(fields, "about")
    if fields.get("says") not in SIGNED or any(reported_end(known[thing]) == ends for thing in about if thing in known):
        return []
    blank = _blank(row, telling, about)
    blank = replace(blank, uid=_uid(str(row["id"]), "term"), summary=_("Term ends: {what}", what=blank.summary))
    event = _on(blank, ends, "", telling)
    source = next(iter(ids_in(fields, "source")), "")
    return [_worded(event, _source_word(source, telling))] if event else []


def reported_end(row: Fields) -> str:
    """The day, month or year a source says an instrument ends with, else ""."""
    value = fields_in(row).get("value")
    return (words_in(value, "date_until") or words_in(value, "deadline")) if isinstance(value, dict) else ""


def named_in(rows: Iterable[Fields]) -> set[str]:
    """Everything whose name the events of these rows may say, and the readings and delegations beside them."""
    found: set[str] = set()
    for row in rows:
        fields = fields_in(row)
        found |= {str(row["party"]), *asked_for(row), *ids_in(fields, "source")}
        for name in ("host", "parties", "owners", "from_party", "to_party"):
            found |= set(ids_in(fields, name))
        for said in statements_in(row):
            found |= {str(said["party"]), *ids_in(fields_in(said), "owner"), *ids_in(fields_in(said), "source")}
        agreement = row.get("agreement")
        if isinstance(agreement, dict):
            found |= {str(text["id"]) for text in rows_in(agreement, "texts")}
    return found - {""}


def _blank(row: Fields, telling: Telling, parties: Iterable[str], *, status: str = "") -> Event:
    """An event of a thing without its days: called in the language, with its other names beneath."""
    parts, nowhere = title_parts(row), date.min
    lead = lead_of(parts, telling.lang)
    others = tuple(" ".join(part.text.split()) for part in parts if part is not lead)
    title = " ".join(lead.text.split()) if lead else telling.called(str(row["id"])) or str(row["id"])[:12]
    changes = statements_in(row, "correction")
    blank = Event(
        uid=_uid(str(row["id"])),
        summary=title,
        lines=others,
        starts=nowhere,
        until=nowhere,
        status=status,
        thing=str(row["id"]),
        parties=frozenset(parties),
        made_at=str(row["at"]),
        changed_at=max([str(row["at"]), *(str(said["at"]) for said in changes)]),
        sequence=len(changes),
        open=row.get("label") == "clear",
    )
    return blank


def _dated(event: Event, said: Fields) -> Event:
    """The event as a statement says it: since when, and seen by whom."""
    at = str(said["at"])
    return replace(event, made_at=at, changed_at=at, sequence=0, open=event.open and said.get("label") == "clear")


def _on(event: Event, first: str, last: str, telling: Telling) -> Event | None:
    """The event on its days; None where no day, month or year was said. A last day said less exactly is not used."""
    begins = span(first)
    if begins is None:
        return None
    ends = span(last) if len(last) >= len(first) else None
    until = ends[1] if ends and ends[1] > begins[0] else begins[1]
    if len(first) == 10:
        return replace(event, starts=begins[0], until=until)
    said = translate(telling.lang)("{what} ({day}, no day said)", what=event.summary, day=show_day(first, telling.lang))
    return replace(event, starts=begins[0], until=until, summary=said)


def _worded(event: Event, word: str) -> Event:
    """The event with whose word it is."""
    return replace(event, summary=f"{event.summary} · {word}") if word else event


def _book_word(row: Fields, telling: Telling) -> str:
    party = telling.called(str(row["party"]))
    return translate(telling.lang)("in the book of {party}", party=party) if party else ""


def _source_word(source: str, telling: Telling) -> str:
    name = telling.called(source) if source else ""
    _ = translate(telling.lang)
    return _("as told in {source}", source=name) if name else _("as told in another source")


def _several(ids: Iterable[str], telling: Telling) -> str:
    return listed([name for name in map(telling.called, ids) if name], telling.lang)


def _lines(*words: str) -> tuple[str, ...]:
    return tuple(word for word in words if word)


def _uid(thing: str, *more: str) -> str:
    """The same for the same thing for ever, whichever home tells it."""
    return "-".join([thing, *(part[:16] for part in more)]) + "@comity.invalid"
