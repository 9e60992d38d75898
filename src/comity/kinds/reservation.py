"""Reservation: a party states what it sets apart in a text that it otherwise takes. It is kept, and undoes no signature.

Nothing is counted by it, so no person's key signs it.
"""

from comity.kinds.checks import single
from comity.kinds.key_change import WHY
from comity.kinds.signature import ITEM, SIGNER, TEXT
from comity.record.field import Field, Whole, Wording
from comity.record.kind import Kind
from comity.record.language import Labels

KIND = Kind(
    name="reservation",
    order=145,
    labels=Labels("reservation", "bảo lưu", "保留"),
    plural=Labels("reservations", "các bảo lưu", "各项保留"),
    meaning=Labels(
        "States what a party sets apart in a text that it otherwise takes, and why.",
        "Nêu nội dung một bên bảo lưu trong văn bản mà bên đó tán thành phần còn lại, và lý do.",
        "说明一方在其余部分均予赞同的文本中保留的内容及理由。",
    ),
    source="design sections 1 (Consent) and 5",
    fields=(
        ITEM,
        TEXT,
        Field("clause", Labels("Clause number", "Điều khoản số", "第几条款"), Whole(1, 9999)),
        Field("reserves", Labels("What is reserved", "Nội dung bảo lưu", "保留内容"), Wording(5000), required=True),
        SIGNER,
        WHY,
    ),
    opens=False,
    title="reserves",
    check=single("item", "text"),
    example={
        "text": "@text",
        "clause": 1,
        "reserves": {
            "vi": "Chưa áp dụng trong ngày lễ của bên mình.",
            "zh-Hans": "本方节假日暂不适用。",
            "en": "It does not yet apply on our side's holidays.",
        },
        "why": {
            "vi": "Ngày lễ cần lấy ý kiến của ban quản lý bến.",
            "zh-Hans": "节假日安排尚需征求渡口管理方意见。",
            "en": "The managers of the landing are still to be heard on holidays.",
        },
    },
)
