"""The files a thing names: what the home keeps of each, and the file itself at its address.

Whatever a file says of itself, browsers get plain bytes to save: never shown in place, never run, never guessed at.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from django.http import FileResponse, HttpRequest, HttpResponse, HttpResponseNotAllowed

from comity.desk.asking import Ask, home_of
from comity.desk.refusals import refused
from comity.kinds import every_kind
from comity.procedures.keep_attachment import attachment_fields
from comity.record.canonical import Fields
from comity.record.errors import ComityError

POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"


@dataclass(frozen=True, slots=True)
class Attached:
    """A file a thing names; without `href` only its digest is known here."""

    digest: str
    name: str
    size: int
    href: str


def attached(ask: Ask, row: Fields) -> list[Attached]:
    """The files a row names, in order, each once; one query where it names any."""
    kind, fields = every_kind().get(str(row["kind"])), cast(Fields, row["fields"])
    values = [fields.get(field.name, []) for field in attachment_fields(kind)] if kind else []
    digests = list(dict.fromkeys(str(one) for value in values for one in (value if isinstance(value, list) else [value])))
    if not digests:
        return []
    known, folder = ask.reading.attachments(digests), home_of(ask.request).attachments
    return [
        Attached(digest, known[digest].name, known[digest].size, f"/attachments/{digest}")
        if digest in known and folder.holds(digest)
        else Attached(digest, "", 0, "")
        for digest in digests
    ]


def attachment(request: HttpRequest, digest: str) -> HttpResponse | FileResponse:
    """The file with this digest, to be saved."""
    if request.method not in ("GET", "HEAD"):
        return HttpResponseNotAllowed(["GET", "HEAD"])
    home = home_of(request)
    try:
        with home.read() as reading:
            known = reading.attachments([digest]).get(digest)
        file = home.attachments.open(digest)
    except ComityError as problem:
        return refused(request, problem)
    name = known.name if known else digest[:12]
    response = FileResponse(file, as_attachment=True, filename=name, content_type="application/octet-stream")
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
