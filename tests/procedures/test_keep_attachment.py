"""What a kept file is called, and which fields name files."""

import pytest

from comity.kinds import every_kind
from comity.procedures.keep_attachment import attachment_fields, plain_file_name


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("scan.pdf", "scan.pdf"),
        ("/etc/passwd", "passwd"),
        ("..\\..\\mat.docx", "mat.docx"),
        ("c\u0302ng.pdf", "ĉng.pdf"),
        ("a\u202efdp.exe", "afdp.exe"),
        ("line\nbreak\x00.pdf", "line break.pdf"),
        ("", "file"),
        ("...", "file"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
        ("x" * 300, "x" * 120),
        ("\udcff.pdf", "?.pdf"),
    ],
)
def test_file_name_is_plain(given, kept):
    assert plain_file_name(given) == kept


def test_fields_that_name_files():
    found = {name: [field.name for field in attachment_fields(kind)] for name, kind in every_kind().items()}
    assert {name: fields for name, fields in found.items() if fields} == {
        "letter": ["attachments"],
        "source": ["digest"],
        "paper_attestation": ["scan"],
    }
