import importlib.util
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from comity.reader.names import readings
from comity.reader.names.name_index import Found, NameIndex, asked_keys, keys_of
from comity.reader.names.names_across import ASK, DIFFER, SURE, WHYS, Likeness, families, same
from comity.reader.names.spellings import spellings_of

PERSONS = [one for one in sorted(families("zh")) if len(one) == 1 and all(readings.table().get(one, ("", "")))]
GIVEN = [one for one, (pinyin, viet) in sorted(readings.table().items()) if pinyin and viet and one < "\u6000"]
LETTERS = st.text(alphabet="abcghinouđăâêôơưáàảãạ jlx", max_size=12)


@st.composite
def spellings(draw):
    """A name in characters and the same in pinyin and in Han-Viet, each syllable by its usual reading."""
    name = draw(st.sampled_from(PERSONS)) + "".join(draw(st.lists(st.sampled_from(GIVEN), min_size=1, max_size=2)))
    read = [readings.table()[one] for one in name]
    pinyin = [readings.syllable(each[0].replace("ü", "u")).letters for each, _viet in read]
    viet = " ".join(each[0] for _pinyin, each in read).title()
    return name, f"{pinyin[0].title()} {''.join(pinyin[1:]).title()}", viet


def bare(name):
    parts = unicodedata.normalize("NFD", name.replace("đ", "d").replace("Đ", "D"))
    return "".join(part for part in parts if not unicodedata.combining(part))


def joined(name):
    return name.replace(" ", "").lower()


@pytest.mark.parametrize(
    ("one", "other", "like"),
    [
        ("刘宁", "劉寧", Likeness(SURE, 100, "spelling")),
        ("Lưu Ninh", "刘宁", Likeness(SURE, 95, "reading")),
        ("Luu Ninh", "劉寧", Likeness(SURE, 85, "reading")),
        ("Luu Ninh", "Liu Ning", Likeness(SURE, 80, "reading")),
        ("Lưu Ninh", "LiuNing", Likeness(SURE, 85, "reading")),
        ("Liú Níng", "刘宁", Likeness(SURE, 95, "reading")),
        ("Liu2 Ning2", "刘宁", Likeness(SURE, 95, "reading")),
        ("Lưu Ning", "刘宁", Likeness(ASK, 60, "mixed")),
        ("Tran Cuong", "Chen Gang", Likeness(SURE, 80, "reading")),
        ("Tran Cuong", "陈刚", Likeness(SURE, 85, "reading")),
        ("Chen Gang", "陳剛", Likeness(SURE, 90, "reading")),
        ("Trần Cường", "陈刚", Likeness(ASK, 40, "marks")),
        ("Trần Cương (陈刚)", "Chen Gang", Likeness(SURE, 90, "reading")),
        ("Li Jian (李健)", "Li Jian (李坚)", Likeness(ASK, 45, "sound")),
        ("Li Kien", "Li Jian", Likeness(ASK, 60, "mixed")),
        ("Li Kien", "李建", Likeness(ASK, 60, "mixed")),
        ("Ly Kien", "Li Kien", Likeness(ASK, 60, "mixed")),
        ("Lý Kiên", "Lí Kiên", Likeness(SURE, 98, "spelling")),
        ("李健", "李坚", Likeness(ASK, 45, "sound")),
        ("Nguyễn Xuân Ký", "阮春记", Likeness(SURE, 95, "reading")),
        ("Nguyen Van A", "Nguyễn Văn Á", Likeness(SURE, 85, "marks")),
        ("Nguyễn Văn A", "Nguyễn Văn Á", Likeness(DIFFER, 0, "")),
        ("Nguyễn Văn A", "Nguyễn Văn B", Likeness(DIFFER, 0, "")),
        ("Âu Dương Tu", "歐陽修", Likeness(SURE, 95, "reading")),
        ("Trần Cương", "Liu Ning", Likeness(DIFFER, 0, "")),
        ("Chen Gang", "Chen Guang", Likeness(DIFFER, 0, "")),
        ("Hoa", "华", Likeness(ASK, 50, "short")),
        ("Động Trung", "峒中", Likeness(ASK, 55, "family")),
        ("", "陈刚", Likeness(DIFFER, 0, "")),
    ],
)
def test_people_are_one_by_their_readings(one, other, like):
    assert (same(one, other, what="person"), same(other, one, what="person")) == (like, like)


