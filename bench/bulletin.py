"""What a bulletin costs: made whole, and made again after one thing changed, beside writing the same bytes to the same disk."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from comity.bulletin.build import make_bulletin
from comity.procedures.clock import Moment
from comity.procedures.entering import Entering
from comity.procedures.name_party import open_book
from comity.procedures.short_names import give_name
from comity.record.canonical import Fields
from comity.store.home import Home

HEADING = (
    "| bulletin | files | whole | the same bytes written | nothing changed | one thing corrected |\n|---|---|---|---|---|---|"
)
SIZES = (100, 300, 1_000)
MOMENT = Moment("2026-11-22T03:04:05Z", "Asia/Ho_Chi_Minh")
NOW = Moment("2026-12-01T00:00:00Z", "Asia/Ho_Chi_Minh")


def rows(folder: Path, sizes: tuple[int, ...] = SIZES) -> Iterator[str]:
    """One row for each number of agreed items, half of them by consent of two parties, half as reports say."""
    for size in sizes:
        home = _filled(folder / f"bulletin-{size}", size)
        to = folder / f"bulletin-{size}-out"
        whole, files = _timed(home, to)
        again, _ = _timed(home, to)
        _correct(home)
        changed, _ = _timed(home, to)
        yield f"| {size:,} items | {files:,} | {whole:.1f} s | {_plain(to, folder):.1f} s | {again:.2f} s | {changed:.1f} s |"


def _timed(home: Home, to: Path) -> tuple[float, int]:
    start = time.perf_counter()
    made = make_bulletin(home, to, moment=NOW)
    return time.perf_counter() - start, made.placed.written + made.placed.left


def _plain(made: Path, folder: Path) -> float:
    """How long the bytes of the bulletin take to be written alone."""
    files = [(path.relative_to(made), path.read_bytes()) for path in made.rglob("*") if path.is_file()]
    start = time.perf_counter()
    for name, content in files:
        target = folder / "plain" / made.name / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return time.perf_counter() - start


def _filled(path: Path, size: int) -> Home:
    home = Home.create(path, state_dir=path.with_name(f"{path.name}-state"))
    for name in ("north", "south"):
        open_book(home, name, {"name": {"en": name.title(), "vi": f"Tỉnh {name}", "zh-Hans": f"{name}省"}}, moment=MOMENT)
    with home.write() as writing:
        entering = Entering(home, writing, MOMENT)
        north, south = (writing.resolve(name) for name in ("north", "south"))

        def enter(kind: str, given: Fields, *, short: str = "", south_too: bool = False) -> str:
            entry = entering.act(kind, given, south if south_too else north)  # type: ignore[arg-type]
            if short:
                give_name(writing, short, entry)
            return entry

        hill = enter("party", {"name": _words("A hill province", 0), "label": "clear"})
        for at in range(size):
            if at % 2:
                thing = enter("undertaking", _agreed(at, [north, south]), short="first" if at == 1 else "")
                for south_too in (False, True):
                    enter("publication_consent", {"publishes": thing, "stance": "gives"}, south_too=south_too)
            else:
                address = f"https://example.org/report/{at}"
                source = enter("source", {"title": _words("Report", at), "address": address, "outlet": "News", "label": "clear"})
                told: Fields = {"source": source, "says": "agreed", "title": _words("Agreed", at), "label": "clear"}
                reading = enter("reading", told)
                enter("undertaking", {**_agreed(at, [hill]), "evidence": reading, "label": "clear"})
        entering.finish()
    return home


def _agreed(at: int, owners: list[str]) -> Fields:
    day = f"20{10 + at % 16}-{1 + at % 12:02d}-{1 + at % 28:02d}"
    return {
        "title": _words("Open the clearance route at the ferry", at),
        "owners": list(owners),
        "areas": [f"A{1 + at % 23:02d}"],
        "agreed_on": day,
    }


def _words(text: str, at: int) -> Fields:
    return {
        "en": f"{text} {at}",
        "vi": f"Mở lối thông quan bến phà số {at}, {text}",
        "zh-Hans": f"开通第{at}号渡口通关通道（{text}）",
    }


def _correct(home: Home) -> None:
    with home.write() as writing:
        entering = Entering(home, writing, MOMENT)
        north, south, first = (writing.resolve(name) for name in ("north", "south", "first"))
        entering.act("correction", {"thing": first, "changes": {"due_on": "2030"}}, north)  # type: ignore[arg-type]
        for party in (north, south):
            entering.act("publication_consent", {"publishes": first, "stance": "gives"}, party)  # type: ignore[arg-type]
        entering.finish()
