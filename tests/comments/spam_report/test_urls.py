"""Who may do what at which address: every role, every address of the filter, every method."""

from itertools import product

import pytest

from comments.models import SpamFilter, SpamFilterChange
from comments.spam_report.urls import urlpatterns
from tests.comments.learning.making import make_version
from tests.comments.moderation_queue.staff import ROLES, sign_in
from tests.comments.spam_report.past import address

pytestmark = pytest.mark.usefixtures("tiny_seed", "newsroom")

LOGIN = "to the log-in page"
DASHBOARD = "to the dashboard"
SEEN, DONE, NOT_SO, SHOWN_AGAIN = 200, 303, 405, 200
READS = {"GET": SEEN, "HEAD": SEEN, "POST": NOT_SO}
ACTS = {"GET": NOT_SO, "HEAD": NOT_SO, "POST": DONE}
TRIES = {"GET": SEEN, "HEAD": SEEN, "POST": SHOWN_AGAIN}

# What an administrator gets. A new address without its line here fails the tests below.
ADMINISTRATORS = {
    "report": READS,
    "versions": READS,
    "changes": READS,
    "thresholds": TRIES,
    "terms": TRIES,
    "activate": ACTS,
    "roll_back": ACTS,
    "learning": ACTS,
    "drop_terms": ACTS,
    "vouch": ACTS,
}
MAY_READ = {"moderator", "administrator"}
METHODS = ("GET", "HEAD", "POST")


def expected(role, name, method):
    if role in ("anonymous", "outsider"):
        return LOGIN
    allowed = ADMINISTRATORS[name][method]
    if allowed == NOT_SO or role == "administrator":
        return allowed
    return allowed if role == "moderator" and method != "POST" else DASHBOARD


def outcome(response):
    if response.status_code != 302:
        return response.status_code
    return LOGIN if "/login/" in response.url else DASHBOARD


def test_every_address_has_its_line_in_the_matrix():
    assert {pattern.name for pattern in urlpatterns} == set(ADMINISTRATORS)


@pytest.mark.parametrize(("role", "name", "method"), list(product(ROLES, ADMINISTRATORS, METHODS)))
def test_everybody_gets_what_their_role_allows_and_no_more(role, name, method):
    version = make_version()
    SpamFilter.objects.create(pk=1, serving=version)
    sent = {
        "number": make_version().pk,
        "serving": version.pk,
        "pause": 1,
        "hold_at": 0,
        "bin_at": 1,
        "terms": "casino",
    }
    client = sign_in(ROLES[role]())
    response = getattr(client, method.lower())(address(name), sent)
    assert outcome(response) == expected(role, name, method)
    changes = expected(role, name, method) == DONE and name != "vouch"
    assert SpamFilterChange.objects.exists() == changes
