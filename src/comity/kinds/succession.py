"""Succession: a party adopts the book of one that has gone, or acknowledges that another did."""

from comity.kinds.checks import single
from comity.record.canonical import Fields
from comity.record.errors import WrongValue
from comity.record.field import DIGEST, WITH_BOOK, Choice, Field, Line, Place, Ref, Whole
from comity.record.kind import Kind
from comity.record.language import Labels

ROLES = {
    "adopt": Labels("adopts the book", "tiếp nhận sổ", "接收台账"),
    "acknowledge": Labels("acknowledges the successor", "ghi nhận đơn vị kế thừa", "认可承接单位"),
}
LEGAL_BASIS = Field("legal_basis", Labels("Legal basis", "Căn cứ pháp lý", "法律依据"), Line(500))


def _two_parties(fields: Fields) -> None:
    single("old", "successor")(fields)
    if "old" in fields and fields["old"] == fields.get("successor"):
        raise WrongValue(field="successor", value="the same party", expected="another party than the one that has gone")


KIND = Kind(
    name="succession",
    order=40,
    labels=Labels("succession", "kế thừa", "承接"),
    plural=Labels("successions", "các lần kế thừa", "承接"),
    meaning=Labels(
        "Adopts the book of a party that has gone, as it stands, or acknowledges who adopted it.",
        "Tiếp nhận nguyên trạng sổ của bên không còn tồn tại, hoặc ghi nhận đơn vị đã tiếp nhận.",
        "按现状接收已不存在一方的台账，或认可接收的单位。",
    ),
    source="design section 4 (Party); docs/decisions/0012-succession.md",
    fields=(
        Field(
            "old",
            Labels("Party that has gone", "Bên không còn tồn tại", "已不存在的一方"),
            Ref(WITH_BOOK),
            required=True,
            many=True,
            place=Place.REFS,
        ),
        Field(
            "successor",
            Labels("Successor", "Đơn vị kế thừa", "承接单位"),
            Ref(WITH_BOOK),
            required=True,
            many=True,
            place=Place.REFS,
        ),
        Field(
            "role",
            Labels("What is stated", "Nội dung ghi nhận", "所述事项"),
            Choice(ROLES),
            required=True,
            facet=True,
            place=Place.BIND,
        ),
        Field(
            "size",
            Labels("Entries in the old book", "Số mục ghi của sổ cũ", "原台账记录数"),
            Whole(1),
            required=True,
            computed=True,
            place=Place.BIND,
        ),
        Field(
            "root",
            Labels("Root of the old book", "Mã gốc của sổ cũ", "原台账根值"),
            DIGEST,
            required=True,
            computed=True,
            place=Place.BIND,
        ),
        LEGAL_BASIS,
    ),
    opens=False,
    check=_two_parties,
    example={
        "old": "@charter",
        "successor": {
            "kind": "charter",
            "name": {"vi": "Khu Vân Khê", "zh-Hans": "云溪地区", "en": "Van Khe region"},
            "organ": "government",
        },
        "role": "acknowledge",
    },
)
