"""The names people read for kinds, fields, choices, labels and findings, from their declarations.

- Every name exists in the three languages by its declaration; a name that is not known is shown as it is.
- What drafts are called comes from the catalogues: drafts are not kinds.
"""

from __future__ import annotations

from comity.kinds import every_kind
from comity.paper.areas import area_words
from comity.paper.translate import N_, Msgid, translate
from comity.record.field import Choice, Field, Record
from comity.record.finding import CODES
from comity.record.label import WORDS, Label
from comity.record.language import STANDING_WORDS, Labels, Standing
from comity.record.status import STATUS_WORDS, Status

DRAFT_TYPES: dict[str, Msgid] = {
    "party": N_("party"),
    "person": N_("person"),
    "session": N_("session"),
    "clause": N_("statement"),
    "instrument": N_("instrument"),
    "gate": N_("border gate"),
    "next_session": N_("next session"),
    "statement": N_("courtesy or assessment"),
    "figure": N_("figure"),
    "letter": N_("letter or call"),
    "stand_in": N_("stand-in"),
    "post_change": N_("change of post"),
    "obstacle": N_("obstacle"),
    "announcement": N_("announcement"),
}

DRAFT_KEYS: dict[str, Msgid] = {
    "act": N_("what is done"),
    "agent": N_("who acts"),
    "agents": N_("who acts"),
    "areas": N_("areas"),
    "chair": N_("chaired by"),
    "change": N_("what changes"),
    "code": N_("code"),
    "concreteness": N_("how definite"),
    "channel": N_("channel"),
    "country": N_("country"),
    "date": N_("date"),
    "date_from": N_("from"),
    "date_to": N_("until"),
    "date_until": N_("until"),
    "deadline": N_("by when"),
    "detail": N_("how definite"),
    "edition": N_("edition"),
    "format": N_("form"),
    "host": N_("host"),
    "kind": N_("kind"),
    "live_points": N_("live points"),
    "mechanism": N_("mechanism"),
    "mechanism_text": N_("as the source calls it"),
    "meeting": N_("session"),
    "name": N_("name"),
    "names": N_("names as written"),
    "nature": N_("nature"),
    "pair": N_("pair of gates"),
    "parties": N_("parties"),
    "party": N_("party"),
    "place": N_("place"),
    "role": N_("role"),
    "session": N_("session"),
    "signatories": N_("signed by"),
    "speaker": N_("speaker"),
    "status": N_("status"),
    "target": N_("measurable aim"),
    "text": N_("wording"),
    "theme": N_("theme"),
    "title": N_("title"),
    "titles": N_("titles"),
    "type": N_("type"),
    "venue": N_("place"),
    "year": N_("year"),
    "about": N_("on what"),
    "addressees": N_("whom it asks"),
    "amount": N_("amount"),
    "asks": N_("what it asks for"),
    "assent": N_("who concurred"),
    "bodies": N_("bodies charged with it"),
    "cause": N_("cause"),
    "change_kind": N_("kind of change"),
    "class": N_("class of the gate"),
    "condition": N_("condition"),
    "for": N_("in whose place"),
    "from_code": N_("from which side"),
    "instead": N_("who held the post before"),
    "level": N_("who must clear it"),
    "linked": N_("bodies that also took part"),
    "markers": N_("border markers"),
    "named": N_("things it names"),
    "number": N_("number of the letter"),
    "of": N_("what is counted"),
    "period": N_("period"),
    "post": N_("post"),
    "raised_by_code": N_("raised by"),
    "renews": N_("renews itself"),
    "rhythm": N_("how often"),
    "scope": N_("where"),
    "side": N_("how each side stands"),
    "since": N_("from the day"),
    "term": N_("term"),
    "to_code": N_("to which side"),
    "unit": N_("unit"),
    "until": N_("to the day"),
    "valid_since": N_("valid since"),
    "valid_until": N_("valid until"),
}

