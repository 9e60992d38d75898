import pytest

from comity.paper.draft_view import draft_title


@pytest.mark.parametrize(
    ("value", "title"),
    [
        ({"name": "Mạc Thu Sơn"}, "Mạc Thu Sơn"),
        ({"status": "agreed"}, "two words … more"),
        ({"text": "corrected"}, "corrected"),
        ({"pair": ["Bến Sương", "Vụ Đinh"], "names": ["x"]}, "Bến Sương – Vụ Đinh"),
        ({"pair": [], "names": ["x", "y"]}, "x, y"),
        ({"mechanism": "spring-meeting", "edition": 2, "date": "2026-03-18"}, "Spring Meeting 2, 18 Mar 2026"),
        ({"mechanism": "talks", "year": 2026}, "talks, 2026"),
        ({"mechanism": "spring-meeting", "date_from": "2027", "date_to": "2028"}, "Spring Meeting, 2027 – 2028"),
    ],
)
def test_draft_is_called_by_what_it_says(value, title):
    assert draft_title(value, ["two\n words", "more"], "en") == title
