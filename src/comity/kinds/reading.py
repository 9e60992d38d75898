"""Reading: one thing that a source says, with the exact words. It says what the source says, never what is so.

The quotations are those of a W3C Web Annotation: exact words with their place in code points, end excluded. Where no
copy of the source is kept there are none: such a reading rests on the address alone, and is shown so.
"""

from typing import cast

from comity.kinds.checks import single
from comity.record.canonical import Fields
from comity.record.field import Choice, Evidence, Field, Flag, Line, Place, Record, Ref, Whole, Wording
from comity.record.kind import Kind
from comity.record.language import Labels
from comity.record.state import Thing

SAYS = {
    "session": Labels("a session", "Hội nghị", "会晤"),
    "person": Labels("a person", "người tham gia", "人员"),
    "party": Labels("a party", "bên tham gia", "参与方"),
    "proposed": Labels("proposed", "đề xuất", "建议"),
    "urged": Labels("asked or hoped for", "đề nghị, mong muốn", "希望"),
    "agreed": Labels("agreed", "đã thống nhất", "已议定"),
    "signed": Labels("signed", "đã ký", "已签署"),
    "done": Labels("reported done", "báo đã xong", "据报已完成"),
    "difficulty": Labels("difficulty", "khó khăn, vướng mắc", "困难和问题"),
    "instrument": Labels("an instrument", "văn kiện hợp tác", "合作文件"),
    "gate": Labels("a border gate", "cửa khẩu", "口岸"),
    "next_session": Labels("the next session", "Hội nghị lần sau", "下次会晤"),
    "statement": Labels("a statement", "phát biểu", "表态"),
}
# What a reading says that tells of a paper signed or issued.
INSTRUMENTS = ("signed", "instrument")
# Plain lines, as the reader found them; several in one part stand apart by "; ".
PARTS = (
    *("name", "code", "country", "title", "role", "party", "parties", "mechanism", "edition", "year", "form", "channel"),
    *("date", "date_until", "host", "chair", "venue", "live_points", "theme", "session", "status", "nature", "detail"),
    *("agent", "speaker", "target", "areas", "deadline", "signatories", "pair", "change", "act"),
)


def _resting(thing: Thing) -> Fields:
    """That it rests on the address of its source alone, where it is held and quotes nothing."""
    quoting = "says" not in thing.fields or bool(thing.fields.get("quotes"))
    return {} if quoting else {"rests_on": "address"}


def _found_by(row: Fields) -> set[tuple[str, str]]:
    """`instrument`: that it tells of a paper signed or issued."""
    return {("instrument", "yes")} if cast(Fields, row["fields"]).get("says") in INSTRUMENTS else set()


KIND = Kind(
    name="reading",
    order=310,
    labels=Labels("reading", "nội dung trích từ nguồn", "来源摘录"),
    plural=Labels("readings", "các nội dung trích từ nguồn", "来源摘录"),
    meaning=Labels(
        "Records one thing that a source says, with the exact words it rests on.",
        "Ghi một nội dung mà nguồn tài liệu nêu, kèm nguyên văn làm căn cứ.",
        "记录资料来源所述的一项内容，并附所依据的原文。",
    ),
    source="design sections 5 and 6; W3C Web Annotation (text quote and text position selectors)",
    fields=(
        Field(
            "source",
            Labels("Source", "Nguồn tài liệu", "资料来源"),
            Ref(("source",)),
            required=True,
            many=True,
            facet=True,
            place=Place.REFS,
        ),
        Field("says", Labels("Says", "Nêu về", "所述"), Choice(SAYS), required=True, facet=True),
        Field("title", Labels("Wording", "Nội dung", "内容"), Wording(5000)),
        Field("quotes", Labels("Exact words", "Nguyên văn", "原文"), Evidence(), many=True),
        Field("value", Labels("What was read", "Nội dung đọc được", "读取内容"), Record({part: Line(2000) for part in PARTS})),
        Field("reader", Labels("Reader", "Bộ đọc", "读取程序"), Line()),
        Field("confidence", Labels("Confidence in percent", "Độ tin cậy (%)", "可信度（%）"), Whole(0, 100)),
        Field("confirmed_by", Labels("Confirmed by", "Người kiểm tra", "核对人"), Line()),
        Field("corrected", Labels("Corrected by hand", "Đã sửa tay", "经人工修改"), Flag(), facet=True),
        Field("about", Labels("About", "Liên quan đến", "关于"), Ref(), many=True, place=Place.REFS),
    ),
    title="title",
    check=single("source"),
    effect=_resting,
    found_by=_found_by,
    example={
        "source": "@source",
        "says": "agreed",
        "title": {"vi": "Hai bên thống nhất mở phà vào ngày chợ", "zh-Hans": "双方商定集市日开行渡轮"},
        "quotes": [{"start": 120, "end": 158, "quote": "hai bên thống nhất mở phà vào ngày chợ"}],
        "value": {"name": "mở phà vào ngày chợ", "agent": "hai bên", "areas": "A03", "status": "agreed"},
        "reader": "example",
        "confidence": 80,
        "confirmed_by": "Mạc Thu Sơn",
        "about": "@session",
    },
)
