"""A home with a book of any number of entries, made of undertakings and progress like an office's own."""

from __future__ import annotations

from pathlib import Path

from comity.procedures.clock import Moment
from comity.procedures.entering import Entering
from comity.procedures.name_party import open_book
from comity.record.act import PartyId
from comity.store.home import Home

MOMENT = Moment("2026-11-22T01:00:00Z", "Etc/UTC")
BATCH = 2000

UNDERTAKING = {
    "title": {
        "vi": "Hai bên phối hợp mở lại lối thông quan bến phà trước mùa thu hoạch",
        "zh-Hans": "双方配合在收获季节前恢复渡口通关通道",
        "en": "The sides work together to reopen the clearance route at the ferry before the harvest",
    },
    "areas": ["A05"],
    "nature": "once",
    "asks": "result",
}


def open_home(folder: Path) -> tuple[Home, PartyId]:
    """An empty home with one own party."""
    home = Home.create(folder / "home", state_dir=folder / "state")
    party = open_book(home, "thanh-lac", {"name": {"vi": "Tỉnh Thanh Lạc", "en": "Thanh Lac province"}}, moment=MOMENT)
    return home, PartyId(party)


def fill(home: Home, party: PartyId, entries: int) -> None:
    """Enters acts, a batch to a transaction, until the book has about `entries` entries: one undertaking to four statements."""
    with home.read() as reading:
        book = reading.book(party)
        size = book.size if book else 0
    while size < entries:
        with home.write() as writing:
            entering = Entering(home, writing, MOMENT)
            for _ in range(min(BATCH, entries - size) // 5 or 1):
                undertaking = entering.act("undertaking", UNDERTAKING | {"owners": [party]}, party)
                for state in ("not_started", "under_way", "waiting", "done"):
                    given = {"undertaking": [undertaking], "owner": [party], "state": state, "word": "own"}
                    entering.act("progress", given, party)
                size += 5
            entering.finish()
