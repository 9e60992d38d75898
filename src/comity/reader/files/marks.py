"""Marks that decide at the door: state secrets are refused, internal papers are noted.

- A mark stands alone on its line, or at the head of the document beside a number, a term or an urgency.
- The same letters inside running text are words, not marks.
- Marks are looked for in the canonical text, so spaced and decomposed spellings count too.
- What a program read off a scan is held against a wider net: accents and stars are what it misreads first.
"""

from __future__ import annotations

import re

_VI = r"TUYỆT\s*MẬT|TỐI\s*MẬT|M\s*Ậ\s*T"
_ZH = r"[绝絕]\s*密|[机機]\s*密|[秘祕]\s*密"
_TERM = r"(?:级|級)?\s*(?:[★☆▲*]\s*.{0,12})?"
_OPEN, _CLOSE = r"[\s\[(【（〔“\"*_-]*", r"[\s\])】）〕”\"*_.-]*"
_ALONE = re.compile(rf"^{_OPEN}(?P<mark>{_VI}|(?:{_ZH})){_TERM}{_CLOSE}$", re.MULTILINE)
_LABELLED = re.compile(
    rf"^{_OPEN}(?:(?i:độ\s+mật|mức\s+độ\s+mật|dấu\s+mật)|密\s*级|密\s*級|保密等级)\s*[:：]\s*"
    rf"(?P<mark>(?i:tuyệt\s*mật|tối\s*mật|mật)\b|{_ZH})",
    re.MULTILINE,
)
# Beside a mark at a document's head stand copy numbers, terms and degrees of urgency, never a sentence.
_HEAD = re.compile(
    rf"^(?:[\s\d第份号號№:：-]|特急|加急|平急|特提|急件|HỎA TỐC|THƯỢNG KHẨN|KHẨN|Số)*(?P<mark>{_VI}|{_ZH}){_TERM}"
    r"(?:[\s\d第份号號№:：-]|特急|加急|平急|特提|急件|HỎA TỐC|THƯỢNG KHẨN|KHẨN)*$"
)
_STARRED = re.compile(rf"(?P<mark>{_ZH})(?:级|級)?\s*[★☆]")
_INTERNAL = re.compile(
    rf"^{_OPEN}(?:内\s*部(?:资料|文件|材料|使用|参考|刊物)?|(?i:lưu hành nội bộ|tài liệu nội bộ|nội bộ))"
    rf"\s*(?:[，,、 ★].{{0,12}})?{_CLOSE}$",
    re.MULTILINE,
)
_HEAD_LINES = 6
_VI_SCANNED = re.compile(rf"^{_OPEN}(?P<mark>TUY\w{{1,2}}\s*M\wT|T\wI\s*M\wT|M\s*[AÂẬẠẢÁÀẤẦẨẪĂẶẮ4]\s*T){_CLOSE}$")
_ZH_SCANNED = re.compile(
    rf"^{_OPEN}(?:\d[\d\s]{{0,11}})?(?P<mark>{_ZH})(?:[级級]|\W.{{0,10}}|.{{0,2}}\d{{1,2}}\s*[年月].{{0,6}})?$"
)


def secret_mark(text: str) -> str | None:
    """The state-secret mark that `text` bears, as it is written there, or None."""
    for pattern in (_ALONE, _LABELLED):
        found = pattern.search(text)
        if found:
            return found.group("mark")
    head = [line.strip() for line in text.split("\n") if line.strip()][:_HEAD_LINES]
    for line in head:
        found = _HEAD.match(line) or _STARRED.search(line)
        if found:
            return found.group("mark")
    return None


def secret_mark_scanned(text: str) -> str | None:
    """The state-secret mark that a scanned page seems to bear, as it was read, or None; rather one too many than one missed."""
    for line in text.split("\n"):
        found = _VI_SCANNED.match(line.strip()) or _ZH_SCANNED.match(line.strip())
        if found:
            return found.group("mark")
    return None


def has_internal_mark(text: str) -> bool:
    """Whether `text` bears a mark of internal circulation; such a paper asks before it is shown."""
    return _INTERNAL.search(text) is not None
