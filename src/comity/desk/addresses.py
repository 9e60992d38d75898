"""The addresses of the desk. Every list, thing and export goes by the kind's declaration."""

from __future__ import annotations

from django.urls import path, re_path

from comity.desk import about_pages, draft_deeds, draft_pages, kind_pages, overview, search_page, source_pages, thing_pages
from comity.desk.languages import choose_language

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
