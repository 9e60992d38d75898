"""What a review book costs: a mechanism of ten sessions with more and more agreed items, each with both sides' words.

The rival writes the words of the finished book into a Word file with python-docx, paragraph by paragraph and cell by cell, and
does nothing else: neither looks anything up nor orders nor says anything in a language.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from docx import Document

from comity.paper.printed import Bullets, Paragraph, Printed, Table, plain
from comity.paper.printed_page import page_of
from comity.paper.printed_word import word_of
from comity.procedures.clock import Moment
from comity.procedures.draft_review import review_material
from comity.procedures.entering import Entering
from comity.procedures.gather_findings import Asked
from comity.procedures.short_names import give_name
from comity.record.canonical import Fields
from comity.review.book import review_book
from comity.review.thresholds import thresholds
from comity.store.home import Home

SIZES = (100, 300, 1_000)
SESSIONS = 10
MOMENT = Moment("2026-11-22T01:14:00Z", "Asia/Ho_Chi_Minh")
STATES = ("done", "under_way", "waiting", "not_started", "")
HEADING = (
    "| agreed items in ten sessions | gather and draft | page | DOCX | an item, all three "
    "| python-docx, the same words | DOCX beside it |\n"
    "|---|---|---|---|---|---|---|"
)


def rows(folder: Path, sizes: tuple[int, ...] = SIZES) -> Iterator[str]:
    """One row a size. What is loaded and read but once is left to a run before them."""
    first = draft(make_home(folder / "review-first", SESSIONS))
    page_of([first]), word_of([first]), _by_rival(first)
    for size in sizes:
        home = make_home(folder / f"review-{size}", size)
        drafted, printed = _timed(lambda home=home: draft(home))  # type: ignore[misc]
        page, _html = _timed(lambda printed=printed: page_of([printed]))  # type: ignore[misc]
        word, _docx = _timed(lambda printed=printed: word_of([printed]))  # type: ignore[misc]
        rival, _plain = _timed(lambda printed=printed: _by_rival(printed))  # type: ignore[misc]
        each = (drafted + page + word) / size * 1e3
        yield (
            f"| {size:,} | {drafted:.2f} s | {page:.2f} s | {word:.2f} s | {each:.1f} ms | {rival:.2f} s | "
            f"{word / rival:.2g} of its time |"
        )


def draft(home: Home) -> Printed:
    """The Vietnamese home edition of the last session."""
    with home.read() as reading:
        asked = Asked("2026-11-22", thresholds(), session=f"session-{SESSIONS}")
        return review_book(review_material(reading, asked), "vi").printed


def make_home(folder: Path, count: int) -> Home:
    """A home of two parties with so many agreed items in ten sessions of one mechanism, entered in one transaction."""
    home = Home.create(folder / "home", state_dir=folder / "state")
    with home.write() as writing:
        entering = Entering(home, writing, MOMENT)
        north = entering.charter({"name": {"vi": "Tỉnh Thanh Lạc", "zh-Hans": "清乐省", "en": "Thanh Lac province"}})
        south = entering.charter({"name": {"vi": "Khu Vân Khê", "zh-Hans": "云溪地区", "en": "Van Khe region"}})
        both = f"{north},{south}"

        def enter(kind: str, fields: Fields, short: str = "", by: str = north) -> str:
            entry = entering.act(kind, {"label": "clear", **fields}, by)  # type: ignore[arg-type]
            if short:
                give_name(writing, short, entry)
            return entry

        mechanism = enter("mechanism", {"name": _wording("Gặp gỡ", "会晤", "Meeting"), "parties": both, "cadence": "yearly"})
        sessions = [enter("session", _session(number, mechanism, both), f"session-{number}") for number in range(1, SESSIONS + 1)]
        source = enter(
            "source",
            {
                "title": _wording("Bản ghi nhớ", "备忘录", "Memorandum"),
                "coverage": "full_text",
                "address": "https://example.org/a",
            },
        )
        for number in range(count):
            item = enter("undertaking", _item(number, sessions[number % SESSIONS], (both, source)))
            for at, owner in enumerate((north, south)):
                state = STATES[(number + at) % len(STATES)]
                if state:
                    said = {
                        "undertaking": item,
                        "owner": owner,
                        "state": state,
                        "word": "own",
                        "on": f"2026-0{number % 9 + 1}-11",
                    }
                    enter("progress", {**said, "result": _wording("Xong một nửa", "完成一半", "Half done")}, by=owner)
        entering.finish()
    return home


def _session(number: int, mechanism: str, both: str) -> Fields:
    title = _wording(f"Gặp gỡ lần thứ {number}", f"第{number}次会晤", f"Meeting {number}")
    return {"title": title, "mechanism": mechanism, "parties": both, "starts_on": f"{2016 + number}-02-26", "stage": "held"}


def _item(number: int, session: str, named: tuple[str, str]) -> Fields:
    words = ("Mở lại lối thông quan bến phà", "恢复渡口通关通道", "Reopen the clearance route at the ferry")
    title = _wording(*(f"{each} ({number})" for each in words))
    both, source = named
    year = 2017 + number % SESSIONS
    placed: Fields = {"areas": [f"A{number % 23 + 1:02}"], "nature": "once", "agreed_on": f"{year}-02-27"}
    return {"title": title, "owners": both, "session": session, "evidence": source, **placed}


def _wording(vi: str, zh: str, en: str) -> Fields:
    return {"vi": vi, "zh-Hans": zh, "en": en}


def _by_rival(printed: Printed) -> bytes:
    document = Document()
    for block in printed.blocks:
        if isinstance(block, Table):
            table = document.add_table(rows=0, cols=len(block.heads))
            for row in block.rows:
                for cell, given in zip(table.add_row().cells, row, strict=True):
                    cell.text = "\n".join(plain(each.line) for each in given.paragraphs)
        elif isinstance(block, Bullets):
            for item in block.items:
                document.add_paragraph(plain(item.line))
        elif isinstance(block, Paragraph):
            document.add_paragraph(plain(block.line))
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _timed(work: Callable[[], object]) -> tuple[float, Printed]:
    start = time.perf_counter()
    made = work()
    return time.perf_counter() - start, made  # type: ignore[return-value]
