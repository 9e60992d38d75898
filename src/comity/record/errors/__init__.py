"""Refusals: what a caller can mend, each with a stable code and one sentence.

    ComityError
    ├── RecordError      what was to be entered or checked is not well formed
    ├── StoreError       the home or its disk cannot take or give it
    ├── ExchangeError    what came from another book cannot be taken
    └── ReaderError      a document cannot be read

Catch `ComityError` to show a refusal to a person; `code` never changes once published, `sentence` is
the English wording and the key under which the catalogues hold the others. A wrong entry of another
party's book is never an error but a finding (`finding.py`): it can be neither deleted nor ignored.

The refusals stand in this folder by what they are about, and all are had from here:
whoever says them in a language must know every one.

Source: docs/errors.md lists every code; docs/decisions/0005-findings-are-data.md.
"""

from comity.record.errors.books import *  # noqa: F403
from comity.record.errors.documents import *  # noqa: F403
from comity.record.errors.drafts import *  # noqa: F403
from comity.record.errors.entering import *  # noqa: F403
from comity.record.errors.home import *  # noqa: F403
from comity.record.errors.letters import *  # noqa: F403
from comity.record.errors.measuring import *  # noqa: F403
from comity.record.errors.models import *  # noqa: F403
from comity.record.errors.papers import *  # noqa: F403
from comity.record.errors.printing import *  # noqa: F403
from comity.record.errors.refusal import *  # noqa: F403
from comity.record.errors.signing import *  # noqa: F403
from comity.record.errors.tables import *  # noqa: F403
