"""A release: what is public and nothing else, the same bytes for the same record, never written over."""

import csv
import hashlib
import io
import json
import shutil

import pytest

from comity.kinds import every_kind
from comity.procedures.clock import Moment
from comity.procedures.enter_act import enter_act
from comity.procedures.erase_body import erase_body
from comity.procedures.export_book import export_book
from comity.procedures.hand import Hand
from comity.procedures.name_party import open_book
from comity.procedures.release_record import release_record
from comity.procedures.sign_text import sign_text
from comity.record.checkpoint import open_checkpoint
from comity.record.errors import FileThere, NothingPublic
from comity.record.note import parse_vkey
from comity.store.home import Home
from comity.store.reading import DocumentRow, DraftRow

MOMENT = Moment("2026-11-22T03:04:05Z", "Asia/Ho_Chi_Minh")
LATER = Moment("2026-11-25T03:04:05Z", "Asia/Ho_Chi_Minh")
NORTH, SOUTH = Hand("north", MOMENT), Hand("south", MOMENT)
CLOSED = ("green", "amber", "red")
ADDRESS = "https://example.org/ferry"
NAMES = {"north": ("Tỉnh Thanh Lạc", "清乐省"), "south": ("Khu Vân Khê", "云溪区")}


class Record:
    """A home with two own parties, and shorthands for entering in the book of the first."""

    def __init__(self, folder):
        self.home = Home.create(folder / "home", state_dir=folder / "state")
        self.to = folder / "releases"
        for short, (vi, zh) in NAMES.items():
            open_book(self.home, short, {"name": {"vi": vi, "zh-Hans": zh, "en": short.title()}}, moment=MOMENT)

    def enter(self, kind, short="", *, by=NORTH, label="clear", **given):
        return enter_act(self.home, kind, {"label": label, **given}, by=by, short=short)

    def release(self):
        made = release_record(self.home, self.to)
        return {
            path.relative_to(made.folder).as_posix(): path.read_bytes()
            for path in sorted(made.folder.rglob("*"))
            if path.is_file()
        }

    def id(self, name):
        with self.home.read() as reading:
            return reading.resolve(name)


@pytest.fixture
def record(tmp_path):
    return Record(tmp_path)


def rows(files, kind):
    text = files[f"{kind}.csv"].decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def ferry(record, **more):
    return record.enter("undertaking", "ferry", title={"en": "=Reopen the ferry"}, owners=["north", "south"], **more)


def test_row_bears_its_fields_entries_and_what_it_rests_on(record):
    source = record.enter("source", "report", title={"en": "A report"}, address=ADDRESS, coverage="press")
    reading = record.enter("reading", "read", source="report", says="agreed", title={"en": "Ferry agreed"})
    ferry(record, evidence=["read"], nature="once")
    correction = enter_act(record.home, "correction", {"thing": "ferry", "changes": {"due_on": "2027-10"}}, by=NORTH)
    stated = record.enter("progress", undertaking="ferry", owner="north", state="done", word="own")
    north, south, files = record.id("north"), record.id("south"), record.release()
    (row,) = rows(files, "undertaking")
    shown = json.loads(row.pop("entry.shows"))
    assert {name: value for name, value in row.items() if value} == {
        "entry.id": record.id("ferry"),
        "entry.book": north,
        "entry.at": MOMENT.at,
        "entry.zone": MOMENT.zone,
        "entry.body": "held",
        "entry.ids": f"{record.id('ferry')}; {correction}",
        "source.ids": source,
        "source.addresses": ADDRESS,
        "source.coverage": "press",
        "title.en": "'=Reopen the ferry",
        "title.standing": "en=authentic",
        "owners": "; ".join(sorted((north, south))),
        "nature": "once",
        "due_on": "2027-10",
        "evidence": reading,
    }
    assert {part["owner"]: (part["state"], part["entry"]) for part in shown["progress"]} == {
        north: ("done", stated),
        south: ("", ""),
    }
    assert [(line["entry.id"], line["state"], line["owner"]) for line in rows(files, "progress")] == [(stated, "done", north)]
    assert [line["entry.id"] for line in rows(files, "correction")] == [correction]
    assert [(line["entry.id"], line["title.en"]) for line in rows(files, "titles") if line["entry.kind"] == "undertaking"] == [
        (record.id("ferry"), "'=Reopen the ferry")
    ]


