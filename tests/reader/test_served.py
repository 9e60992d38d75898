"""Whom somebody serves whose office names no place, and what that makes of the parties and of who acts."""

import pytest

from comity.reader.files.document import open_document
from comity.reader.read import read

HEAD = "Talks of Lao Cai and Yunnan\n\nLao Cai and Yunnan held talks on 3 May 2031.\n\n"


def reading(text):
    return read(open_document(text.encode(), name="talks.txt"))


def served(text, name):
    return next(person.party for person in reading(text).people if person.name == name)


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        (f"{HEAD}The delegation of Yunnan, led by Party Secretary Wang Lei, saw the ferry.", "Wang Lei", "CN-YN"),
        (f"{HEAD}Ms Le Thi Lam, Vice Chairwoman of Lao Cai, met her Thai counterpart Somsak Chaiyo.", "Somsak Chaiyo", "TH"),
        ("Đoàn công tác tỉnh Lào Cai do ông Lê Văn Lâm, Giám đốc Sở dẫn đầu đã thăm tỉnh Vân Nam.", "Lê Văn Lâm", "VN-02"),
        ("中越友协主席林文海介绍了渡口情况。越中友协主席阮文林表示感谢。", "阮文林", "VN"),
        ("云南省代表团访问泰国清莱。云南渡口今年开放。市长林文海表示,云南愿加强合作。", "林文海", "CN-YN"),
        ("省长王立在昆明会见了以州长林文海为团长的老挝丰沙里省代表团。", "林文海", "LA-PH"),
    ],
)
def test_office_without_a_place_is_of_what_stands_beside(text, name, party):
    assert served(text, name) == party


def test_whoever_is_named_comes_for_the_place_served():
    text = "Lao Cai province and Yunnan province held talks.\n\nMr Ho Ba, Vice Governor of Phongsaly, saw the ferry.\n"
    assert {"VN-02", "CN-YN", "LA-PH"} == {party.code for party in reading(text).parties}


def test_where_something_is_held_is_no_party():
    text = "Thailand and Laos held talks in Vientiane.\n\nThe ministers met in Vientiane on Monday. Talks in Vientiane went on.\n"
    assert "LA-VT" not in {party.code for party in reading(text).parties}


def names(text):
    return [person.name for person in reading(text).people]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("会上，日本长崎县知事立野友安表示感谢。", ["立野友安"]),
        ("会上，日本长崎县知事立野友安昨已到场。", ["立野友安"]),
        ("会上，马来西亚外交部长拿督·卡林诺表示感谢。", ["卡林诺"]),
        ("省长令狐立新表示感谢。", ["令狐立新"]),
        ("On 3 May the governor met with Liu Lan on the island.", ["Liu Lan"]),
        ("The road runs from Tan An (Vietnam) - Po Chai (China) to the ferry.", []),
        ("The event saw the attendance of Sombat Chaiyo, Governor of Phongsaly.", ["Sombat Chaiyo"]),
    ],
)
def test_names_that_an_office_or_a_meeting_bears_out(text, wanted):
    assert names(text) == wanted
