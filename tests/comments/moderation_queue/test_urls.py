"""Who may do what at which address: every role, every address of the queue, every method."""

import re
from itertools import product
from uuid import UUID

import pytest
from django.urls import reverse

from comments import moderation
from comments.models import Appeal, BulkJob, Comment, ModerationEvent, Rule
from comments.moderation_queue.urls import LARGEST_NUMBER, urlpatterns
from comments.states import Action
from tests.comments.appellant import make_appeal
from tests.comments.factories import make_comment, make_ruling, make_user
from tests.comments.moderation_queue.staff import ROLES, sign_in

LOGIN = "to the log-in page"
DASHBOARD = "to the dashboard"
HISTORY = "to the comment and its history"
LIST = "to the list, and nothing happened"
SHARED = "to the list, and no comment was changed"
SEEN, DONE, NOT_FOUND, NOT_SO, INCOMPLETE = 200, 303, 404, 405, 422
READS = {"GET": SEEN, "HEAD": SEEN, "POST": NOT_SO}
ACTS = {"GET": NOT_SO, "HEAD": NOT_SO, "POST": DONE}
DECIDES = {"GET": HISTORY, "HEAD": HISTORY, "POST": DONE}
DECIDES_MANY = {"GET": LIST, "HEAD": LIST, "POST": DONE}
ASKS = {"GET": SEEN, "HEAD": SEEN, "POST": INCOMPLETE}
# It changes no comment: only what moderators see of the desk.
SHARES = {"GET": LIST, "HEAD": LIST, "POST": SHARED}
FORBIDDEN = {"GET": DASHBOARD, "HEAD": DASHBOARD, "POST": DASHBOARD}
GONE = {"GET": NOT_FOUND, "HEAD": NOT_FOUND, "POST": NOT_FOUND}
PASSWORD = "known to the administrator alone"
BATCH = UUID("6c1e4c1e-2a57-4d5b-9d9e-0a3f7f6f2b11")
METHODS = ("GET", "HEAD", "POST")

DECIDING = ["decide", "undo", "decide_alike", "undo_alike", "decide_matching", "delete_page"]

# What a moderator gets. A new address without its line here fails the tests below.
MODERATORS = {
    "queue": READS,
    "history": READS,
    "decide": DECIDES_MANY,
    "undo": DECIDES,
    "undo_latest": SHARES,  # its own last decision, and it has made none
    "claim": SHARES,
    "save_filter": SHARES,
    "forget_filter": SHARES,
    "decide_alike": DECIDES_MANY,
    "undo_alike": DECIDES_MANY,
    "decide_matching": DECIDES_MANY,
    "job": READS,
    "blocks": READS,
    "add_block": ASKS,
    "remove_block": GONE,
    "log": READS,
    "statistics": READS,
    "export": READS,
    "authorities": {"GET": DASHBOARD, "HEAD": DASHBOARD, "POST": DASHBOARD},
    "raid": ASKS,
    "appeals": READS,
    "appeal": ASKS,
    "rules": READS,
    "add_rule": ASKS,
    "change_rule": ASKS,
    "move_rule": GONE,
    "retire_rule": GONE,
    "bring_back_rule": GONE,
    "add_note": {"GET": HISTORY, "HEAD": HISTORY, "POST": INCOMPLETE},
    "redact": ASKS,
    "answer": ASKS,
    "delete_page": ACTS | {"POST": DASHBOARD},
    "author": READS,
    "bans": READS,
    "ban": ASKS,
    "lift_ban": GONE,
    "irreversible": READS,
    "ask_irreversible": FORBIDDEN,
    "confirm_irreversible": FORBIDDEN,
    "call_off_irreversible": FORBIDDEN,
    "collect_export": FORBIDDEN,
    "sections": FORBIDDEN,
    "take_section": FORBIDDEN,
}
ADMINISTRATORS = MODERATORS | {
    "authorities": ASKS,
    "delete_page": ACTS,
    "ask_irreversible": ASKS,
    "confirm_irreversible": GONE,
    "call_off_irreversible": GONE,
    "collect_export": GONE,
    "sections": ASKS,
    "take_section": GONE,
}


def expected(role, name, method):
    if role in ("anonymous", "outsider"):
        return LOGIN
    allowed = (ADMINISTRATORS if role == "administrator" else MODERATORS)[name][method]
    if role == "editor" and allowed != NOT_SO:
        return DASHBOARD
    return allowed


def outcome(response):
    if response.status_code == DONE and response.url.endswith("/history/"):
        return HISTORY
    if response.status_code == DONE and response.request["REQUEST_METHOD"] != "POST":
        return LIST
    if response.status_code != 302:
        return response.status_code
    return LOGIN if "/login/" in response.url else DASHBOARD


