"""The bulletin in a real browser, handed out by the plainest of servers: to be read by everybody, with and without scripts."""

import functools
import http.server
import re
import threading

import pytest
from playwright.sync_api import expect
from tests.bulletin.secrets import NOW, Secrets
from tests.journeys.wcag import AXE, CONTRAST, RUN, TOO_WIDE, faults_of, with_axe

from comity.bulletin.build import Options, make_bulletin
from comity.record.code import code_of
from comity.store.search import fold, index_text

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
LANGUAGES = ("vi", "zh-Hans", "en")
SPOKEN = """() => {
  window.said = [];
  const names = [["vi-VN", "Linh"], ["zh_CN", "Ting"], ["en-GB", "Ann"]];
  const voices = names.map(([lang, name]) => ({ lang, name, localService: true }));
  const getVoices = () => window.silent ? voices.slice(0, 1) : voices;
  const speak = (words) => { window.said.push([words.lang, words.voice.name, words.text]); };
  Object.defineProperty(window, "speechSynthesis", { value: { getVoices, speak, cancel: () => {} } });
  window.SpeechSynthesisUtterance = function (text) { this.text = text; }; }"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *words):
        pass


class Site:
    """A bulletin and the address it is handed out at."""

    def __init__(self, folder):
        self.secrets, self.folder = Secrets(folder), folder / "bulletin"
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(self.folder)))
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}/"
        make_bulletin(
            self.secrets.home, self.folder, moment=NOW, options=Options(check_at="https://office.example", papers=False)
        )
        self._thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        self._thread.start()

    def page(self, name):
        with self.secrets.home.read() as reading:
            return f"{code_of(reading.resolve(name))}.html"

    def close(self):
        self.server.shutdown()
        self.server.server_close()
        self._thread.join(10)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    opened = Site(tmp_path_factory.mktemp("site"))
    yield opened
    opened.close()


def _cookies(tab):
    """Those the pages set; the one that tests bring along chooses a language of the desk."""
    return [cookie for cookie in tab.context.cookies() if cookie["name"] != "comity_language"]


def _paths(site, lang):
    things = [site.page(name) for name in ("ferry", "half", "memo", "memo-1", "road", "report", "hill")]
    return [
        f"{lang}/{name}"
        for name in (
            "index.html",
            "agreed.html",
            "sources.html",
            "areas.html",
            "a-z.html",
            "search.html",
            "check.html",
            "about.html",
            *things,
        )
    ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_page_is_accessible_by_day_and_by_night(site, visit, lang):
    tab, faults = with_axe(visit(site)), {}
    for path in [*_paths(site, lang), *(["index.html"] if lang == "en" else [])]:
        tab.goto(path)
        found = faults_of(tab, lang)
        faults |= {path: found} if found else {}
    assert faults == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_scrolls_sideways_at_360_pixels_or_twice_the_size(site, visit, lang):
    narrow, letters, wide = visit(site, width=360), visit(site, width=1280), {}
    for path in _paths(site, lang):
        narrow.goto(path)
        letters.goto(path)
        letters.evaluate("() => { document.documentElement.style.fontSize = '200%' }")
        found = narrow.evaluate(TOO_WIDE) + letters.evaluate(TOO_WIDE)
        wide |= {path: found} if found else {}
    assert wide == {}


def test_without_scripts_everything_is_read_and_no_button_does_nothing(site, visit):
    tab = visit(site, java_script_enabled=False)
    tab.goto("vi/index.html")
    assert tab.locator("button").first.is_visible() is False
    tab.get_by_role("link", name="Toàn bộ trong một danh mục").click()
    tab.get_by_role("link", name="Mở zzferryvizz").click()
    expect(tab.locator("h1")).to_have_text("Mở zzferryvizz")
    tab.goto("vi/search.html")
    assert tab.locator("#search").is_visible() is False


def test_nothing_is_asked_of_anybody_else(site, visit):
    tab, asked = visit(site), []
    tab.on("request", lambda request: asked.append(request.url))
    for path in ("en/index.html", f"en/{site.page('road')}", "en/search.html?q=ferry"):
        tab.goto(path)
    assert [url for url in asked if not url.startswith(site.address)] == []
    assert _cookies(tab) == []


def test_night_and_letters_are_kept_without_cookies(site, visit):
    tab = visit(site)
    colour = "() => getComputedStyle(document.documentElement).backgroundColor"
    tab.goto("en/index.html")
    small = tab.evaluate("() => getComputedStyle(document.documentElement).fontSize")
    tab.get_by_role("button", name="Night").click()
    tab.get_by_role("button", name="Larger letters").click()
    tab.goto(f"vi/{site.page('ferry')}")
    assert tab.evaluate(colour) == "rgb(20, 23, 26)"
    assert tab.locator("#night").get_attribute("aria-pressed") == "true"
    assert float(tab.evaluate("() => getComputedStyle(document.documentElement).fontSize")[:-2]) > float(small[:-2])
    tab.evaluate(AXE)
    assert tab.evaluate(RUN, {"runOnly": {"type": "rule", "values": CONTRAST}}) == []
    tab.locator("#night").click()
    assert tab.evaluate(colour) == "rgb(251, 250, 246)"
    tab.emulate_media(color_scheme="dark")
    assert tab.evaluate(colour) == "rgb(251, 250, 246)"
    assert _cookies(tab) == []


def test_each_language_is_read_by_its_own_voice(site, visit):
    tab = visit(site)
    tab.add_init_script(f"({SPOKEN})()")
    tab.goto(f"vi/{site.page('ferry')}")
    tab.get_by_role("button", name="Đọc thành tiếng").click()
    said = tab.evaluate("() => window.said")
    assert ["vi-VN", "Linh", "Mở zzferryvizz"] in said
    assert ["zh-CN", "Ting", "开放zzferryzhzz"] in said
    assert ["en-GB", "Ann", "Open zzferryenzz"] in said
    expect(tab.get_by_role("button", name="Dừng")).to_be_visible()


def test_a_voice_that_is_missing_is_said(site, visit):
    tab = visit(site)
    tab.add_init_script(f"window.silent = true; ({SPOKEN})()")
    tab.goto(f"vi/{site.page('ferry')}")
    tab.get_by_role("button", name="Đọc thành tiếng").click()
    expect(tab.locator("#tool-said")).to_contain_text("không có giọng đọc")
    assert {lang for lang, _name, _text in tab.evaluate("() => window.said")} == {"vi-VN"}


def test_a_device_without_voices_shows_no_button(site, visit):
    tab = visit(site)
    tab.add_init_script("Object.defineProperty(window, 'speechSynthesis', { value: undefined })")
    tab.goto(f"vi/{site.page('ferry')}")
    assert (tab.locator("#aloud").is_visible(), tab.locator("#night").is_visible()) == (False, True)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("ZZFERRYVIZZ", "Mở zzferryvizz"),
        ("mo zzferryvizz", "Mở zzferryvizz"),
        ("開放", "Mở zzferryvizz"),
        ("开放", "Mở zzferryvizz"),
        ("zzhill", "Mở zzroadvizz"),
        ("zzoutlet", "Mở zzreportvizz"),
    ],
)
def test_search_finds_in_any_language_as_the_house_does(site, visit, typed, title):
    tab = visit(site)
    tab.goto("vi/search.html")
    tab.locator("#sought").fill(typed)
    tab.wait_for_selector("#results a")
    expect(tab.locator("#results a").get_by_text(title, exact=True)).not_to_have_count(0)
    tab.locator("#sought").fill("nowhere-at-all")
    tab.wait_for_function("() => document.getElementById('found').textContent === 'Không tìm thấy nội dung nào có các từ này.'")
    expect(tab.locator("#results a")).to_have_count(0)


def test_the_index_comes_when_somebody_searches(site, visit):
    tab, asked = visit(site), []
    tab.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    tab.goto("vi/search.html")
    assert [name for name in asked if name.startswith("index-")] == []
    tab.locator("#sought").focus()
    tab.locator("#sought").fill("mo")
    tab.wait_for_selector("#results a")
    assert [name for name in asked if name.startswith("index-")] == ["index-1.js"]


def test_an_index_that_does_not_come_is_said_and_asked_for_again(site, visit):
    tab = visit(site)
    tab.route("**/index-1.js", lambda route: route.fulfill(status=404))
    tab.goto("vi/search.html?q=mo")
    tab.wait_for_function("() => document.getElementById('found').textContent.startsWith('Không tải được bảng tra')")
    tab.unroute("**/index-1.js")
    tab.press("#sought", "Enter")
    tab.wait_for_selector("#results a")


def test_words_fold_as_in_the_house(site, visit):
    """The script's folding against that of the house, on words of many kinds."""
    tab = visit(site)
    tab.goto("vi/search.html")
    words = ["Đường SẮT", "ﬁnance Ⅻ", "渡口通關", "Nguyễn Ánh", "STRASSE straße", "１２３", "Ô tô", "한국", "İzmir"]
    script = (site.folder / "look").glob("search.*.js")
    text = next(script).read_text("utf-8").replace("const holds", "self.foldForTest = fold; const holds")
    folded = tab.evaluate("([text, words]) => { new Function(text)(); return words.map(self.foldForTest) }", [text, words])
    assert folded == [fold(each) if "關" not in each else each for each in words]
    assert index_text("渡口通關").split()[0] == "渡口"


