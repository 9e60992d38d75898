"""Files for programs, against what their formats ask: Atom, JSON Feed, iCalendar, sitemap, Open Graph and schema.org."""

import json
import re
from datetime import datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from comity.bulletin.build import THIS_MACHINE
from comity.record.language import LANGUAGES

from .secrets import open_words
from .test_build import ATOM, MAP, Page, Two, pages

XHTML = "{http://www.w3.org/1999/xhtml}link"
INSTANT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")
every = pytest.mark.parametrize("lang", LANGUAGES)


@pytest.fixture
def two(tmp_path):
    return Two(tmp_path)


def is_address(text):
    parts = urlsplit(text)
    return bool(parts.scheme and parts.netloc)


@every
def test_atom_has_all_that_rfc_4287_asks(built, lang):
    feed = ElementTree.parse(built / lang / "feed.atom").getroot()
    assert [len(feed.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")] == [1, 1, 1]
    assert feed.find(f"{ATOM}author/{ATOM}name").text
    (own,) = [link for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
    assert own.get("href") == f"{THIS_MACHINE}{lang}/feed.atom"
    entries = feed.findall(f"{ATOM}entry")
    for part in (feed, *entries):
        assert INSTANT.fullmatch(part.findtext(f"{ATOM}updated"))
        assert ":" in part.findtext(f"{ATOM}id")
    for entry in entries:
        (link,) = entry.findall(f"{ATOM}link")
        assert (link.get("rel"), is_address(link.get("href"))) == ("alternate", True)
        assert [len(entry.findall(f"{ATOM}{name}")) for name in ("id", "title", "updated")] == [1, 1, 1]
    assert feed.findtext(f"{ATOM}updated") == max(entry.findtext(f"{ATOM}updated") for entry in entries)


@every
def test_json_feed_has_all_that_version_1_1_asks(built, lang):
    feed = json.loads((built / lang / "feed.json").read_bytes())
    assert (feed["version"], feed["feed_url"]) == ("https://jsonfeed.org/version/1.1", f"{THIS_MACHINE}{lang}/feed.json")
    assert set(feed) <= {"version", "title", "home_page_url", "feed_url", "language", "items"}
    for item in feed["items"]:
        assert set(item) <= {"id", "url", "title", "content_text", "language", "date_modified", "attachments"}
        assert (bool(item["id"]), bool(item["content_text"]), is_address(item["url"])) == (True, True, True)
        assert datetime.fromisoformat(item["date_modified"]).tzinfo is not None
        for attached in item.get("attachments", []):
            assert (is_address(attached["url"]), attached["mime_type"]) == (True, "application/pdf")
            assert (built / attached["url"].removeprefix(THIS_MACHINE)).is_file()


@every
def test_calendar_says_where_and_how_often_a_newer_one_is(two, lang):
    two.enter("session", "talks", title=open_words("talks"), parties=["north", "south"], starts_on="2027-03-01", stage="planned")
    two.consent("talks")
    two.build()
    raw = (two.to / lang / "calendar.ics").read_bytes()
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert raw.endswith(b"END:VCALENDAR\r\n")
    calendar = Calendar.from_ical(raw)
    for name in ("VERSION", "PRODID", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "NAME", "SOURCE", "URL"):
        assert name in calendar, name
    assert calendar["REFRESH-INTERVAL"].params["VALUE"] == "DURATION"
    assert str(calendar["SOURCE"]) == f"{THIS_MACHINE}{lang}/calendar.ics"
    assert calendar["SOURCE"].params["VALUE"] == "URI"
    for event in calendar.walk("VEVENT"):
        for name in ("UID", "DTSTAMP", "DTSTART", "SEQUENCE", "SUMMARY"):
            assert name in event, name


def test_the_uid_of_an_event_is_the_same_in_each_language(two):
    two.enter("session", "talks", title=open_words("talks"), parties=["north", "south"], starts_on="2027-03-01", stage="planned")
    two.consent("talks")
    two.build()
    uids = {
        lang: {str(event["UID"]) for event in Calendar.from_ical((two.to / lang / "calendar.ics").read_bytes()).walk("VEVENT")}
        for lang in LANGUAGES
    }
    assert len({frozenset(each) for each in uids.values()}) == 1
    assert uids["vi"]


def test_sitemap_keeps_the_limits_and_leads_each_page_to_its_others(built):
    raw = (built / "sitemap.xml").read_bytes()
    rows = ElementTree.fromstring(raw).findall(f"{MAP}url")
    assert (len(rows) <= 50_000, len(raw) <= 50_000_000) == (True, True)
    for row in rows:
        where = row.findtext(f"{MAP}loc")
        others = {link.get("hreflang"): link.get("href") for link in row.findall(XHTML)}
        assert (set(others), where in others.values()) == (set(LANGUAGES), True)
        assert INSTANT.fullmatch(row.findtext(f"{MAP}lastmod") or "2026-01-01T00:00:00Z")


def test_each_page_says_to_other_places_what_it_is(built):
    for name, text in pages(built).items():
        if "/" not in name:
            continue
        meta = Page(text).meta
        for wanted in ("og:title", "og:type", "og:url", "og:image", "og:description", "og:site_name", "og:locale"):
            assert meta.get(wanted), (name, wanted)
        assert (is_address(meta["og:url"]), is_address(meta["og:image"])) == (True, True)
        (told,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
        said = json.loads(told)
        assert said["@type"] in KNOWN, (name, said["@type"])
        assert set(said) - {"@context", "@type", "@id"} <= KNOWN[said["@type"]], (name, said)
        if said["@type"] == "Event":
            assert (said["name"], re.fullmatch(r"\d{4}(-\d{2}){0,2}", said["startDate"]) is not None) == (said["name"], True)


# The properties of schema.org that each type may have, of those that are used.
_THING = {"name", "url", "identifier", "sameAs", "subjectOf", "description"}
_WORK = _THING | {"inLanguage", "isPartOf", "dateModified", "dateCreated", "isBasedOn", "encoding"}
KNOWN = {
    "Event": _THING | {"startDate", "endDate", "organizer", "location", "eventStatus"},
    "Place": _THING,
    "Report": _WORK,
    "GovernmentOrganization": _THING,
    "CreativeWork": _WORK,
    "CollectionPage": _WORK,
    "WebSite": _WORK,
}
