"""Whether the desk answers, and the files its pages load."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from comity.desk.asking import home_of
from comity.desk.refusals import not_found
from comity.paper.assets import assets


def health(request: HttpRequest) -> HttpResponse:
    """Says "ok" when the home can be read."""
    with home_of(request).read() as reading:
        reading.count()
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")


def look(request: HttpRequest, name: str) -> HttpResponse:
    """The stylesheet, the script or the sign; kept by browsers for as long as its digest is asked for."""
    asset = assets().get(name)
    if asset is None:
        return not_found(request)
    tag = f'"{asset.digest}"'
    if request.headers.get("If-None-Match") == tag:
        response = HttpResponse(status=304)
    else:
        response = HttpResponse(asset.content, content_type=asset.media)
    for_ever = request.META.get("QUERY_STRING") == asset.digest
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable" if for_ever else "no-cache"
    return response
