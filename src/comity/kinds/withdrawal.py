"""Withdrawal: a party gives notice that it leaves a text from a day on. An older text does not revive."""

from comity.kinds.checks import single
from comity.kinds.key_change import WHY
from comity.kinds.signature import ITEM, SIGNED_DIGEST, SIGNER, TEXT
from comity.record.field import Day, Field, Place
from comity.record.kind import Kind
from comity.record.language import Labels

KIND = Kind(
    name="withdrawal",
    order=160,
    labels=Labels("withdrawal", "rút khỏi văn bản", "退出文本"),
    plural=Labels("withdrawals", "các lần rút khỏi văn bản", "退出文本"),
    meaning=Labels(
        "Gives notice that a party leaves a text, and from which day.",
        "Thông báo việc một bên rút khỏi văn bản và từ ngày nào.",
        "通知一方退出文本及其生效日期。",
    ),
    source="design section 4 (Status of a text); docs/format.md section 7",
    fields=(
        ITEM,
        TEXT,
        SIGNED_DIGEST,
        Field(
            "effective_on",
            Labels("Takes effect on", "Có hiệu lực từ ngày", "生效日期"),
            Day(whole=True),
            required=True,
            place=Place.BIND,
        ),
        SIGNER,
        WHY,
    ),
    opens=False,
    title="why",
    check=single("item", "text"),
    example={
        "text": "@text",
        "effective_on": "2099-06-30",
        "why": {
            "vi": "Bến phà được thay bằng cầu mới.",
            "zh-Hans": "渡口已由新桥取代。",
            "en": "A new bridge takes the place of the ferry.",
        },
    },
)
