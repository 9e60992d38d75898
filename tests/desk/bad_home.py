"""A home in which every field people fill holds what could harm a page: scripts, marks that turn writing, names without end.

The marks are not let in by the door; they are put where a partner's book or an older version could have put them: in
drafts and documents, which are notes of the home, and in the row of the register itself.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from comity.procedures.enter_act import enter_act
from comity.procedures.hand import Hand
from comity.procedures.name_party import open_book
from comity.store.home import Home
from comity.store.reading import DocumentRow, DraftRow

from .small_home import MOMENT

SCRIPT = "<script>document.title='run'</script>\"'><img src=x onerror=\"document.title='run'\">"
TURNED = "gate \u202egnissorc\u202c closed \u2066left\u2069 \u200fright"
ENDLESS = "Thanh" * 2000
LONG = ENDLESS[:5000]
HAN = "渡口通关" * 1250


@dataclass(frozen=True)
class BadHome:
    """The home, and its things by a word; `draft` is the draft with marks and scripts, `document` its source."""

    home: Home
    things: dict[str, str]
    draft: int
    document: str


def make_bad_home(folder: Path) -> BadHome:
    """Makes the home below `folder`."""
    home, things = Home.create(folder / "home", state_dir=folder / "state"), {}
    things["us"] = open_book(home, "us", {"name": {"en": LONG[:300], "vi": SCRIPT[:120]}}, moment=MOMENT)

    def enter(name: str, kind: str, /, **given: object) -> None:
        things[name] = enter_act(home, kind, given, by=Hand("us", MOMENT), short=name)

    enter("long", "undertaking", title={"en": LONG, "zh-Hans": HAN}, owners="us", nature="once")
    enter("script", "undertaking", title={"en": SCRIPT, "vi": SCRIPT}, owners="us", nature="once", areas=["A05"])
    enter(
        "said",
        "progress",
        undertaking="script",
        owner="us",
        state="under_way",
        word="own",
        result={"en": SCRIPT},
        next_step={"en": LONG},
    )
    enter("session", "session", title={"en": LONG[:500]}, channel="party", stage="held", parties="us", starts_on="2026-01-02")
    document, number = _read(home)
    return BadHome(home, things, number, document)


def _read(home: Home) -> tuple[str, int]:
    text = f"{TURNED}\n{SCRIPT}\n{LONG}\n"
    raw = text.encode()
    digest = hashlib.sha256(raw).hexdigest()
    title = f"{TURNED} {SCRIPT}"
    row = DocumentRow(
        digest, f"{SCRIPT[:40]}.txt", "text/plain", "en", raw, text, {"doc": {"title": title, "lang": "en"}}, MOMENT.at, ""
    )
    value = {"kind": "undertaking", "status": "agreed", "agents": [SCRIPT, TURNED], "text": LONG}
    evidence = [{"quote": TURNED, "start": 0, "end": len(TURNED)}]
    with home.write(entering=False) as writing:
        writing.put_document(row)
        (number,) = writing.add_drafts([DraftRow(0, digest, "clause", value, evidence, SCRIPT, 80, "open", False, "")])
    return digest, number
