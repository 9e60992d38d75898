"""Signature: an authorised person signs one text for a party. It cannot be taken back."""

from comity.kinds.checks import single
from comity.record.field import DIGEST, Field, Line, Place, Ref
from comity.record.kind import Kind
from comity.record.language import Labels

ITEM = Field("item", Labels("Item", "Mục", "条目"), Ref(("item",)), required=True, many=True, computed=True, place=Place.REFS)
TEXT = Field("text", Labels("Text", "Văn bản", "文本"), Ref(("text",)), required=True, many=True, place=Place.REFS)
SIGNED_DIGEST = Field(
    "digest",
    Labels("Digest that is signed", "Mã băm được ký", "所签摘要"),
    DIGEST,
    required=True,
    computed=True,
    place=Place.BIND,
)
SIGNER = Field("signer", Labels("Signed by", "Người ký", "签署人"), Line())

KIND = Kind(
    name="signature",
    order=130,
    labels=Labels("signature", "chữ ký", "签署"),
    plural=Labels("signatures", "các chữ ký", "签署"),
    meaning=Labels(
        "Signs a text for a party by the hand of an authorised person.",
        "Người được ủy quyền ký một văn bản thay mặt một bên.",
        "由获授权的人代表一方签署文本。",
    ),
    source="design section 4 (Entering is not signing); docs/format.md sections 4 and 7",
    fields=(ITEM, TEXT, SIGNED_DIGEST, SIGNER),
    opens=False,
    title="signer",
    check=single("item", "text"),
    example={"text": "@text"},
)