def test_it_works_from_a_stick_without_any_server(site, browser):
    context = browser.new_context()
    tab = context.new_page()
    tab.goto(f"file://{site.folder}/zh-Hans/search.html?q=zzferry")
    tab.wait_for_selector("#results a")
    tab.goto(f"file://{site.folder}/index.html")
    tab.get_by_role("link", name="Bản tin hợp tác").click()
    expect(tab).to_have_url(re.compile(r"/vi/index\.html$"))
    expect(tab.locator("h1")).to_be_visible()
    context.close()


def test_paper_has_the_address_the_date_and_the_code(site, visit):
    tab = visit(site)
    tab.goto(f"en/{site.page('ferry')}")
    tab.emulate_media(media="print")
    shown = {name: tab.locator(name).is_visible() for name in ("header nav", "#tools", ".languages", ".paper-only")}
    assert shown == {"header nav": False, "#tools": False, ".languages": False, ".paper-only": True}
    text = tab.locator(".paper-only").inner_text()
    assert site.page("ferry") in text
    assert site.page("ferry").removesuffix(".html") in text.split(" · ")[-1]


def test_code_is_looked_up_as_it_is_typed(site, visit):
    tab = visit(site)
    tab.goto("en/check.html")
    page = site.page("road")
    code = page.removesuffix(".html")
    for typed, said in (
        (code.lower().replace("-", " ").replace("0", "o"), "This code leads to a page of this bulletin:"),
        (f"{code[:-1]}{'1' if code[-1] != '1' else '2'}", "A character of this code is mistyped or missing."),
        (code_of("0" * 64), "Nothing stands under this code in this bulletin."),
    ):
        tab.fill("#code", typed)
        tab.press("#code", "Enter")
        tab.wait_for_function("said => document.getElementById('said').textContent.startsWith(said)", arg=said)
        expect(tab.locator("#page")).to_be_visible(visible=said.startswith("This"))
    tab.fill("#code", code)
    tab.press("#code", "Enter")
    tab.wait_for_selector("#page:visible")
    expect(tab.locator("#answer a").first).to_have_attribute("href", f"../check/{code}.json")
    tab.click("#page")
    expect(tab).to_have_url(re.compile(f"/en/{re.escape(page)}$"))


