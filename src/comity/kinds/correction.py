"""Correction: a party changes what the body of its own thing says. Never a text, a reference or what binds."""

from comity.kinds.checks import single
from comity.kinds.key_change import WHY
from comity.record.field import Changes, Field, Place, Ref
from comity.record.kind import Kind
from comity.record.language import Labels

KIND = Kind(
    name="correction",
    order=410,
    labels=Labels("correction", "đính chính", "更正"),
    plural=Labels("corrections", "các đính chính", "更正"),
    meaning=Labels(
        "Changes what a thing in one's own book says; the earlier words stay on the record.",
        "Sửa nội dung của một mục trong sổ của mình; lời cũ vẫn được lưu.",
        "更正本方台账中某项的内容；原来的文字仍予保存。",
    ),
    source="design sections 4 (State) and 5",
    fields=(
        Field(
            "thing",
            Labels("Thing corrected", "Mục được đính chính", "所更正的内容"),
            Ref(never=("text",)),
            required=True,
            many=True,
            place=Place.REFS,
        ),
        Field("changes", Labels("New values", "Nội dung mới", "新内容"), Changes(), required=True),
        WHY,
    ),
    opens=False,
    title="why",
    check=single("thing"),
    example={
        "thing": "@undertaking",
        "changes": {"due_on": "2027-10"},
        "why": {"vi": "Nước sông cao.", "zh-Hans": "江水上涨。", "en": "High water in the river."},
    },
)
