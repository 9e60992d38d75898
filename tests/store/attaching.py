"""A program that keeps a file, enters a letter that names it and prints id and digest; the tests kill it or watch its calls.

python attaching.py <home> <state> once
python attaching.py <home> <state> serve    for each line on its input forks a writer that goes on until it is killed; says
                                            "pid <n>", the pairs, and "gone" when it has seen its writer die
"""

import hashlib
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from comity.store.home import Home
from contracts.filling import head_of, say, wording
from store.writer import the_party

SIZE = 200_000
AT = "2026-11-22T01:14:00Z"


def content_of(mark):
    """A file of its own for each mark, too long to be written in one go."""
    return (mark.encode() * (SIZE // len(mark) + 1))[:SIZE]


def enter_letter(home, party, mark):
    """Keeps a file, enters a letter that names it; returns the letter's id and the file's digest."""
    content = content_of(mark)
    digest = home.keep(content, name=f"{mark}.pdf", at=AT)
    assert digest == hashlib.sha256(content).hexdigest()
    letter = say(party, "letter", {"subject": wording(en=mark), "attachments": [digest]})
    written = party.book[-1]
    with home.write() as writing:
        writing.enter(party.id, written.raw, salt=written.salt, body=written.body)
        writing.set_checkpoint(party.id, head_of(writing, party))
    return letter, digest


def _write_on(path, state, party, *, times=None):
    home, number = Home.open(Path(path), state_dir=Path(state)), 0
    while times is None or number < times:
        number += 1
        letter, digest = enter_letter(home, party, f"{os.getpid()} {number}")
        os.write(1, f"{letter} {digest}\n".encode())


def main(path, state, how):
    party = the_party()
    if how == "once":
        _write_on(path, state, party, times=1)
        return
    for _ in sys.stdin:
        child = os.fork()
        if child == 0:
            _write_on(path, state, party)
        os.write(1, f"pid {child}\n".encode())
        os.waitpid(child, 0)
        os.write(1, b"gone\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
