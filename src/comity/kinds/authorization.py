"""Authorization: a party gives a person's key the power to sign, initial, withdraw or authorise in its name."""

from comity.kinds.checks import in_order
from comity.record.field import PUBLIC_KEY, Choice, Day, Field, Line, Place
from comity.record.kind import Kind
from comity.record.language import Labels

POWERS = {
    "sign": Labels("sign", "ký", "签署"),
    "initial": Labels("initial", "ký tắt", "草签"),
    "withdraw": Labels("withdraw", "rút khỏi văn bản", "退出文本"),
    "authorise": Labels("authorise others", "ủy quyền cho người khác", "授权他人"),
}

KIND = Kind(
    name="authorization",
    order=30,
    labels=Labels("authorization", "văn bản ủy quyền", "授权书"),
    plural=Labels("authorizations", "các văn bản ủy quyền", "授权书"),
    meaning=Labels(
        "Names a person whose key may sign for the party, for what and how long.",
        "Nêu người có khóa được ký thay mặt bên, được làm việc gì và trong thời hạn nào.",
        "指明何人的密钥可以代表该方签署，以及事项和期限。",
    ),
    source="design section 4 (Entering is not signing); docs/format.md section 6",
    fields=(
        Field("person", Labels("Person", "Người được ủy quyền", "被授权人"), Line(), required=True),
        Field("post", Labels("Post", "Chức vụ", "职务"), Line()),
        Field("paper", Labels("Paper it rests on", "Số văn bản ủy quyền", "授权书文号"), Line()),
        Field(
            "key",
            Labels("Key of the person", "Khóa của người được ủy quyền", "被授权人密钥"),
            PUBLIC_KEY,
            required=True,
            place=Place.BIND,
        ),
        Field("may", Labels("May", "Được phép", "权限"), Choice(POWERS), required=True, many=True, facet=True, place=Place.BIND),
        Field("from_on", Labels("From", "Từ ngày", "自"), Day(whole=True), place=Place.BIND),
        Field("until_on", Labels("Until", "Đến ngày", "至"), Day(whole=True), place=Place.BIND),
    ),
    title="person",
    check=in_order("from_on", "until_on"),
    example={
        "person": "Lâm An Hòa",
        "post": "Phó Chủ tịch / 副主席",
        "key": "6d36caee12576e614b5b9db92f70bec73ff854b22f2e229b7443156921d3ddc7",
        "may": ["sign", "initial"],
        "until_on": "2099-12-31",
    },
)
