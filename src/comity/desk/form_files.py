"""Files chosen in a form: kept at once, and named in the form by their digests.

- A file is kept before the form is judged, so a form that comes back has lost none; see `Home.keep` for how long.
- What may not be kept is said beside its field; the digests of the others stand in the form.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from comity.desk.asking import home_of
from comity.desk.form_filled import PREFIX, Filled
from comity.desk.languages import language
from comity.paper.refusal import refusal_sentence
from comity.procedures.clock import now
from comity.procedures.keep_attachment import demand_size, keep_attachment
from comity.record.errors import AttachmentTooLarge, SecretMark
from comity.record.field import Field
from comity.store.attachments import MOST_BYTES

MOST_MEGABYTES = MOST_BYTES // 1_000_000

# What somebody mends at the field; a disk that is full is said on a page of its own.
MENDABLE = (AttachmentTooLarge, SecretMark)


def keep_files(request: HttpRequest, fields: Iterable[Field], filled: Filled) -> dict[str, str]:
    """Keeps the files chosen for these fields; what was refused, as sentences by field. Raises: what `Home.keep` raises."""
    errors: dict[str, str] = {}
    for field in fields:
        for file in request.FILES.getlist(f"file-{PREFIX}{field.name}"):
            try:
                digest = _kept(request, file)
            except MENDABLE as problem:
                errors[field.name] = refusal_sentence(problem, language(request))
                continue
            if not field.many:
                filled.set(field.name, digest)
            elif digest not in filled(field.name):
                filled.add(field.name, digest)
    return errors


def _kept(request: HttpRequest, file: UploadedFile) -> str:
    name = file.name or ""
    demand_size(file.size or 0, name=name)
    return keep_attachment(home_of(request), file.read(), name=name, moment=now())
