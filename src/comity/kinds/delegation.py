"""Delegation: whom a party sends to a session, and for whom the head stands in."""

from comity.kinds.checks import single
from comity.kinds.session import SESSION
from comity.kinds.source import EVIDENCE
from comity.record.field import PARTIES, Field, Line, Place, Ref
from comity.record.kind import Kind
from comity.record.language import Labels

KIND = Kind(
    name="delegation",
    order=70,
    labels=Labels("delegation", "đoàn đại biểu", "代表团"),
    plural=Labels("delegations", "các đoàn đại biểu", "代表团"),
    meaning=Labels(
        "Names the delegation of a party at a session.",
        "Nêu đoàn đại biểu của một bên dự Hội nghị.",
        "列明一方出席会晤的代表团。",
    ),
    source="design section 5; domain sections 1 (chair role) and 2",
    fields=(
        SESSION,
        Field("party", Labels("Party", "Bên", "方"), Ref(PARTIES), required=True, many=True, facet=True, place=Place.REFS),
        Field("head", Labels("Head", "Trưởng đoàn", "团长"), Line(), required=True),
        Field("head_post", Labels("Post of the head", "Chức vụ của trưởng đoàn", "团长职务"), Line()),
        Field("stands_in_for", Labels("Stands in for", "Dự thay cho", "代为出席"), Line()),
        Field("members", Labels("Members", "Thành viên", "成员"), Line(), many=True),
        EVIDENCE,
    ),
    title="head",
    check=single("session", "party"),
    example={
        "session": "@session",
        "party": "self",
        "head": "Lâm An Hòa",
        "head_post": "Phó Chủ tịch / 副主席",
        "members": ["Mạc Thu Sơn", "Tạ Minh Khê"],
    },
)