@pytest.mark.parametrize(
    ("one", "other", "how"),
    [
        ("Phong Thanh", "Fangcheng", SURE),
        ("Phòng Thành", "防城", SURE),
        ("Nonghuai", "Nongyao", SURE),
        ("弄怀", "Lung Nghiu", SURE),
        ("Nongyao", "Lũng Nghịu", SURE),
        ("Po Chai", "浦寨", SURE),
        ("Pò Chài", "Puzhai", SURE),
        ("Dong Zhong", "Động Trung", SURE),
        ("Youyi Pass", "友誼關", SURE),
        ("Tra Vinh", "Trà Lĩnh", ASK),
        ("Lihe", "里火", ASK),
        ("Trà Vinh", "Long Bang", DIFFER),
        ("Quảng Ninh", "Quang Ninh", SURE),
        ("Quảng Ninh", "广宁", SURE),
        ("Quảng Ninh", "Quảng Nam", DIFFER),
        ("Hà Giang", "Hậu Giang", DIFFER),
        ("Ha Giang", "Hau Giang", DIFFER),
        ("Móng Cái", "Hoành Mô", DIFFER),
    ],
)
def test_places_and_gates_are_one_by_readings_and_tables(one, other, how):
    assert (same(one, other).how, same(other, one).how) == (how, how)


def test_parties_lose_the_word_for_their_unit():
    assert same("Tỉnh Thanh Lạc", "青乐省", what="party") == Likeness(SURE, 95, "reading")
    assert same("Quang Ninh province", "广宁省", what="party") == Likeness(SURE, 95, "known")


@pytest.mark.parametrize(
    ("on", "how"), [(date(2025, 6, 30), DIFFER), (date(2025, 7, 1), ASK), (date(2026, 1, 1), ASK), (None, ASK)]
)
def test_name_of_a_merged_province_means_the_other_from_its_day_on(on, how):
    assert [same("Hà Giang", other, on=on).how for other in ("Tuyên Quang", "宣光", "河江")] == [how, how, SURE]


@given(LETTERS, LETTERS)
def test_order_of_two_names_says_nothing(one, other):
    assert same(one, other) == same(other, one)


@given(LETTERS.filter(lambda name: bool(name.strip())))
def test_every_name_is_itself(name):
    assert same(name, name) == Likeness(SURE, 100, "spelling")


@given(spellings())
def test_spellings_of_one_name_are_one_and_without_marks_never_surer(names):
    han, pinyin, viet = names
    for one, other in ((han, viet), (pinyin, viet), (viet, viet)):
        marked, plain = same(one, other, what="person"), same(one, bare(other), what="person")
        assert (marked.how, plain.how) == (SURE, SURE)
        # "Ma Đông" without its marks is spelled as the pinyin is.
        assert plain.confidence <= marked.confidence or joined(bare(other)) == joined(one)
    assert same(han, pinyin, what="person").how == SURE


@given(spellings(), spellings())
def test_names_that_are_alike_share_a_key(one, other):
    for first in one:
        for second in (*other, *one):
            if same(first, second, what="person").how == SURE:
                assert {thing.thing for thing in NameIndex([("it", second)], what="person").find(first)} == {"it"}


def test_words_of_a_likeness_are_those_declared():
    said = {same(*pair).why for pair in (("Li Kien", "李建"), ("李健", "李坚"), ("Tra Vinh", "Tra Linh"), ("陈刚", "Chen Gang"))}
    assert said <= set(WHYS)


def test_index_asks_where_two_known_people_come_into_question():
    index = NameIndex([("p1", "李健"), ("p2", "李坚"), ("p3", "刘宁"), ("p3", "Liu Ning"), ("p4", "Nguyễn Văn A")], what="person")
    assert index.find("Li Jian") == [
        Found("p1", "李健", Likeness(ASK, 70, "several")),
        Found("p2", "李坚", Likeness(ASK, 70, "several")),
    ]
    assert index.find("Lưu Ninh") == [Found("p3", "刘宁", Likeness(SURE, 95, "reading"))]
    assert [(found.thing, found.like.how) for found in index.find("李健")] == [("p1", SURE), ("p2", ASK)]
    assert index.find("Nguyễn Văn Á") == []


def test_keys_of_a_name_are_found_from_the_other_language():
    assert asked_keys("Lưu Ninh", what="person") & keys_of("刘宁", what="person")
    assert asked_keys("Liu Ning", what="person") & keys_of("Luu Ninh", what="person")
    assert not asked_keys("Lưu Ninh", what="person") & keys_of("陈刚", what="person")


def test_spellings_of_a_name_in_characters():
    assert spellings_of("青乐") == ("Qingle", "Qing Le", "Thanh Nhạc", "Thanh Lạc")
    assert (spellings_of("Thanh Lạc"), spellings_of("青"), spellings_of("青乐省人民政府")) == ((), (), ())


def test_table_of_readings_is_what_the_script_makes():
    root = Path(__file__).resolve().parents[2]
    spec = importlib.util.spec_from_file_location("build_readings", root / "scripts/build_readings.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert script.TABLE.read_text(encoding="utf-8") == script.HEAD + "".join(script.rows())
