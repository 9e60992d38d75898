"""What things are called on a page: by their title, else by their kind and the beginning of their id.

- A name never breaks across lines where it is short enough to keep whole on a narrow screen.
- Text whose language nobody stated gets the language its letters show, else "und": nothing is guessed further.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from comity.paper.labels import kind_label
from comity.paper.translate import translate
from comity.paper.wording import Part, lead_of, tag

_HAN = re.compile(r"[\u3400-\u9fff]")
_VIETNAMESE = re.compile(r"[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹĂĐƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ]")
# A word that is wider than a narrow screen; Chinese breaks between any two characters.
_ENDLESS = re.compile(r"[^\s\u3400-\u9fff-]{28}")
_WHOLE = {True: 14, False: 30}


@dataclass(frozen=True, slots=True)
class Name:
    """How a thing is called. `parts` are empty where its title is not held; `held` says whether its entry is.

    `page` is where its page stands, "" for none; None means that of the desk.
    """

    id: str
    kind: str = ""
    parts: tuple[Part, ...] = ()
    short: str = ""
    held: bool = False
    page: str | None = None


Names = Callable[[str], Name]


def no_names(thing: str) -> Name:
    """Knows nothing by name."""
    return Name(thing)


def tongue(text: str, stated: str = "") -> str:
    """The language tag text is shown under: the stated one, else what its letters show, else "und"."""
    known = tag(stated)
    if known != "und":
        return known
    return "zh-Hans" if _HAN.search(text) else "vi" if _VIETNAMESE.search(text) else "und"


def run(text: str, stated: str = "", *, name: bool = False) -> Markup:
    """A run of text with its language; a `name` that is short enough does not break."""
    unbroken = name and len(text) <= _WHOLE[bool(_HAN.search(text))]
    kind = ' class="name"' if unbroken else ' class="long"' if _ENDLESS.search(text) else ""
    return Markup('<span lang="{}"{}>{}</span>').format(tongue(text, stated), Markup(kind), text)


def called(name: Name, lang: str) -> Markup:
    """The name in `lang` or the language it has; without a title its kind and the beginning of its id."""
    lead = lead_of(name.parts, lang)
    if lead is not None:
        return run(lead.text, lead.lang, name=True)
    if name.short:
        return run(name.short, name=True)
    beginning = Markup('<code class="name">{}…</code>').format(name.id[:12])
    return Markup("{} {}").format(kind_label(name.kind, lang), beginning) if name.kind else beginning


def plain_name(name: Name, lang: str) -> str:
    """The same as plain text, for labels of pictures and titles of windows."""
    lead = lead_of(name.parts, lang)
    text = lead.text if lead is not None else name.short or f"{kind_label(name.kind, lang)} {name.id[:12]}…".strip()
    return text if len(text) <= 120 else text[:119] + "…"


def linked(name: Name, lang: str) -> Markup:
    """The name, leading to the thing's page; says so where nothing of the thing is here."""
    if name.page == "":
        return called(name, lang)
    link = Markup('<a href="{}">{}</a>').format(name.page or f"/t/{name.id}", called(name, lang))
    return link if name.held else Markup("{} <small>({})</small>").format(link, translate(lang)("not held here"))


def of_line(text: str, lang: str) -> str:
    """Of a line that says the same in several languages ("Phó Chủ tịch / 副主席"), the part in `lang`; else the line."""
    parts = text.split(" / ")
    if len(parts) < 2:
        return text
    plain = next((part for part in parts if tongue(part) not in ("vi", "zh-Hans")), text)
    return plain if lang == "en" else next((part for part in parts if tongue(part) == lang), text)


def listed(parts: Iterable[str], lang: str) -> str:
    """Several names in a row, set apart as the language does."""
    return ("、" if lang == "zh-Hans" else ", ").join(parts)


def brief(text: str) -> str:
    """The beginning of a long text, for margins."""
    most = 44 if _HAN.search(text) else 84
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
