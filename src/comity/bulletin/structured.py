"""What programs read of a page: schema.org in JSON-LD, in the words the page itself has and no others."""

from __future__ import annotations

from comity.bulletin.frame import address
from comity.bulletin.site import Site, changed_at, day_of
from comity.paper.names import plain_name
from comity.paper.row_parts import ids_in, words_in
from comity.paper.thing_view import title_parts
from comity.paper.translate import translate
from comity.paper.wording import lead_of
from comity.procedures.what_may_be_published import Shown
from comity.record.canonical import Fields, Value
from comity.record.code import code_of

_TYPES = {
    "session": "Event",
    "gate": "Place",
    "corridor": "Place",
    "source": "Report",
    "charter": "GovernmentOrganization",
    "party": "GovernmentOrganization",
}


def of_thing(site: Site, shown: Shown, lang: str) -> Fields:
    """The description of a thing."""
    lead = lead_of(title_parts(shown.row), lang)
    kind = _TYPES.get(shown.kind, "CreativeWork")
    found: Fields = {
        "@context": "https://schema.org",
        "@type": kind,
        "@id": address(site, lang, site.pages[shown.id]),
        "name": lead.text[:300] if lead else code_of(shown.id),
        "identifier": code_of(shown.id),
        "url": address(site, lang, site.pages[shown.id]),
    }
    day = day_of(shown)
    if kind == "Event" and day:
        found |= {"startDate": day, "endDate": words_in(shown.fields, "ends_on") or day}
        found["organizer"] = [_organ(site, each, lang) for each in ids_in(shown.fields, "host")]
    if kind in ("CreativeWork", "Report"):
        found |= {"inLanguage": words_in(shown.fields, "language") or lang, "dateModified": changed_at(shown)}
        found |= {"dateCreated": day} if day else {}
    if kind == "Report":
        found["sameAs"] = words_in(shown.fields, "address")
    sources = [site.published.things[each] for each in dict.fromkeys(site.leads_to(shown)) if each in site.published.things]
    based: list[Value] = [words_in(each.fields, "address") for each in sources if each.kind == "source"]
    return found | ({"isBasedOn" if kind == "CreativeWork" else "subjectOf": based} if based else {})


def of_list(site: Site, lang: str, file: str, title: str) -> Fields:
    """The description of a list or any other page."""
    return {
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "url": address(site, lang, file),
        "name": title,
        "inLanguage": lang,
        "isPartOf": {"@type": "WebSite", "url": site.address, "name": translate(lang)("Cooperation bulletin")},
    }


def of_site(site: Site, lang: str) -> Fields:
    """The description of the bulletin as a whole."""
    return {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "url": site.address,
        "name": translate(lang)("Cooperation bulletin"),
        "inLanguage": lang,
    }


def _organ(site: Site, party: str, lang: str) -> Fields:
    shown = site.published.parties.get(party)
    name = plain_name(site.scope([party]).name(party), lang) if shown else party[:12]
    return {"@type": "GovernmentOrganization", "name": name}
