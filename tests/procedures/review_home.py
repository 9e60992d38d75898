"""A home of two sides who met twice, with words for everybody, for the sides, for one side and for a third party.

Whatever a joint book must not say holds one of the words of `HIDDEN`; what it must say one of `SHOWN`.
"""

from __future__ import annotations

import io
import re
import zipfile

from pypdf import PdfReader
from pypdf.generic import IndirectObject, StreamObject, TextStringObject

from comity.procedures.clock import Moment
from comity.procedures.enter_act import enter_act
from comity.procedures.hand import Hand
from comity.procedures.home_notes import add_note
from comity.procedures.name_party import open_book
from comity.procedures.sign_text import sign_text
from comity.store.home import Home

MOMENT = Moment("2026-11-22T03:04:05Z", "Asia/Ho_Chi_Minh")
DAY = "2026-11-22"
HIDDEN = (
    *("zqitem", "zqprogress", "zqcorrected", "zqsource", "zqparty", "zqobstacle", "zqletter", "zqearlier", "zqtext"),
    *("zqshort", "zqreading", "zqdepartment", "zqtold", "zqnoted"),
)
SHOWN = ("xwferry", "xwresult", "xwreport", "xwqueue", "xwbridge")
BOTH = ("north", "south")


class ReviewHome:
    """The home, and shorthands for entering in the book of north."""

    def __init__(self, folder):
        self.home = Home.create(folder / "home", state_dir=folder / "state")
        names = {"north": ("Tỉnh Thanh Lạc", "清乐省", "VN-99"), "south": ("Khu Vân Khê", "云溪地区", "CN-99")}
        for short, (vi, zh, iso) in names.items():
            given = {"name": {"vi": vi, "zh-Hans": zh, "en": f"{short.title()} side"}, "iso": iso}
            open_book(self.home, short, given, moment=MOMENT)
        third = {"name": {"vi": "Tỉnh Bến Sương", "zh-Hans": "雾渡省", "en": "Third side"}}
        open_book(self.home, "third", third, moment=MOMENT)

    def enter(self, kind, short="", *, by="north", to=BOTH, **given):
        """Enters an act for the parties `to`; `()` is for the own side alone, None for anybody."""
        reach = {"label": "clear"} if to is None else {"label": "amber", "audience": [each for each in to if each != by]}
        return enter_act(self.home, kind, {**reach, **given}, by=Hand(by, MOMENT), short=short)

    def id(self, name):
        with self.home.read() as reading:
            return str(reading.resolve(name))


def make_review_home(folder) -> ReviewHome:
    """The home with everything in it."""
    made = ReviewHome(folder)
    show(made)
    hide(made)
    # An item for both sides that is owed by a party whose name is not for both.
    owners = {"session": "second", "agreed_on": "2026-02-27", "owners": "north,south,hidden", "nature": "once"}
    made.enter("undertaking", "shared", title=titled("shared"), **owners)
    return made


def titled(word, **langs):
    """A wording with one word in every language."""
    return {"vi": f"{word} bến phà", "zh-Hans": f"{word} 渡口", "en": f"{word} at the ferry", **langs}


def show(made):
    """What both sides may see."""
    _meet(made)
    _agree(made)


def _meet(made):
    made.enter("mechanism", "spring", to=None, name=titled("Meeting"), parties="north,south", cadence="yearly")
    for year, short in ((2025, "first"), (2026, "second")):
        made.enter(
            "session",
            short,
            title={"vi": f"Gặp gỡ {year}", "zh-Hans": f"{year}年会晤", "en": f"Meeting of {year}"},
            mechanism="spring",
            parties="north,south",
            starts_on=f"{year}-02-26",
            stage="held",
        )


