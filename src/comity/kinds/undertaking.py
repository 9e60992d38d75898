"""Undertaking: an agreed item that somebody owes. Owners state progress beside each other; nobody edits another's.

Born from an item in force, or from a source ("reported": nobody has signed it here).
"""

from comity.kinds.progress import latest_progress, standing
from comity.kinds.proposal import AREAS, LEVEL_NEEDED, PROPOSAL
from comity.kinds.session import SESSION
from comity.kinds.source import EVIDENCE
from comity.record.canonical import Fields, Value
from comity.record.field import PARTIES, Choice, Day, Field, Line, Place, Ref, Wording
from comity.record.kind import Kind
from comity.record.language import Labels
from comity.record.state import Thing

NATURES = {
    "once": Labels("once", "một lần", "一次性"),
    "periodic": Labels("periodic", "định kỳ", "定期"),
    "standing": Labels("standing duty", "thường xuyên", "长期"),
}
ASKS = {
    "result": Labels("a result", "kết quả cụ thể", "达成结果"),
    "conduct": Labels("to report to or ask a higher body", "báo cáo, kiến nghị cấp trên", "向上级报告或请示"),
}
DETAIL = {"concrete": Labels("concrete", "cụ thể", "具体"), "general": Labels("general", "chung", "原则性")}


def _progress(thing: Thing) -> Fields:
    """What each owner has stated, or been said to have stated, in the order of the owners' ids."""
    owners = thing.fields.get("owners", [])
    rows: list[Value] = [latest_progress(thing, str(owner)) for owner in owners] if isinstance(owners, list) else []
    return {"progress": rows, "origin": "signed" if thing.fields.get("text") else "reported"}


KIND = Kind(
    name="undertaking",
    order=200,
    labels=Labels("agreed item", "nội dung đã thống nhất", "议定事项"),
    plural=Labels("agreed items", "các nội dung đã thống nhất", "议定事项"),
    meaning=Labels(
        "Records what was agreed, who owes it on each side and from where it is known.",
        "Ghi nội dung đã thống nhất, bên nào chịu trách nhiệm và căn cứ.",
        "记录议定的事项、各方责任单位及其依据。",
    ),
    source="design section 4 (Undertaking); domain sections 4, 5 and 13",
    fields=(
        Field("title", Labels("Wording", "Nội dung", "内容"), Wording(5000), required=True),
        Field(
            "owners", Labels("Owners", "Bên chịu trách nhiệm", "责任方"), Ref(PARTIES), many=True, facet=True, place=Place.REFS
        ),
        Field("departments", Labels("Departments in charge", "Cơ quan đầu mối", "牵头部门"), Line(), many=True),
        AREAS,
        Field("nature", Labels("Nature", "Tính chất", "性质"), Choice(NATURES), facet=True),
        Field("asks", Labels("Asks for", "Yêu cầu", "要求"), Choice(ASKS), facet=True),
        Field("detail", Labels("How definite", "Mức độ cụ thể", "具体程度"), Choice(DETAIL), facet=True),
        Field("priority", Labels("Priority as said", "Mức ưu tiên như đã nêu", "所述优先程度"), Line()),
        Field("agreed_on", Labels("Agreed on", "Ngày thống nhất", "议定日期"), Day()),
        Field("starts_when", Labels("Starts when", "Bắt đầu khi", "开始条件"), Line()),
        Field("due_on", Labels("Planned for", "Dự kiến", "计划时间"), Day()),
        LEVEL_NEEDED,
        SESSION,
        PROPOSAL,
        Field(
            "text", Labels("Text that carries it", "Văn bản ghi nhận", "所载文本"), Ref(("text",)), many=True, place=Place.REFS
        ),
        Field(
            "carries_out",
            Labels("Carries out", "Thực hiện", "落实"),
            Ref(("text", "item", "undertaking")),
            many=True,
            place=Place.REFS,
        ),
        EVIDENCE,
    ),
    title="title",
    effect=_progress,
    day=("agreed_on",),
    found_by=standing,
    example={
        "title": {
            "vi": "Mở lại lối thông quan bến phà trước mùa thu hoạch",
            "zh-Hans": "在收获季节前恢复渡口通关通道",
            "en": "Reopen the clearance route at the ferry before the harvest",
        },
        "owners": ["self"],
        "areas": ["A05"],
        "nature": "once",
        "asks": "result",
        "detail": "concrete",
        "due_on": "2027-09",
    },
)
