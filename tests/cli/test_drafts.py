import hashlib
import json
from importlib import resources

import pytest

from .office import comity

REPORT = "2025-first-session.vi.txt"


@pytest.fixture
def report(tmp_path):
    path = tmp_path / REPORT
    path.write_bytes((resources.files("comity.invented") / REPORT).read_bytes())
    return path


@pytest.fixture
def english(tmp_path):
    path = tmp_path / "talks.txt"
    path.write_bytes((resources.files("comity.invented") / "2026-talks.en.txt").read_bytes())
    return path


@pytest.fixture
def read(office, report):
    """A home in which a report was read."""
    assert office("read", report).code == 0
    return office


def drafts(office, *words):
    return office("drafts", "list", *words, "--json").value


def test_reading_alone_keeps_nothing_and_prints_one_object_a_line(report, english):
    done = comity("read", report, english, "--json")
    rows = [json.loads(line) for line in done.out.splitlines()]
    assert [(row["schema"], row["doc"]["file"], row["doc"]["lang"]) for row in rows] == [
        ("comity-gold/1", REPORT, "vi"),
        ("comity-gold/1", "talks.txt", "en"),
    ]
    assert rows[0]["doc"]["sha256"] == hashlib.sha256(report.read_bytes()).hexdigest()
    assert (done.code, done.err) == (0, "")


def test_two_runs_read_the_same(report):
    assert comity("read", report, "--json").out == comity("read", report, "--json").out


def test_reading_takes_pages_folders_and_standard_input(tmp_path, report):
    page = "<html><body><p>Hai bên thống nhất mở phà trước ngày 30/4/2025.</p></body></html>"
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "page.html").write_text(page, encoding="utf-8")
    (tmp_path / "reports" / ".hidden.txt").write_text("not meant")
    (tmp_path / "reports" / "report.txt").write_bytes(report.read_bytes())
    names = [json.loads(line)["doc"]["file"] for line in comity("read", tmp_path / "reports", "--json").out.splitlines()]
    assert names == ["page.html", "report.txt"]
    piped = json.loads(comity("read", "-", "--json", given=report.read_bytes()).out)
    assert piped["doc"]["file"] == "stdin"
    assert [clause["status"] for clause in piped["clauses"]] == [
        clause["status"] for clause in json.loads(comity("read", report, "--json").out)["clauses"]
    ]


def test_progress_is_said_and_what_cannot_be_read_does_not_stop_the_rest(office, tmp_path, report):
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    done = office("read", tmp_path / "picture.txt", report)
    assert done.code == 1
    first, second = done.err.splitlines()
    assert first == "comity: picture.txt is damaged: it cannot be opened as PNG. [broken_document]"
    assert second.startswith(f"2/2 {REPORT}: ")
    assert second.endswith("parties; read by machine, confirmed by nobody.")
    assert len({row["source"] for row in drafts(office)}) == 1


def test_every_word_rests_on_a_rule_that_is_explained(report):
    said = comity("read", report, "--explain").out
    assert "by " in said
    assert "lexicon/vi/" in said


def test_day_of_a_document_is_told_with_published(tmp_path):
    path = tmp_path / "talks.txt"
    path.write_text("Hai bên hội đàm. Hai bên thống nhất mở lại chợ biên giới trong năm nay.", encoding="utf-8")
    row = json.loads(comity("read", path, "--json", "--published", "2031-03-10").out)
    assert (row["doc"]["date"], row["doc"]["dated_by"]["rule"]) == ("2031-03-10", "document/told")
    assert [clause["deadline"] for clause in row["clauses"]] == ["2031-12-31"]
    assert "document/told" in comity("read", path, "--explain", "--published", "2031-03").out


@pytest.mark.parametrize("day", ["2031-13", "10/3/2031", "2031-02-30", "soon"])
def test_what_is_no_day_is_refused(tmp_path, day):
    path = tmp_path / "talks.txt"
    path.write_text("The two sides agreed to open a market.", encoding="utf-8")
    done = comity("read", path, "--published", day)
    assert (done.code, "[wrong_value]" in done.err) == (1, True)


