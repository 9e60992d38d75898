import multiprocessing
import signal
import subprocess
import sys
from functools import partial

from comity.procedures.name_party import open_book
from comity.procedures.read_documents import GivenDocument, ReadDocument, find_documents
from comity.procedures.read_many import FEW, Wish, read_many
from comity.reader.measuring.gold import to_gold
from comity.record.errors import NotADocument, ReadingStopped
from comity.store.home import Home

from .conftest import MOMENT

COUNT = FEW + 4


def text(number):
    return f"Hai bên thống nhất mở {number} tuyến phà đêm; sửa chữa cầu tàu số {number}.".encode()


def given(count=COUNT):
    return [GivenDocument(f"{number}.txt", partial(text, number)) for number in range(count)]


def wish(home=None, **parts):
    return Wish(home, lambda: MOMENT, **parts)


def kept(home):
    """What the home holds of each document, and its drafts without their numbers."""
    with home.read() as reading:
        drafts = [(row.source, row.type, row.value, row.evidence, row.rule, row.confidence) for row in reading.drafts()]
        return {row.digest: (row.name, row.raw, row.reading) for row in reading.documents()}, sorted(drafts, key=repr)


def test_processes_give_what_one_gives():
    alone = [(at, to_gold(done.reading)) for at, done in read_many(given(), wish(cores=1))]
    apart = [(at, to_gold(done.reading)) for at, done in read_many(given(), wish(cores=2))]
    assert sorted(apart, key=lambda row: row[0]) == alone
    assert multiprocessing.active_children() == []


def test_document_given_twice_is_read_once(home):
    twice = [*given(), GivenDocument("again.txt", partial(text, 0))]
    done = [outcome for _, outcome in read_many(twice, wish(home, cores=2))]
    assert [one.name for one in done if one.known] == ["again.txt"]
    assert [one for one in done if not isinstance(one, ReadDocument)] == []
    assert sorted(name for name, _, _ in kept(home)[0].values()) == sorted(one.name for one in given())


def test_refused_document_leaves_the_others(home):
    bad = [*given(), GivenDocument("bad.bin", lambda: b"\x00\x01\x02\x00")]
    done = dict(read_many(bad, wish(home, cores=2)))
    assert [(at, type(one), one.values) for at, one in done.items() if not isinstance(one, ReadDocument)] == [
        (COUNT, NotADocument, {"name": "bad.bin"})
    ]
    assert len(kept(home)[0]) == COUNT


def test_process_that_ends_is_a_refusal_and_the_rest_is_read():
    outcomes = read_many(given(), wish(cores=2))
    first = next(outcomes)
    multiprocessing.active_children()[0].kill()
    done = [first, *outcomes]
    assert sorted(at for at, _ in done) == list(range(COUNT))
    assert [type(one) for _, one in done if not isinstance(one, ReadDocument)] == [ReadingStopped]


def test_killed_half_way_goes_on_with_the_rest(home, tmp_path):
    folder = tmp_path / "documents"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_bytes(text(number))
    program = (
        "import sys; from pathlib import Path; from comity.procedures.clock import now\n"
        "from comity.procedures.read_documents import find_documents\n"
        "from comity.procedures.read_many import Wish, read_many; from comity.store.home import Home\n"
        "home = Home.open(Path(sys.argv[1]), state_dir=Path(sys.argv[2]))\n"
        "for _ in read_many(find_documents([Path(sys.argv[3])]), Wish(home, now, cores=2)): print('done', flush=True)\n"
    )
    command = [sys.executable, "-c", program, str(home.path), str(tmp_path / "state"), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        for _ in range(6):
            assert process.stdout.readline() == "done\n"
        process.send_signal(signal.SIGKILL)
        process.stdout.read()  # ends when the processes that read have ended too
    before = kept(home)[0]
    assert 6 <= len(before) < 40
    done = [outcome for _, outcome in read_many(find_documents([folder]), wish(home, cores=1))]
    assert sorted(one.name for one in done if one.known) == sorted(name for name, _, _ in before.values())

    whole = Home.create(tmp_path / "whole", state_dir=tmp_path / "state")
    open_book(whole, "north", {"name": {"en": "North province"}}, moment=MOMENT)
    list(read_many(find_documents([folder]), wish(whole, cores=1)))
    assert kept(home) == kept(whole)
