"""The bulletin as it was last built, as any web server would hand it out; nothing but its own files."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from comity.desk.asking import home_of
from comity.desk.refusals import not_found
from comity.procedures.bulletin_folder import bulletin_folder, manifest_of

MEDIA = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "json": "application/json; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
    "xml": "application/xml; charset=utf-8",
    "ics": "text/calendar; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "svg": "image/svg+xml",
    "png": "image/png",
    "pdf": "application/pdf",
}


def bulletin(request: HttpRequest, path: str = "") -> HttpResponse:
    """A file of the bulletin; the first page of a folder where the address ends with a stroke."""
    with home_of(request).read() as reading:
        folder = bulletin_folder(reading)
    manifest = manifest_of(folder) if folder else None
    wanted = f"{path}index.html" if path in ("", *(f"{part}/" for part in ("vi", "zh-Hans", "en"))) else path
    kept = manifest.files.get(wanted) if manifest else None
    if folder is None or kept is None:
        return not_found(request)
    tag = f'"{kept.sha256}"'
    if request.headers.get("If-None-Match") == tag:
        response = HttpResponse(status=304)
    else:
        try:
            content = (folder / wanted).read_bytes()
        except OSError:
            return not_found(request)
        response = HttpResponse(content, content_type=MEDIA.get(wanted.rpartition(".")[2], "application/octet-stream"))
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "no-cache"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def to_bulletin(request: HttpRequest) -> HttpResponse:
    """Leads to the folder, so that its links are those of a web server."""
    return HttpResponseRedirect("/bulletin/")
