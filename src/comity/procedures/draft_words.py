"""The words of drafts as acts take them: in the language of their document, on one line, without hidden marks."""

from __future__ import annotations

import re
import unicodedata

from comity.record.canonical import Value
from comity.record.language import LANGUAGES, hidden_removed
from comity.store.reading import DocumentRow


def wording(text: str, document: DocumentRow, *, standing: str = "") -> list[Value]:
    """`text` in the language of the document, official unless a machine translated it."""
    doc = document.reading.get("doc")
    machine = isinstance(doc, dict) and doc.get("machine_translation") is True
    return [{"lang": tag_of(document.lang), "standing": standing or ("machine" if machine else "official"), "text": text or "…"}]


def clean(text: str) -> str:
    """Text on one line in NFC without hidden marks."""
    return re.sub(r"\s+", " ", hidden_removed(unicodedata.normalize("NFC", text))).strip()


def tag_of(lang: str) -> str:
    """The language tag of the record for the reader's language; "und" where it is not known."""
    tag = {"zh": "zh-Hans"}.get(lang, lang)
    return tag if tag in LANGUAGES or re.fullmatch(r"[a-z]{2,3}(-[A-Z][a-z]{3})?", tag) else "und"
