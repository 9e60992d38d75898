"""Obstacle: what stands in the way and who must clear it. Later words on it stand beside the first, side by side.

A later word is an obstacle entry that `follows` the first one; either side may enter it, and it changes nothing there.
"""

from typing import NamedTuple

from comity.kinds.answering import ABOUT
from comity.kinds.checks import all_of, in_order, single
from comity.kinds.progress import WORDS
from comity.kinds.proposal import LEVEL_NEEDED
from comity.kinds.source import EVIDENCE
from comity.record.canonical import Fields, Value
from comity.record.field import PARTIES, Choice, Day, Field, Line, Place, Ref, Wording
from comity.record.kind import Kind
from comity.record.language import Labels
from comity.record.state import Thing

STATES = {
    "open": Labels("open", "chưa tháo gỡ", "待解决"),
    "answered": Labels("answered", "đã có trả lời", "已有答复"),
    "settled": Labels("settled", "đã tháo gỡ", "已解决"),
    "conditions_not_there": Labels("conditions not there", "chưa đủ điều kiện", "暂不具备条件"),
}


class _Said(NamedTuple):
    """One entry on the obstacle: the first or a later one."""

    book: str
    entry: str
    fields: Fields

    @property
    def speakers(self) -> list[str]:
        """Whose word it is: as named; else, for the first entry, who raised it; else the party of the book."""
        raised = [] if self.fields.get("follows") else self.fields.get("raised_by")
        named = self.fields.get("stated_by") or raised
        return [str(party) for party in named] if isinstance(named, list) and named else [self.book]

    def is_own(self, speaker: str) -> bool:
        return self.book == speaker and self.fields.get("word", "own") == "own"

    def word(self, speaker: str) -> str:
        """On whose word; a book that claims another's own word only tells what it was told."""
        word = str(self.fields.get("word", "own"))
        return "told" if word == "own" and self.book != speaker else word


def _words(thing: Thing) -> Fields:
    """The last word of each party, side by side in the order of their ids; entries without a body say nothing.

    {"words": [{"stated_by", "state", "word", "entry", "party" (the book), "stated": [...]}]}. A party's own word in its
    own book stands before anything told of it.
    """
    later = [_Said(s.party, s.id, s.fields) for s in thing.stated("obstacle", "follows")]
    said = [each for each in (_Said(thing.party, thing.id, thing.fields), *later) if "state" in each.fields]
    rows: list[Value] = [_last_word(speaker, said) for speaker in sorted({party for each in said for party in each.speakers})]
    return {"words": rows}


def _last_word(speaker: str, said: list[_Said]) -> Fields:
    about = [each for each in said if speaker in each.speakers]
    own = [each for each in about if each.is_own(speaker)]
    told = {each.book: each for each in about if not each.is_own(speaker)}
    chosen = own[-1] if own else told[min(told)]
    return {
        "stated_by": speaker,
        "state": str(chosen.fields["state"]),
        "word": chosen.word(speaker),
        "entry": chosen.entry,
        "party": chosen.book,
        "stated": [each.entry for each in about],
    }


KIND = Kind(
    name="obstacle",
    order=220,
    labels=Labels("obstacle", "vướng mắc cần tháo gỡ", "需协调解决的问题"),
    plural=Labels("obstacles", "các vướng mắc cần tháo gỡ", "需协调解决的各项问题"),
    meaning=Labels(
        "Records what stands in the way, who raised it, which level must clear it and what was answered.",
        "Ghi vướng mắc, bên nêu ra, cấp cần tháo gỡ và nội dung trả lời.",
        "记录存在的问题、提出方、需解决的层级以及答复内容。",
    ),
    source="design section 5; domain section 10; promises P9 and P10",
    fields=(
        Field("title", Labels("Wording", "Nội dung", "内容"), Wording(5000), required=True),
        Field(
            "follows",
            Labels("Later word on", "Cập nhật về", "后续说明的对象"),
            Ref(("obstacle",)),
            many=True,
            place=Place.REFS,
            hint=Labels("The entry that first raised it.", "Mục ghi đầu tiên nêu vướng mắc này.", "首次提出该问题的记录。"),
        ),
        Field("raised_by", Labels("Raised by", "Bên nêu", "提出方"), Ref(PARTIES), many=True, facet=True, place=Place.REFS),
        Field("raised_on", Labels("Raised on", "Ngày nêu", "提出日期"), Day()),
        ABOUT,
        LEVEL_NEEDED,
        Field(
            "directed_to",
            Labels("Side asked to clear it", "Bên được đề nghị tháo gỡ", "请协调解决的一方"),
            Ref(PARTIES),
            many=True,
            facet=True,
            place=Place.REFS,
        ),
        Field("directed_to_body", Labels("Body asked to clear it", "Cơ quan được đề nghị tháo gỡ", "请协调解决的机关"), Line()),
        Field("state", Labels("State", "Tình trạng", "状态"), Choice(STATES), required=True, facet=True),
        Field(
            "stated_by",
            Labels("Stated by", "Bên cho biết", "陈述方"),
            Ref(PARTIES),
            many=True,
            place=Place.REFS,
            hint=Labels(
                "Whose word this is; left empty, one's own.",
                "Ý kiến này là của bên nào; để trống là của bên mình.",
                "此说明出自何方；留空即为本方。",
            ),
        ),
        Field("word", Labels("On whose word", "Theo lời của", "据何人所述"), Choice(WORDS), facet=True),
        Field("told_by", Labels("Told by", "Người thông báo", "告知人"), Line()),
        Field("on", Labels("As of", "Tính đến", "截至"), Day()),
        Field("answer", Labels("Answer", "Nội dung trả lời", "答复内容"), Wording(5000)),
        Field("answered_on", Labels("Answered on", "Ngày trả lời", "答复日期"), Day()),
        EVIDENCE,
    ),
    title="title",
    day=("raised_on",),
    check=all_of(single("follows", "stated_by"), in_order("raised_on", "answered_on")),
    effect=_words,
    example={
        "title": {
            "vi": "Bến phà chưa có kho lạnh nên hàng nông sản phải chờ lâu",
            "zh-Hans": "渡口尚无冷库，农产品等候时间较长",
            "en": "The ferry landing has no cold store, so farm goods wait long",
        },
        "raised_by": "self",
        "raised_on": "2026-02-26",
        "about": "@undertaking",
        "level_needed": "Bộ, ngành trung ương / 中央主管部门",
        "directed_to": "@party",
        "state": "open",
    },
)