DRAFT_WORDS: dict[str, Msgid] = {
    "agreed": N_("agreed"),
    "proposed": N_("proposed"),
    "hoped": N_("hoped for"),
    "urged": N_("urged"),
    "done": N_("reported done"),
    "limitation": N_("difficulty named"),
    "undertaking": N_("agreed item"),
    "proposal": N_("proposal"),
    "result": N_("result"),
    "concrete": N_("concrete"),
    "general": N_("general"),
    "main": N_("the session reported on"),
    "referenced": N_("a session referred to"),
    "online": N_("online"),
    "in person": N_("in person"),
    "signed": N_("signed"),
    "initialled": N_("initialled"),
    "once": N_("once"),
    "periodic": N_("periodic"),
    "standing": N_("standing duty"),
    "conduct": N_("to report to or ask a higher body"),
    "up": N_("rose"),
    "down": N_("fell"),
    "took": N_("taken up"),
    "left": N_("given up"),
    "stop": N_("ceases"),
    "start": N_("begins or changes"),
    "reply": N_("reply"),
    "note": N_("short note"),
    "fax": N_("fax"),
    "telephone_note": N_("telephone note"),
    "message": N_("message of courtesy"),
    "call": N_("call"),
    "spring-meeting": N_("Spring Meeting"),
    "joint-working-committee": N_("Joint Working Committee"),
    "joint-working-group": N_("Joint Working Group"),
    "bilateral-talks": N_("talks between two sides"),
    "party-secretaries-meeting": N_("meeting of party secretaries"),
    "party-secretaries-meeting-yunnan": N_("meeting of party secretaries with Yunnan"),
    "agreement": N_("agreement"),
    "cooperation agreement": N_("cooperation agreement"),
    "memorandum": N_("memorandum"),
    "minutes": N_("minutes of talks"),
    "joint statement": N_("joint statement"),
    "action plan": N_("action plan"),
    "protocol": N_("protocol"),
    "VN": N_("Viet Nam"),
    "CN": N_("China"),
}

STATES: dict[str, Msgid] = {"open": N_("waits for you"), "accepted": N_("entered"), "dropped": N_("dropped")} | {
    "split": N_("split"),
    "joined": N_("joined with another"),
}


def kind_label(kind: str, lang: str, *, plural: bool = False) -> str:
    """What a kind is called; the bare name of one that is not known to this version."""
    declared = every_kind().get(kind)
    if declared is None:
        return kind
    return (declared.plural if plural else declared.labels).in_language(lang)


def field_label(kind: str, name: str, lang: str) -> str:
    """What a field is called, also a part of one ("title.vi"); without its kind, as the first kind that has it calls it."""
    head, dot, rest = name.partition(".")
    kinds = [every_kind()[kind]] if kind in every_kind() else list(every_kind().values())
    for declared in kinds:
        for field in declared.fields:
            if field.name == head:
                return field.labels.in_language(lang) + dot + rest
    return name


def choice_label(field: Field, value: str, lang: str) -> str:
    """What a word of a closed list is called."""
    labels: Labels | None = field.form.options.get(value) if isinstance(field.form, Choice) else None
    return labels.in_language(lang) if labels else value


def part_choice_label(form: Record, part: str, value: str, lang: str) -> str:
    """The same for a part of a record."""
    inner = form.parts.get(part)
    labels = inner.options.get(value) if isinstance(inner, Choice) else None
    return labels.in_language(lang) if labels else value


def label_words(label: str, lang: str) -> str:
    """To whom a body may go, in plain words."""
    return WORDS[Label(label)].in_language(lang) if label in set(Label) else label


def standing_words(standing: str, lang: str) -> str:
    """The value of one language text beside the others."""
    return STANDING_WORDS[Standing(standing)].in_language(lang) if standing in set(Standing) else standing


def status_words(status: str, lang: str) -> str:
    """How a text stands."""
    return STATUS_WORDS[Status(status)].in_language(lang) if status in set(Status) else status


def finding_words(code: str, lang: str) -> str:
    """What was found, as a sentence; the bare code of one that is not known to this version."""
    return CODES[code].in_language(lang) if code in CODES else code


def draft_words(word: str, lang: str) -> str:
    """A type, key, state or fixed word of a draft, as people read it; as it is where it is free text."""
    for table in (DRAFT_TYPES, STATES, DRAFT_WORDS):
        if word in table:
            return translate(lang)(table[word])
    return area_words(word, lang)


def draft_key(key: str, lang: str) -> str:
    """What a line of a draft is called."""
    return translate(lang)(DRAFT_KEYS[key]) if key in DRAFT_KEYS else key.replace("_", " ")
