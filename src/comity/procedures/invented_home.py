"""Makes the home of two invented parties, in which every state can be seen.

What the sides know from the start is entered first, so that drafts refer to it. Three reports of our own writing are really
read; one side accepts those of one, the other side those of another, the third stays as drafts. Then the acts of
`comity/invented/story.json` are entered one by one, each by the side it names.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Any

from comity.procedures.accept_drafts import accept_drafts
from comity.procedures.clock import Moment
from comity.procedures.enter_act import enter_act
from comity.procedures.erase_body import erase_body
from comity.procedures.hand import Hand
from comity.procedures.name_party import open_book
from comity.procedures.read_documents import GivenDocument, read_document
from comity.procedures.shown_home import INVENTED, SHOWS
from comity.store.home import Home


def make_invented_home(path: Path, *, state_dir: Path, moment: Moment) -> Home:
    """Makes the home at `path`, which must not exist yet. Raises: HomeExists."""
    folder = resources.files("comity.invented")
    story: dict[str, Any] = json.loads((folder / "story.json").read_bytes())
    home = Home.create(path, state_dir=state_dir)
    for party in story["parties"]:
        open_book(home, party["id"], {key: part for key, part in party.items() if key != "id"}, moment=moment)
    _enter(home, story["known"], moment)
    for name in story["documents"]:
        read_document(home, GivenDocument(name, (folder / name).read_bytes), moment=moment)
    for party, names in story["accept"].items():
        for name in names:
            _accept(home, party, name, moment)
    _enter(home, story["acts"], moment)
    for gone in story["erase"]:
        erase_body(home, gone["id"], by=Hand(gone["as"], moment), why=gone["why"])
    with home.write(entering=False) as writing:
        writing.say_about_home(SHOWS, INVENTED)
    return home


def _enter(home: Home, acts: Sequence[dict[str, Any]], moment: Moment) -> None:
    for act in acts:
        enter_act(home, act["kind"], act["given"], by=Hand(act["as"], moment), short=act.get("id", ""))


def _accept(home: Home, party: str, name: str, moment: Moment) -> None:
    with home.read() as reading:
        digest = reading.document_called(name).digest
        numbers = [draft.number for draft in reading.drafts(state="open", source=digest)]
    accept_drafts(home, numbers, party=party, moment=moment)
