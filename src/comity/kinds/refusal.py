"""Refusal: a party states that it does not agree to a text for now. It is kept, and undoes no signature."""

from comity.kinds.checks import single
from comity.kinds.key_change import WHY
from comity.kinds.signature import ITEM, SIGNED_DIGEST, SIGNER, TEXT
from comity.record.kind import Kind
from comity.record.language import Labels

KIND = Kind(
    name="refusal",
    order=140,
    labels=Labels("not agreed for now", "chưa thống nhất", "暂未达成一致"),
    plural=Labels("texts not agreed for now", "các văn bản chưa thống nhất", "暂未达成一致的文本"),
    meaning=Labels(
        "States that a party does not agree to a text as it stands, and why.",
        "Nêu việc một bên chưa thống nhất với văn bản như hiện nay và lý do.",
        "说明一方对文本现稿暂未达成一致及其理由。",
    ),
    source="design sections 2 (P2) and 4 (Consent)",
    fields=(ITEM, TEXT, SIGNED_DIGEST, SIGNER, WHY),
    opens=False,
    title="why",
    check=single("item", "text"),
    example={
        "text": "@text",
        "why": {
            "vi": "Cần thêm thời gian trao đổi về ngày chợ phiên.",
            "zh-Hans": "集市日期尚需进一步商谈。",
            "en": "More time is needed to talk about the market days.",
        },
    },
)
