"""Close: the last entry of a book. Nothing entered after it counts; it may name who takes over."""

from comity.kinds.checks import single
from comity.kinds.key_change import WHY
from comity.record.field import WITH_BOOK, Field, Place, Ref
from comity.record.kind import Kind
from comity.record.language import Labels

KIND = Kind(
    name="close",
    order=900,
    labels=Labels("closing of a book", "khóa sổ", "关闭台账"),
    plural=Labels("closings of books", "các lần khóa sổ", "关闭台账"),
    meaning=Labels(
        "Ends the party's own book for good and may name the successor.",
        "Kết thúc vĩnh viễn sổ của bên mình và có thể nêu đơn vị kế thừa.",
        "永久结束本方台账，并可指明承接单位。",
    ),
    source="design section 4 (Party); docs/format.md section 6; docs/decisions/0012-succession.md",
    fields=(
        Field("book", Labels("Book that is closed", "Sổ được khóa", "所关闭的台账"), Ref(WITH_BOOK), many=True, place=Place.REFS),
        Field("successor", Labels("Successor", "Đơn vị kế thừa", "承接单位"), Ref(WITH_BOOK), many=True, place=Place.REFS),
        WHY,
    ),
    opens=False,
    title="why",
    check=single("book", "successor"),
    example={
        "book": "self",
        "why": {
            "vi": "Bên này sáp nhập vào đơn vị khác.",
            "zh-Hans": "该方并入其他单位。",
            "en": "The party joins another unit.",
        },
    },
)
