"""What the reader is measured against and learns from, and what findings are drawn with."""

from __future__ import annotations

from comity.record.errors.refusal import ReaderError, RecordError


class NotLearnable(ReaderError):
    code = "not_learnable"
    sentence = "From draft {number} nothing can be learned here: it must be a clause that was neither split nor joined."


class OtherText(ReaderError):
    code = "other_text"
    sentence = "{name} is not the text that was annotated: its digest is another one."


class HeldBackUnasked(ReaderError):
    code = "held_back_unasked"
    sentence = (
        "Held-back reports are for measuring only: say --held-back, and it is written down beside them that they were scored."
    )


class QuotesNotVerbatim(ReaderError):
    code = "quotes_not_verbatim"
    sentence = "{count} quotes of the reader are not what stands in the texts."


class ThresholdWrong(RecordError):
    code = "threshold_wrong"
    sentence = "The thresholds cannot be used: {name} must be the name of a threshold with a whole number from 0 to 36,500."


class NotFindings(RecordError):
    code = "not_findings"
    sentence = "{path} holds no findings of an earlier day."
