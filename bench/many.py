"""A home with any number of things in its register, for pages to be measured on.

The parties, the mechanism and the report are entered as an office enters them. All other things are put straight into
the register, in one transaction and with the store's own folding, facets and words, with an empty entry behind each: a million
acts entered one by one would take the better part of an hour and change nothing about what a page asks. So `comity verify`
calls such a home damaged, and rightly. A test holds a home filled so against one filed row by row.
Three things in four are agreed items, the others letters, proposals and sessions.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from comity.procedures.clock import Moment
from comity.procedures.enter_act import enter_act
from comity.procedures.hand import Hand
from comity.procedures.name_party import open_book
from comity.record.canonical import Fields, Value
from comity.store.facets import facets_of, place_of, wordings_of
from comity.store.folding import row_bytes, words_of
from comity.store.home import Home

MOMENT = Moment("2026-11-22T01:00:00Z", "Etc/UTC")
PARTIES = (
    ("thanh-lac", "Tỉnh Thanh Lạc", "清乐省", "Thanh Lac province"),
    ("van-khe", "Khu Vân Khê", "云溪区", "Van Khe region"),
    ("ben-suong", "Tỉnh Bến Sương", "雾渡省", "Ben Suong province"),
    ("son-ha", "Tỉnh Sơn Hạ", "山下省", "Son Ha province"),
)
MATTERS = (
    ("mở lại lối thông quan bến phà", "恢复渡口通关通道", "reopen the clearance route at the ferry"),
    ("kéo dài giờ làm việc ngày chợ phiên", "延长集市日工作时间", "work longer hours on market days"),
    ("trao đổi thông tin phòng cháy rừng", "交流森林防火信息", "exchange notice of forest fires"),
    ("nối lại tuyến xe khách", "恢复客运班线", "run the bus line again"),
    ("cùng bảo vệ nguồn nước sông", "共同保护河流水源", "protect the water of the river together"),
    ("mời đoàn nghệ thuật sang biểu diễn", "邀请艺术团来访演出", "invite each other's troupes to perform"),
    ("thống nhất mẫu giấy thông hành", "统一通行证样式", "settle one form of travel permit"),
)
STATES = ("", "under_way", "done", "waiting", "not_started", "", "", "conditions_not_there")
SESSION_OF = 40
# Far behind what was entered, so that serials and places are free.
FIRST = 1000
BATCH, WHOLE = 5000, 10_000
# What is made when all things are there: the counting of facets, and the indexes nothing asks for meanwhile.
_LATER = """
SELECT type, name, sql FROM sqlite_schema WHERE name IN ('facet_is_counted', 'facet_is_no_longer_counted', 'facet_by_thing',
  'wording_by_thing', 'thing_by_kind', 'term_by_things', 'term_by_name')
"""
# The things worked out, each with its number, its session and the term of that, kept aside to be copied.
_BASE = (
    """
CREATE TEMP TABLE base AS
SELECT thing.serial, thing.serial - 1000 AS number, id, thing.kind, place, CAST(fields AS TEXT) AS fields, words, marked, terms,
  ifnull(json_extract(CAST(fields AS TEXT), '$.fields.session[0]'), '-') AS session,
  ifnull((SELECT term.number FROM facet JOIN term ON term.number = facet.term AND term.name = 'session'
          WHERE facet.place = thing.place AND facet.term IN (SELECT number FROM term WHERE name = 'session')), 0) AS held
FROM thing JOIN search ON search.rowid = thing.serial WHERE thing.serial >= 1000
""",
    """
