"""Why the machine was unsure of a draft, in plain sentences: what it did not find and by what it went."""

from __future__ import annotations

from collections.abc import Mapping

from comity.paper.translate import N_, Msgid, translate
from comity.record.canonical import Value

# What people look for in a draft of each type, and what is said where the reader did not find it.
_LOOKED_FOR: dict[str, tuple[tuple[str, Msgid], ...]] = {
    "party": (("code", N_("No code for it was found.")),),
    "person": (
        ("party", N_("For which party the person acts was not found.")),
        ("titles", N_("No title stands beside the name.")),
    ),
    "session": (
        ("edition", N_("No number of the session was found.")),
        ("date", N_("No day was found.")),
        ("parties", N_("Which parties took part was not found.")),
    ),
    "clause": (
        ("agents", N_("Who acts was not found.")),
        ("areas", N_("No area was found.")),
        ("meeting", N_("The session it belongs to was not found.")),
    ),
    "instrument": (("date", N_("No day was found.")), ("parties", N_("Which parties took part was not found."))),
    "gate": (("pair", N_("The pair of gates was not found.")),),
    "next_session": (("date_from", N_("No day was found.")),),
    "statement": (("speaker", N_("Who speaks was not found.")),),
    "figure": (("of", N_("What the figure is of was not found.")),),
    "letter": (
        ("from_code", N_("Who wrote or called was not found.")),
        ("to_code", N_("To whom it went was not found.")),
        ("date", N_("No day was found.")),
    ),
    "obstacle": (("raised_by_code", N_("Who raised it was not found.")),),
    "announcement": (("since", N_("No day was found.")),),
}
_BY_GRAMMAR = N_("It was found by the build of the sentence, not by a word of the lexicon.")
_BY_WEIGHTS = N_("No rule found it; by what was learnt from annotated reports it is likely one.")
_BY_HAND = N_("A person split or joined it; what was read before still has to fit.")
_BY_MODEL = N_("A model at {address} labelled it; the words are the source's own.")
_BY_RANKER = N_("The ranking model of this machine labelled it; the words are the source's own.")
_FORMER = N_("By the day of the document it had become part of another.")
_MISPRINT = N_("A name in it is a known misprint of another.")
_UNSURE = N_("The words it went by often mean something else.")
_LOW = 60


def doubts(type_: str, value: Mapping[str, Value], *, rule: str, confidence: int, lang: str) -> list[str]:
    """What was unsure, as sentences in `lang`; empty where the reader found all it looked for and is rather sure."""
    _ = translate(lang)
    found = [said for key, said in _LOOKED_FOR.get(type_, ()) if not value.get(key)]
    is_weighed_in = rule.startswith("grammar/candidate") and rule.endswith("weights")
    found += [_BY_WEIGHTS] if is_weighed_in else [_BY_GRAMMAR] if "grammar/" in rule else []
    found += [_BY_HAND] if "by hand" in rule else []
    found += [_FORMER] if "aliases/former" in rule else []
    found += [_MISPRINT] if "aliases/error" in rule else []
    found += [_BY_RANKER] if "model/local" in rule else []
    model = rule.partition(" + model/")[2].removesuffix("/areas") if "model/local" not in rule else ""
    found += [_UNSURE] if not found and not model and confidence < _LOW else []
    return [*([_(_BY_MODEL, address=model)] if model else []), *(_(said) for said in found)]
