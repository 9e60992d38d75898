"""A small home of two invented parties with one plain source, one web page and every state of a draft.

home = make_small_home(tmp_path)
home.things["item"]        # ids by a word of the test's own
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from comity.procedures.accept_drafts import accept_drafts
from comity.procedures.clock import Moment
from comity.procedures.drop_drafts import drop_drafts
from comity.procedures.enter_act import enter_act
from comity.procedures.erase_body import erase_body
from comity.procedures.hand import Hand
from comity.procedures.name_party import open_book
from comity.procedures.sign_text import sign_text
from comity.store.home import Home
from comity.store.reading import DocumentRow, DraftRow

MOMENT = Moment("2026-11-22T01:14:00Z", "Asia/Ho_Chi_Minh")

REPORT = (
    "Thanh Lac and Van Khe meet at the ferry\n"
    "Officials of Thanh Lac and Van Khe met on 27 February 2026. The sides agreed to reopen the clearance route at the "
    "ferry before the harvest, and proposed longer hours on market days.\n"
    "\n"
    "Mạc Thu Sơn, head of the ferry office, thanked 清乐 for its help.\n"
    "The next meeting is planned for the spring of 2027.\n"
)
PAGE = (
    "<!doctype html><html><head><title>渡口</title></head><body><nav><p>首页</p></nav>"
    "<p>双方商定<b>集市日</b>开行渡轮。</p><p>下次会晤将于明年举行。</p></body></html>"
)


@dataclass(frozen=True)
class SmallHome:
    """The home, its drafts by a word, and its things by a word."""

    home: Home
    drafts: dict[str, int]
    things: dict[str, str]
    report: str
    page: str


def make_small_home(folder: Path) -> SmallHome:
    """Makes the home below `folder`; one draft is accepted, one dropped, five wait."""
    home = Home.create(folder / "home", state_dir=folder / "state")
    things = {}
    names = {
        "thanh-lac": ("Tỉnh Thanh Lạc", "清乐省", "Thanh Lac province"),
        "van-khe": ("Khu Vân Khê", "云溪区", "Van Khe region"),
    }
    for short, (vi, zh, en) in names.items():
        things[short] = open_book(home, short, {"name": {"vi": vi, "zh-Hans": zh, "en": en}}, moment=MOMENT)
    drafts = _read(home)
    accept_drafts(home, [drafts["party"]], party="thanh-lac", moment=MOMENT)
    drop_drafts(home, [drafts["person"]])
    _enter(home, things)
    report, page = (hashlib.sha256(text.encode()).hexdigest() for text in (REPORT, PAGE))
    return SmallHome(home, drafts, things, report, page)


def _enter(home: Home, things: dict[str, str]) -> None:
    def enter(name: str, kind: str, party: str = "thanh-lac", /, **given: object) -> None:
        things[name] = enter_act(home, kind, given, by=Hand(party, MOMENT), short=name)

    both = f"{things['thanh-lac']},{things['van-khe']}"
    title = {
        "vi": "Mở lại lối thông quan bến phà",
        "zh-Hans": "恢复渡口通关通道",
        "en": "Reopening the clearance route at the ferry",
    }
    enter("item", "item", title=title, parties=both.split(","), form="memorandum")
    enter("text", "text", item="item", clauses=[title], open_until="2099-12-31")
    sign_text(home, "text", by=Hand("thanh-lac", MOMENT))
    enter("undertaking", "undertaking", title={"vi": "Mở phà ngày chợ"}, owners=both, nature="once", areas=["A05"])
    enter("said", "progress", undertaking="undertaking", owner="thanh-lac", state="under_way", word="own", result="Bắt đầu")
    enter("told", "progress", undertaking="undertaking", owner="van-khe", state="done", word="told", told_by="云溪")
    enter("erased", "proposal", "van-khe", title={"en": "To be erased"}, proposed_by="self")
    erase_body(home, "erased", by=Hand("van-khe", MOMENT), why="entered by mistake")


def _read(home: Home) -> dict[str, int]:
    report = _document("ferry.txt", REPORT, "text/plain", "en", "Thanh Lac and Van Khe meet at the ferry")
    page = _document("ferry.html", PAGE, "text/html", "zh", "渡口")
    rows = [
        ("party", _draft(report, "party", {"name": "Thanh Lac", "code": "thanh-lac"}, "Thanh Lac")),
        ("person", _draft(report, "person", {"name": "Mạc Thu Sơn", "party": "thanh-lac"}, "Mạc Thu Sơn")),
        (
            "agreed",
            _draft(
                report, "clause", {**CLAUSE, "status": "agreed"}, "reopen the clearance route at the ferry before the harvest"
            ),
        ),
        (
            "within",
            _draft(report, "gate", {"pair": ["Thanh Lac", "Van Khe"], "names": ["the ferry"]}, "clearance route at the ferry"),
        ),
        ("proposed", _draft(report, "clause", {**CLAUSE, "status": "proposed"}, "longer hours on market days")),
        ("next", _draft(report, "next_session", {"date_from": "2027", "status": "proposed"}, "The next meeting is planned")),
        ("page", _draft(page, "clause", {**CLAUSE, "status": "agreed"}, "<b>集市日</b>开行渡轮")),
    ]
    with home.write(entering=False) as writing:
        writing.put_document(report)
        writing.put_document(page)
        numbers = writing.add_drafts([row for _word, row in rows])
    return {word: number for (word, _row), number in zip(rows, numbers, strict=True)}


CLAUSE = {"kind": "undertaking", "areas": ["gates"], "agents": ["thanh-lac"], "concreteness": "concrete"}


def _document(name: str, text: str, media: str, lang: str, title: str) -> DocumentRow:
    raw = text.encode()
    digest = hashlib.sha256(raw).hexdigest()
    return DocumentRow(digest, name, media, lang, raw, text, {"doc": {"title": title, "lang": lang}}, MOMENT.at, "")


def _draft(document: DocumentRow, type_: str, value: dict, quote: str) -> DraftRow:
    start = document.original.index(quote)
    evidence = [{"quote": quote, "start": start, "end": start + len(quote)}]
    return DraftRow(0, document.digest, type_, value, evidence, f"rule of {type_}", 80, "open", False, "")
