"""Numbers and words that the whole room agrees on; measured sources are named beside them."""

# Longest body in characters: the slowest of 75 hostile shapes renders in 0.11 s CPU at this size
# (measured November 2026 on two cores; twice the size costs twice as much).
MAX_BODY_CHARACTERS = 5_000
MAX_NAME_CHARACTERS = 80
MAX_WEBSITE_CHARACTERS = 200

MAX_REQUEST_BYTES = 64 * 1024
MAX_REQUEST_FIELDS = 30

# A form may lie open for two days; people come back to a sentence they began yesterday.
FORM_MAX_AGE_SECONDS = 48 * 60 * 60

# Replies are indented this deep; deeper ones stand flat and say whom they answer.
MAX_INDENT = 3