CREATE TEMP TABLE base_facet AS SELECT facet.term, place, thing, term.name FROM facet JOIN term ON term.number = facet.term
WHERE thing >= 1000
""",
)
_COPY = (
    "INSERT INTO entry (serial, book, place, id, kind, raw) SELECT serial + :copy * :whole, 1, serial + :copy * :whole,"
    " printf('%08x', :copy) || substr(id, 9), kind, x'7b7d' FROM base",
    "INSERT INTO thing (serial, id, kind, place, fields) SELECT serial + :copy * :whole, printf('%08x', :copy) || substr(id, 9),"
    " kind, place + :copy * :whole, CAST(replace(replace(replace(replace(fields, id, printf('%08x', :copy) || substr(id, 9)),"
    " session, printf('%08x', :copy) || substr(session, 9)), '(' || number || ')', '(' || (number + :copy * :whole) || ')'),"
    " '（' || number || '）', '（' || (number + :copy * :whole) || '）') AS BLOB) FROM base",
    "INSERT INTO term (number, kind, name, value, things) SELECT number + :copy * 10000000, kind, name,"
    " printf('%08x', :copy) || substr(value, 9), 0 FROM term WHERE name = 'session' AND number < 10000000",
    "INSERT INTO facet (term, place, thing) SELECT term + (name = 'session') * :copy * 10000000, place + :copy * :whole,"
    " thing + :copy * :whole FROM base_facet ORDER BY 1, 2",
    "INSERT INTO wording (wording, thing) SELECT printf('%08x', :copy) || substr(wording, 9), thing + :copy * :whole"
    " FROM wording WHERE thing < :first + :whole",
    "INSERT INTO search (rowid, words, marked, terms) SELECT serial + :copy * :whole, trim(replace(' ' || words || ' ',"
    " ' ' || number || ' ', ' ' || (number + :copy * :whole) || ' ')), marked, trim(replace(' ' || terms || ' ',"
    " ' ' || held || ' ', ' ' || (held + :copy * 10000000) || ' ')) FROM base",
)
_ENTRY = "INSERT INTO entry (serial, book, place, id, kind, raw) VALUES (?, 1, ?, ?, ?, x'7b7d')"


def open_home(folder: Path) -> tuple[Home, dict[str, str]]:
    """A home with four parties, two of them its own, a mechanism and a report; the ids by short name."""
    home = Home.create(folder / "home", state_dir=folder / "state")
    ids: dict[str, str] = {}
    for short, vi, zh, en in PARTIES[:2]:
        ids[short] = open_book(home, short, {"name": {"vi": vi, "zh-Hans": zh, "en": en}}, moment=MOMENT)
    hand = Hand("thanh-lac", MOMENT)
    for short, vi, zh, en in PARTIES[2:]:
        ids[short] = enter_act(home, "party", {"name": {"vi": vi, "zh-Hans": zh, "en": en}}, by=hand, short=short)
    mechanism: dict[str, Value] = {"name": {"en": "Ferry meeting"}, "parties": ["thanh-lac", "van-khe"]}
    ids["mechanism"] = enter_act(home, "mechanism", mechanism, by=hand)
    report: dict[str, Value] = {"title": {"en": "A report"}, "address": "https://example.org/a", "coverage": "press"}
    ids["source"] = enter_act(home, "source", report, by=hand)
    return home, ids


def fill(home: Home, ids: dict[str, str], count: int) -> None:
    """Files `count` things in one transaction that waits for no disk; counts and indexes are made when all are there.

    The first `WHOLE` are worked out one by one; what is beyond is copies of those, each with its own id, number, wording and
    session, made by the database. `count` is at most `WHOLE` or a multiple of it.
    """
    with home._connections.one() as db:
        for setting in ("synchronous = OFF", "cache_size = -400000", "foreign_keys = OFF"):
            db.execute(f"PRAGMA {setting}")
        later = db.execute(_LATER).fetchall()
        db.execute("BEGIN IMMEDIATE")
        for kind, name, _sql in later:
            db.execute(f"DROP {kind} {name}")
        numbers = {tuple(term): number for *term, number in db.execute("SELECT kind, name, value, number FROM term")}
        for first in range(0, min(count, WHOLE), BATCH):
            _file(db, enumerate(rows(ids, min(BATCH, count - first), first=first), FIRST + first), numbers)
        every = [(number, *term) for term, number in numbers.items()]
        db.execute("DELETE FROM term")
        db.executemany("INSERT INTO term (number, kind, name, value, things) VALUES (?, ?, ?, ?, 0)", every)
        for statement in _BASE if count > WHOLE else ():
            db.execute(statement)
        for copy in range(1, count // WHOLE):
            for statement in _COPY:
                db.execute(statement, {"copy": copy, "first": FIRST, "whole": WHOLE})
        db.execute("UPDATE term SET things = (SELECT count(*) FROM facet WHERE facet.term = term.number)")
        for _kind, _name, sql in later:
            db.execute(sql)
        db.execute("COMMIT")
    home.close()


def _file(db: sqlite3.Connection, batch: Iterable[tuple[int, Fields]], numbers: dict[tuple[str, str, str], int]) -> None:
    """Does to a batch what `store.filing` does to each row; no two of these things share a wording."""
    things, entries, facets, wordings, words = [], [], [], [], []
    for serial, row in batch:
        kind, thing = str(row["kind"]), str(row["id"])
        place = place_of(row, serial)
        terms = sorted({numbers.setdefault((kind, *facet), len(numbers) + 1) for facet in facets_of(row)})
        things.append((serial, thing, kind, place, row_bytes(row)))
        entries.append((serial, serial, thing, kind))
        facets += [(term, place, serial) for term in terms]
        wordings += [(wording, serial) for wording in wordings_of(row)]
        words.append((serial, *words_of(row), " ".join(map(str, terms))))
    db.executemany(_ENTRY, entries)
    db.executemany("INSERT INTO thing (serial, id, kind, place, fields) VALUES (?, ?, ?, ?, ?)", things)
    db.executemany("INSERT INTO facet (term, place, thing) VALUES (?, ?, ?)", facets)
    db.executemany("INSERT INTO wording (wording, thing) VALUES (?, ?)", wordings)
    db.executemany("INSERT INTO search (rowid, words, marked, terms) VALUES (?, ?, ?, ?)", words)


def rows(ids: dict[str, str], count: int, *, first: int = 0) -> Iterator[Fields]:
    """The rows of `count` things, each as the fold of its acts would make it."""
    for number in range(first, first + count):
        turn = number % 20
        if number % SESSION_OF == 0:
            yield _session(ids, number)
        elif turn in (3, 9):
            yield _letter(ids, number)
        elif turn in (6, 12):
            yield _row(ids, "proposal", number, {"title": _wording(number), "proposed_on": _day(number)})
        else:
            yield _undertaking(ids, number)


def id_of(number: int) -> str:
    """The id of the thing with this number."""
    copy, first = divmod(number, WHOLE) if number >= 0 else (0, number)
    own = hashlib.sha256(b"thing %d" % first).hexdigest()
    return f"{copy:08x}{own[8:]}" if copy else own


def _session(ids: dict[str, str], number: int) -> Fields:
    both: list[Value] = sorted((ids["thanh-lac"], ids["van-khe"]))
    fields: Fields = {"mechanism": [ids["mechanism"]], "host": [ids["van-khe"]], "parties": both, "stage": "held"}
    title: list[Value] = [_part("en", f"Meeting {number // SESSION_OF}"), _part("vi", f"Hội nghị lần thứ {number // SESSION_OF}")]
    return _row(ids, "session", number, {**fields, "title": title, "starts_on": _day(number)})


def _letter(ids: dict[str, str], number: int) -> Fields:
    fields: Fields = {"subject": _wording(number), "number": f"{number}/CT", "dated_on": _day(number)}
    fields |= {
        "from_party": [ids["van-khe"]],
        "to_party": [ids["thanh-lac"]],
        "asks_for": "answer",
        "answer_due_on": _day(number),
    }
    waits = number % 400 == 3
    answered: list[Value] = [] if waits else [id_of(number + 1)]
    return _row(ids, "letter", number, fields, view={"answered_by": answered, "awaits_answer": "yes" if waits else "no"})


def _undertaking(ids: dict[str, str], number: int) -> Fields:
    parties = [ids[short] for short, *_names in PARTIES]
    owners = sorted({parties[number % 4], parties[number // 4 % 3]})
    state = STATES[number // 2 % len(STATES)]
    fields: Fields = {
        "title": _wording(number),
        "owners": list[Value](owners),
        "areas": list[Value]([f"{'ABC'[number % 3]}{number // 3 % 9 + 1:02}"]),
        "nature": ("once", "standing", "periodic")[number % 3],
        "session": [id_of(number - number % SESSION_OF)],
        "agreed_on": _day(number),
    }
    entry = id_of(-number) if state else ""
    blank: Fields = {"state": "", "word": "", "entry": "", "party": "", "stated": []}
    said: Fields = {"state": state, "word": "own", "entry": entry, "party": owners[0], "stated": [entry]} if state else blank
    progress: list[Value] = [{"owner": owner, **(said if owner == owners[0] else blank)} for owner in owners]
    row = _row(ids, "undertaking", number, fields, view={"progress": progress, "origin": "reported"})
    if state:
        told: Fields = {"undertaking": [row["id"]], "owner": [owners[0]], "state": state, "word": "own"}
        row["statements"] = [_statement(row, entry, owners[0], told)]
    return row


def _statement(row: Fields, entry: str, party: str, fields: Fields) -> Fields:
    known: Fields = {key: row[key] for key in ("at", "label", "body")}
    return {**known, "id": entry, "kind": "progress", "roles": ["undertaking"], "party": party, "fields": fields}


def _row(ids: dict[str, str], kind: str, number: int, fields: Fields, *, view: Fields | None = None) -> Fields:
    head: Fields = {"id": id_of(number), "kind": kind, "party": ids["thanh-lac"], "at": MOMENT.at, "zone": MOMENT.zone}
    tail: Fields = {"label": "clear", "audience": [], "body": "held", "statements": [], "findings": []}
    return {**head, **tail, "fields": fields, "view": view or {}}


def _wording(number: int) -> list[Value]:
    vi, zh, en = MATTERS[number % len(MATTERS)]
    return [_part("en", f"{en} ({number})"), _part("vi", f"{vi} ({number})"), _part("zh-Hans", f"{zh}（{number}）")]


def _part(lang: str, text: str) -> Fields:
    return {"lang": lang, "standing": "authentic", "text": text[:1].upper() + text[1:]}


def _day(number: int) -> str:
    return f"{2016 + number % 11}-{number // 11 % 12 + 1:02}-{number // 7 % 28 + 1:02}"
