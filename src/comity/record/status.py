"""The status of a text on a day: from being discussed to in force, and how it honestly ended.

    being discussed -> initialled -> signed (by some) -> in force
    then: amended (a complete text supersedes it), expired (its term), withdrawn (with notice); or lapsed (never
    signed by all while it was open)

Consent knows no clock; the day comes in here, and only here. An ended text never revives an older one: the
text in force by consent that has ended leaves the item with nothing in force.

Source: design section 4 (Status of a text); words of the vocabulary.
"""

from __future__ import annotations

from enum import StrEnum

from comity.record.agreement import Answer
from comity.record.canonical import Fields
from comity.record.language import Labels


class Status(StrEnum):
    BEING_DISCUSSED = "being_discussed"
    INITIALLED = "initialled"
    SIGNED = "signed"
    IN_FORCE = "in_force"
    AMENDED = "amended"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    LAPSED = "lapsed"
    CANNOT_SAY = "cannot_say"


STATUS_WORDS: dict[Status, Labels] = {
    Status.BEING_DISCUSSED: Labels("being discussed", "đang trao đổi", "商谈中"),
    Status.INITIALLED: Labels("initialled", "đã ký tắt", "已草签"),
    Status.SIGNED: Labels("signed, not yet by all", "đã ký, chưa đủ các bên", "已签署，尚未全部签署"),
    Status.IN_FORCE: Labels("in force", "có hiệu lực", "已生效"),
    Status.AMENDED: Labels(
        "ended: a later text stands in its place", "chấm dứt: đã có văn bản thay thế", "终止：已由后来的文本取代"
    ),
    Status.EXPIRED: Labels("ended: its term is over", "chấm dứt: hết thời hạn", "终止：期限届满"),
    Status.WITHDRAWN: Labels("ended: withdrawn with notice", "chấm dứt: một bên đã thông báo rút", "终止：已通知退出"),
    Status.LAPSED: Labels(
        "ended: not signed by all in time", "chấm dứt: chưa được ký đủ trong thời hạn", "终止：未在期限内全部签署"
    ),
    Status.CANNOT_SAY: Labels(
        "cannot say: not everything is here", "chưa thể xác định: chưa có đủ dữ liệu", "无法确定：资料不全"
    ),
}


def status_of(text: Fields, *, on: str) -> Status:
    """The status on the day `on` (ISO date) of a text, given as a row of `agreement_row`."""
    if text["in_force"] == Answer.CANNOT_SAY:
        return Status.CANNOT_SAY
    if text["in_force"] == Answer.YES:
        return _ending(text, on) or Status.IN_FORCE
    if text["complete"]:
        return Status.AMENDED
    if text["open_until"] and str(text["open_until"]) < on:
        return Status.LAPSED
    if text["signed_by"]:
        return Status.SIGNED
    return Status.INITIALLED if text["initialled_by"] == text["parties"] else Status.BEING_DISCUSSED


def in_force_on(agreement: Fields, *, on: str) -> Answer:
    """Whether any text of an item is in force on a day, from the row of its agreement."""
    texts = agreement["texts"]
    held = [text for text in texts if isinstance(text, dict)] if isinstance(texts, list) else []
    if any(text["in_force"] == Answer.YES and _ending(text, on) for text in held):
        return Answer.NO
    return Answer(str(agreement["answer"]))


def _ending(text: Fields, on: str) -> Status | None:
    """How a text in force by consent has ended by the end of the day before `on`, or by notice on it."""
    withdrawn = text["withdrawn"]
    days = [str(row["effective_on"]) for row in withdrawn if isinstance(row, dict)] if isinstance(withdrawn, list) else []
    if any(day <= on for day in days):
        return Status.WITHDRAWN
    return Status.EXPIRED if text["ends_on"] and str(text["ends_on"]) < on else None
