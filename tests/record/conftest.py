"""Hypothesis as the record's tests use it: few examples each, no deadline on a shared machine."""

from hypothesis import settings

settings.register_profile("record", deadline=None, max_examples=50)
settings.load_profile("record")