@pytest.fixture
def comment(post):
    """A comment that has been decided upon, so that there is something to undo."""
    make_comment(post)
    comment = make_comment(post, status="pending")
    moderation.trash(comment.pk, make_ruling(comment, make_user("somebody"), batch=BATCH))
    make_appeal(comment)
    BulkJob.objects.create(batch=BATCH, action=Action.TRASH, moderator=make_user("worker"))
    return comment


def address(name, comment):
    page, last = comment.page_id, comment.events.latest("pk").pk
    public = Comment.objects.published().get().pk
    numbers = {"delete_page": page, "raid": page, "undo": last, "answer": public}
    numbers["undo_alike"] = numbers["job"] = BATCH
    numbers["appeal"] = Appeal.objects.get().pk
    numbers["change_rule"] = Rule.objects.earliest("pk").pk
    has_none = name in (
        "queue",
        "decide",
        "undo_latest",
        "claim",
        "save_filter",
        "blocks",
        "add_block",
        "log",
        "statistics",
        "export",
        "authorities",
        "appeals",
        "decide_alike",
        "decide_matching",
        "rules",
        "add_rule",
        "bans",
        "ban",
        "irreversible",
        "ask_irreversible",
        "sections",
    )
    arguments = [] if has_none else [numbers.get(name, comment.pk)]
    return reverse(f"reader_comments:{name}", args=arguments)


def sent(comment, name=""):
    """Fields that satisfy the forms of the queue."""
    seen = comment.events.latest("pk").pk
    if name == "decide_alike":
        return {"alike": f"approve {comment.pk}.{seen}"}
    if name == "decide_matching":
        return {"matching": Action.RESTORE, "up_to": seen, "back": "status=trashed"}
    decided = {"decide": f"{comment.pk}.{Action.RESTORE}", f"seen-{comment.pk}": seen}
    return decided | {"name": "mine", "comment_count": 2, "password": PASSWORD}


def with_password(user):
    """Everybody types one, and theirs: only what they may do differs."""
    if user:
        user.set_password(PASSWORD)
        user.save()
    return user


def test_every_address_has_its_line_in_the_matrix():
    assert {pattern.name for pattern in urlpatterns} == set(MODERATORS)


@pytest.mark.parametrize(("role", "name"), list(product(ROLES, MODERATORS)))
def test_everybody_gets_what_their_role_allows_and_no_more(comment, role, name):
    client = sign_in(with_password(ROLES[role]()))
    for method in METHODS:  # the last one alone may change anything
        send = getattr(client, method.lower())
        response = send(address(name, comment), sent(comment, name))
        wanted = expected(role, name, method)
        assert outcome(response) == (DONE if wanted == SHARED else wanted), method
        changed = ModerationEvent.objects.count() > 3 or not Comment.objects.exists()
        assert changed == (wanted == DONE), method


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("name", DECIDING)
def test_only_a_post_changes_anything(comment, name, method):
    client = sign_in(ROLES["administrator"]())
    client.generic(method, address(name, comment))
    assert ModerationEvent.objects.count() == 3
    assert Comment.objects.get(pk=comment.pk).status == "trashed"


@pytest.mark.parametrize(("name", "place"), [("decide", "queue"), ("undo", "history")])
def test_whoever_comes_back_from_the_log_in_page_reads_what_it_was_about(comment, name, place):
    client = sign_in(ROLES["moderator"]())
    response = client.get(address(name, comment))
    assert (response.status_code, response.url) == (303, address(place, comment))
    assert client.get(response.url).status_code == 200


def test_nobody_is_led_to_the_comment_of_an_unknown_event(comment):
    unknown = reverse("reader_comments:undo", args=[comment.events.latest("pk").pk + 1])
    assert sign_in(ROLES["moderator"]()).get(unknown).status_code == 404


@pytest.mark.parametrize("number", [2**63, 10**19, "9" * 5000])
@pytest.mark.parametrize("name", ["history", "undo", "forget_filter", "delete_page"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_number_that_no_row_can_have_is_not_found(comment, method, name, number):
    url = re.sub(r"\d+", str(number), address(name, comment))
    response = sign_in(ROLES["administrator"]()).generic(method, url)
    assert response.status_code == 404


@pytest.mark.parametrize("name", ["history", "undo"])
def test_the_largest_number_is_one(comment, name):
    url = reverse(f"reader_comments:{name}", args=[LARGEST_NUMBER])
    assert sign_in(ROLES["moderator"]()).get(url).status_code == 404


@pytest.mark.parametrize("name", ["queue", "history"])
@pytest.mark.parametrize("role", ["anonymous", "outsider", "editor"])
def test_whoever_may_not_moderate_sees_no_word_of_a_comment(comment, name, role):
    Comment.objects.update(body_html="a-secret-word", author_email="secret@example.org")
    response = sign_in(ROLES[role]()).get(address(name, comment), follow=True)
    assert b"secret" not in response.content
