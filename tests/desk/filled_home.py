"""A home of two invented parties with so many things of each kind that the pages about the record show.

filled = make_filled_home(tmp_path, 3)
filled.things["session-2"]
"""

from comity.procedures.clock import Moment
from comity.procedures.enter_act import enter_act
from comity.procedures.hand import Hand
from comity.procedures.name_party import open_book
from comity.store.home import Home

from .small_home import SmallHome

MOMENT = Moment("2026-11-22T01:14:00Z", "Asia/Ho_Chi_Minh")


def make_filled_home(folder, count):
    """The home below `folder`: `count` sessions, agreed items, parties, holders, letters, calls and texts."""
    home = Home.create(folder / "home", state_dir=folder / "state")
    things = {}
    for short, name in (("thanh-lac", "Thanh Lạc"), ("van-khe", "Vân Khê")):
        things[short] = open_book(home, short, {"name": {"vi": name}}, moment=MOMENT)

    def enter(short, kind, **given):
        given["label"] = "clear"
        things[short] = enter_act(home, kind, given, by=Hand("thanh-lac", MOMENT), short=short)

    enter("mechanism", "mechanism", name={"en": "Ferry meeting"}, parties=["thanh-lac", "van-khe"])
    enter("source", "source", title={"en": "A report"}, address="https://example.org/a", coverage="press", dated_on="2024-03-01")
    for at in range(1, count + 1):
        _enter_round(enter, at)
    return SmallHome(home, {}, things, "", "")


def _enter_round(enter, at):
    year, both = 2020 + at, ["thanh-lac", "van-khe"]
    session = {"mechanism": "mechanism", "host": "van-khe", "parties": both, "stage": "held", "edition": at}
    enter(f"session-{at}", "session", title={"en": f"Meeting {at}"}, starts_on=f"{year}-02-11", form="online", **session)
    told = {"date": f"{year}-02-12", "edition": str(at)}
    enter(
        f"told-{at}", "reading", source="source", says="session", title={"en": "Another day"}, about=f"session-{at}", value=told
    )
    head = {"head": "Mạc Thu Sơn", "stands_in_for": "Lâm An Hòa"}
    enter(f"delegation-{at}", "delegation", session=f"session-{at}", party="thanh-lac", **head)
    enter(f"proposal-{at}", "proposal", title={"en": f"Longer hours {at}"}, proposed_by="van-khe", session=f"session-{at}")
    enter(f"read-{at}", "reading", source="source", says="agreed", title={"en": f"Hours {at}"})
    agreed = {"owners": both, "nature": "once", "detail": "concrete", "due_on": "2021-05", "evidence": [f"read-{at}"]}
    tied = {"proposal": f"proposal-{at}", "session": f"session-{at}", "areas": ["A05"]}
    enter(f"agreed-{at}", "undertaking", title={"en": f"Hours {at}"}, agreed_on=f"{year}-02-11", **agreed, **tied)
    enter(f"silent-{at}", "undertaking", title={"en": f"Market {at}"}, owners=["van-khe"], nature="standing", due_on="2021-05")
    progress = {"owner": "van-khe", "state": "done", "word": "told", "told_by": "云溪"}
    enter(f"progress-{at}", "progress", undertaking=f"agreed-{at}", **progress)
    enter(f"gone-{at}", "party", name={"en": f"District {at}", "zh-Hans": f"第{at}县"}, valid_until="2025-06-30")
    enter(f"holder-{at}", "post_holding", party="van-khe", post={"en": f"Head {at}"}, holder="屈致和", evidence=[f"read-{at}"])
    ours = {"from_party": "van-khe", "to_party": "thanh-lac", "asks_for": "answer", "answer_due_on": "2026-01-31"}
    enter(f"letter-{at}", "letter", subject={"en": f"Ferry {at}"}, dated_on="2026-01-10", **ours)
    theirs = {"from_party": "thanh-lac", "to_party": "van-khe", "asks_for": "information", "answer_due_on": "2026-01-31"}
    enter(f"call-{at}", "call", subject={"en": f"Call {at}"}, called_on="2026-01-11", **theirs)
    enter(f"item-{at}", "item", title={"en": f"Memorandum {at}"}, parties=both, form="memorandum")
    enter(f"text-{at}", "text", item=f"item-{at}", clauses=[{"en": "The ferry is open."}], open_until="2099-12-31")
