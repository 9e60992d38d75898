"""Erasure: a party states that the body of one of its entries was erased, and on what ground. The entry stays."""

from dataclasses import replace

from comity.kinds.checks import single
from comity.kinds.key_change import WHY
from comity.kinds.succession import LEGAL_BASIS
from comity.record.field import Field, Place, Ref
from comity.record.kind import Kind
from comity.record.language import Labels

KIND = Kind(
    name="erasure",
    order=420,
    labels=Labels("erasure", "xóa nội dung", "删除内容"),
    plural=Labels("erasures", "các lần xóa nội dung", "删除内容"),
    meaning=Labels(
        "States that the content of one's own entry was erased; the entry itself stays in the book.",
        "Nêu việc nội dung một mục ghi của mình đã được xóa; mục ghi vẫn còn trong sổ.",
        "说明本方一条记录的内容已删除；记录本身仍在台账中。",
    ),
    source="design promises P8; design sections 4 (Entry) and 5",
    fields=(
        Field(
            "entry",
            Labels("Entry erased", "Mục ghi được xóa nội dung", "内容被删除的记录"),
            Ref(),
            required=True,
            many=True,
            place=Place.REFS,
        ),
        replace(WHY, required=True),
        LEGAL_BASIS,
    ),
    opens=False,
    title="why",
    check=single("entry"),
    example={
        "entry": "@delegation",
        "why": {
            "vi": "Theo yêu cầu của người có tên.",
            "zh-Hans": "应所列人员要求。",
            "en": "At the request of the person named.",
        },
    },
)
