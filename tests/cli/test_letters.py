"""comity letter, open and check: between two offices that have never heard of each other."""

import threading

import pytest
from tests.procedures.made_letters import page_saying, with_another_inside, without_inside
from waitress.server import create_server

from comity.desk.app import serving
from comity.record.code import code_of
from comity.store.home import Home

from .office import Office, comity

SUBJECT = ("subject.vi=Về giờ phà", "subject.zh-Hans=关于渡轮时间的函", "number=1/TL", "dated_on=2026-03-10")
ASKS = ("asks_for=answer", "answer_due_on=2026-04-01")
RECEIVER = ("party", "add", "--id", "south", "--name", "vi=Tỉnh South", "--name", "en=South province")


@pytest.fixture
def sent(office, tmp_path):
    """A letter of north to south, as a PDF, and its code."""
    assert office(*RECEIVER).code == 0
    letter = office.act("letter", "from_party=self", "to_party=south", *SUBJECT, *ASKS, "--id", "l1")
    path = tmp_path / "letter.pdf"
    assert office("letter", "l1", "--to", path).out == f"{path}\n"
    return path, code_of(letter)


@pytest.fixture
def other(tmp_path):
    """The office of south, elsewhere."""
    made = Office(tmp_path / "elsewhere")
    assert made("init").code == 0
    made.own("south")
    return made


def test_letter_opens_elsewhere_and_says_what_is_not_checked(sent, other):
    path, code = sent
    said = other("open", path)
    assert said.code == 0, said.err
    assert said.out.splitlines()[:3] == [
        "letter: Về giờ phà",
        f"  Verification code: {code}",
        "  Book of: North province",
    ]
    assert "- The pages say number, days, subject and parties as the entry does." in said.out
    assert "ask North province by telephone for the code of its charter" in said.out
    assert other("list", "letter", "--json").value == []


def test_letter_is_kept_only_when_asked(sent, other):
    path, code = sent
    kept = other("open", path, "--keep")
    assert (kept.code, other.show(f"letter-{code}")["id"]) == (0, kept.out.splitlines()[-1])
    again = other("open", path, "--keep", "--json").value
    assert (again["code"], again["kept"]["is_new"], again["kept"]["to_us"]) == (code, False, True)
    assert other("verify").code == 0


def test_letter_and_open_refuse_in_one_sentence(sent, office, other, tmp_path):
    path, _ = sent
    raw = path.read_bytes()
    for name, content in (
        ("printed.pdf", without_inside(raw)),
        ("changed.pdf", with_another_inside(raw, b"{}")),
        ("text.pdf", b"text"),
    ):
        (tmp_path / name).write_bytes(content)
    assert other("open", tmp_path / "printed.pdf").refused == "1 nothing_inside"
    assert other("open", tmp_path / "changed.pdf", "--keep").refused == "1 bundle_does_not_hold"
    assert other("open", tmp_path / "text.pdf").refused == "1 not_a_letter"
    assert other("open", tmp_path / "none.pdf").refused == "1 file_missing"
    assert office("letter", "l1", "--to", path, "--lang", "fr").refused == "1 wrong_value"
    assert office("letter", "l1", "--to", tmp_path / "printed.pdf").refused == "1 file_there"
    assert office("letter", "south", "--to", tmp_path / "s.pdf").refused == "1 not_ours_to_send"
    assert other("list", "letter", "--json").value == []


def test_file_is_checked_without_any_home(sent):
    path, code = sent
    assert comity("check", path, "--json").value["code"] == code
    assert "What is not checked yet" in comity("check", path).out


def test_code_is_checked_in_a_home(sent, office, other):
    _, code = sent
    assert office("check", code).out.startswith("letter: Về giờ phà\n")
    assert office("check", code.lower(), "--json").value["code"] == code
    assert other("check", code).refused == "1 nothing_to_show"
    assert other("check", code[:-1]).refused == "1 code_mistyped"
    assert other("check", "gone.pdf").refused == "1 file_missing"
    assert comity("check", code).code == 2


def test_codes_of_a_paper_are_listed(sent, office, tmp_path):
    _, code = sent
    (tmp_path / "paper.pdf").write_bytes(page_saying("Báo cáo rà soát", code, code_of("ab" * 32)))
    said = office("check", tmp_path / "paper.pdf")
    assert said.out.splitlines() == [
        f"{code}\tletter · Về giờ phà",
        f"{code_of('ab' * 32)}\tNothing that may be shown stands under it.",
    ]
    rows = office("check", tmp_path / "paper.pdf", "--json").value
    assert [bool(row["id"]) for row in rows] == [True, False]
    assert comity("check", tmp_path / "paper.pdf").code == 2


def test_proof_is_checked_where_its_book_is(sent, office, tmp_path):
    _, code = sent
    (tmp_path / "l1.proof").write_text(office("proof", "l1").out)
    assert office("check", tmp_path / "l1.proof", "--json").value["code"] == code
    assert comity("check", tmp_path / "l1.proof").refused == "1 proven_entry_elsewhere"


def _serve(server, is_over):
    """Answers until it is over; only then may what the server waits on be closed."""
    while not is_over.is_set():
        server.asyncore.loop(timeout=0.05, map=server._map, count=1)


def test_another_node_is_asked_and_its_answer_checked(sent, office, state_dir):
    _, secret = sent
    public = code_of(office.act("proposal", "title.vi=Điều công khai", "label=clear"))
    server = create_server(serving(Home.open(office.home, state_dir=state_dir)), host="127.0.0.1", port=0, threads=2)
    is_over = threading.Event()
    thread = threading.Thread(target=_serve, args=(server, is_over), daemon=True)
    thread.start()
    address = f"http://127.0.0.1:{server.effective_port}"
    try:
        assert comity("check", public, "--at", address).out.startswith("proposal: Điều công khai\n")
        assert comity("check", secret, "--at", address).refused == "1 nothing_to_show"
        assert comity("check", public, "--at", "ftp://x").refused == "1 wrong_value"
    finally:
        is_over.set()
        thread.join(10)
        server.asyncore.close_all(server._map, ignore_all=True)
        server.task_dispatcher.shutdown()
