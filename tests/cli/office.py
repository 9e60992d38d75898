"""The program as a person uses it: each call is one command, run in this process or in one of its own."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from comity.cli.program import run

ID = re.compile(r"[0-9a-f]{64}\n")
COMPLAINT = re.compile(r"comity: [^\n]+[.!?…] \[([a-z0-9_]+)\]\n")


@dataclass(frozen=True)
class Said:
    """What a command said and with which code it ended."""

    code: int
    out: str
    err: str

    @property
    def id(self) -> str:
        """The id printed bare and alone on its line."""
        assert self.code == 0, self.err
        assert ID.fullmatch(self.out), self.out
        return self.out.strip()

    @property
    def value(self):
        """What was printed as JSON."""
        assert self.code == 0, self.err
        return json.loads(self.out)

    @property
    def refused(self) -> str:
        """The code of the one sentence a refusal says."""
        found = COMPLAINT.fullmatch(self.err)
        assert found, (self.code, self.out, self.err)
        return f"{self.code} {found[1]}"


def comity(*words: str | Path, given: bytes = b"") -> Said:
    """One command in this process; `given` is its standard input."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True) for _ in range(2))
    stdin = io.TextIOWrapper(io.BytesIO(given), encoding="utf-8")
    with redirect_stdout(out), redirect_stderr(err), patch.object(sys, "stdin", stdin):
        code = run([str(word) for word in words])
    return Said(code, _text(out), _text(err))


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    return stream.buffer.getvalue().decode()


def apart(*words: str | Path, given: bytes = b"", **settings: str) -> Said:
    """One command in a process of its own, with these settings."""
    command = [str(Path(sys.executable).with_name("comity")), *map(str, words)]
    done = subprocess.run(command, input=given, capture_output=True, check=False, env=os.environ | settings)
    return Said(done.returncode, done.stdout.decode(), done.stderr.decode())


class Office:
    """One home, with shorthands for what most tests do."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def __call__(self, *words: str | Path, given: bytes = b"") -> Said:
        return comity(*words, "--home", self.home, given=given)

    def own(self, short: str, *words: str | Path) -> str:
        """Opens the book of a party."""
        names = ["--name", f"en={short.title()} province", "--name", f"vi=Tỉnh {short.title()}"]
        return self("party", "add", "--id", short, "--own", *names, *words).id

    def act(self, kind: str, *words: str, by: str = "north", file: object = None) -> str:
        """Enters one act and returns its id."""
        given = () if file is None else ("--file", "-")
        return self("act", kind, "--as", by, *words, *given, given=json.dumps(file).encode() if file is not None else b"").id

    def show(self, name: str):
        """What `show --json` says."""
        return self("show", name, "--json").value

    def heads(self) -> list[dict[str, object]]:
        """The heads of a home that holds."""
        return self("verify", "--json").value["heads"]

    def text(self, short: str, item: str, words: str, *, by: str = "north", supersedes: str = "") -> str:
        """Tables a text."""
        more = [f"supersedes={supersedes}"] if supersedes else []
        terms = ["open_until=2099-12-31", f"clauses.en={words}"]
        return self.act("text", f"item={item}", *terms, *more, "--id", short, by=by)