def test_details_of_a_clause_are_explained_with_their_line(tmp_path):
    path = tmp_path / "talks.txt"
    path.write_text("The two sides agreed to hold talks twice a year.", encoding="utf-8")
    assert comity("read", path, "--explain").out.rstrip().splitlines()[-3:] == [
        "    rhythm: periodic 2/year  (0.85)",
        "        35-47  twice a year",
        f"        by en/rhythms/twice a year  lexicon/en/rhythms.tsv:{_line_of('twice a year')}",
    ]


def _line_of(words):
    """The number of a line of the packaged file of rhythms."""
    written = (resources.files("comity.reader") / "lexicon/en/rhythms.tsv").read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(written, start=1) if line.startswith(f"{words}\t"))


def test_reading_again_changes_nothing(read, report):
    before = drafts(read)
    assert "read before" in read("read", report).err
    assert drafts(read) == before


def test_drafts_are_listed_and_shown_with_their_words(read, report):
    original = report.read_text(encoding="utf-8")
    rows = drafts(read, "--state", "open", "--source", REPORT)
    assert {row["type"] for row in rows} >= {"session", "person", "clause", "instrument", "next_session"}
    for row in rows:
        assert [original[part["start"] : part["end"]] for part in row["evidence"]] == [part["quote"] for part in row["evidence"]]
    shown = read("drafts", "show", str(rows[0]["number"]), "--json").value
    assert shown == rows[0]
    assert read("drafts", "list").out.splitlines()[0].split()[:2] == ["Number", "Type"]


def test_accept_one_draft(read):
    number = next(row["number"] for row in drafts(read) if row["value"].get("status") == "agreed")
    done = read("drafts", "accept", str(number))
    assert (done.err, len(done.out.splitlines())) == ("1 draft was accepted.\n", 1)
    shown = read.show(done.out.strip())
    assert (shown["kind"], shown["view"]["origin"]) == ("undertaking", "reported")
    reading = read.show(shown["fields"]["evidence"][0])
    assert reading["fields"]["says"] == "agreed"
    assert [row["state"] for row in drafts(read) if row["number"] == number] == ["accepted"]
    assert read("drafts", "accept", str(number)).refused == "1 draft_settled"


def test_accept_all_of_a_source_and_of_a_certainty(read, english):
    read("read", english)
    sure = [row["number"] for row in drafts(read) if row["confidence"] >= 90]
    done = read("drafts", "accept", "--min-confidence", "0.9")
    assert len(done.out.splitlines()) == len(sure)
    assert [row["number"] for row in drafts(read, "--state", "accepted")] == sure
    read("drafts", "accept", "--source", "talks.txt")
    assert drafts(read, "--state", "open", "--source", "talks.txt") == []
    read("drafts", "accept", "--all")
    assert drafts(read, "--state", "open") == []
    assert len(read("list", "source", "--json").value) == 2
    assert read("verify", "--json").value["findings"] == []


def test_accept_opens_the_book_of_the_office_where_there_is_none(empty, report):
    empty("read", report)
    assert empty("drafts", "accept", "--all").code == 0
    assert [row["short"] for row in empty("list", "charter", "--json").value] == ["office"]


def test_accept_in_the_book_that_is_named(two, report):
    two("read", report)
    number = next(row["number"] for row in drafts(two) if row["type"] == "person")
    reading = two("drafts", "accept", str(number), "--as", "south").out.strip()
    assert two.show(reading)["party"] == "south"


def test_correct_changes_what_is_entered_and_is_shown(read):
    number = next(row["number"] for row in drafts(read) if row["value"].get("status") == "agreed")
    assert read("drafts", "correct", str(number), "text=Mở lại bến phà", "areas=A05", "agents=north").code == 0
    row = read("drafts", "show", str(number), "--json").value
    assert (row["corrected"], row["value"]["text"]) == (True, "Mở lại bến phà")
    shown = read.show(read("drafts", "accept", str(number)).out.strip())
    assert (shown["title"], shown["fields"]["areas"]) == ({"vi": "Mở lại bến phà"}, ["A05"])
    assert shown["progress"][0]["owner"] == "north"
    assert read.show(shown["fields"]["evidence"][0])["fields"]["corrected"] is True


