"""One thing told to a person, a line a fact, in the language of the session."""

from __future__ import annotations

from comity.cli.saying import LANG, _
from comity.cli.telling_since import said_since
from comity.kinds import every_kind
from comity.paper.labels import label_words
from comity.record.act import EntryId
from comity.record.canonical import Fields, Value
from comity.record.field import Choice, Field, Ref
from comity.record.kind import Kind
from comity.record.status import STATUS_WORDS, Status
from comity.store.reading import Reading

ANSWERS = {True: _("yes"), False: _("no"), "cannot say": _("cannot say")}


def told(shown: Fields, reading: Reading) -> list[str]:
    """What `show_thing` found: the kind and title, its fields as declared, what consent or owners say, and the entry."""
    kind = every_kind().get(str(shown["kind"]))
    label = kind.labels.in_language(LANG) if kind else _("not known to this version")
    fields = shown["fields"] if isinstance(shown["fields"], dict) else {}
    facts = _facts(kind, fields, reading) if kind else [(name, plain(value)) for name, value in fields.items()]
    facts += [*_consent(shown), *_progress(shown), *said_since(shown, reading), *_entry(shown)]
    return [f"{label}: {title_of(shown)}", *(f"  {name}: {value}" for name, value in facts)]


def title_of(shown: Fields) -> str:
    """What a thing is called, in the language of the session where it has a title in it."""
    title = shown.get("title")
    if not isinstance(title, dict) or not title:
        return str(shown.get("short") or brief(str(shown["id"])))
    return str(title.get(LANG) or next(iter(title.values())))


def brief(name: str) -> str:
    """An id cut to twelve digits; a short name whole."""
    return name[:12] if len(name) == 64 else name


def plain(value: Value) -> str:
    """A value on one line: lists parted by semicolons, wordings with their language."""
    if isinstance(value, bool):
        return ANSWERS[value]
    if isinstance(value, list):
        return "; ".join(plain(part) for part in value)
    if isinstance(value, dict):
        if "text" in value and "lang" in value:
            return f"{value['text']} ({value['lang']})"
        return ", ".join(f"{name} {plain(part)}" for name, part in value.items() if part not in ("", []))
    return " ".join(str(value).split())


def _facts(kind: Kind, fields: Fields, reading: Reading) -> list[tuple[str, str]]:
    held = [(field, fields[field.name]) for field in kind.fields if field.name in fields]
    return [(field.labels.in_language(LANG), _value(field, value, reading)) for field, value in held]


def _value(field: Field, value: Value, reading: Reading) -> str:
    rows = [str(row) for row in value] if isinstance(value, list) else [str(value)]
    if isinstance(field.form, Ref):
        return "; ".join(reading.short_name_of(EntryId(row)) or brief(row) for row in rows)
    if isinstance(field.form, Choice):
        options = field.form.options
        return "; ".join(options[row].in_language(LANG) if row in options else row for row in rows)
    return plain(value)


def _consent(shown: Fields) -> list[tuple[str, str]]:
    if "in_force" not in shown:
        return []
    answer = shown["in_force"]
    facts = [(_("In force"), ANSWERS[answer] if isinstance(answer, bool | str) else "")]
    if str(shown.get("status", "")) in set(Status):
        facts.append((_("Status"), STATUS_WORDS[Status(str(shown["status"]))].in_language(LANG)))
    named = ((_("Signed by"), "signed_by"), (_("Signatures not here yet"), "missing"), (_("Not agreed for now"), "refused_by"))
    return facts + [(label, plain(shown[name])) for label, name in named if shown.get(name)]


def _progress(shown: Fields) -> list[tuple[str, str]]:
    kind, rows = every_kind()["progress"], shown.get("progress")
    states, words = (kind.field(name).form for name in ("state", "word"))
    facts = []
    for part in rows if isinstance(rows, list) else []:
        if isinstance(part, dict) and isinstance(states, Choice) and isinstance(words, Choice):
            state, word = str(part["state"]), str(part["word"])
            said = states.options[state].in_language(LANG) if state in states.options else _("no word yet")
            voice = f" ({words.options[word].in_language(LANG)})" if word in words.options else ""
            facts.append((_("Progress of {owner}", owner=brief(str(part["owner"]))), said + voice))
    return facts


def _entry(shown: Fields) -> list[tuple[str, str]]:
    labels = {
        "id": _("Id"),
        "short": _("Short name"),
        "party": _("Book of"),
        "at": _("Entered"),
        "zone": _("Zone"),
        "label": _("For whom"),
        "body": _("Body"),
    }
    words = {"label": label_words(str(shown.get("label", "")), LANG)}
    return [(label, words.get(name) or plain(shown[name])) for name, label in labels.items() if shown.get(name)]
