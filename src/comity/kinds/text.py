"""Text: one wording of an item, clause by clause in each language. Its digest is what people sign."""

from comity.kinds.checks import all_of, single
from comity.kinds.proposal import PROPOSAL
from comity.record.canonical import Fields
from comity.record.errors import WrongValue
from comity.record.field import DIGEST, WITH_BOOK, Day, Field, Flag, Place, Ref, Wording
from comity.record.kind import Kind
from comity.record.language import Labels


def _authentic(fields: Fields) -> None:
    clauses = fields.get("clauses", [])
    parts = [part for clause in clauses if isinstance(clause, list) for part in clause] if isinstance(clauses, list) else []
    if parts and not any(isinstance(part, dict) and part.get("standing") == "authentic" for part in parts):
        raise WrongValue(field="clauses", value="…", expected="at least one authentic language version")


KIND = Kind(
    name="text",
    order=110,
    labels=Labels("text", "văn bản", "文本"),
    plural=Labels("texts", "các văn bản", "文本"),
    meaning=Labels(
        "Tables one wording of an item for the named parties to sign; it may supersede earlier or rival texts.",
        "Đưa ra một lời văn của mục để các bên có tên ký; có thể thay thế các văn bản trước hoặc song song.",
        "提出条目的一个文本供所列各方签署；可以取代先前或并列的文本。",
    ),
    source="design section 4 (Consent); docs/format.md sections 3 and 7",
    fields=(
        Field("item", Labels("Item", "Mục", "条目"), Ref(("item",)), required=True, many=True, place=Place.REFS),
        PROPOSAL,
        Field("supersedes", Labels("Supersedes", "Thay thế", "取代"), Ref(("text",)), many=True, place=Place.REFS),
        Field("parties", Labels("Parties", "Các bên", "各方"), Ref(WITH_BOOK), required=True, many=True, place=Place.BIND),
        Field("clauses", Labels("Clauses", "Các điều khoản", "条款"), Wording(), required=True, many=True),
        Field(
            "digest",
            Labels("Digest that is signed", "Mã băm được ký", "所签摘要"),
            DIGEST,
            required=True,
            computed=True,
            place=Place.BIND,
        ),
        Field(
            "open_until",
            Labels("Open for signature until", "Mở để ký đến", "开放签署至"),
            Day(whole=True),
            required=True,
            place=Place.BIND,
        ),
        Field("ends_on", Labels("Term ends on", "Hết hạn ngày", "有效期至"), Day(whole=True), place=Place.BIND),
        Field("binds", Labels("Meant to bind", "Có tính ràng buộc", "具有约束力"), Flag()),
    ),
    title="clauses",
    check=all_of(single("item"), _authentic),
    example={
        "item": "@item",
        "clauses": [
            {
                "vi": "Hai bên mở lại lối thông quan bến phà vào các ngày trong tuần.",
                "zh-Hans": "双方在工作日恢复渡口通关通道。",
                "en": "The sides reopen the clearance route at the ferry on weekdays.",
            }
        ],
        "open_until": "2099-12-31",
    },
)
