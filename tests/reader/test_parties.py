import pytest

from comity.reader.files.document import open_document
from comity.reader.names.parties import parties_of
from comity.reader.text.page import prepare

COUNTRIES = (
    "Vietnam and Laos agreed on Monday to mend the markers. The talks of Vietnam and Laos were held in Nghe An province. "
    "Vietnam will send two teams and Laos will send three. The ministers of Vietnam and Laos will meet in May."
)
PROVINCES = (
    "The Party Committee of Nghe An province and the authorities of Bolikhamxay province met on Monday. Nghe An will lend "
    "a pump to Bolikhamxay, in the spirit of the friendship of Vietnam and Laos."
)
BOTH = (
    "Prime Minister of Laos Lam An received the governor of Nghe An province. The two countries trust each other, he said. "
    "Laos keeps the peace of the two countries. The governor of Bolikhamxay province took part. Nghe An will lend a pump."
)
MENTIONED = (
    "Vietnam and Laos met. Vietnam and Laos agreed to build a bridge. Vietnam and Laos will share the cost, Vietnam and Laos "
    "said, and Vietnam will lend a barge like one from China."
)
VIETNAMESE = (
    "Việt Nam và Lào thống nhất sửa mốc giới. Đoàn Việt Nam và đoàn Lào họp tại tỉnh Nghệ An. Việt Nam cử hai tổ, Lào cử ba tổ. "
    "Bộ trưởng Việt Nam và Lào sẽ gặp nhau vào tháng 5."
)
CHINESE = "中老两军举行会晤。中方和老方在云南省会面。中国国防部长与老挝国防部长出席。老挝和中国将加强合作。"


def codes(text: str) -> list[str]:
    page = prepare(open_document(text.encode(), name="report.txt"))
    return sorted(party.code for party in parties_of(page))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(COUNTRIES, ["LA", "VN"], id="countries alone"),
        pytest.param(PROVINCES, ["LA-BL", "VN-22"], id="provinces alone"),
        pytest.param(BOTH, ["LA", "LA-BL", "VN-22"], id="a government beside provinces"),
        pytest.param(MENTIONED, ["LA", "VN"], id="a country only mentioned"),
        pytest.param(VIETNAMESE, ["LA", "VN"], id="countries in Vietnamese"),
        pytest.param(CHINESE, ["CN", "LA"], id="countries in Chinese"),
    ],
)
def test_party_is_a_country_or_its_provinces_by_how_often_each_is_named(text, wanted):
    assert codes(text) == wanted


def test_president_is_no_county():
    page = prepare(open_document(b"President Xi Jinping spoke in Laos.", name="report.txt"))
    assert [one.place.code for one in page.places] == ["LA"]
