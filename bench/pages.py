"""What pages cost in a home of ten thousand and in one of a hundred thousand or a million things: processor time, bytes, queries.

Each page is asked for eight times; the shortest counts, since everything that disturbs a run makes it longer. The goal:
a hundred times the things, no more than one and a half times the work. A million takes some ten minutes and 6 GB of disk.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.many import fill, id_of, open_home
from comity.store.entries import Books
from comity.store.home import Home

SIZES = (10_000, 100_000)
MILLION = (10_000, 1_000_000)
RUNS = 8


@dataclass(frozen=True)
class Cost:
    """What one answer cost: processor time in milliseconds, bytes and queries asked of the store."""

    ms: float
    size: int
    queries: int


def heading(sizes: tuple[int, int]) -> str:
    """The head of the table."""
    small, large = (f"{size:,}" for size in sizes)
    return (
        f"| page | CPU ms, {small} things | CPU ms, {large} | ratio | bytes, {small} | bytes, {large} | queries |\n"
        "|---|---|---|---|---|---|---|"
    )


def rows(folder: Path, sizes: tuple[int, int] = SIZES) -> Iterator[str]:
    """One row a page; both homes lie below `folder` and are filled first."""
    costs = []
    for size in sizes:
        inside = folder / f"many-{size}"
        inside.mkdir()
        home, ids = open_home(inside)
        fill(home, ids, size)
        costs.append(measure(home, pages(ids, size)))
        home.close()
    small, large = costs
    for page, before in small.items():
        after = large[page]
        ratio = after.ms / before.ms
        queries = str(before.queries) if before.queries == after.queries else f"{before.queries} and {after.queries}"
        yield f"| {page} | {before.ms:.1f} | {after.ms:.1f} | {ratio:.2f} | {before.size:,} | {after.size:,} | {queries} |"


def pages(ids: dict[str, str], size: int) -> dict[str, str]:
    """The pages by what they are called; what is looked for is there in both homes, and as often as there are things."""
    session, middle = id_of(size // 2 // 40 * 40), id_of(size // 2 // 20 * 20 + 1)
    return {
        "overview": "/",
        "agreed items": "/agreed/",
        "agreed items of one session": f"/agreed/?session={session}",
        "agreed items by three filters": f"/agreed/?nature=once&state=done&owners={ids['van-khe']}",
        "agreed items by words": "/agreed/?q=ch%E1%BB%A3+phi%C3%AAn",
        "sessions": "/sessions/",
        "sessions of one year": "/sessions/?year=2020",
        "parties": "/parties/",
        "letters": "/letters/",
        "list of a kind": "/k/undertaking/",
        "list of a kind, far on": f"/k/undertaking/?after={middle}",
        "one item": f"/t/{middle}",
        "search, a common word": "/search?q=ph%C3%A0",
        "search, a common word, with its filters": "/search?q=ph%C3%A0&narrow=yes",
        "search, one match": f"/search?q={size // 2 + 1}",
        "search, no match": "/search?q=kh%C3%B4ng+c%C3%B3+g%C3%AC",
        "search, one Chinese character": "/search?q=%E6%B8%A1",
        "search within a kind": "/search?q=ph%C3%A0&kind=letter",
        "search within a kind, no match among many": "/search?q=ph%C3%A0&kind=session",
        "what changed": "/changes/",
    }


def measure(home: Home, asked: dict[str, str]) -> dict[str, Cost]:
    """What each page costs, after it has been asked for once."""
    from comity.desk.settings import configure

    configure()
    from django.test import Client

    client = Client(**{"comity.home": home, "HTTP_HOST": "localhost:8000", "REMOTE_ADDR": "127.0.0.1"})
    return {page: _cost(client, address) for page, address in asked.items()}


def _cost(client: Any, address: str) -> Cost:
    asked: list[str] = []
    ask = Books._ask

    def counting(self: Books, query: str, /, **values: str | int | bytes) -> Any:
        asked.append(query)
        return ask(self, query, **values)

    Books._ask = counting  # type: ignore[method-assign]
    try:
        answer = client.get(address)
    finally:
        Books._ask = ask  # type: ignore[method-assign]
    if answer.status_code != 200:
        raise AssertionError(f"{address} answered {answer.status_code}")
    best = float("inf")
    for _ in range(RUNS):
        start = time.process_time()
        client.get(address)
        best = min(best, time.process_time() - start)
    return Cost(best * 1000, len(answer.content), len(asked))
