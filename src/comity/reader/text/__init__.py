"""A text laid out: lines by what they are, sentences, points of lists, days; found once and looked at by all later steps."""
