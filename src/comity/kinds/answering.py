"""What letters and calls share: between whom, what is asked for and by when, and what answers it.

Whether an answer is late is no part of this: that compares a day with a clock, and a fold has none.

Source: design sections 5 and 7; domain section 7.
"""

from __future__ import annotations

from typing import cast

from comity.kinds.checks import last_of
from comity.record.canonical import Fields
from comity.record.errors import MissingField, WrongValue
from comity.record.field import PARTIES, Choice, Day, Field, Line, Place, Ref, Wording
from comity.record.language import Labels
from comity.record.state import BodyState, Statement, Thing

INFORMS = "informs"
ASKED = {
    "answer": Labels("an answer", "trả lời", "答复"),
    "information": Labels("information", "cung cấp thông tin", "提供信息"),
    "agreement": Labels("agreement", "cho ý kiến thống nhất", "予以同意"),
    INFORMS: Labels("nothing: it informs", "không, chỉ thông báo", "无，仅通报情况"),
}

SUBJECT = Field("subject", Labels("Subject", "Về việc", "事由"), Wording(1000), required=True)
BETWEEN = (
    Field("from_party", Labels("From side", "Bên gửi (gọi)", "发出方"), Ref(PARTIES), many=True, facet=True, place=Place.REFS),
    Field("from_post", Labels("From post", "Chức vụ bên gửi (gọi)", "发出方职务"), Line()),
    Field("to_party", Labels("To side", "Bên nhận", "接收方"), Ref(PARTIES), many=True, facet=True, place=Place.REFS),
    Field("to_post", Labels("To post", "Chức vụ bên nhận", "接收方职务"), Line()),
)
# Of any kind, so that kinds to come can be written about too.
ABOUT = Field("about", Labels("About", "Liên quan đến", "关于"), Ref(), many=True, place=Place.REFS)
ASKING = (
    Field("asks_for", Labels("What it asks for", "Nội dung đề nghị", "请求事项"), Choice(ASKED), facet=True),
    Field("answer_due_on", Labels("Answer due on", "Thời hạn trả lời", "答复期限"), Day()),
    Field(
        "answers",
        Labels("Answers", "Trả lời cho", "所答复的函电"),
        Ref(("letter", "call")),
        many=True,
        facet=True,
        place=Place.REFS,
    ),
    ABOUT,
)


def due_where_asked(fields: Fields) -> None:
    """Refuses a day for an answer where none is asked for."""
    if "answer_due_on" not in fields:
        return
    if "asks_for" not in fields:
        raise MissingField(field="asks_for")
    if fields["asks_for"] == INFORMS:
        raise WrongValue(field="answer_due_on", value=str(fields["answer_due_on"]), expected="no day where nothing is asked for")


def answers_to(thing: Thing) -> Fields:
    """The letters and calls that answer it, and whether it still awaits an answer.

    {"answered_by": [...], "awaits_answer": "yes", "no", or "" where the body is not held and so nobody here can say}.
    What its own senders send after it is a reminder and answers nothing.
    """
    later = [said for kind in ("letter", "call") for said in thing.stated(kind, "answers")]
    answered_by = [said.id for said in later if not _same_senders(said, thing)]
    asks = thing.fields.get("asks_for", INFORMS) != INFORMS
    unknown = thing.body_state is not BodyState.HELD
    awaits = "no" if answered_by else "" if unknown else "yes" if asks else "no"
    return {"answered_by": list(answered_by), "awaits_answer": awaits}


def awaiting(row: Fields) -> set[tuple[str, str]]:
    """By what a letter or call is found: `awaits`, whether it awaits an answer, and `answer_by`, the day for which it does.

    Nothing where nobody here can say.
    """
    awaits = cast(Fields, row["view"]).get("awaits_answer")
    if not isinstance(awaits, str) or not awaits:
        return set()
    due = str(cast(Fields, row["fields"]).get("answer_due_on", ""))
    return {("awaits", awaits)} | ({("answer_by", last_of(due))} if awaits == "yes" else set())


def _same_senders(said: Statement, thing: Thing) -> bool:
    return bool(said.fields.get("from_party")) and said.fields["from_party"] == thing.fields.get("from_party")
