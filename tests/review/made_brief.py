"""What a brief is written from, made by hand: a partner with much to tell, in few or many words.

made_brief(long=True), made_brief(nothing=True)
"""

from comity.paper.names import Name
from comity.paper.wording import Part
from comity.review.brief_material import BriefMaterial, found_about
from comity.review.every_rule import findings_of
from comity.review.thresholds import thresholds

from .made_rows import THEM, US, agreed, row, said, state, wording

LANGS = ("vi", "zh-Hans", "en")
SAID = {"vi": "Mở lại lối thông quan bến phà", "zh-Hans": "恢复渡口通关通道", "en": "Reopen the clearance route at the ferry"}
LONG = {"vi": "Thượng Bình " * 900, "zh-Hans": "上平明原口岸" * 1700, "en": "w" * 10_000}


def words(name, long):
    """A wording in three languages."""
    return [wording(lang, f"{name} {LONG[lang]}" if long else f"{SAID[lang]} {name}") for lang in LANGS]


def made_brief(*, nothing=False, long=False, count=12):
    """The material about the other side."""
    party = row(
        "party", THEM, {} if nothing else {"name": words("them", long), "reading_of_name": [LONG["vi"] if long else "云溪"] * 6}
    )
    rows = [] if nothing else list(_rows(long, count))
    seen = state(*rows)
    of = {
        kind: tuple(each for each in rows if each["kind"] == kind)
        for kind in ("undertaking", "proposal", "letter", "post_holding")
    }
    named = {each["id"]: _name(each) for each in (*rows, party)} | {US: Name(US, "party", (Part("en", "", "Us"),), "", True)}
    found = found_about(findings_of(seen, thresholds()), THEM, "", ())
    return BriefMaterial(
        state=seen,
        row=party,
        about="",
        holders=of["post_holding"],
        items=of["undertaking"],
        proposals=of["proposal"],
        letters=of["letter"],
        found=found,
        names=named,
        not_held=0 if nothing else 2,
    )


def _rows(long, count):
    yield row("session", "s1", {"title": words("s1", long), "starts_on": "2026-02-11", "stage": "held"})
    yield row("session", "s0", {"title": words("s0", long), "starts_on": "2025-02-11", "stage": "held"})
    for at in range(count):
        own = said(f"p{at}", US, "done", on="2026-04-01")
        theirs = said(f"q{at}", THEM, ("done", "waiting", "under_way")[at % 3], on="2026-05-01", result=words(f"r{at}", long))
        yield agreed(
            f"u{at}",
            own,
            theirs,
            title=words(f"u{at}", long),
            agreed_on=f"2024-{at % 9 + 1:02}-01",
            due_on=f"2026-{at % 9 + 1:02}",
        )
        yield row(
            "proposal",
            f"v{at}",
            {"title": words(f"v{at}", long), "proposed_by": [THEM], "session": [f"s{at % 2}"]},
            view={"fate": "left"},
        )
        asks = {"from_party": [THEM], "to_party": [US], "asks_for": "answer", "dated_on": f"2026-0{at % 9 + 1}-01"}
        yield row("letter", f"l{at}", {"subject": words(f"l{at}", long), **asks}, view={"awaits_answer": "yes"})
        post = {
            "party": [THEM],
            "post": words(f"h{at}", long),
            "holder": LONG["vi"] if long else "屈致和",
            "other_names": ["Khuất Trí Hòa"],
        }
        yield row("post_holding", f"h{at}", {**post, "from_on": f"20{at + 10}-07"} if at % 2 else post)


def _name(made):
    fields = made["fields"]
    given = next((fields[name] for name in ("title", "subject", "name", "post") if name in fields), [])
    return Name(made["id"], made["kind"], tuple(Part(each["lang"], "", each["text"]) for each in given), "", True)
