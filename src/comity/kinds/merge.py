"""Merge: a party states that two things are one. Both stay; neither takes the other's place.

Never texts, signatures or parties: what people signed and who they are is not for a clerk to join.
"""

from comity.kinds.key_change import WHY
from comity.record.canonical import Fields
from comity.record.errors import WrongValue
from comity.record.field import Field, Place, Ref
from comity.record.kind import Kind
from comity.record.language import Labels

NEVER = (
    *("text", "initialling", "signature", "refusal", "paper_attestation", "withdrawal"),
    *("charter", "party", "authorization", "key_change", "succession", "close"),
)


def _two(fields: Fields) -> None:
    things = fields.get("things")
    if isinstance(things, list) and len({str(thing) for thing in things}) < 2:
        raise WrongValue(field="things", value=f"{len(things)} ids", expected="at least two different ids")


KIND = Kind(
    name="merge",
    order=400,
    labels=Labels("merge", "ghi nhận trùng", "认定重复"),
    plural=Labels("merges", "các lần ghi nhận trùng", "认定重复"),
    meaning=Labels(
        "States that things entered apart are one and the same.",
        "Nêu việc các mục được ghi riêng thực ra là một.",
        "说明分别写入的内容实为同一项。",
    ),
    source="design section 5; design section 4 (Entry: entered twice makes two things)",
    fields=(
        Field(
            "things",
            Labels("Things that are one", "Các mục trùng nhau", "重复的各项"),
            Ref(never=NEVER),
            required=True,
            many=True,
            place=Place.REFS,
        ),
        WHY,
    ),
    opens=False,
    title="why",
    check=_two,
    example={
        "things": [
            "@proposal",
            {
                "kind": "proposal",
                "title": {"vi": "Giờ phà ngày chợ phiên", "zh-Hans": "集市日渡轮时间", "en": "Ferry hours on market days"},
                "proposed_by": "self",
            },
        ],
        "why": {"vi": "Cùng một đề xuất.", "zh-Hans": "同一项建议。", "en": "The same proposal."},
    },
)
