"""Initialling: an authorised person notes that a text is as negotiated. It may still change; signing may not."""

from comity.kinds.checks import single
from comity.kinds.signature import ITEM, SIGNED_DIGEST, SIGNER, TEXT
from comity.record.kind import Kind
from comity.record.language import Labels

KIND = Kind(
    name="initialling",
    order=120,
    labels=Labels("initialling", "ký tắt", "草签"),
    plural=Labels("initiallings", "các lần ký tắt", "草签"),
    meaning=Labels(
        "Notes that a text is as the party's officers worked it out; signing comes after.",
        "Ghi nhận văn bản đúng như cán bộ của bên đã trao đổi; ký chính thức sau.",
        "确认文本与该方工作人员商定的一致；其后再正式签署。",
    ),
    source="design section 4 (Consent; Status of a text)",
    fields=(ITEM, TEXT, SIGNED_DIGEST, SIGNER),
    opens=False,
    title="signer",
    check=single("item", "text"),
    example={"text": "@text", "signer": "Lâm An Hòa"},
)
