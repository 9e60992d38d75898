"""Rows as the register hands them out, made by hand: every case of a rule in a few lines."""

from comity.paper.agreed_view import Read
from comity.review.every_rule import findings_of
from comity.review.gathered import Gathered
from comity.review.thresholds import thresholds

ON, SINCE = "2026-11-22", "2026-01-01"
US, THEM = "us", "them"


def row(kind, name, fields=None, /, view=None, statements=(), **more):
    return {
        "id": name,
        "kind": kind,
        "party": US,
        "at": "2026-02-02T00:00:00Z",
        "body": "held",
        "fields": fields or {},
        "view": view or {},
        "statements": list(statements),
        **more,
    }


def said(name, owner, state, /, *, book=None, word="own", **fields):
    """A progress entry in the book of `book`, by its owner if none is named."""
    given = {"owner": [owner], "state": state, "word": word, **fields}
    at = "2026-03-03T00:00:00Z"
    return {"id": name, "kind": "progress", "roles": ["undertaking"], "party": book or owner, "at": at, "fields": given}


def agreed(name, /, *progress, view=None, others=(), **fields):
    """An agreed item of both sides; of each owner the last progress counts, its own before what is told."""
    owners = fields.pop("owners", [US, THEM])
    rows = []
    for owner in owners:
        about = [each for each in progress if each["fields"]["owner"] == [owner]]
        own = [each for each in about if each["party"] == owner]
        last = (own or about or [None])[-1]
        told = {"state": "", "word": "", "entry": ""}
        if last:
            told = {"state": last["fields"]["state"], "word": "own" if own else "told", "entry": last["id"]}
        rows.append({"owner": owner, **told})
    titled = {"title": [wording("en", name), wording("vi", name), wording("zh-Hans", name)], "owners": owners}
    return row("undertaking", name, titled | fields, view={"progress": rows, **(view or {})}, statements=[*progress, *others])


def wording(lang, text, standing="authentic"):
    return {"lang": lang, "text": text, "standing": standing}


def state(*rows, beside=(), again=(), since=SINCE, us=US):
    by_kind = {}
    for each in rows:
        by_kind[each["kind"]] = (*by_kind.get(each["kind"], ()), each)
    known = {each["id"]: each for each in (*rows, *beside)}
    return Gathered(ON, since, frozenset({us}), by_kind, Read(5, 2), known, frozenset(again))


def found(*rows, rule="", changes="", **more):
    """What is found, as (rule, case, thing, part); of one rule (case, thing, part)."""
    every = findings_of(state(*rows, **more), thresholds(changes))
    told = [(each.rule, each.case, each.thing, each.part) for each in every]
    return [each[1:] for each in told if each[0] == rule] if rule else told


def facts(*rows, rule, changes="", **more):
    """The facts of what one rule finds."""
    return [each.facts for each in findings_of(state(*rows, **more), thresholds(changes)) if each.rule == rule]
