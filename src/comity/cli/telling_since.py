"""What was said of a thing since, a line a fact: what answers it, each side's last word, what follows, readings about it."""

from __future__ import annotations

from comity.cli.saying import LANG, _
from comity.kinds import every_kind
from comity.paper.row_parts import ids_in, rows_in, statements_in, view_of, words_in
from comity.paper.thing_view import view_facts
from comity.paper.wording import lead_of, title_of
from comity.record.act import EntryId
from comity.record.canonical import Fields
from comity.record.field import Choice
from comity.store.reading import Reading

AWAITS = {"yes": _("yes"), "no": _("no"), "": _("cannot say")}
Facts = list[tuple[str, str]]


def said_since(shown: Fields, reading: Reading) -> Facts:
    """The facts of a thing that `show_thing` found; none for a statement, of which nothing is folded."""
    if "view" not in shown:
        return []
    return [*_answers(shown, reading), *_words(shown, reading), *_follows(shown, reading), *_readings(shown, reading)]


def _answers(shown: Fields, reading: Reading) -> Facts:
    view = view_of(shown)
    if "awaits_answer" not in view:
        return []
    answered = [(_("Answered by"), _names(ids_in(view, "answered_by"), reading))] if view.get("answered_by") else []
    return [*answered, (_("Awaits an answer"), AWAITS[words_in(view, "awaits_answer")])]


def _words(shown: Fields, reading: Reading) -> Facts:
    facts = []
    for part in rows_in(view_of(shown), "words"):
        state, word = (_choice(str(shown["kind"]), name, words_in(part, name)) for name in ("state", "word"))
        said = f"{state} ({word})" if word else state
        facts.append((_("Last word of {party}", party=_names((words_in(part, "stated_by"),), reading)), said))
    return facts


def _follows(shown: Fields, reading: Reading) -> Facts:
    """What the kind's effect shows in words or as things, and what a merge says to be the same."""
    facts = []
    for fact in view_facts(shown, LANG):
        if isinstance(fact.value, list):
            facts.append((fact.label, _names([str(one) for one in fact.value], reading)))
        else:
            facts.append((fact.label, _choice(str(shown["kind"]), fact.name, str(fact.value))))
    same = [words_in(part, "thing") for part in rows_in(view_of(shown), "same_as")]
    return [*facts, (_("Stated to be the same as"), _names(same, reading))] if same else facts


def _readings(shown: Fields, reading: Reading) -> Facts:
    """A line for each reading about it, with its wording."""
    said = [each for each in statements_in(shown, "reading") if "about" in ids_in(each, "roles")]
    facts = []
    for each in said:
        title = lead_of(title_of(each, every_kind()["reading"].title), LANG)
        name = _names((str(each["id"]),), reading)
        facts.append((_("Reading about it"), f"{title.text} ({name})" if title else name))
    return facts


def _choice(kind: str, field: str, value: str) -> str:
    form = every_kind()[kind].field(field).form
    return form.options[value].in_language(LANG) if isinstance(form, Choice) and value in form.options else value


def _names(ids: list[str] | tuple[str, ...], reading: Reading) -> str:
    return "; ".join(reading.short_name_of(EntryId(one)) or one[:12] for one in ids)
