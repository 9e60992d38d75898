"""Proposal: what a party put forward, and what became of it. Nobody's silence is a fate."""

from comity.kinds.session import SESSION
from comity.kinds.source import EVIDENCE
from comity.record.canonical import Fields
from comity.record.field import PARTIES, Choice, Day, Field, Line, Place, Ref, Wording
from comity.record.kind import Kind
from comity.record.language import Labels
from comity.record.state import Thing

FATES = {
    "assent": Labels("assent in the room", "được tán thành tại Hội nghị", "会上获赞同"),
    "taken_up": Labels("taken up", "đã được đưa vào", "已采纳"),
    "merged": Labels("merged with another", "đã gộp với đề xuất khác", "已与其他建议合并"),
    "left": Labels("left for later", "để lại sau", "留待以后"),
    "withdrawn": Labels("withdrawn", "đã rút", "已撤回"),
}
AREAS = Field("areas", Labels("Areas", "Lĩnh vực", "领域"), Line(3, r"[A-Z]\d\d"), many=True, facet=True)
LEVEL_NEEDED = Field("level_needed", Labels("Level that must decide", "Cấp có thẩm quyền quyết định", "需决定的层级"), Line())
PROPOSAL = Field(
    "proposal",
    Labels("Born from the proposal", "Xuất phát từ đề xuất", "源自建议"),
    Ref(("proposal",)),
    many=True,
    place=Place.REFS,
)

_TAKING_UP = ("item", "text", "undertaking")


def _fate(thing: Thing) -> Fields:
    """What became of it: stated by its own book, else shown by what names it; "" where there is no word yet.

    Assent in the room gives way to what came of it; every other stated fate stands.
    """
    taken_up = [s.id for kind in _TAKING_UP for s in thing.stated(kind, "proposal")]
    merges = [s.id for s in thing.stated("merge", "things")]
    stated = thing.fields.get("fate", "assent" if thing.fields.get("assented") else "")
    seen = "taken_up" if taken_up else "merged" if merges else ""
    return {"fate": (seen or stated) if stated in ("", "assent") else stated, "taken_up_in": list(taken_up)}


KIND = Kind(
    name="proposal",
    order=90,
    labels=Labels("proposal", "đề xuất", "建议"),
    plural=Labels("proposals", "các đề xuất", "建议"),
    meaning=Labels(
        "Records what a party put forward to the others, and what became of it.",
        "Ghi nội dung một bên đề xuất với các bên khác và kết quả của đề xuất đó.",
        "记录一方向其他方提出的建议及其结果。",
    ),
    source="design section 4 (A proposal keeps its fate); design section 1",
    fields=(
        Field("title", Labels("Wording", "Nội dung", "内容"), Wording(5000), required=True),
        Field(
            "proposed_by", Labels("Proposed by", "Bên đề xuất", "建议方"), Ref(PARTIES), many=True, facet=True, place=Place.REFS
        ),
        Field("addressed_to", Labels("Addressed to", "Gửi tới", "致"), Ref(PARTIES), many=True, facet=True, place=Place.REFS),
        Field("speaker", Labels("Spoken by", "Người phát biểu", "发言人"), Line()),
        SESSION,
        Field("proposed_on", Labels("Proposed on", "Ngày đề xuất", "建议日期"), Day()),
        AREAS,
        LEVEL_NEEDED,
        Field("assented", Labels("Assent by", "Bên tán thành", "赞同方"), Ref(PARTIES), many=True, place=Place.REFS),
        Field("fate", Labels("What became of it", "Kết quả xử lý", "处理结果"), Choice(FATES), facet=True),
        EVIDENCE,
    ),
    title="title",
    day=("proposed_on",),
    effect=_fate,
    example={
        "title": {
            "vi": "Thống nhất giờ phà trong những ngày chợ phiên",
            "zh-Hans": "统一集市日的渡轮时间",
            "en": "Agree on ferry hours for market days",
        },
        "proposed_by": "self",
        "addressed_to": "@party",
        "session": "@session",
        "areas": ["A03"],
    },
)
