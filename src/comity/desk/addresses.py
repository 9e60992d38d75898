"""The addresses of the desk. Every list, thing and export goes by the kind's declaration."""

from __future__ import annotations

from django.urls import path, re_path

from comity.desk import about_pages, draft_deeds, draft_pages, kind_pages, overview, search_page, source_pages, thing_pages
from comity.desk.agreed_page import agreed
from comity.desk.changes_page import changes
from comity.desk.form_correct import correct_form
from comity.desk.form_pages import enter_form, enter_list
from comity.desk.form_translate import translate_form
from comity.desk.languages import choose_language
from comity.desk.letters_page import letters
from comity.desk.parties_page import parties, people
from comity.desk.sessions_page import sessions
from comity.desk.vocabulary_page import vocabulary

FORM = r"(?P<form>/|\.json|\.csv)$"

urlpatterns = [
    path("", overview.overview),
    path("sources/", source_pages.sources),
    re_path(r"^sources/(?P<digest>[0-9a-f]{64})$", source_pages.source),
    path("drafts/", draft_pages.drafts),
    path("drafts/enter", draft_deeds.enter),
    path("drafts/drop", draft_deeds.drop),
    path("drafts/<int:number>", draft_pages.draft),
    path("drafts/<int:number>/correct", draft_deeds.correct),
    path("k/", kind_pages.kinds),
    re_path(r"^k/(?P<name>[a-z][a-z_]{0,39})/$", kind_pages.kind),
    re_path(r"^k/(?P<name>[a-z][a-z_]{0,39})\.json$", kind_pages.kind_json),
    re_path(r"^k/(?P<name>[a-z][a-z_]{0,39})\.csv$", kind_pages.kind_csv),
    re_path(r"^t/(?P<name>[^/]+)\.json$", thing_pages.thing_json),
    re_path(r"^t/(?P<name>[^/]+)$", thing_pages.thing),
    path("enter/", enter_list),
    re_path(r"^enter/(?P<name>[a-z][a-z_]{0,39})/$", enter_form),
    re_path(r"^correct/(?P<name>[^/]+)$", correct_form),
    re_path(r"^translate/(?P<name>[^/]+)$", translate_form),
    re_path("^sessions" + FORM, sessions),
    re_path("^agreed" + FORM, agreed),
    re_path("^parties" + FORM, parties),
    re_path("^people" + FORM, people),
    re_path("^letters" + FORM, letters),
    re_path("^changes" + FORM, changes),
    re_path("^vocabulary" + FORM, vocabulary),
    path("search", search_page.search),
    path("about", about_pages.about),
    path("language", choose_language),
    path("healthz", about_pages.health),
    re_path(r"^look/(?P<name>[a-z.]+)$", about_pages.look),
]

handler400 = "comity.desk.refusals.not_understood"
handler403 = "comity.desk.refusals.form_too_old"
handler404 = "comity.desk.refusals.not_found"
handler500 = "comity.desk.refusals.broken"
