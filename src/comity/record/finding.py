"""Findings: what is wrong, or to be known, about an entry that was received.

Folding never raises on an entry of a book: the entry can be neither deleted nor ignored, so what is
found stands beside it, with a code, the entry, the place in it and how grave it is.

Source: docs/decisions/0005-findings-are-data.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from comity.record.language import Labels


class Severity(StrEnum):
    """note: worth knowing. wrong: this entry has no effect. grave: the book itself is in doubt."""

    NOTE = "note"
    WRONG = "wrong"
    GRAVE = "grave"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing found. `entry` is an entry id or, for a whole book, its party id; `place` a field, the digest of a file, or empty."""

    code: str
    entry: str
    severity: Severity
    place: str = ""


CODES: dict[str, Labels] = {
    "not_an_envelope": Labels(
        "This entry is not a well-formed envelope.", "Mục ghi này không đúng khuôn dạng phong bì.", "此记录的信封格式不正确。"
    ),
    "newer_version": Labels(
        "This entry was written by a newer version of the format.",
        "Mục ghi này được viết bằng phiên bản định dạng mới hơn.",
        "此记录由较新的格式版本写成。",
    ),
    "kind_not_known": Labels(
        "This kind is not known to this version; the entry is kept as it came.",
        "Phiên bản này chưa biết loại mục ghi này; mục ghi được giữ nguyên.",
        "本版本不认识此类记录；记录按原样保存。",
    ),
    "not_its_party": Labels(
        "The entry names another party than the one whose book it stands in.",
        "Mục ghi nêu tên một bên khác với bên có sổ này.",
        "此记录所写的一方不是本台账的一方。",
    ),
    "charter_out_of_place": Labels(
        "A charter stands first in a book and nowhere else.",
        "Điều lệ sổ chỉ đứng ở mục đầu tiên của sổ.",
        "台账章程只能是台账的第一条记录。",
    ),
    "not_signed": Labels(
        "No authorised person signed this entry, so it has no effect.",
        "Không có người được ủy quyền ký mục ghi này nên mục ghi không có hiệu lực.",
        "没有获授权的人签署此记录，因此不发生效力。",
    ),
    "form_not_checked": Labels(
        "This version cannot check this form of signing yet.",
        "Phiên bản này chưa kiểm tra được hình thức ký này.",
        "本版本尚不能核对此种签署方式。",
    ),
    "entered_after_close": Labels(
        "This was entered after the book was closed, so it has no effect.",
        "Mục này được ghi sau khi sổ đã khóa nên không có hiệu lực.",
        "此记录在台账关闭之后写入，不发生效力。",
    ),
    "two_histories": Labels(
        "Two different entries stand at one place of this book: it has been shown in two versions.",
        "Có hai mục ghi khác nhau ở cùng một vị trí: sổ này đã được đưa ra hai phiên bản.",
        "同一位置有两条不同的记录：此台账出现了两个版本。",
    ),
    "entered_twice": Labels(
        "The same content was entered twice and makes two things.",
        "Cùng một nội dung được ghi hai lần và thành hai mục riêng.",
        "相同的内容写入了两次，成为两项。",
    ),
    "entered_again": Labels(
        "This was entered before; entering it again has no effect.",
        "Mục này đã được ghi trước đó; lần ghi lại không có hiệu lực.",
        "此记录此前已写入；再次写入不发生效力。",
    ),
    "body_differs": Labels(
        "The body held is not the one this entry was made with.",
        "Nội dung đang giữ không phải nội dung ban đầu của mục ghi này.",
        "所存正文与此记录原来的正文不符。",
    ),
    "body_not_well_formed": Labels(
        "The body of this entry is not well formed.",
        "Nội dung của mục ghi này không đúng khuôn dạng.",
        "此记录的正文格式不正确。",
    ),
    "field_wrong": Labels(
        "A field of this entry does not hold what its kind asks for.",
        "Một trường của mục ghi này không đúng với yêu cầu của loại mục ghi.",
        "此记录有一个字段不符合该类记录的要求。",
    ),
    "reference_wrong": Labels(
        "This entry refers to something of another kind than it may.",
        "Mục ghi này dẫn chiếu tới một mục không thuộc loại được phép.",
        "此记录引用了类别不符的内容。",
    ),
    "text_digest_differs": Labels(
        "The wording held is not the one whose digest the text names.",
        "Lời văn đang giữ không khớp với mã băm nêu trong văn bản.",
        "所存文字与文本所载摘要不符。",
    ),
    "parties_missing": Labels(
        "This text does not name every party of the item and of the texts it supersedes.",
        "Văn bản này không nêu đủ các bên của mục và của những văn bản mà nó thay thế.",
        "此文本没有列出该条目及其所取代文本的全部各方。",
    ),
    "not_of_this_item": Labels(
        "This text refers to texts of another item.",
        "Văn bản này dẫn chiếu tới văn bản của mục khác.",
        "此文本引用了其他条目的文本。",
    ),
    "from_outside": Labels(
        "Only a party named in the item can enter this.",
        "Chỉ bên có tên trong mục mới được ghi nội dung này.",
        "只有该条目所列的一方才能写入此内容。",
    ),
    "signs_other_text": Labels(
        "The digest signed is not the digest of the text.",
        "Mã băm được ký không phải mã băm của văn bản.",
        "所签摘要不是该文本的摘要。",
    ),
    "signed_too_late": Labels(
        "The text was no longer open for signature.", "Văn bản không còn mở để ký.", "该文本已过开放签署期限。"
    ),
    "rival_signed_before": Labels(
        "This party had already signed a text that this one does not supersede.",
        "Bên này đã ký trước đó một văn bản mà văn bản này không thay thế.",
        "该方此前已签署另一文本，而此文本并未取代该文本。",
    ),
    "refused_after_signing": Labels(
        "This was stated after the party's own signature; it is kept and shown, and undoes nothing.",
        "Ý kiến này được nêu sau khi bên đó đã ký; được giữ và hiển thị, không làm mất chữ ký.",
        "此意见在该方签署之后提出；予以保存和显示，不影响签署。",
    ),
    "no_successor": Labels(
        "The book is closed and no successor has adopted it yet.",
        "Sổ đã khóa và chưa có đơn vị kế thừa tiếp nhận.",
        "台账已关闭，尚无承接单位接收。",
    ),
    "successor_not_named": Labels(
        "The book that is adopted does not name this successor.",
        "Sổ được tiếp nhận không nêu đơn vị kế thừa này.",
        "被接收的台账没有指明此承接单位。",
    ),
    "attachment_missing": Labels(
        "A file that was kept for this entry is no longer here.",
        "Tệp từng được lưu cho mục ghi này không còn ở đây.",
        "曾为此记录保存的文件已不在此处。",
    ),
    "attachment_damaged": Labels(
        "The file kept for this entry no longer has the bytes of its digest.",
        "Tệp lưu cho mục ghi này không còn khớp với mã băm.",
        "为此记录保存的文件与其摘要值不再相符。",
    ),
    "adopted_other_history": Labels(
        "What is adopted is not the book as it stands here.",
        "Phần được tiếp nhận không khớp với sổ đang có ở đây.",
        "所接收的内容与此处的台账不一致。",
    ),
}


def sorted_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Each finding once, in one order."""
    return tuple(sorted(set(findings)))