def _agree(made):
    made.enter("source", "report", to=None, title=titled("xwreport"), address="https://example.org/a", dated_on="2026-03-01")
    given = {"session": "first", "agreed_on": "2025-02-27", "owners": "north,south", "nature": "once", "areas": ["A05"]}
    made.enter("undertaking", "ferry", title=titled("xwferry"), evidence="report", **given)
    made.enter("undertaking", "road", title=titled("road"), **{**given, "areas": ["A03"]})
    bridge = {**given, "session": "second", "agreed_on": "2026-02-27", "nature": "standing"}
    made.enter("undertaking", "bridge", title=titled("xwbridge"), **bridge)
    done = {"state": "done", "word": "own", "on": "2026-05-01", "result": titled("xwresult")}
    made.enter("progress", by="south", undertaking="ferry", owner="south", **done)
    made.enter("progress", undertaking="ferry", owner="north", state="under_way", word="own", on="2026-05-02")
    made.enter(
        "obstacle", "queue", title=titled("xwqueue"), raised_by="north", raised_on="2026-04-01", about="ferry", state="open"
    )
    made.enter("item", "paper", title=titled("Paper"), parties="north,south", session="second")
    made.enter("text", "words", item="paper", clauses=[titled("Words")], open_until="2099-12-31")
    for by in BOTH:
        sign_text(made.home, "words", by=Hand(by, MOMENT))


def hide(made):
    """What one side alone may see, or a third party: each with a word of its own."""
    given = {"session": "second", "agreed_on": "2026-02-27", "owners": "north,south", "nature": "once"}
    made.enter("undertaking", "zqshort", to=("third",), title=titled("zqitem"), departments=["zqdepartment"], **given)
    made.enter("party", "hidden", to=(), name=titled("zqparty"))
    words = {"state": "conditions_not_there", "difficulty": titled("zqprogress"), "on": "2026-06-01"}
    made.enter("progress", to=(), undertaking="ferry", owner="north", word="own", **words)
    told = {"state": "under_way", "difficulty": titled("zqtold"), "on": "2026-06-02", "word": "told"}
    made.enter("progress", to=("third",), undertaking="ferry", owner="south", **told)
    made.enter("undertaking", "mended", title=titled("mended"), **given)
    made.enter("correction", to=(), thing="mended", changes={"title": titled("zqcorrected")})
    made.enter("source", "zqs", to=(), title=titled("zqsource"), address="https://example.org/zqsource")
    reading = {"says": "done", "about": "ferry", "value": {"date": "2026-07-01"}}
    made.enter("reading", to=(), source="zqs", title=titled("zqreading"), **reading)
    made.enter("obstacle", to=("third",), title=titled("zqobstacle"), about="ferry", state="open", raised_by="north")
    letter = {"from_party": "south", "to_party": "north", "dated_on": "2026-06-06", "asks_for": "informs"}
    made.enter("letter", to=(), subject=titled("zqletter"), **letter)
    earlier = {"mechanism": "spring", "parties": "north,south", "starts_on": "2025-12-01", "stage": "held"}
    made.enter("session", to=(), title=titled("zqearlier"), **earlier)
    add_note(made.home, "ferry", "zqnoted of the ferry", moment=MOMENT)
    made.enter("item", "zqp", to=("third",), title=titled("zqtext"), parties="north,south", session="second")


def words_of(form, content):
    """All text a file holds, whatever part of it, in small letters."""
    if form == "docx":
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            text = "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
        # Word keeps a code on one line by a hyphen of its own.
        return re.sub(r"</w:t><w:noBreakHyphen/><w:t[^>]*>", "-", text).lower()
    if form == "pdf":
        pdf = PdfReader(io.BytesIO(content))
        text = [page.extract_text() for page in pdf.pages] + [str(pdf.metadata), *pdf.attachments, *_strings_of(pdf)]
        return re.sub(r"[\u00ad\n]", " ", "\n".join(text)).lower()
    return content.decode().lower()


def _strings_of(pdf):
    """What stands anywhere in a PDF beside its pages: names of headings, words for pictures, and files inside it."""
    for number in range(1, int(pdf.trailer["/Size"])):
        found = pdf.get_object(IndirectObject(number, 0, pdf))
        if isinstance(found, StreamObject) and found.get("/Type") == "/EmbeddedFile":
            yield found.get_data().decode("utf-8", "replace")
        yield from _texts_in(found)


def _texts_in(value):
    if isinstance(value, TextStringObject):
        yield str(value)
    for part in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        if not isinstance(part, IndirectObject):
            yield from _texts_in(part)
