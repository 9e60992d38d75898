"""Models that label for the reader, here or at an address, and what would leave for them."""

from __future__ import annotations

from comity.record.errors.refusal import ReaderError


class RankerMissing(ReaderError):
    code = "ranker_missing"
    sentence = "The ranking model is not installed here; install Comity with its part named embed, or read without it."


class RankerIsAnother(ReaderError):
    code = "ranker_is_another"
    sentence = "The ranking model here ({found}) is not the one its weights were made with ({wanted}), so it is not used."


class ModelAddressRefused(ReaderError):
    code = "model_address_refused"
    sentence = "{address} is no address a model may be asked at: it must begin with https://, or with http:// on this machine."


class ModelNotAllowed(ReaderError):
    code = "model_not_allowed"
    sentence = "Nothing of {name} may leave: nobody has said that a model may be asked about this source."


class ModelSilent(ReaderError):
    code = "model_silent"
    sentence = "The model at {address} did not answer in time, tried three times; nothing was changed."


class ModelAnswerUnreadable(ReaderError):
    code = "model_answer_unreadable"
    sentence = "What the model at {address} answered is no list of labels, tried three times; nothing was changed."


class MoreWouldLeave(ReaderError):
    code = "more_would_leave"
    sentence = "What would leave now ({characters} characters) is not what was shown: look at it once more. Nothing was sent."
