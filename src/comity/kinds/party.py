"""Party: a province, region, city, department, district or committee that keeps no book here.

It can be reported on and written to; it can never be a signatory.
"""

from comity.kinds.charter import ISO, NAMES, ORGAN, READING, VALID_FROM, VALID_UNTIL, ended_and_followed, line_of_parties
from comity.kinds.checks import in_order
from comity.kinds.source import EVIDENCE
from comity.record.field import PARTIES, Field, Place, Ref
from comity.record.kind import Kind
from comity.record.language import Labels

KIND = Kind(
    name="party",
    order=20,
    labels=Labels("party without a book", "bên chưa có sổ", "尚无台账的一方"),
    plural=Labels("parties without a book", "các bên chưa có sổ", "尚无台账的各方"),
    meaning=Labels(
        "Describes a party that keeps no book here: it can be reported on and written to, never named as a signatory.",
        "Mô tả một bên không giữ sổ tại đây: có thể được nhắc tới và gửi thư, nhưng không đứng tên ký kết.",
        "描述此处没有台账的一方：可以被记述、可以致函，但不能列为签署方。",
    ),
    source="design section 4 (Party); domain section 8",
    fields=(
        NAMES,
        READING,
        ISO,
        ORGAN,
        VALID_FROM,
        VALID_UNTIL,
        Field("part_of", Labels("Part of", "Thuộc", "隶属"), Ref(PARTIES), many=True, place=Place.REFS),
        Field("successor", Labels("Successor", "Đơn vị kế thừa", "承接单位"), Ref(PARTIES), many=True, place=Place.REFS),
        EVIDENCE,
    ),
    title="name",
    check=in_order("valid_from", "valid_until"),
    effect=line_of_parties,
    found_by=ended_and_followed,
    example={"name": {"vi": "Khu Vân Khê", "zh-Hans": "云溪地区", "en": "Van Khe region"}, "organ": "government"},
)
