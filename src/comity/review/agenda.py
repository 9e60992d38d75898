"""What is carried over, as a draft agenda: what stands in the way first, then what goes on, then what nobody has spoken of yet.

- What has ended by the word of one owner, of another of whom nothing is said, is to be heard of.
- What has ended for every owner is done with; a standing duty has no end and is counted, not listed.
- Nothing is said of why; each point says how it stands by each owner's own words.
"""

from __future__ import annotations

from collections.abc import Iterator

from comity.kinds.progress import ENDED
from comity.paper.printed import Block, Bullets, Heading, Line, Paragraph
from comity.paper.row_parts import fields_in, ids_in
from comity.paper.translate import N_, Msgid
from comity.record.canonical import Fields, Value
from comity.review.drafting import Drafting
from comity.review.found import Found
from comity.review.material import Item, Material
from comity.review.owners_words import is_open, owners_words
from comity.review.saying import state_name, without_stop

TITLE = N_("Carried over: a draft agenda")
PARTS: dict[str, Msgid] = {
    "clear": N_("To clear together"),
    "way": N_("Under way"),
    "report": N_("To hear of from its owners"),
    "sign": N_("To sign"),
}
STOPPED = ("waiting", "conditions_not_there")
NO_WORD = N_("{party}: no word yet")


def agenda_chapter(drafting: Drafting) -> Iterator[Block]:
    """The points by part, each part numbered."""
    points = points_of(drafting.material)
    count = sum(len(each) for each in points.values())
    yield Heading("agenda", 1, drafting.say(TITLE))
    opening = drafting.many("{count} point.", "{count} points.", count) if count else drafting.say(N_("Nothing is carried over."))
    yield drafting.paragraph("agenda/count", opening, facts={"count": count})
    standing = sum(fields_in(item.row).get("nature") == "standing" for item in drafting.material.items)
    if standing:
        words = drafting.many(
            "{count} standing duty goes on and is not listed.", "{count} standing duties go on and are not listed.", standing
        )
        yield drafting.paragraph("agenda/standing", words, facts={"count": standing})
    for part, things in points.items():
        if things:
            yield Heading(f"agenda/{part}", 2, drafting.say(PARTS[part]))
            items = tuple(point(drafting, f"agenda/{part}", each) for each in things)
            yield Bullets(f"agenda/{part}/all", items, is_numbered=True)


def points_of(material: Material) -> dict[str, list[Item | Found]]:
    """The points of each part: agreed items, difficulties that are things of their own, texts."""
    stopped = {each.thing for each in material.by_rule("difficulties", "waiting") if each.case != "reported"}
    points: dict[str, list[Item | Found]] = {part: [] for part in PARTS}
    for item in open_items(material):
        words = [word.state for word in owners_words(item.row)]
        stands = str(item.row["id"]) in stopped or any(state in STOPPED for state in words)
        goes_on = any(state not in ("done", *ENDED) for state in words)
        points["clear" if stands else "way" if goes_on else "report"].append(item)
    points["clear"] += [each for each in material.by_rule("difficulties") if each.case == "obstacle"]
    points["sign"] += material.by_rule("half_signed")
    return points


def open_items(material: Material) -> list[Item]:
    """The agreed items that have not ended for every owner; standing duties left out."""
    return [item for item in material.items if fields_in(item.row).get("nature") != "standing" and is_open(item.row)]


def point(drafting: Drafting, key: str, matter: Item | Found) -> Paragraph:
    """One point of the agenda."""
    if isinstance(matter, Found):
        return drafting.finding(matter, before=f"{key}/")
    thing = str(matter.row["id"])
    states = {word.owner: word.state for word in owners_words(matter.row)}
    owners = drafting.sides(ids_in(fields_in(matter.row), "owners"), thing)
    said = {owner: _stands(drafting, owner, state) for owner, state in states.items()}
    words = [line for _owner, line in drafting.by_owner(owners, said, NO_WORD)]
    what = without_stop(drafting.name(thing))
    line = drafting.say(N_("{what} ({words})"), what=what, words=drafting.parted(words)) if words else what
    facts: Fields = {"names": drafting.wordings([thing, *owners]), "states": [states.get(owner, "") for owner in sorted(owners)]}
    facts["owners"] = list[Value](sorted(owners))
    return drafting.paragraph(f"{key}/{thing}", line, facts=facts, entries=[thing])


def _stands(drafting: Drafting, owner: str, state: str) -> Line:
    return drafting.say(N_("{party}: {state}"), party=drafting.name(owner), state=state_name(state, drafting.lang))
