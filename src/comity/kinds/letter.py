"""Letter: what one side wrote to another, what it asks for, and what answers it.

Days are those of each side's own calendar: a letter can arrive, by the clock of its reader, on the day before it was sent.
"""

from comity.kinds.answering import ASKING, BETWEEN, SUBJECT, answers_to, awaiting, due_where_asked
from comity.kinds.checks import all_of, in_order
from comity.kinds.signature import SIGNER
from comity.kinds.source import EVIDENCE
from comity.record.field import DIGEST, Choice, Day, Field, Line
from comity.record.kind import Kind
from comity.record.language import Labels

LETTERS = {
    "letter": Labels("letter", "công thư", "函"),
    "reply": Labels("reply", "công thư trả lời", "复函"),
    "note": Labels("short note", "phiếu trao đổi", "便函"),
    "telephone_note": Labels("telephone note", "phiếu ghi điện thoại", "电话记录"),
    "fax": Labels("fax", "bản fax", "传真"),
}

KIND = Kind(
    name="letter",
    order=230,
    labels=Labels("letter", "công thư", "函"),
    plural=Labels("letters", "các công thư", "往来函件"),
    meaning=Labels(
        "Records a letter between sides: its number and days, what it asks for, by when, and what it answers.",
        "Ghi một công thư giữa các bên: số, ngày, nội dung đề nghị, thời hạn và công thư được trả lời.",
        "记录各方之间的一份函：文号、日期、请求事项、期限以及所答复的函电。",
    ),
    source="design sections 5 and 7; domain sections 2, 4 and 7",
    fields=(
        SUBJECT,
        Field("number", Labels("Number", "Số, ký hiệu", "文号"), Line()),
        Field("kind_of_letter", Labels("Kind of letter", "Loại công thư", "函件类别"), Choice(LETTERS), facet=True),
        Field("dated_on", Labels("Dated", "Đề ngày", "函件日期"), Day()),
        Field("sent_on", Labels("Sent on", "Ngày gửi", "发出日期"), Day()),
        Field("received_on", Labels("Received on", "Ngày nhận", "收到日期"), Day()),
        *BETWEEN,
        SIGNER,
        Field("route", Labels("Sent through", "Chuyển qua", "传递途径"), Line()),
        *ASKING,
        Field(
            "attachments", Labels("Digests of the attachments", "Mã băm của tài liệu kèm theo", "附件摘要值"), DIGEST, many=True
        ),
        EVIDENCE,
    ),
    title="subject",
    check=all_of(in_order("dated_on", "sent_on"), in_order("dated_on", "answer_due_on"), due_where_asked),
    effect=answers_to,
    day=("dated_on", "sent_on", "received_on"),
    found_by=awaiting,
    example={
        "subject": {
            "vi": "Đề nghị trao đổi về giờ phà trong những ngày chợ phiên",
            "zh-Hans": "关于商谈集市日渡轮时间的函",
            "en": "Request to talk about ferry hours on market days",
        },
        "number": "15/CT-TL",
        "kind_of_letter": "letter",
        "dated_on": "2026-03-10",
        "sent_on": "2026-03-11",
        "from_party": "self",
        "from_post": "Giám đốc Sở Ngoại vụ / 外事办公室主任",
        "to_party": "@party",
        "to_post": "外事办公室主任 / Chủ nhiệm Văn phòng Ngoại vụ",
        "signer": "Lâm An Hòa",
        "route": "Bến phà Vân Khê / 云溪渡口",
        "asks_for": "answer",
        "answer_due_on": "2026-03-25",
        "about": "@proposal",
        "attachments": ["5b1d0c9e8f7a6b5c4d3e2f1a0b9c8d7e6f5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c"],
    },
)