def test_nothing_that_is_not_public_stands_in_any_byte(record):
    """Every kind that can be typed, each closed label, corrections, statements, short names, drafts and documents, all marked."""
    marks = []

    def mark(word):
        marks.append(f"zq{word}{len(marks)}")
        return marks[-1]

    record.enter("undertaking", mark("short"), title={"en": "Open"}, owners=["north"])
    for label in CLOSED:
        for kind in ("undertaking", "proposal", "session", "letter", "call", "obstacle", "mechanism", "source", "item"):
            declared = every_kind()[kind]
            given = {declared.title: {"en": mark(kind), "vi": mark(kind), "sv": mark(kind)}}
            given |= {"obstacle": {"state": "open"}, "item": {"parties": ["self"]}}.get(kind, {})
            given |= {"address": f"https://example.org/{mark('address')}"} if kind == "source" else {}
            record.enter(kind, mark("short"), label=label, **given)
        record.enter("source", f"report-{label}", title={"en": "Public report"}, address=ADDRESS)
        record.enter("reading", label=label, source=f"report-{label}", says="statement", title={"en": mark("reading")})
        record.enter("undertaking", f"open-{label}", title={"en": mark("corrected")}, owners=["north", "south"])
        record.enter("undertaking", f"told-{label}", title={"en": "Told"}, owners=["north", "south"])
        record.enter("correction", thing=f"open-{label}", changes={"title": {"en": mark("before")}})
        changes = {"title": {"en": mark("correction")}, "priority": mark("correction")}
        record.enter("correction", label=label, thing=f"open-{label}", changes=changes, why={"en": mark("why")})
        said = {"undertaking": f"told-{label}", "owner": "south", "state": "waiting", "word": "own"}
        record.enter("progress", by=SOUTH, label=label, **said, result={"en": mark("result")}, told_by=mark("told"))
        things = [f"told-{label}", f"open-{label}"]
        record.enter("merge", label=label, things=things, why={"en": mark("merge")})
    erased = record.enter("letter", mark("short"), subject={"en": mark("erased")}, number=mark("erased"))
    erase_body(record.home, erased, by=NORTH, why=mark("why"))
    with record.home.write(entering=False) as writing:
        digest = hashlib.sha256(b"x").hexdigest()
        raw = mark("document").encode()
        read = {"title": mark("read")}
        writing.put_document(DocumentRow(digest, mark("file"), "text/plain", "en", raw, raw.decode(), read, MOMENT.at, ""))
        writing.add_drafts([DraftRow(0, digest, "clause", {"title": mark("draft")}, [], "rule", 90, "open", False, "")])
    files = record.release()
    # A release may be cited for ever: not one of them, in no file and no path, in no way of writing it.
    assert [(word, path) for path, content in files.items() for word in marks if word.encode() in content + path.encode()] == []
    assert not any(word.encode().hex().encode() in b"".join(files.values()) for word in marks)
    public = {line["title.en"] for line in rows(files, "titles") if line["entry.kind"] == "undertaking"}
    assert public == {"Open", "Told"}
    assert [line["entry.book"] for line in rows(files, "undertaking") if "waiting" in line["entry.shows"]] == []
    with record.home.read() as reading:
        held = [one for one in marks if reading.search(one)]
    assert len(held) > 30  # the words are in the home, so their absence says something


def test_same_record_gives_the_same_bytes_and_is_left_as_it_is(record, tmp_path):
    ferry(record)
    first = record.release()
    assert record.release() == first
    copy = shutil.copytree(record.home.path, tmp_path / "copy")
    record.home, record.to = Home.open(copy, state_dir=tmp_path / "state"), tmp_path / "elsewhere"
    assert record.release() == first
    assert len(list((tmp_path / "releases").iterdir())) == 1


def test_anything_else_in_the_folder_of_a_version_is_refused_and_kept(record):
    made = release_record(record.home, record.to)
    (made.folder / "charter.csv").write_bytes(b"mine")
    with pytest.raises(FileThere) as refused:
        release_record(record.home, record.to)
    assert (refused.value.values, (made.folder / "charter.csv").read_bytes()) == ({"path": str(made.folder)}, b"mine")
    shutil.rmtree(made.folder)
    made.folder.write_bytes(b"a file")
    with pytest.raises(FileThere):
        release_record(record.home, record.to)


def test_version_is_the_day_of_the_last_public_entry_and_a_digest(record):
    first = release_record(record.home, record.to)
    ferry(record)
    second = release_record(record.home, record.to)
    enter_act(record.home, "proposal", {"title": {"en": "Closed"}}, by=Hand("north", LATER))
    third = release_record(record.home, record.to)
    assert [made.version[:10] for made in (first, second, third)] == ["2026-11-22"] * 3
    enter_act(record.home, "proposal", {"title": {"en": "Open"}, "label": "clear"}, by=Hand("north", LATER))
    fourth = release_record(record.home, record.to)
    assert fourth.version[:10] == "2026-11-25"
    assert {path.name for path in record.to.iterdir()} == {made.version for made in (first, second, third, fourth)}
    assert len({made.version[11:] for made in (first, second, third, fourth)}) == 4


