"""Two hundred times a writer is killed at a random moment. Every id it had printed is there, and all holds."""

import os
import random
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from comity.store.home import Home
from store.writer import enter_some, the_party

KILLS = 200
LONGEST_LIFE = 0.08  # seconds; opening and a transaction take a few thousandths of it each


def test_every_printed_id_survives_two_hundred_kills(tmp_path):
    home = _begun(tmp_path)
    printed, lives = [], []
    with _server(home.path, tmp_path / "state") as server:
        for number in range(KILLS):
            ids = _one_life(server, random.uniform(0, LONGEST_LIFE))
            printed += ids
            lives.append(len(ids))
            if number % 10 == 9:
                _demand_all(home, printed[-50:])
    unprinted = _demand_all(home, printed) - len(printed) - 1
    with home.read() as reading:
        report = reading.rebuild()
        assert (report.differing, report.damaged, report.findings) == ((), (), ())
        assert report.things == len(reading.things())
    assert (len(lives), min(lives), max(lives) > 1) == (KILLS, 0, True)
    assert (home.is_copied(), home.lost_heads(), unprinted >= 0) == (False, (), True)
    party = the_party()
    assert _demand_all(home, enter_some(home, party, 2)) == len(printed) + unprinted + 1 + 3


def test_programs_take_turns(tmp_path):
    home = _begun(tmp_path)
    program = [sys.executable, str(Path(__file__).with_name("writer.py")), "often", str(home.path), str(tmp_path / "state")]
    running = [subprocess.Popen(program, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    printed = [each.communicate(timeout=60)[0].split() for each in running]
    assert [each.returncode for each in running] == [0, 0, 0]
    with home.read() as reading:
        (book,) = reading.books()
        entered = [leaf.hex() for leaf in reading.entry_ids(book.party)][1:]
        assert [[entry for entry in entered if entry in set(ids)] for ids in printed] == printed
        assert sorted(entered) == sorted(entry for ids in printed for entry in ids)
        assert reading.rebuild().differing == ()
    assert home.is_copied() is False


def _begun(tmp_path):
    home = Home.create(tmp_path / "home", state_dir=tmp_path / "state")
    party = the_party()
    with home.write() as writing:
        writing.open_book(party.id, origin=party.origin, vkey=str(party.vkey), own=True)
        charter = party.book[0]
        writing.enter(party.id, charter.raw, salt=charter.salt, body=charter.body)
        writing.set_checkpoint(party.id, party.checkpoint())
    return home


@contextmanager
def _server(home, state):
    program = [sys.executable, str(Path(__file__).with_name("writer.py")), "serve", str(home), str(state)]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        yield server
        server.stdin.close()
        assert server.wait(10) == 0


def _one_life(server, seconds):
    """Starts a writer, kills it after some time and returns the ids it had printed."""
    server.stdin.write("on\n")
    server.stdin.flush()
    lines = [server.stdout.readline().strip()]
    while not lines[-1].startswith("pid "):
        lines.append(server.stdout.readline().strip())
    time.sleep(seconds)
    os.kill(int(lines[-1].removeprefix("pid ")), signal.SIGKILL)
    while lines[-1] != "gone":
        lines.append(server.stdout.readline().strip())
    return [line for line in lines if len(line) == 64]


def _demand_all(home, printed):
    """Demands that every printed id stands in the book; returns how many entries it has."""
    with home.read() as reading:
        (book,) = reading.books()
        held = {leaf.hex() for leaf in reading.entry_ids(book.party)}
        missing = [entry for entry in printed if entry not in held]
        assert missing == []
        return book.size
