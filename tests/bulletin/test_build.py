"""A bulletin as a whole: files that fit together, in three languages, rebuilt only where something changed."""

import io
import json
import re
import shutil
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit
from xml.etree import ElementTree

import pytest
from icalendar import Calendar
from pypdf import PdfReader
from tests.made_homes import copied

from comity.bulletin.build import THIS_MACHINE, Options, make_bulletin
from comity.procedures.clock import Moment
from comity.procedures.enter_act import enter_act
from comity.procedures.hand import Hand
from comity.procedures.name_party import open_book
from comity.record.code import code_of
from comity.record.errors import FileThere
from comity.record.language import LANGUAGES
from comity.store.home import Home

from .conftest import asked_for
from .secrets import NOW, open_words

MOMENT = Moment("2026-11-22T03:04:05Z", "Asia/Ho_Chi_Minh")
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
MOST = 150_000


class Page(HTMLParser):
    """The links, languages and loaded files of a page."""

    def __init__(self, text):
        super().__init__()
        self.links, self.loaded, self.alternates, self.ids, self.meta, self.tags = [], [], {}, set(), {}, []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append((tag, given))
        self.ids |= {given["id"]} if "id" in given else set()
        if tag == "a":
            self.links.append(given["href"])
        if tag == "link" and given["rel"] == "alternate" and "hreflang" in given:
            self.alternates[given["hreflang"]] = given["href"]
        if tag == "script" and "src" in given:
            self.loaded.append(given["src"])
        if tag == "link" and given["rel"] in ("stylesheet", "icon"):
            self.loaded.append(given["href"])
        if tag == "meta":
            self.meta[given.get("property") or given.get("name") or given.get("http-equiv")] = given.get("content")


def pages(folder):
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.html")}


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


class Two:
    """A home with two parties that agree and consent."""

    def __init__(self, folder):
        self.home = Home.create(folder / "home", state_dir=folder / "state")
        self.to = folder / "bulletin"
        for name in ("north", "south"):
            open_book(self.home, name, {"name": {"en": name.title(), "vi": name, "zh-Hans": f"{name}省"}}, moment=MOMENT)

    def copied(self, folder):
        """The same home and its bulletin in another folder."""
        other = object.__new__(Two)
        other.home, other.to = copied(self.home, folder), folder / "bulletin"
        shutil.copytree(self.to, other.to)
        return other

    def enter(self, kind, short="", *, by="north", **given):
        return enter_act(self.home, kind, given, by=Hand(by, MOMENT), short=short)

    def owed(self, short, title=None, **more):
        thing = self.enter("undertaking", short, title=title or open_words(short), owners=["north", "south"], **more)
        self.consent(short)
        return thing

    def consent(self, thing, stance="gives"):
        for party in ("north", "south"):
            self.enter("publication_consent", by=party, publishes=thing, stance=stance)

    def build(self, **options):
        return make_bulletin(self.home, self.to, moment=NOW, options=Options(**options))


@pytest.fixture
def two(tmp_path):
    return Two(tmp_path)


def test_every_link_and_loaded_file_is_there(built):
    held = files(built)
    for name, text in pages(built).items():
        page, here = Page(text), f"http://x/{name}"
        for link in [*page.links, *page.loaded]:
            target = urlsplit(urljoin(here, link))
            if target.netloc == "x":
                path = target.path.lstrip("/")
                assert path in held, (name, link)
                if target.fragment:
                    assert target.fragment in Page(held[path].decode()).ids, (name, link)


def test_pages_load_nothing_from_elsewhere_and_say_so(built):
    for name, text in pages(built).items():
        page = Page(text)
        assert page.meta["Content-Security-Policy"].startswith("default-src 'none'"), name
        assert [link for link in page.loaded if urlsplit(link).netloc] == [], name
        assert [given for tag, given in page.tags if tag in ("img", "iframe", "object", "embed", "form") and "src" in given] == []
        assert [given for _tag, given in page.tags if "style" in given or any(key.startswith("on") for key in given)] == [], name


def test_each_page_stands_in_three_languages_that_lead_to_one_another(built):
    names = {lang: {path.name for path in (built / lang).glob("*.html")} for lang in LANGUAGES}
    assert len({frozenset(each) for each in names.values()}) == 1
    for name, text in pages(built).items():
        page = Page(text)
        if "/" in name:
            lang, _, file = name.partition("/")
            assert page.tags[0] == ("html", {"lang": lang})
            assert page.alternates == {
                **{other: f"{THIS_MACHINE}{other}/{file}" for other in LANGUAGES},
                "x-default": THIS_MACHINE,
            }


