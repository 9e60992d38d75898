"""The addresses of the desk. Every list, thing and export goes by the kind's declaration."""

from __future__ import annotations

from django.urls import path, re_path

from comity.desk import (
    about_pages,
    check_pages,
    check_paper,
    draft_cutting,
    draft_deeds,
    draft_history,
    draft_pages,
    events_page,
    help_pages,
    home_notes_page,
    kept_pages,
    kind_pages,
    overview,
    page_picture,
    search_page,
    source_pages,
    thing_pages,
    threads_page,
)
from comity.desk.agreed_page import agreed
from comity.desk.attached import attachment
from comity.desk.brief_page import BRIEF_FILE, brief, brief_file
from comity.desk.bulletin_page import bulletin, to_bulletin
from comity.desk.calendar_page import calendar
from comity.desk.changes_page import changes
from comity.desk.draft_learning import learn
from comity.desk.findings_page import findings
from comity.desk.form_correct import correct_form
from comity.desk.form_pages import enter_form, enter_list
from comity.desk.form_translate import translate_form
from comity.desk.import_page import import_form, import_headings, import_list
from comity.desk.instruments_page import instruments
from comity.desk.languages import choose_language
from comity.desk.letter_page import letter_file
from comity.desk.letters_page import letters
from comity.desk.model_page import model
from comity.desk.parties_page import parties, people
from comity.desk.places_page import places
from comity.desk.review_page import FILE, review, review_file
from comity.desk.sessions_page import sessions
from comity.desk.sources_page import sources
from comity.desk.vocabulary_page import vocabulary

FORM = r"(?P<form>/|\.json|\.csv)$"

urlpatterns = [
    path("", overview.overview),
    path("overview.json", overview.overview),
    re_path("^sources" + FORM, sources),
    re_path(r"^sources/(?P<digest>[0-9a-f]{64})(?:\.json)?$", source_pages.source),
    path("sources/<slug:digest>/pages/<int:number>", page_picture.page_picture),
    path("sources/<slug:digest>/pages/<int:number>.png", page_picture.page_png),
    re_path(r"^sources/(?P<digest>[0-9a-f]{64})/model$", model),
    path("drafts/", draft_pages.drafts),
    path("drafts.json", draft_pages.drafts),
    path("drafts/enter", draft_deeds.enter),
    path("drafts/drop", draft_deeds.drop),
    path("drafts/undo", draft_deeds.undo),
    path("drafts/deeds", draft_history.deeds),
    path("threads/", threads_page.threads),
    path("threads.json", threads_page.threads),
    path("threads/answer", threads_page.answer),
    path("threads/look", threads_page.look),
    path("events/", events_page.events),
    path("events.json", events_page.events),
    path("events/<int:number>", events_page.answer),
    path("drafts/<int:number>", draft_pages.draft),
    path("drafts/<int:number>.json", draft_pages.draft),
    path("drafts/<int:number>/split", draft_cutting.split),
    path("drafts/<int:number>/join", draft_cutting.join),
    path("drafts/<int:number>/learn", learn),
    path("drafts/<int:number>/alike", draft_deeds.alike),
    path("drafts/<int:number>/correct", draft_deeds.correct),
    path("k/", kind_pages.kinds),
    path("k.json", kind_pages.kinds),
    re_path(r"^k/(?P<name>[a-z][a-z_]{0,39})/$", kind_pages.kind),
    re_path(r"^k/(?P<name>[a-z][a-z_]{0,39})\.json$", kind_pages.kind_json),
    re_path(r"^k/(?P<name>[a-z][a-z_]{0,39})\.csv$", kind_pages.kind_csv),
    re_path(r"^t/(?P<name>[^/]+)\.json$", thing_pages.thing_json),
    re_path(r"^t/(?P<name>[^/]+)$", thing_pages.thing),
    re_path(r"^t/(?P<name>[^/]+)/note$", home_notes_page.add),
    re_path(r"^t/(?P<name>[^/]+)/note/remove$", home_notes_page.remove),
    path("enter/", enter_list),
    re_path(r"^enter/(?P<name>[a-z][a-z_]{0,39})/$", enter_form),
    path("import/", import_list),
    re_path(r"^import/(?P<name>[a-z][a-z_]{0,39})$", import_form),
    re_path(r"^import/(?P<name>[a-z][a-z_]{0,39})\.csv$", import_headings),
    re_path(r"^correct/(?P<name>[^/]+)$", correct_form),
    re_path(r"^translate/(?P<name>[^/]+)$", translate_form),
    re_path("^sessions" + FORM, sessions),
    re_path("^agreed" + FORM, agreed),
    re_path("^parties" + FORM, parties),
    re_path("^people" + FORM, people),
    re_path("^letters" + FORM, letters),
    re_path("^places" + FORM, places),
    re_path("^instruments" + FORM, instruments),
    re_path("^changes" + FORM, changes),
    re_path("^findings" + FORM, findings),
    re_path(r"^letter/(?P<name>[^/]+)/letter\.pdf$", letter_file),
    re_path(r"^brief/(?P<name>[^/]+)/$", brief),
    re_path(BRIEF_FILE, brief_file),
    re_path(r"^review/(?P<name>[^/]+)/$", review),
    re_path(FILE, review_file),
    re_path("^vocabulary" + FORM, vocabulary),
    re_path(r"^search(?P<form>|\.json|\.csv)$", search_page.search),
    path("check", check_pages.check),
    path("check.json", check_pages.check_json),
    path("check/", check_paper.check_paper),
    path("check/file", check_paper.check_file_sent),
    re_path(r"^check/(?P<code>[^/]{8,60})\.json$", check_paper.code_json),
    re_path(r"^check/(?P<party>[0-9a-f]{64})/checkpoint$", check_pages.checkpoint),
    re_path(r"^check/(?P<party>[0-9a-f]{64})/vkey$", check_pages.vkey),
    re_path(r"^check/(?P<party>[0-9a-f]{64})/book\.zip$", check_pages.packed),
    path("about", check_pages.moved),
    path("kept/", kept_pages.kept),
    path("kept/keep", kept_pages.keep),
    path("kept/rename", kept_pages.rename),
    path("kept/remove", kept_pages.remove),
    re_path(r"^help/(?P<name>[a-z-]{0,40})$", help_pages.help_page),
    re_path(r"^attachments/(?P<digest>[0-9a-f]{64})$", attachment),
    path("calendar.ics", calendar),
    path("bulletin", to_bulletin),
    re_path(r"^bulletin/(?P<path>[A-Za-z0-9./-]{0,200})$", bulletin),
    path("language", choose_language),
    path("healthz", about_pages.health),
    re_path(r"^look/(?P<name>[a-z.]+)$", about_pages.look),
]

handler400 = "comity.desk.refusals.not_understood"
handler403 = "comity.desk.refusals.form_too_old"
handler404 = "comity.desk.refusals.not_found"
handler500 = "comity.desk.refusals.broken"
