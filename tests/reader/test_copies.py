"""Derived documents: copies, cuts and translations of texts of our own, with near misses."""

from comity.reader.matters.copies import Derived, Paper, derived_of

ENGLISH = (
    "On 3 March 2026 the provinces met in Ha Giang. They agreed on 12 items, among them 340 scholarships and 15 patrols on the "
    "river. The next meeting is on 5 May 2027 in Cao Bang with 220 guests and 45 posts. Trade reached 7.2 billion and 1,250 "
    "vehicles crossed each day. Both sides thanked the 88 officers who kept the road open when the water rose on 14 August."
)
VIETNAMESE = (
    "Ngày 3/3/2026, các tỉnh họp tại Hà Giang. Các bên thống nhất 12 nội dung, trong đó có 340 học bổng và 15 cuộc tuần tra trên "
    "sông. Cuộc họp tới vào ngày 5/5/2027 tại Cao Bằng với 220 khách và 45 đồn. Thương mại đạt 7,2 tỷ và mỗi ngày có 1.250 xe "
    "qua lại. Hai bên cảm ơn 88 cán bộ đã giữ thông đường khi nước dâng vào ngày 14/8."
)
CHINESE = (
    "2026年3月3日，各省在河江会晤，商定12项内容，其中有340个奖学金名额和15次界河巡逻。下次会晤定于2027年5月5日在高平举行，"
    "预计220人、45个站所参加。贸易达7.2亿，每天通行车辆1250辆。双方感谢88名干部在8月14日涨水时保障道路畅通。"
)
# The same day and place, another sitting with other figures.
OTHER = (
    "On 3 March 2026 the health departments met in Ha Giang. They agreed on 4 items, among them 25 courses and 60 beds. The next "
    "meeting is on 9 June 2026 in Cao Bang with 31 guests. They reported 700 visits and 19 joint cases, and thanked 12 doctors."
)


def test_copy_with_another_heading_and_a_cut_derive_from_the_first():
    copied = "Provinces meet again (from another paper)\n" + ENGLISH
    papers = [
        Paper("a", "en", ENGLISH, "2026-03-03"),
        Paper("b", "en", copied, "2026-03-05"),
        Paper("c", "en", ENGLISH[:180], "2026-03-04"),
    ]
    assert derived_of(papers) == [Derived("b", "a", "same_words", 100), Derived("c", "a", "same_words", 100)]


def test_translations_are_known_by_numbers_days_and_places_in_their_order():
    papers = [
        Paper("vi", "vi", VIETNAMESE, "2026-03-03"),
        Paper("en", "en", ENGLISH, "2026-03-04"),
        Paper("zh", "zh", CHINESE, "2026-03-04"),
    ]
    found = derived_of(papers)
    assert [(each.copy, each.original, each.how) for each in found] == [("en", "vi", "translation"), ("zh", "vi", "translation")]
    assert all(each.share >= 80 for each in found)


def test_report_of_another_sitting_on_the_same_day_is_no_copy():
    assert derived_of([Paper("a", "en", ENGLISH), Paper("b", "en", OTHER), Paper("c", "vi", VIETNAMESE[:90])]) == []
    assert derived_of([Paper("a", "vi", VIETNAMESE), Paper("b", "en", OTHER)]) == []


def test_what_a_machine_translated_derives_whatever_its_day():
    papers = [Paper("en", "en", ENGLISH, "2026-03-03", machine=True), Paper("vi", "vi", VIETNAMESE, "2026-03-08")]
    assert [(each.copy, each.original) for each in derived_of(papers)] == [("en", "vi")]


def test_nothing_derives_from_itself_and_empty_texts_from_nothing():
    papers = [Paper("a", "en", ENGLISH), Paper("b", "en", ENGLISH), Paper("c", "en", ""), Paper("d", "zh", "")]
    assert [(each.copy, each.original) for each in derived_of(papers)] == [("b", "a")]
