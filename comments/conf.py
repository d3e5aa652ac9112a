"""Numbers and words that the whole room agrees on; measured sources are named beside them."""

from datetime import timedelta

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

# While the raid switch of a page is on, a sender may send this many times less.
RAID_SLOWNESS = 5

# How long an author may change a published comment; one that waits may be changed until it is read.
EDIT_WINDOW = timedelta(minutes=15)

# A check that takes longer than this did not do its work: the comment waits for a person.
CHECK_BUDGET_SECONDS = 1.0

# How long the filter may look at a comment; what it has not seen by then waits for a person.
SPAM_BUDGET_SECONDS = 0.5

# How long Google may take to say whether a captcha was passed. Its check may take a little longer.
CAPTCHA_WAIT_SECONDS = 3.0
CAPTCHA_BUDGET_SECONDS = 4.0

# Nobody is told of a moderator's decision before it is this old: until then it is easily undone.
UNDO_WINDOW = timedelta(minutes=30)

# A thread of any length opens like one of this many conversations: a page shows no more of them,
# and no more answers below them. Short of that, up to MAX_ANSWERS_SHOWN of each, and never fewer
# than MIN_ANSWERS_SHOWN; "Show all" leads to the rest.
CONVERSATIONS_ON_A_PAGE = 50
ANSWERS_ON_A_PAGE = 60
MAX_ANSWERS_SHOWN = 30
MIN_ANSWERS_SHOWN = 2
# The page of one conversation shows this many of its answers.
ANSWERS_IN_A_CONVERSATION = 50
