"""Makes the sample home: the book of an invented observer who reads public reports of a real cooperation.

What is entered is data: the folder `comity/sample`, whose `contents.json` names its files in the order they are entered.

- Everything stands in the observer's own book. The parties reported on keep no book here and are given no acts.
- Every row is an act: its `id` is the short name of the thing, `kind` its kind, `from` the sources it rests on, and the
  rest its fields, with references by short name. What does not say `kind` is of the kind the file names.
- For each source in `from` one reading is entered, called `ID.SOURCE`, and becomes evidence of the row. Its wording is
  the row's own unless the report says something else. No source is quoted: the readings rest on addresses alone.
- Everything is public, and entered in one transaction.

Source: docs/decisions/0018-what-is-said-of-a-party.md.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from comity.procedures.clock import Moment
from comity.procedures.entering import Entering
from comity.procedures.short_names import give_name
from comity.procedures.shown_home import SAMPLE, SHOWS
from comity.record.act import PartyId
from comity.record.canonical import Fields
from comity.store.home import Home

Row = dict[str, Any]
OBSERVER = "observer"
# What a report is read for, by the kind of the row that rests on it.
SAYS = {
    "delegation": "person",
    "gate": "gate",
    "mechanism": "session",
    "party": "party",
    "post_holding": "person",
    "proposal": "proposed",
    "session": "session",
    "undertaking": "agreed",
}


def make_sample_home(path: Path, *, state_dir: Path, moment: Moment) -> Home:
    """Makes the home at `path`, which must not exist yet. Raises: HomeExists."""
    home = Home.create(path, state_dir=state_dir)
    with home.write() as writing:
        entering = Entering(home, writing, moment)
        described = json.loads((sample_folder() / "observer.json").read_bytes())
        observer = entering.charter(described)
        give_name(writing, OBSERVER, observer)
        for row in sample_rows():
            _enter(entering, row, observer)
        entering.finish()
        writing.say_about_home(SHOWS, SAMPLE)
    return home


def sample_folder() -> Traversable:
    """The folder with the data."""
    return resources.files("comity") / "sample"


def sample_rows() -> Iterator[Row]:
    """Every row of the sample in the order of entering, each with its kind and its short name."""
    folder = sample_folder()
    for name in json.loads((folder / "contents.json").read_bytes()):
        file: Row = json.loads((folder / name).read_bytes())
        for row in file["acts"]:
            yield {"kind": file["kind"], **row}


def readings_of(row: Row) -> Iterator[tuple[str, Row]]:
    """The readings a row rests on, each with its short name: `ID.SOURCE`.

    `from` holds, by source, what stands in that report: `says` and `title` where they differ from the row's own, the
    rest the parts of `value`.
    """
    about = [row[name] for name in ("session", "mechanism") if name in row]
    for source, found in row.get("from", {}).items():
        value = {part: said for part, said in found.items() if part not in ("says", "title")}
        reading: Row = {
            "source": source,
            "says": found.get("says", SAYS.get(row["kind"], "statement")),
            "title": found.get("title") or row.get("title") or row["name"],
        }
        yield f"{row['id']}.{source}", reading | ({"value": value} if value else {}) | ({"about": about} if about else {})


def _enter(entering: Entering, row: Row, observer: PartyId) -> None:
    evidence: list[Any] = list(row.get("evidence", []))
    for short, reading in readings_of(row):
        give_name(entering.writing, short, entering.act("reading", _public(reading), observer))
        evidence.append(short)
    fields = {name: value for name, value in row.items() if name not in ("id", "kind", "from")}
    if evidence:
        fields["evidence"] = evidence
    give_name(entering.writing, row["id"], entering.act(row["kind"], _public(fields), observer))


def _public(fields: Row) -> Fields:
    return {"label": "clear", **fields}
