import pytest

from comity.reader.text.dates import days, spans


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("on March 12, 2031", "2031-03-12"),
        ("on 12 March 2031", "2031-03-12"),
        ("ngày 12 tháng 3 năm 2031", "2031-03-12"),
        ("ngày 12/3/2031", "2031-03-12"),
        ("ngay 12 thang 3 nam 2031", "2031-03-12"),
        ("2031年3月12日", "2031-03-12"),
        ("2031-03-12", "2031-03-12"),
        ("den 12 mars 2031", "2031-03-12"),
        ("Sáng 27/2", "2030-02-27"),
        ("Chiều 27-2", "2030-02-27"),
        ("ngày 27-28/2", "2030-02-27"),
        ("2 月 27 日", "2030-02-27"),
        ("2月27-28日", "2030-02-27"),
        ("2月27日", "2030-02-27"),
        ("on April 9th", "2030-04-09"),
    ],
)
def test_day_is_read(text, iso):
    assert [day.iso(2030) for day in days(text)] == [iso]


@pytest.mark.parametrize("text", ["Lai Xuan Mon", "Km 3+4", "Bí thư", "3/4 of them", "2031-2035", "31/2/2031", "Lang Son"])
def test_what_is_no_day_is_not_read(text):
    assert list(days(text)) == []


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in the first half of 2033", "2033-01-01", "2033-06-30"),
        ("6 tháng cuối năm 2033", "2033-07-01", "2033-12-31"),
        ("2033年上半年", "2033-01-01", "2033-06-30"),
        ("vào quý II/2033", "2033-04-01", "2033-06-30"),
        ("2033年第二季度", "2033-04-01", "2033-06-30"),
        ("trước tháng 2/2032", "2032-02-01", "2032-02-29"),
        ("in May 2033", "2033-05-01", "2033-05-31"),
        ("vào năm 2032", "2032-01-01", "2032-12-31"),
    ],
)
def test_span_is_read(text, first, last):
    assert [(a, b) for _, _, a, b in spans(text, 0, len(text))] == [(first, last)]
