"""Across reports: which are copies, which tell of one event, and which items are one matter over the years."""
