"""Publication consent: a party agrees that one thing, in exactly these language versions, may stand before the public.

It binds to the digest of what is consented to, so a correction needs a new one; a later statement of the same party on
the same thing takes its place. What it lets out, and when, is the rule of `publishing.py`.
"""

from comity.kinds.checks import all_of, single
from comity.kinds.key_change import WHY
from comity.kinds.signature import SIGNER
from comity.record.canonical import Fields
from comity.record.errors import MissingField
from comity.record.field import DIGEST, INSTANT, WITH_BOOK, Choice, Field, Line, Place, Ref
from comity.record.kind import Kind
from comity.record.language import TAG, Labels

GIVES, WITHDRAWS = "gives", "withdraws"
STANCES = {
    GIVES: Labels("may be published", "đồng ý công bố", "同意公布"),
    WITHDRAWS: Labels("consent withdrawn", "rút lại sự đồng ý", "撤回同意"),
}
# What nobody consents to: who may sign, what is said of entries, and sources, which are public by themselves or not at all.
NEVER = (
    *("authorization", "charter", "close", "correction", "erasure", "key_change", "merge"),
    *("party", "publication_consent", "reading", "source", "succession"),
)


def _in_languages(fields: Fields) -> None:
    """Refuses a consent that is given to no language version."""
    if fields.get("stance") == GIVES and not fields.get("versions"):
        raise MissingField(field="versions")


KIND = Kind(
    name="publication_consent",
    order=170,
    labels=Labels("consent to publication", "đồng ý công bố", "公布同意"),
    plural=Labels("consents to publication", "các văn bản đồng ý công bố", "各项公布同意"),
    meaning=Labels(
        "States that a party agrees to the publication of one thing in exactly these language versions, or withdraws it.",
        "Nêu việc một bên đồng ý công bố một nội dung đúng theo các bản ngôn ngữ này, hoặc rút lại sự đồng ý.",
        "说明一方同意按所列语言文本原样公布某项内容，或撤回该同意。",
    ),
    source="design section 7 (Bulletin); docs/decisions/0029-publication-consent.md",
    fields=(
        Field(
            "publishes",
            Labels("What is published", "Nội dung công bố", "公布内容"),
            Ref(never=NEVER),
            True,
            True,
            place=Place.REFS,
        ),
        Field("stance", Labels("Consent", "Ý kiến về công bố", "公布意见"), Choice(STANCES), required=True, place=Place.BIND),
        Field(
            "parties",
            Labels("Parties", "Các bên", "各方"),
            Ref(WITH_BOOK),
            required=True,
            many=True,
            computed=True,
            place=Place.BIND,
        ),
        Field(
            "versions",
            Labels("Language versions", "Các bản ngôn ngữ", "语言文本"),
            Line(12, TAG.pattern),
            many=True,
            place=Place.BIND,
        ),
        Field(
            "digest",
            Labels("Digest of what is published", "Mã băm của nội dung công bố", "公布内容摘要"),
            DIGEST,
            required=True,
            computed=True,
            place=Place.BIND,
        ),
        Field("not_before", Labels("Not before", "Không công bố trước", "公布时间不早于"), INSTANT, place=Place.BIND),
        SIGNER,
        WHY,
    ),
    opens=False,
    title="signer",
    check=all_of(single("publishes"), _in_languages),
    example={
        "publishes": "@undertaking",
        "stance": "gives",
        "versions": ["en", "vi", "zh-Hans"],
        "not_before": "2026-12-01T01:00:00Z",
    },
)