def test_a_parted_list_is_fetched_by_the_beginning_of_the_code(site, visit):
    """As where there are many codes: the lists are told to the page under the names they have then."""
    code = site.page("road").removesuffix(".html")
    asked, whole = [], (site.folder / "check/codes.js").read_text("utf-8")
    tab = visit(site)

    def answer(route):
        asked.append(route.request.url.rpartition("/")[2])
        if asked[-1] != f"codes-{code[0]}.js":
            route.fulfill(status=404)
        else:
            route.fulfill(body=whole, content_type="text/javascript")

    tab.route("**/check/codes-*.js", answer)
    tab.route("**/en/check.html*", lambda route: route.fulfill(body=_parted(site), content_type="text/html"))
    tab.goto(f"en/check.html?code={code}")
    tab.wait_for_selector("#page:visible")
    other = code_of("f" * 64 if code[0] != "Z" else "0" * 64)
    tab.fill("#code", other)
    tab.press("#code", "Enter")
    tab.wait_for_function("() => document.getElementById('said').textContent.startsWith('The list of codes could not be loaded')")
    assert asked == [f"codes-{code[0]}.js", f"codes-{other[0]}.js"]


def _parted(site):
    return (site.folder / "en/check.html").read_text("utf-8").replace('data-parted="0"', 'data-parted="1"')


def test_the_button_prints_and_a_page_leads_to_its_check(site, visit):
    tab = visit(site)
    tab.add_init_script("window.print = () => { window.printed = true }")
    tab.goto(f"vi/{site.page('ferry')}")
    tab.get_by_role("button", name="In", exact=True).click()
    assert tab.evaluate("() => window.printed")
    tab.locator(".check a").first.click()
    tab.wait_for_selector("#page:visible")
    expect(tab.locator("#page")).to_have_attribute("href", site.page("ferry"))