def test_a_page_says_which_language_is_missing_and_what_a_version_is_worth(two):
    title = [
        {"lang": "vi", "standing": "authentic", "text": "Mở lại bến phà"},
        {"lang": "zh-Hans", "standing": "machine", "text": "恢复渡口"},
    ]
    thing = two.owed("ferry", title)
    two.build()
    page = (two.to / "en" / f"{code_of(thing)}.html").read_text("utf-8")
    assert "Not yet in: English." in page
    assert '<span lang="zh-Hans">恢复渡口</span> <small>(machine translation)</small>' in page


def test_no_page_is_heavy(built):
    assert {name: len(text) for name, text in pages(built).items() if len(text.encode()) > MOST} == {}


def test_long_lists_come_in_pages_none_of_them_heavy(two):
    for at in range(170):
        two.enter("undertaking", f"item-{at}", title=open_words(f"item{at}"), owners=["north", "south"], areas=["A05"])
        two.consent(f"item-{at}")
    two.build()
    assert [path.name for path in sorted((two.to / "vi").glob("agreed*.html"))] == [
        "agreed-2.html",
        "agreed-3.html",
        "agreed.html",
    ]
    shown = "".join((two.to / "vi" / f"agreed{end}.html").read_text("utf-8") for end in ("", "-2", "-3"))
    assert len(set(re.findall(r"zzitem\d+vizz", shown))) == 170
    assert {name: len(text) for name, text in pages(two.to).items() if len(text.encode()) > MOST} == {}


def test_a_name_of_ten_thousand_characters_and_turning_marks_keep_pages_whole(two):
    long = {"vi": "Mở bến phà " * 400, "en": "W" * 5000, "zh-Hans": "渡" * 5000}
    two.owed("long", long)
    with pytest.raises(Exception, match="hidden_character"):
        two.owed("turned", {"en": "abc\u202edef"})
    two.build()
    assert {name: len(text) for name, text in pages(two.to).items() if len(text.encode()) > MOST} == {}
    for text in pages(two.to).values():
        assert "\u202e" not in text


def test_feeds_and_calendar_are_well_formed_and_in_their_language(built):
    for lang in LANGUAGES:
        feed = ElementTree.parse(built / lang / "feed.atom").getroot()
        assert feed.tag == f"{ATOM}feed"
        entries = feed.findall(f"{ATOM}entry")
        ids = [entry.findtext(f"{ATOM}id") for entry in entries]
        assert (len(entries) > 3, len(set(ids)) == len(ids)) == (True, True)
        assert all(entry.find(f"{ATOM}link").get("href").startswith(f"{THIS_MACHINE}{lang}/") for entry in entries)
        told = json.loads((built / lang / "feed.json").read_bytes())
        assert (told["version"], told["language"]) == ("https://jsonfeed.org/version/1.1", lang)
        assert [item["id"] for item in told["items"]] == ids
        calendar = Calendar.from_ical((built / lang / "calendar.ics").read_bytes())
        assert calendar["REFRESH-INTERVAL"].dt.days == 1


def test_the_calendar_keeps_its_uids_and_counts_versions(two):
    two.enter("session", "talks", title=open_words("talks"), parties=["north", "south"], starts_on="2027-03-01", stage="planned")
    two.consent("talks")
    two.build()
    (before,) = Calendar.from_ical((two.to / "en/calendar.ics").read_bytes()).walk("VEVENT")
    two.enter("correction", thing="talks", changes={"starts_on": "2027-04-02"})
    two.consent("talks")
    two.build()
    (after,) = Calendar.from_ical((two.to / "en/calendar.ics").read_bytes()).walk("VEVENT")
    assert (before["UID"], before["SEQUENCE"], str(before["DTSTART"].dt)) == (after["UID"], 0, "2027-03-01")
    assert (after["SEQUENCE"], str(after["DTSTART"].dt)) == (1, "2027-04-02")


def test_the_map_names_every_page_in_each_language(built):
    rows = ElementTree.parse(built / "sitemap.xml").getroot().findall(f"{MAP}url")
    named = {row.findtext(f"{MAP}loc").removeprefix(THIS_MACHINE) for row in rows}
    assert named == {name for name in pages(built) if "/" in name}
    assert all(len(row.findall("{http://www.w3.org/1999/xhtml}link")) == 3 for row in rows)
    assert (built / "robots.txt").read_text().splitlines()[-1] == f"Sitemap: {THIS_MACHINE}sitemap.xml"


