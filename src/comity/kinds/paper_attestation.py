"""Paper attestation: a party states that the text was signed with ink and stamp. It binds only that party."""

from comity.kinds.checks import single
from comity.kinds.signature import ITEM, SIGNED_DIGEST, SIGNER, TEXT
from comity.record.field import DIGEST, Day, Field, Line, Place, Whole
from comity.record.kind import Kind
from comity.record.language import TAG, Labels

KIND = Kind(
    name="paper_attestation",
    order=150,
    labels=Labels("signature on paper", "chữ ký trên giấy", "纸质签署"),
    plural=Labels("signatures on paper", "các chữ ký trên giấy", "纸质签署"),
    meaning=Labels(
        "States for one's own party that it signed the text on paper, and where the original is kept.",
        "Nêu việc bên mình đã ký văn bản trên giấy và nơi giữ bản chính.",
        "说明本方已在纸质文本上签署，以及正本的保管处。",
    ),
    source="design section 4 (Entering is not signing); docs/format.md section 7",
    fields=(
        ITEM,
        TEXT,
        SIGNED_DIGEST,
        Field(
            "scan",
            Labels("Digest of the scanned original", "Mã băm của bản quét", "扫描件摘要"),
            DIGEST,
            required=True,
            place=Place.BIND,
        ),
        Field(
            "originals", Labels("Number of originals", "Số bản chính", "正本份数"), Whole(1, 99), required=True, place=Place.BIND
        ),
        SIGNER,
        Field("signed_on", Labels("Signed on", "Ngày ký", "签署日期"), Day()),
        Field("holder", Labels("Who holds the original", "Nơi giữ bản chính", "正本保管方"), Line(), required=True),
        Field("occasion", Labels("Occasion", "Dịp ký", "签署场合"), Line()),
        Field(
            "languages", Labels("Languages of the originals", "Ngôn ngữ bản chính", "正本文字"), Line(12, TAG.pattern), many=True
        ),
    ),
    opens=False,
    title="occasion",
    day=("signed_on",),
    check=single("item", "text"),
    example={
        "text": "@text",
        "scan": "9f0c3b1f6d0a4c57a2e8d7b65413f0e29c8b7a6958473625140f1e2d3c4b5a69",
        "originals": 2,
        "signed_on": "2026-02-27",
        "holder": "Phòng Văn thư Thanh Lạc",
        "occasion": "Gặp gỡ đầu Xuân lần thứ 7 / 第七次新春会晤",
        "languages": ["vi", "zh-Hans"],
    },
)
