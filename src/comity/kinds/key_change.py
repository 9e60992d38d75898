"""Key change: one of a book's keys is taken out, another may come in its place.

`book`: the key that signs checkpoints. `officer`: a person's key, with its powers. `recovery`: a key kept aside.
"""

from comity.record.canonical import Fields
from comity.record.errors import MissingField, WrongValue
from comity.record.field import PUBLIC_KEY, Choice, Field, Place, Wording
from comity.record.kind import Kind
from comity.record.language import Labels

KEYS = {
    "book": Labels("key of the book", "khóa của sổ", "台账密钥"),
    "officer": Labels("key of an officer", "khóa của cán bộ", "负责人密钥"),
    "recovery": Labels("recovery key", "khóa khôi phục", "恢复密钥"),
}

WHY = Field("why", Labels("Reason", "Lý do", "理由"), Wording(2000))


def _complete(fields: Fields) -> None:
    """A book key is always replaced; an officer's key may only go; a recovery key may come or go."""
    needed = {"book": ("old", "new"), "officer": ("old",)}.get(str(fields.get("what", "")), ())
    for name in needed:
        if name not in fields:
            raise MissingField(field=name)
    if "old" not in fields and "new" not in fields:
        raise MissingField(field="new")
    if fields.get("old") == fields.get("new"):
        raise WrongValue(field="new", value=str(fields.get("new")), expected="another key than the old one")


KIND = Kind(
    name="key_change",
    order=35,
    labels=Labels("change of key", "thay khóa", "更换密钥"),
    plural=Labels("changes of key", "các lần thay khóa", "更换密钥"),
    meaning=Labels(
        "Takes one of a book's keys out of use and may put another in its place.",
        "Ngừng dùng một khóa của sổ và có thể thay bằng khóa khác.",
        "停用台账的一个密钥，并可换用另一密钥。",
    ),
    source="design section 4 (Entering is not signing); docs/format.md section 6",
    fields=(
        Field("what", Labels("Which key", "Khóa nào", "何种密钥"), Choice(KEYS), required=True, facet=True, place=Place.BIND),
        Field("old", Labels("Old key", "Khóa cũ", "旧密钥"), PUBLIC_KEY, place=Place.BIND),
        Field("new", Labels("New key", "Khóa mới", "新密钥"), PUBLIC_KEY, place=Place.BIND),
        WHY,
    ),
    opens=False,
    check=_complete,
    example={"what": "recovery", "new": "0e80ca99a550cc77a2718ce5c450f89664ccce52f9ad740da68cbbcb0b8cf24d"},
)
