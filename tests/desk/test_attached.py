"""Files named by entries: chosen in a form, kept, shown with the thing, given back for saving and for nothing else."""

import hashlib
import html
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from comity.procedures.enter_act import enter_act
from comity.procedures.hand import Hand

from .conftest import Visitor
from .small_home import MOMENT

SCAN = b"%PDF-1.7\xff\xfe a scan"
DIGEST = hashlib.sha256(SCAN).hexdigest()
SUBJECT = {"f-subject.vi": "Giờ phà"}
SECRET = "MẬT\n\nCông văn về giờ phà.\n".encode()


def _send(visitor, path, *files, **fields):
    token = re.search(r'name="once" value="([^"]+)"', visitor.text(path)).group(1)
    chosen = [SimpleUploadedFile(name, content) for name, content in files]
    return visitor.post(path, {"once": token, **fields, "file-f-attachments": chosen})


def _listed(page):
    """The list of files of a thing's page, as text."""
    found = re.search(
        r"<h2>[^<]*</h2>\s*<ul class=\"plain\">\s*((?:<li>(?:<a href=\"/attachments|<code).*?</li>\s*)+)</ul>", page, re.S
    )
    rows = re.findall(r"<li>(.*?)</li>", found.group(1), re.S) if found else []
    return [html.unescape(re.sub(r"<[^>]+>", "", row)).strip() for row in rows]


def test_chosen_file_is_kept_and_shown_with_the_letter(own_small, own_visitor):
    answer = _send(own_visitor, "/enter/letter/", ("công văn 15.pdf", SCAN), **SUBJECT)
    page = answer.content.decode()
    assert _listed(page) == [f"công văn 15.pdf {len(SCAN)} bytes · {DIGEST[:12]}…"]
    assert f'<a href="/attachments/{DIGEST}" download>' in page
    assert own_small.home.attachments.digests() == [DIGEST]


def test_file_is_given_back_for_saving_only(own_small, own_visitor):
    _send(own_visitor, "/enter/letter/", ("công văn 15.html", SCAN), **SUBJECT)
    answer = own_visitor.get(f"/attachments/{DIGEST}")
    names = ("Content-Type", "X-Content-Type-Options", "Content-Security-Policy", "Content-Length", "Cache-Control")
    assert (answer.status_code, b"".join(answer.streaming_content)) == (200, SCAN)
    assert [answer.headers[name] for name in names] == [
        "application/octet-stream",
        "nosniff",
        "default-src 'none'; sandbox; frame-ancestors 'none'",
        str(len(SCAN)),
        "no-store",
    ]
    assert answer.headers["Content-Disposition"] == "attachment; filename*=utf-8''c%C3%B4ng%20v%C4%83n%2015.html"
    assert own_visitor.client.post(f"/attachments/{DIGEST}").status_code == 405


@pytest.mark.parametrize("lang", ["vi", "zh-Hans", "en"])
def test_file_known_by_its_digest_only_is_shown_so(own_small, lang):
    visitor = Visitor(own_small, lang)
    letter = enter_act(
        own_small.home, "letter", {"subject": {"vi": "Giờ phà"}, "attachments": ["ab" * 32]}, by=Hand("van-khe", MOMENT)
    )
    words = {
        "vi": "không có ở đây, chỉ biết mã băm",
        "zh-Hans": "此处没有，仅知其摘要值",
        "en": "not here, known by its digest only",
    }
    assert _listed(visitor.text(f"/t/{letter}")) == [f"{'ab' * 6}… {words[lang]}"]
    answer = visitor.get(f"/attachments/{'ab' * 32}")
    assert (answer.status_code, "abababababab" in answer.content.decode()) == (404, True)


def test_damaged_file_is_not_given_back(own_small, own_visitor):
    _send(own_visitor, "/enter/letter/", ("scan.pdf", SCAN), **SUBJECT)
    (own_small.home.path / "attachments" / DIGEST).write_bytes(b"other")
    answer = own_visitor.get(f"/attachments/{DIGEST}")
    assert (answer.status_code, "no longer has the bytes of its digest" in answer.content.decode()) == (503, True)


def test_form_that_comes_back_has_lost_no_file(own_small, own_visitor):
    back = _send(own_visitor, "/enter/letter/", ("scan.pdf", SCAN))
    page = back.content.decode()
    assert (back.status_code, f'name="f-attachments" value="{DIGEST}"' in page, "scan.pdf" in page) == (400, True, True)
    token = re.search(r'name="once" value="([^"]+)"', page).group(1)
    answer = own_visitor.post("/enter/letter/", {"once": token, **SUBJECT, "f-attachments": [DIGEST, ""]})
    assert _listed(answer.content.decode()) == [f"scan.pdf {len(SCAN)} bytes · {DIGEST[:12]}…"]


def test_file_chosen_twice_stands_once(own_small, own_visitor):
    answer = _send(own_visitor, "/enter/letter/", ("a.pdf", SCAN), ("b.pdf", SCAN), **SUBJECT)
    assert _listed(answer.content.decode()) == [f"a.pdf {len(SCAN)} bytes · {DIGEST[:12]}…"]


def test_file_with_a_secret_mark_is_refused_at_the_door(own_small, own_visitor):
    answer = _send(own_visitor, "/enter/letter/", ("mat.txt", SECRET), ("scan.pdf", SCAN), **SUBJECT)
    page = html.unescape(answer.content.decode())
    said = "mat.txt bears a state-secret mark (MẬT). It was not read and nothing of it was kept."
    assert (answer.status_code, said in page, own_small.home.attachments.digests()) == (400, True, [DIGEST])


def test_file_that_is_too_large_is_refused_beside_its_field(own_small, own_visitor, monkeypatch):
    monkeypatch.setattr("comity.procedures.keep_attachment.MOST_BYTES", 10)
    answer = _send(own_visitor, "/enter/letter/", ("big.pdf", SCAN), **SUBJECT)
    said = f"big.pdf is {len(SCAN)} bytes long; files of up to 10 bytes are kept."
    assert (answer.status_code, said in answer.content.decode(), own_small.home.attachments.digests()) == (400, True, [])


def test_file_can_be_attached_by_correcting(own_small, own_visitor):
    letter = enter_act(own_small.home, "letter", {"subject": {"vi": "Giờ phà"}}, by=Hand("thanh-lac", MOMENT))
    answer = _send(own_visitor, f"/correct/{letter}", ("scan.pdf", SCAN), **SUBJECT)
    assert answer.request["PATH_INFO"] == f"/t/{letter}"
    assert _listed(answer.content.decode()) == [f"scan.pdf {len(SCAN)} bytes · {DIGEST[:12]}…"]


def test_page_asks_no_question_for_each_file(own_small, own_visitor, monkeypatch):
    from comity.store.entries import Books

    asked, ask = [], Books._ask
    monkeypatch.setattr(Books, "_ask", lambda self, *given, **values: asked.append(given) or ask(self, *given, **values))
    counts = []
    for count in (1, 3):
        files = [own_small.home.keep(bytes([at]), name=f"{at}.pdf", at=MOMENT.at) for at in range(count)]
        given = {"subject": {"vi": "Giờ phà"}, "attachments": files}
        letter = enter_act(own_small.home, "letter", given, by=Hand("thanh-lac", MOMENT))
        asked.clear()
        assert len(_listed(own_visitor.text(f"/t/{letter}"))) == count
        counts.append(len(asked))
    assert (counts[0], counts[0] <= 30) == (counts[1], True)
