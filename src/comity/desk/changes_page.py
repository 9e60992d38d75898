"""What was entered since a day? Every entry of every book held, the latest arrival first, by day and book."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpResponse

from comity.desk.answering import show
from comity.desk.asking import Ask, page
from comity.desk.filters import address
from comity.desk.listing import MOST, in_form
from comity.paper.labels import kind_label
from comity.record.act import EntryId
from comity.record.shelf import Entry

# How many entries are looked at for one page, and for one file.
MOST_SEEN, MOST_IN_FILES = 500, 2000
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Change:
    """An entry as lists show it, with what it refers to."""

    id: str
    kind: str
    party: str
    at: str
    zone: str
    about: tuple[str, ...]


@page
def changes(ask: Ask, form: str) -> HttpResponse:
    """The entries; `?since=2026-11-01` keeps to those entered on that UTC day or later, `?after=` goes on from an entry."""
    since, after = ask.request.GET.get("since", ""), ask.request.GET.get("after", "")
    since = since if _DAY.fullmatch(since) else ""
    most = (MOST_SEEN if since else MOST + 1) if form == "/" else MOST_IN_FILES
    seen = ask.reading.latest_entries(after=EntryId(after) if after else None, limit=most)
    found = [_change(entry) for entry in seen if _is_since(entry, since)]
    going_on = len(seen) == most
    return in_form(form, "changes", found, lambda: _page(ask, found, since, seen[-1].id if going_on else ""))


def _page(ask: Ask, found: list[Change], since: str, last_seen: str) -> HttpResponse:
    shown = found[:MOST]
    onward = shown[-1].id if len(found) > MOST else last_seen
    chosen = {"since": since} if since else {}
    ask.names.learn({name for change in shown for name in (change.id, change.party, *change.about)})
    days = [
        (day, [(party, list(each)) for party, each in groupby(group, lambda change: change.party)])
        for day, group in groupby(shown, lambda change: change.at[:10])
    ]
    return show(
        ask,
        "changes.html",
        since=since,
        given=ask.request.GET.get("since", ""),
        count=len(found),
        more_seen=bool(last_seen),
        days=days,
        books=len({change.party for change in found}),
        kind_words=lambda kind: kind_label(kind, ask.lang),
        more=address(ask.request.path, {**chosen, "after": onward}) if onward else "",
        query=ask.request.META.get("QUERY_STRING", ""),
    )


def _is_since(entry: Entry, since: str) -> bool:
    return entry.envelope is not None and entry.envelope.at[:10] >= since


def _change(entry: Entry) -> Change:
    envelope = entry.envelope
    if envelope is None:
        return Change(entry.id, "", entry.book, "", "", ())
    about = tuple(dict.fromkeys(ref.id for ref in envelope.refs if ref.role not in ("source", "evidence")))
    return Change(entry.id, envelope.kind, entry.book, envelope.at, envelope.zone, about[:3])
