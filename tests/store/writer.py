"""A program that enters acts and prints each id once `write` has returned; the tests kill it or watch its system calls.

python writer.py serve <home> <state>     for each line on its input forks a writer that goes on until it is killed;
                                          says "pid <n>", the ids, and "gone" when it has seen its writer die
python writer.py once <home> <state>      enters one act and prints its id
python writer.py often <home> <state>     enters ten times, printing the ids each time
"""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from comity.store.home import Home
from contracts.filling import head_of, named_party, say, wording
from simulator import World


def the_party():
    """The one party whose book is written; the same in every program."""
    return named_party(World(), "north")


def enter_some(home, party, number):
    """Enters an agreed item and one to three statements about it in one transaction; returns their ids."""
    first = len(party.book)
    paper = say(party, "undertaking", {"title": wording(en=f"Paper {os.getpid()} {number}"), "owners": [party.id]})
    for _ in range(number % 3):
        say(party, "progress", {"undertaking": [paper], "owner": [party.id], "state": "under_way", "word": "own"})
    with home.write() as writing:
        ids = [writing.enter(party.id, made.raw, salt=made.salt, body=made.body) for made in party.book[first:]]
        writing.set_checkpoint(party.id, head_of(writing, party))
    return ids


def _write_on(path, state, party):
    home = Home.open(path, state_dir=state)
    number = 0
    while True:
        number += 1
        ids = enter_some(home, party, number)
        os.write(1, "".join(f"{entry}\n" for entry in ids).encode())


def _serve(path, state):
    party = the_party()
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            _write_on(path, state, party)
        os.write(1, f"pid {child}\n".encode())
        os.waitpid(child, 0)
        os.write(1, b"gone\n")


def main(what, path, state):
    if what == "serve":
        _serve(Path(path), Path(state))
        return
    home, party = Home.open(Path(path), state_dir=Path(state)), the_party()
    for number in range(10 if what == "often" else 1):
        ids = enter_some(home, party, number)
        os.write(1, "".join(f"{entry}\n" for entry in ids).encode())


if __name__ == "__main__":
    main(*sys.argv[1:])