def test_programs_read_what_a_page_is(built):
    for name, text in pages(built).items():
        if "/" not in name:
            continue
        (told,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
        assert (json.loads(told)["@context"], "</" in told) == ("https://schema.org", False)
        page = Page(text)
        assert page.meta["og:url"] == f"{THIS_MACHINE}{name}"
        assert page.meta["og:title"]
        assert page.meta["og:image"] == f"{THIS_MACHINE}look/card.png"


def test_words_that_look_like_markup_stay_words(two):
    two.owed("bad", {"en": "</script><script>alert(1)</script><b>x", "vi": "a & b", "zh-Hans": "<!--"})
    two.build()
    for name, text in files(two.to).items():
        if name.endswith((".html", ".atom", ".xml")):
            assert b"<script>alert" not in text, name
    ElementTree.parse(two.to / "en/feed.atom")


def test_the_issue_is_a_tagged_paper_with_codes(built):
    for lang in LANGUAGES:
        reader = PdfReader(io.BytesIO((built / lang / "bulletin.pdf").read_bytes()))
        assert reader.trailer["/Root"]["/Lang"].startswith(lang[:2])
        assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
        text = re.sub(r"\s", "", "".join(page.extract_text() for page in reader.pages))
        assert re.search("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", text)


def test_the_same_home_gives_the_same_bytes(secrets, built, tmp_path):
    make_bulletin(secrets.home, tmp_path / "b", moment=NOW, options=asked_for(tmp_path / "access.log"))
    assert files(tmp_path / "b") == files(built)


def test_only_what_changed_is_built_anew(two):
    things = [two.owed(f"item-{at}", areas=["A05"]) for at in range(12)]
    two.enter("undertaking", "other", title=open_words("other"), owners=["north"])
    first = two.build()
    assert two.build().placed.written == 0
    two.enter("publication_consent", by="north", publishes="other", stance="gives")
    before = files(two.to)
    second = two.build()
    after = files(two.to)
    assert (second.placed.written < first.placed.written, second.placed.gone) == (True, 0)
    untouched = [name for name in before if after[name] == before[name]]
    assert all(f"{lang}/{code_of(thing)}.html" in untouched for lang in LANGUAGES for thing in things)
    changed = [name for name in after if before.get(name) != after[name] and name != "manifest.json"]
    assert second.placed.written == len(changed)


def test_what_is_taken_back_is_gone_from_every_file(two):
    thing = two.owed("ferry")
    two.owed("other")
    two.build()
    assert (two.to / "vi" / f"{code_of(thing)}.html").is_file()
    two.enter("publication_consent", by="south", publishes="ferry", stance="withdraws")
    assert two.build().placed.gone == 3
    held = files(two.to)
    assert [
        name for name, raw in held.items() if b"zzferry" in raw or code_of(thing).encode() in raw or thing.encode() in raw
    ] == []


def test_an_empty_home_has_a_bulletin_that_says_so(two):
    made = two.build()
    assert (made.things, made.consented) == (0, 0)
    assert "0 things that were agreed" in (two.to / "en/index.html").read_text("utf-8")


def test_the_address_is_kept_from_one_build_to_the_next(two):
    two.owed("ferry")
    two.build(address="https://example.org/b")
    made = two.build()
    assert (made.address, made.placed.written) == ("https://example.org/b/", 0)
    assert "https://example.org/b/en/index.html" in (two.to / "en/index.html").read_text("utf-8")


def test_a_file_of_somebody_else_is_not_written_over(two):
    (two.to / "en").mkdir(parents=True)
    (two.to / "en/index.html").write_text("mine")
    with pytest.raises(FileThere):
        two.build()
    assert (two.to / "en/index.html").read_text() == "mine"


def test_what_waits_for_an_instant_comes_with_it_on_both_clocks(two):
    thing = two.enter("undertaking", "wait", title=open_words("wait"), owners=["north", "south"])
    for party in ("north", "south"):
        two.enter("publication_consent", by=party, publishes="wait", stance="gives", not_before="2026-11-30T17:30:00Z")
    early = Moment("2026-11-30T17:29:59Z", "Asia/Ho_Chi_Minh")
    assert make_bulletin(two.home, two.to, moment=early).things == 0
    assert [name for name, raw in files(two.to).items() if b"zzwait" in raw] == []
    assert two.build().things == 1
    clocks = {
        "vi": "01/12/2026, 00:30 Hà Nội · 01:30 Bắc Kinh",
        "zh-Hans": "2026年12月1日 01:30 北京 · 00:30 河内",
        "en": ("1 Dec 2026, 00:30 Hà Nội · 01:30 北京", "1 Dec 2026, 01:30 北京 · 00:30 Hà Nội"),
    }
    for lang, said in clocks.items():
        page = re.sub("<[^>]+>", "", (two.to / lang / f"{code_of(thing)}.html").read_text("utf-8"))
        assert any(each in page for each in ([said] if isinstance(said, str) else said)), lang


def test_a_text_in_force_says_since_when_and_by_whom(secrets, built):
    with secrets.home.read() as reading:
        page = built / "en" / f"{code_of(reading.resolve('memo-1'))}.html"
    said = " ".join(re.sub("<[^>]+>", "", page.read_text("utf-8")).split())
    assert re.search(r"Signed by: Open zz(north|south)enzz, Open zz(north|south)enzz · In force since 22 Nov 2026", said)
