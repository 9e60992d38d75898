"""Two offices that have never heard of each other: one writes letters, the other opens them."""

from __future__ import annotations

from dataclasses import dataclass

from comity.procedures.clock import Moment
from comity.procedures.enter_act import enter_act
from comity.procedures.hand import Hand
from comity.procedures.name_party import open_book
from comity.store.home import Home

MOMENT = Moment("2026-11-22T03:04:05Z", "Asia/Ho_Chi_Minh")
THANH_LAC = {
    "name": {"vi": "Tỉnh Thanh Lạc", "zh-Hans": "清乐省", "en": "Thanh Lac province"},
    "organ": "government",
    "iso": "VN",
}
VAN_KHE = {"name": {"vi": "Khu Vân Khê", "zh-Hans": "云溪地区", "en": "Van Khe region"}, "organ": "government", "iso": "CN"}
SUBJECT = {
    "vi": "Đề nghị trao đổi về giờ phà trong những ngày chợ phiên",
    "zh-Hans": "关于商谈集市日渡轮时间的函",
    "en": "Request to talk about ferry hours on market days",
}
# Words that must come out nowhere.
HOME_WORDS = {"vi": "chuyện riêng của nhà", "zh-Hans": "自家私事", "en": "zanzibar at home"}
THIRD_WORDS = {"vi": "chuyện của bên thứ ba", "zh-Hans": "第三方之事", "en": "quetzal for a third"}
SECRETS = [*HOME_WORDS.values(), *THIRD_WORDS.values(), "tenttent", "secret-short-name"]


@dataclass(frozen=True)
class Office:
    """A home and its party."""

    home: Home
    party: str

    def act(self, kind, given, short=""):
        return enter_act(self.home, kind, given, by=Hand(self.party, MOMENT), short=short)


def office(path, name, described):
    """A home with one own book."""
    home = Home.create(path, state_dir=path.parent / f"state-{path.name}")
    open_book(home, name, described, moment=MOMENT)
    return Office(home, name)


def writing_office(path, *, with_book=False):
    """The office of Thanh Lạc, which knows Vân Khê: as a party without a book, or (in the same home) with one."""
    made = office(path, "thanh-lac", THANH_LAC)
    if with_book:
        open_book(made.home, "van-khe", VAN_KHE, moment=MOMENT)
    else:
        made.act("party", VAN_KHE, short="van-khe")
    return made


def letter_given(**more):
    """The fields of a letter."""
    return {
        "subject": SUBJECT,
        "number": "15/CT-TL",
        "kind_of_letter": "letter",
        "dated_on": "2026-03-10",
        "from_party": "self",
        "from_post": "Giám đốc Sở Ngoại vụ / 外事办公室主任",
        "to_party": "van-khe",
        "to_post": "外事办公室主任 / Chủ nhiệm Văn phòng Ngoại vụ",
        "signer": "Lâm An Hòa",
        "asks_for": "answer",
        "answer_due_on": "2026-03-25",
        **more,
    }
