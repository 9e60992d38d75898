"""A kind that is only dropped in has its list, page, filter and search hit, in three languages."""

import re
import sys

import pytest

from comity import kinds
from comity.procedures.enter_act import enter_act
from comity.procedures.hand import Hand

from .conftest import Visitor
from .small_home import MOMENT

PLANTED = """
from comity.record.field import Choice, Field, Line, Wording
from comity.record.kind import Kind
from comity.record.language import Labels

KIND = Kind(
    name="ferry_bell",
    order=900,
    labels=Labels("ferry bell", "chuông phà", "渡口钟"),
    plural=Labels("ferry bells", "các chuông phà", "渡口钟"),
    meaning=Labels("Describes a bell.", "Mô tả một cái chuông.", "描述一口钟。"),
    source="invented",
    fields=(
        Field("title", Labels("Title", "Tên gọi", "标题"), Wording(), required=True),
        Field("metal", Labels("Metal", "Kim loại", "材质"), Choice({"bronze": Labels("bronze", "đồng", "青铜")}), facet=True),
        Field("maker", Labels("Maker", "Người đúc", "铸造者"), Line()),
    ),
    title="title",
    example={"title": {"en": "Bell"}},
)
"""


@pytest.fixture
def planted(tmp_path, monkeypatch):
    (tmp_path / "ferry_bell.py").write_text(PLANTED, "utf-8")
    monkeypatch.setattr(kinds, "__path__", [*kinds.__path__, str(tmp_path)])
    kinds.every_kind.cache_clear()
    yield
    monkeypatch.undo()
    sys.modules.pop("comity.kinds.ferry_bell", None)
    kinds.every_kind.cache_clear()


@pytest.mark.parametrize(
    ("lang", "plural", "metal"),
    [("en", "ferry bells", "bronze"), ("vi", "các chuông phà", "đồng"), ("zh-Hans", "渡口钟", "青铜")],
)
def test_planted_kind_has_list_page_filter_and_search_hit(planted, own_small, lang, plural, metal):
    title = {"vi": "Chuông Bến Sương", "zh-Hans": "霜津钟", "en": "Bell of Ben Suong"}
    bell = enter_act(
        own_small.home, "ferry_bell", {"title": title, "metal": "bronze", "maker": "Lò Mai"}, by=Hand("thanh-lac", MOMENT)
    )
    visitor = Visitor(own_small, lang)
    pages = {
        path: re.sub("</?mark>", "", visitor.text(path))
        for path in ("/", "/k/", "/k/ferry_bell/", "/k/ferry_bell/?metal=bronze", "/search?q=霜津", f"/t/{bell}")
    }
    assert {path for path, page in pages.items() if title[lang] not in page and path != "/k/"} == set()
    assert (plural in pages["/k/"], f">{metal}</a>" in pages["/k/ferry_bell/"], "Lò Mai" in pages[f"/t/{bell}"]) == (
        True,
        True,
        True,
    )
    assert visitor.text("/k/ferry_bell/?metal=iron").count(f"/t/{bell}") == 0


@pytest.mark.parametrize(("lang", "metal"), [("en", "bronze"), ("vi", "đồng"), ("zh-Hans", "青铜")])
def test_planted_kind_is_typed_in(planted, own_small, lang, metal):
    visitor = Visitor(own_small, lang)
    page = visitor.text("/enter/ferry_bell/")
    token = re.search(r'name="once" value="([^"]+)"', page).group(1)
    fields = {"f-title.vi": "Chuông Bến Sương", "f-metal": "bronze", "f-maker": "Lò Mai", "once": token}
    answer = visitor.post("/enter/ferry_bell/", fields).content.decode()
    assert (f">{metal}</span></label>" in page, "Chuông Bến Sương" in answer, metal in answer) == (True, True, True)


def test_kind_not_known_is_kept_and_said(own_small, tmp_path, monkeypatch):
    (tmp_path / "planted").mkdir()
    (tmp_path / "planted" / "ferry_bell.py").write_text(PLANTED, "utf-8")
    monkeypatch.setattr(kinds, "__path__", [*kinds.__path__, str(tmp_path / "planted")])
    kinds.every_kind.cache_clear()
    bell = enter_act(own_small.home, "ferry_bell", {"title": {"en": "Bell"}}, by=Hand("thanh-lac", MOMENT))
    monkeypatch.undo()
    sys.modules.pop("comity.kinds.ferry_bell", None)
    kinds.every_kind.cache_clear()
    visitor = Visitor(own_small)
    pages = [visitor.get(path) for path in (f"/t/{bell}", "/k/ferry_bell/", "/k/", "/k/ferry_bell.csv", "/k/ferry_bell.json")]
    assert [page.status_code for page in pages] == [200] * 5
    assert "This kind is not known to this version of Comity." in pages[0].content.decode()