def test_drop_keeps_the_draft_listed_and_enters_nothing(read):
    heads = read.heads()
    numbers = [row["number"] for row in drafts(read)]
    read("drafts", "drop", str(numbers[0]))
    read("drafts", "drop", "--source", REPORT)
    assert {row["state"] for row in drafts(read)} == {"dropped"}
    assert read("drafts", "accept", str(numbers[0])).refused == "1 draft_settled"
    assert read.heads() == heads


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        (("accept",), "2 mistyped"),
        (("accept", "99999"), "1 unknown_draft"),
        (("accept", "--source", "nowhere.txt"), "1 unknown_thing"),
        (("accept", "1", "--as", "nobody"), "1 unknown_party"),
        (("show", "99999"), "1 unknown_draft"),
        (("show", "first"), "2 mistyped"),
        (("drop", "99999"), "1 unknown_draft"),
        (("correct", "1", "colour=red"), "1 unknown_field"),
        (("correct", "1", "name"), "1 not_a_field_word"),
        (("correct", "99999", "name=X"), "1 unknown_draft"),
        (("list", "--state", "lost"), "2 mistyped"),
    ],
)
def test_what_cannot_be_done_with_drafts_is_refused(read, words, refused):
    before = drafts(read)
    assert read("drafts", *words).refused == refused
    assert drafts(read) == before


def test_erased_words_stand_nowhere_in_the_home(read, report):
    words = "giải bóng chuyền thanh niên biên giới".encode()
    read("drafts", "accept", "--all")
    (source,) = read("list", "source", "--json").value
    about = [*read("list", "reading", "--json").value, *read("list", "undertaking", "--json").value]
    for row in about:
        if "bóng chuyền" in json.dumps(row, ensure_ascii=False):
            read("erase", row["id"], "--as", "north", "--why", "asked for")
    assert read("erase", source["id"], "--as", "north", "--why", "asked for").id
    assert drafts(read) == []
    kept = [path for path in read.home.rglob("*") if path.is_file()]
    assert [path.name for path in kept if words in path.read_bytes()] == []
    assert [path.name for path in kept if "Đàm Quốc Thuần".encode() in path.read_bytes()] != []
    assert read("search", "bong chuyen", "--json").value == []
    assert read("verify").code == 0


def test_score_says_that_it_is_in_sample(report, tmp_path):
    annotation = json.loads(comity("read", report, "--json").out)
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "one.json").write_text(json.dumps(annotation), encoding="utf-8")
    done = comity("score", "--gold", tmp_path / "gold", "--sources", tmp_path)
    assert done.code == 0
    assert done.err.startswith("In-sample")
    assert [line.split()[:4] for line in done.out.splitlines() if line.startswith("people")] == [
        ["people", "1.000", "1.000", "1.000"]
    ]
    assert comity("score", "--gold", tmp_path / "gold", "--sources", tmp_path, "--json").value["in_sample"] is True
    (tmp_path / "gold" / "two.json").write_text('{"doc": {}}')
    assert comity("score", "--gold", tmp_path / "gold", "--sources", tmp_path).refused == "1 not_json"


def test_a_party_is_found_by_its_name_without_the_unit(empty, tmp_path):
    assert empty("party", "add", "--id", "van-khe", "--own", "--name", "vi=Khu Vân Khê").id
    report = tmp_path / "report.txt"
    report.write_text("Ngày 06/3/2025, Vân Khê và các bên thống nhất mở lại bến phà.\n", encoding="utf-8")
    assert empty("read", report).code == 0
    drafts = empty("drafts", "list", "--json").value
    assert [draft["value"]["code"] for draft in drafts if draft["type"] == "party"] == ["van-khe"]


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 06/3/2025, Vân Khê và các bên thống nhất mở lại bến phà.\n",
        "On 6 March 2025, Yunxi and the other sides agreed to reopen the ferry landing.\n",
        "2025年3月6日，雲溪省與各方一致同意重開渡口。\n",
    ],
)
def test_a_party_is_found_by_its_name_in_another_language(empty, tmp_path, text):
    assert empty("party", "add", "--id", "yunxi", "--own", "--name", "zh-Hans=云溪省").id
    report = tmp_path / "report.txt"
    report.write_text(text, encoding="utf-8")
    assert empty("read", report).code == 0
    drafts = empty("drafts", "list", "--json").value
    assert [draft["value"]["code"] for draft in drafts if draft["type"] == "party"] == ["yunxi"]
