"""Item: what the named parties want to agree. Its texts carry the wording; consent decides which is in force."""

from comity.kinds.proposal import PROPOSAL
from comity.kinds.session import SESSION
from comity.record.canonical import Fields
from comity.record.field import WITH_BOOK, Choice, Field, Place, Ref, Wording
from comity.record.kind import Kind
from comity.record.language import Labels

FORMS = {
    "minutes": Labels("minutes of talks", "biên bản hội đàm", "会谈纪要"),
    "memorandum": Labels("memorandum", "bản ghi nhớ", "备忘录"),
    "agreement": Labels("agreement between departments", "thỏa thuận", "协议"),
    "communique": Labels("joint communiqué", "thông cáo chung", "联合公报"),
    "plan": Labels("plan", "kế hoạch", "计划"),
    "other": Labels("other document", "văn kiện khác", "其他文件"),
}


def _found_by(_row: Fields) -> set[tuple[str, str]]:
    """`instrument`: that it stands among the papers signed or to be signed."""
    return {("instrument", "yes")}


KIND = Kind(
    name="item",
    order=100,
    labels=Labels("item", "mục", "条目"),
    plural=Labels("items", "các mục", "条目"),
    meaning=Labels(
        "Opens a matter on which the named parties want to sign one text.",
        "Mở một nội dung mà các bên có tên muốn cùng ký một văn bản.",
        "就一事项立目，所列各方拟签署同一文本。",
    ),
    source="design section 4 (Consent)",
    fields=(
        Field("title", Labels("Title", "Tên gọi", "标题"), Wording(500), required=True),
        Field("parties", Labels("Parties", "Các bên", "各方"), Ref(WITH_BOOK), required=True, many=True, place=Place.BIND),
        Field("form", Labels("Form", "Hình thức", "形式"), Choice(FORMS), facet=True),
        SESSION,
        Field(
            "part_of", Labels("Part of the document", "Thuộc văn kiện", "所属文件"), Ref(("item",)), many=True, place=Place.REFS
        ),
        PROPOSAL,
    ),
    title="title",
    found_by=_found_by,
    example={
        "title": {
            "vi": "Mở lại lối thông quan bến phà",
            "zh-Hans": "恢复渡口通关通道",
            "en": "Reopening the clearance route at the ferry",
        },
        "parties": ["self"],
        "form": "memorandum",
    },
)
