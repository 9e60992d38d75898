"""Charter: the first entry of a book. It says whose book it is and which keys reach its authority."""

from typing import cast

from comity.kinds.checks import all_of, in_order
from comity.record.canonical import Fields, Value
from comity.record.errors import WrongValue
from comity.record.field import PUBLIC_KEY, Choice, Day, Field, Line, Place, Whole, Wording
from comity.record.finding import Finding, Severity
from comity.record.kind import Kind
from comity.record.language import Labels
from comity.record.state import Thing, finding_row

ORGANS = {
    "party_committee": Labels("Party committee", "cấp ủy Đảng", "党委"),
    "government": Labels("government", "chính quyền", "政府"),
    "peoples_body": Labels("people's body", "cơ quan dân cử", "人大"),
    "department": Labels("department", "sở, ban, ngành", "部门"),
    "committee": Labels("committee", "ủy ban", "委员会"),
}

NAMES = Field("name", Labels("Name", "Tên", "名称"), Wording(300), required=True)
ISO = Field(
    "iso", Labels("ISO 3166-2 code", "Mã ISO 3166-2", "ISO 3166-2 代码"), Line(6, r"[A-Z]{2}(-[A-Z0-9]{1,3})?"), facet=True
)
ORGAN = Field("organ", Labels("Organ", "Cơ quan", "机关"), Choice(ORGANS), facet=True)
VALID_FROM = Field("valid_from", Labels("Exists from", "Tồn tại từ", "存在自"), Day())
VALID_UNTIL = Field("valid_until", Labels("Exists until", "Tồn tại đến", "存在至"), Day())
READING = Field(
    "reading_of_name", Labels("Other readings of the name", "Cách đọc khác của tên", "名称的其他读法"), Line(), many=True
)


def _threshold(fields: Fields) -> None:
    keys, threshold = fields.get("recovery_keys", []), fields.get("recovery_threshold", 1)
    if isinstance(keys, list) and isinstance(threshold, int) and keys and threshold > len(keys):
        raise WrongValue(field="recovery_threshold", value=threshold, expected=f"at most {len(keys)}")


def line_of_parties(thing: Thing) -> Fields:
    """How long a party exists, as said, who is named as its successor, and whether it has gone without one.

    What is stated is shown; whether a successor counts for an item is for the rule of succession to say. A party
    without a book needs no more than a name; a book must also be adopted by a successor named or acknowledged.
    """
    closing = [s for s in thing.stated("close", "book") if s.party == thing.id]
    stated = thing.stated("succession", "old")
    named = {*_ids(thing.fields, "successor"), *(party for s in closing for party in _ids(s.fields, "successor"))}
    adopted = {s.party for s in stated if s.fields.get("role") == "adopt" and _ids(s.fields, "successor") == [s.party]}
    others = [s for s in stated if s.fields.get("role") == "acknowledge" and s.party != thing.id]
    backed = {party for s in others for party in _ids(s.fields, "successor") if party != s.party}
    settled = named if thing.kind == "party" else adopted & (named | backed)
    missing = bool(closing or thing.fields.get("valid_until")) and not settled
    found = [finding_row(Finding("no_successor", thing.id, Severity.NOTE))] if missing and closing else []
    successors: list[Value] = [
        {"party": party, "named": party in named, "adopted": party in adopted, "acknowledged": party in backed}
        for party in sorted(named | adopted | backed)
    ]
    return {
        "valid": {"from": thing.fields.get("valid_from", ""), "until": thing.fields.get("valid_until", "")},
        "closed_by": [s.id for s in closing],
        "successors": successors,
        "predecessors": list(_predecessors(thing)),
        "without_successor": missing,
        "findings": list(found),
    }


def ended_and_followed(row: Fields) -> set[tuple[str, str]]:
    """By what a party is found: `without_successor`, and `changed` where its beginning, its end or who it goes on from is known."""
    view = cast(Fields, row["view"])
    valid = cast(Fields, view.get("valid", {}))
    changed = bool(valid.get("from") or valid.get("until") or view.get("predecessors"))
    alone = view.get("without_successor") is True
    return ({("without_successor", "yes")} if alone else set()) | ({("changed", "yes")} if changed else set())


def _predecessors(thing: Thing) -> list[str]:
    """The parties that name this one as successor, or whose books it adopts."""
    found = {s.id for s in thing.stated("party", "successor")} | {s.party for s in thing.stated("close", "successor")}
    adopting = [s for s in thing.stated("succession", "successor") if s.party == thing.id and s.fields.get("role") == "adopt"]
    return sorted({*map(str, found), *(party for s in adopting for party in _ids(s.fields, "old"))})


def _ids(fields: Fields, name: str) -> list[str]:
    value = fields.get(name, [])
    return [str(each) for each in value] if isinstance(value, list) else []


KIND = Kind(
    name="charter",
    order=10,
    labels=Labels("party with a book", "bên có sổ", "有台账的一方"),
    plural=Labels("parties with a book", "các bên có sổ", "有台账的各方"),
    meaning=Labels(
        "Opens a party's own book and names the keys that may bind the party.",
        "Mở sổ riêng của một bên và nêu các khóa được phép ràng buộc bên đó.",
        "开立一方自己的台账，并列明可以约束该方的密钥。",
    ),
    source="design section 4 (Party, Book); docs/format.md section 6",
    fields=(
        NAMES,
        READING,
        ISO,
        ORGAN,
        VALID_FROM,
        VALID_UNTIL,
        Field(
            "origin",
            Labels("Name of the book", "Tên sổ", "台账名"),
            Line(200, r"[^\s+]+"),
            required=True,
            computed=True,
            place=Place.BIND,
        ),
        Field(
            "book_key",
            Labels("Key of the book", "Khóa của sổ", "台账密钥"),
            PUBLIC_KEY,
            required=True,
            computed=True,
            place=Place.BIND,
        ),
        Field(
            "officer_key",
            Labels("Key of the first officer", "Khóa của cán bộ đầu tiên", "首位负责人密钥"),
            PUBLIC_KEY,
            required=True,
            computed=True,
            place=Place.BIND,
        ),
        Field(
            "recovery_keys", Labels("Recovery keys", "Các khóa khôi phục", "恢复密钥"), PUBLIC_KEY, many=True, place=Place.BIND
        ),
        Field(
            "recovery_threshold",
            Labels("Recovery keys needed", "Số khóa khôi phục cần có", "所需恢复密钥数"),
            Whole(1, 20),
            place=Place.BIND,
        ),
    ),
    title="name",
    check=all_of(_threshold, in_order("valid_from", "valid_until")),
    effect=line_of_parties,
    found_by=ended_and_followed,
    example={
        "name": {"vi": "Tỉnh Thanh Lạc", "zh-Hans": "清乐省", "en": "Thanh Lac province"},
        "organ": "government",
    },
)