def test_digests_are_those_of_the_files(record):
    ferry(record)
    files = record.release()
    listed = dict(reversed(line.split("  ")) for line in files.pop("SHA256SUMS").decode().splitlines())
    assert listed == {path: hashlib.sha256(content).hexdigest() for path, content in files.items()}
    told = json.loads(files["release.json"])
    inner = {each["path"]: each["sha256"] for each in told["files"]}
    assert inner == {path: digest for path, digest in listed.items() if path not in ("README.md", "release.json")}
    summed = "".join(f"{inner[path]}  {path}\n" for path in sorted(inner))
    assert told["version"] == f"2026-11-22-{hashlib.sha256(summed.encode()).hexdigest()[:12]}"


def test_checkpoint_opens_with_the_key_beside_it_and_is_that_of_the_exported_book(record, tmp_path):
    ferry(record)
    files, told = record.release(), release_record(record.home, record.to).told
    for book in told["books"]:
        folder = f"books/{book['party']}"
        checkpoint = files[f"{folder}/checkpoint"].decode()
        head = open_checkpoint(checkpoint, [parse_vkey(files[f"{folder}/vkey"].decode().strip())], origin=book["origin"])
        assert (head.size, head.root.hex()) == (book["size"], book["root"])
        export_book(record.home, book["party"], tmp_path / book["party"])
        assert (tmp_path / book["party"] / "checkpoint").read_bytes() == files[f"{folder}/checkpoint"]


def test_page_cites_the_release_in_three_languages(record):
    page, told = record.release()["README.md"].decode(), release_record(record.home, record.to).told
    assert set(told["citation"]) == {"vi", "zh-Hans", "en"}
    assert all(f"> {cited}\n" in page and told["version"] in cited for cited in told["citation"].values())
    parties = sorted((record.id(short), *names) for short, names in NAMES.items())
    assert told["names"] == {
        "vi": ", ".join(vi for _, vi, _ in parties),
        "zh-Hans": "、".join(zh for _, _, zh in parties),
        "en": ", ".join("North" if vi == NAMES["north"][0] else "South" for _, vi, _ in parties),
    }


def test_things_stand_whole_beside_the_tables(record):
    ferry(record)
    files = record.release()
    things = [json.loads(line) for line in files["things.jsonl"].splitlines()]
    told = json.loads(files["release.json"])
    assert (len(things), told["things"], told["statements"]) == (3, 3, 0)
    assert [line["entry.id"] for line in rows(files, "titles")] == [thing["id"] for thing in things]
    assert {thing["label"] for thing in things} == {"clear"}
    assert told["rows"] == {"titles": 3, "charter": 2, "undertaking": 1}


def test_agreement_is_told_only_where_all_that_was_entered_on_the_item_is_public(record):
    for short, label in (("open", "clear"), ("closed", "amber")):
        record.enter("item", f"item-{short}", title={"en": short}, parties=["north", "south"])
        record.enter("text", f"text-{short}", item=f"item-{short}", clauses=[{"en": short}], open_until="2099-12-31")
        for hand in (NORTH, SOUTH):
            record.enter("signature", by=hand, label=label, text=f"text-{short}")
    both = "; ".join(sorted((record.id("north"), record.id("south"))))
    files = record.release()
    consent = {
        kind: {line["entry.id"]: (line["consent.in_force"], line["consent.signed_by"]) for line in rows(files, kind)}
        for kind in ("item", "text")
    }
    assert consent == {
        kind: {record.id(f"{kind}-open"): ("true", both), record.id(f"{kind}-closed"): ("cannot say", "")}
        for kind in ("item", "text")
    }


def test_signed_text_without_its_label_stays_unsaid(record):
    record.enter("item", "item", title={"en": "Ferry"}, parties=["north"])
    record.enter("text", "text", item="item", clauses=[{"en": "Ferry"}], open_until="2099-12-31")
    sign_text(record.home, "text", by=NORTH)
    assert [line["consent.in_force"] for line in rows(record.release(), "text")] == ["cannot say"]


def test_erased_body_is_shown_as_such(record):
    thing = ferry(record)
    erase_body(record.home, thing, by=NORTH, why="asked for")
    (row,) = rows(record.release(), "undertaking")
    assert (row["entry.body"], row["title.en"], row["owners"]) == (
        "erased",
        "",
        "; ".join(sorted(map(record.id, ("north", "south")))),
    )


def test_home_with_nothing_public_has_nothing_to_release(tmp_path):
    home = Home.create(tmp_path / "home", state_dir=tmp_path / "state")
    with pytest.raises(NothingPublic):
        release_record(home, tmp_path / "releases")
    assert not (tmp_path / "releases").exists()
