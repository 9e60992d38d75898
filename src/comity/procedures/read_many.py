"""Reads many documents on all cores and keeps each as soon as it is read.

- Processes of their own read; only this one writes, one transaction a document. What a process gives rests on nothing but
  the bytes, the reader and what is known here (`unit_of`), so who reads and in which order changes no reading.
- Whatever stops it, a kill too: what was kept stays, and doing the same again reads only the rest.
- A document that is given twice is read once. One that ends its process is refused; the others go on.
- A process ends when this one is gone: its pipe closes.
"""

from __future__ import annotations

import hashlib
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import cast

from comity.procedures.clock import Moment
from comity.procedures.known_here import Known, known_here
from comity.procedures.read_documents import GivenDocument, ReadDocument, WorkedOut, is_read, keep, places_here, work_out
from comity.reader.words.gazetteer import Place
from comity.record.errors import ComityError, ReadingStopped, every_error
from comity.store.home import Home

FEW = 8  # fewer are read sooner than processes start
Outcome = tuple[int, ReadDocument | ComityError]


@dataclass(slots=True)
class _Reader:
    """A process that reads, our end of its pipe, and what it has in hand: place among the given, name, bytes."""

    process: SpawnProcess
    pipe: Connection
    at: int = -1
    name: str = ""
    raw: bytes = b""


@dataclass(frozen=True, slots=True)
class Wish:
    """How to read: keep in `home` (None: nowhere), give the reading of known ones too, with how many processes; ranked or not.

    `published` is the day of documents that do not say theirs.
    """

    home: Home | None
    clock: Callable[[], Moment]
    again: bool = False
    cores: int = 0
    is_ranked: bool = False
    published: str = ""

    @property
    def processes(self) -> int:
        """How many processes read: as many as this program may use cores, unless said."""
        return self.cores or len(os.sched_getaffinity(0))


def read_many(given: Sequence[GivenDocument], wish: Wish) -> Iterator[Outcome]:
    """Each document's place among those given and what came of it, as they are done.

    Raises: BadLexicon, RankerMissing, RankerIsAnother, and what `Home.write` raises.
    """
    is_alone = len(given) < FEW or wish.processes < 2
    readers: list[_Reader] = []
    known = known_here(wish.home, places_here(wish.home) if wish.home else (), is_ranked=wish.is_ranked)
    known = replace(known, published=wish.published)
    todo = deque(enumerate(given))
    in_hand: set[str] = set()
    try:
        while todo:
            at, document = todo.popleft()
            try:
                raw = document.load()
            except ComityError as problem:
                yield at, problem
                continue
            digest = hashlib.sha256(raw).hexdigest()
            if wish.home and not wish.again and (digest in in_hand or is_read(wish.home, raw)):
                yield at, ReadDocument(document.name, None, 0, True)
            elif is_alone:
                yield at, _alone(document.name, raw, known, wish)
            else:
                in_hand.add(digest)
                if len(readers) < wish.processes:
                    readers.append(_start(known, wish))
                elif all(reader.at >= 0 for reader in readers):
                    yield from _gather(readers, known, wish)
                _hand_over(next(reader for reader in readers if reader.at < 0), at, document.name, raw)
        while any(reader.at >= 0 for reader in readers):
            yield from _gather(readers, known, wish)
    finally:
        for reader in readers:
            _end(reader)


def _alone(name: str, raw: bytes, known: Known, wish: Wish) -> ReadDocument | ComityError:
    try:
        done = work_out(raw, name=name, known=known, moment=wish.clock())
    except ComityError as problem:
        return problem
    return _kept(done, raw, wish)


def _kept(done: WorkedOut, raw: bytes, wish: Wish) -> ReadDocument:
    return keep(wish.home, done, raw) if wish.home else ReadDocument(done.row.name, done.reading, 0, False)


def _start(known: Known, wish: Wish) -> _Reader:
    # A process begun anew holds none of our files, so that its pipe closes with us.
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    places = [(place.code, dict(place.names), place.country, place.level, place.within) for place in known.places]
    process = context.Process(target=_read_on, args=(theirs, places, replace(known, places=()), wish.clock()), daemon=False)
    process.start()
    theirs.close()
    return _Reader(process, ours)


def _hand_over(reader: _Reader, at: int, name: str, raw: bytes) -> None:
    reader.at, reader.name, reader.raw = at, name, raw
    with suppress(OSError):  # a process that is gone is noticed when its answer is fetched
        reader.pipe.send((name, raw))


def _gather(readers: list[_Reader], known: Known, wish: Wish) -> Iterator[Outcome]:
    """What came of the documents that are done by now; waits for the first."""
    busy = [reader for reader in readers if reader.at >= 0]
    ready = cast("list[Connection]", wait([reader.pipe for reader in busy]))
    for reader in [reader for reader in busy if reader.pipe in ready]:
        at, name, raw = reader.at, reader.name, reader.raw
        try:
            told = reader.pipe.recv()
        except (EOFError, OSError):
            _end(reader)
            readers[readers.index(reader)] = _start(known, wish)
            yield at, ReadingStopped(name=name)
            continue
        reader.at, reader.raw = -1, b""
        if isinstance(told, WorkedOut):
            yield at, _kept(told, raw, wish)
        else:
            code, values = told
            yield at, every_error()[code](**values)


def _end(reader: _Reader) -> None:
    reader.pipe.close()
    reader.process.terminate()
    reader.process.join()


def _read_on(pipe: Connection, places: list[tuple[str, dict[str, str], str, str, str]], known: Known, moment: Moment) -> None:
    """What a process does: answers each document with what was read, or with the refusal's code and values."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who started it is interrupted, and ends it
    known = replace(known, places=tuple(Place(*row) for row in places))
    with suppress(EOFError, OSError):
        while True:
            name, raw = pipe.recv()
            try:
                pipe.send(work_out(raw, name=name, known=known, moment=moment))
            except ComityError as problem:
                pipe.send((problem.code, problem.values))
            except Exception:
                pipe.send((ReadingStopped.code, {"name": name}))
