"""The one table of who may do what at which address about what: role, endpoint, object.

Every address of the desk, of the spam filter and of the reader's side has its row; a new one
without a row fails. Each cell is asked for by GET and by POST.
"""

import re
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from comments import urls as readers
from comments.models import Block, IrreversibleAct, ModerationEvent, Raid, SectionModerator
from comments.moderation_queue import urls as desk
from comments.spam_report import urls as spam_filter
from tests.comments.desk.world import PEOPLE, SECRET, make_world
from tests.comments.moderation_queue.staff import sign_in
from tests.comments.reader import OWN_ORIGIN

LOGIN, DASHBOARD, LOST, IN, SAME = "log in", "dashboard", "404", "in", "as for all"
ROLES = (
    "anonymous",
    "outsider",
    "editor",
    "moderator",
    "moderator beside seniors",
    "senior",
    "section, inside",
    "section, beside",
    "administrator",
)
NOBODY = (LOGIN, LOGIN, DASHBOARD)
#                        moderator  beside     senior     inside     beside     administrator
EVERY_MODERATOR = (*NOBODY, IN, IN, IN, IN, IN, IN)
# The object is in the address: beyond the section it is not there.
WHOSE_COMMENT = (*NOBODY, IN, IN, IN, IN, LOST, IN)
# What holds for the whole newsroom is not for a section's moderator.
SENIORS = (*NOBODY, IN, DASHBOARD, IN, DASHBOARD, DASHBOARD, IN)
OF_ALL_COMMENTS = (*NOBODY, IN, IN, IN, DASHBOARD, DASHBOARD, IN)
ADMINISTRATORS = (*NOBODY, DASHBOARD, DASHBOARD, DASHBOARD, DASHBOARD, DASHBOARD, IN)
EVERYBODY = (SAME,) * len(ROLES)

TABLE = {
    "reader_comments:queue": EVERY_MODERATOR,
    "reader_comments:history": WHOSE_COMMENT,
    "reader_comments:decide": EVERY_MODERATOR,
    "reader_comments:answer": WHOSE_COMMENT,
    "reader_comments:undo_latest": EVERY_MODERATOR,
    "reader_comments:claim": EVERY_MODERATOR,
    "reader_comments:save_filter": EVERY_MODERATOR,
    "reader_comments:forget_filter": EVERY_MODERATOR,
    "reader_comments:undo": WHOSE_COMMENT,
    "reader_comments:decide_alike": EVERY_MODERATOR,
    "reader_comments:undo_alike": WHOSE_COMMENT,
    "reader_comments:decide_matching": EVERY_MODERATOR,
    "reader_comments:job": WHOSE_COMMENT,
    "reader_comments:blocks": OF_ALL_COMMENTS,
    "reader_comments:add_block": OF_ALL_COMMENTS,
    "reader_comments:remove_block": OF_ALL_COMMENTS,
    "reader_comments:author": WHOSE_COMMENT,
    "reader_comments:bans": SENIORS,
    "reader_comments:ban": SENIORS,
    "reader_comments:lift_ban": SENIORS,
    "reader_comments:log": EVERY_MODERATOR,
    "reader_comments:authorities": ADMINISTRATORS,
    "reader_comments:irreversible": OF_ALL_COMMENTS,
    "reader_comments:ask_irreversible": ADMINISTRATORS,
    "reader_comments:confirm_irreversible": ADMINISTRATORS,
    "reader_comments:call_off_irreversible": ADMINISTRATORS,
    # Whoever asked collects it, and no other administrator.
    "reader_comments:collect_export": (*NOBODY, *(DASHBOARD,) * 6),
    "reader_comments:sections": ADMINISTRATORS,
    "reader_comments:take_section": ADMINISTRATORS,
    "reader_comments:raid": WHOSE_COMMENT,
    "reader_comments:delete_page": ADMINISTRATORS,
    "reader_comments:appeals": EVERY_MODERATOR,
    "reader_comments:appeal": WHOSE_COMMENT,
    "reader_comments:rules": EVERY_MODERATOR,
    "reader_comments:add_rule": SENIORS,
    "reader_comments:change_rule": SENIORS,
    "reader_comments:move_rule": SENIORS,
    "reader_comments:retire_rule": SENIORS,
    "reader_comments:bring_back_rule": SENIORS,
    "reader_comments:statistics": EVERY_MODERATOR,
    "reader_comments:export": EVERY_MODERATOR,
    "reader_comments:add_note": WHOSE_COMMENT,
    "reader_comments:redact": WHOSE_COMMENT,
    "spam_filter:report": OF_ALL_COMMENTS,
    "spam_filter:versions": OF_ALL_COMMENTS,
    "spam_filter:activate": ADMINISTRATORS,
    "spam_filter:roll_back": ADMINISTRATORS,
    "spam_filter:learning": ADMINISTRATORS,
    "spam_filter:thresholds": OF_ALL_COMMENTS,
    "spam_filter:terms": OF_ALL_COMMENTS,
    "spam_filter:drop_terms": ADMINISTRATORS,
    "spam_filter:vouch": ADMINISTRATORS,
    "spam_filter:changes": OF_ALL_COMMENTS,
}
READERS_SIDE = {
    f"{namespace}:{pattern.name}": pattern
    for namespace, urls in (
        ("comments", readers.urlpatterns),
        ("transparency_files", readers.transparency_files),
        ("transparency", readers.transparency_pages),
    )
    for pattern in urls
}
# A session gives the reader's side nothing and takes nothing: secrets in addresses do.
TABLE |= dict.fromkeys(
    [
        "comments:form",
        "comments:submit",
        "comments:follow",
        "comments:count",
        "comments:anchored",
        "comments:permalink",
        "comments:receipt",
        "comments:receipt_notices",
        "comments:notice",
        "comments:receipt_qr",
        "comments:receipt_edit",
        "comments:receipt_withdraw",
        "comments:receipt_appeal",
        "comments:report",
        "comments:report_receipt",
        "comments:rules",
        "comments:rules_in",
        "transparency_files:json",
        "transparency_files:csv",
        "transparency:report",
        "transparency:log",
    ],
    EVERYBODY,
)
PATTERNS = {
    f"{namespace}:{pattern.name}": pattern
    for namespace, urls in (
        ("reader_comments", desk.urlpatterns),
        ("spam_filter", spam_filter.urlpatterns),
    )
    for pattern in urls
}
# The one comment is named in the form, not in the address.
NAMED_IN_THE_FORM = ("reader_comments:decide",)
# A moderator looks at these, and only an administrator changes anything there.
CHANGED_BY_ADMINISTRATORS = ("spam_filter:thresholds", "spam_filter:terms")


@pytest.fixture
def world(newsroom):
    return make_world(newsroom)


def thing_of(world, role):
    return world.beside if role == "section, beside" else world.inside


def outcome(response):
    if response.status_code == 404:
        return LOST
    if response.status_code != 302:
        return IN
    return LOGIN if "/login/" in response.url else DASHBOARD


def expected(name, role, method):
    cell = TABLE[name][ROLES.index(role)]
    if name in NAMED_IN_THE_FORM and role == "section, beside" and method == "post":
        return LOST
    looks_only = name in CHANGED_BY_ADMINISTRATORS and role != "administrator"
    return DASHBOARD if looks_only and method == "post" and cell == IN else cell


def test_every_address_has_its_row():
    assert {*PATTERNS} | {*READERS_SIDE} == set(TABLE)


def test_every_row_has_a_cell_for_everybody():
    assert {len(row) for row in TABLE.values()} == {len(ROLES)}
    assert set(ROLES) == set(PEOPLE)


@pytest.mark.parametrize("name", PATTERNS)
def test_everybody_gets_what_the_table_says_and_no_more(world, name):
    for role in ROLES:
        with taken_back():
            _try(world, name, role)


def _try(world, name, role):
    client, thing = sign_in(PEOPLE[role](world)), thing_of(world, role)
    url = thing.url(name.partition(":")[0], PATTERNS[name])
    beside, shared = world.beside.events, shared_rows()
    for method in ("get", "post"):
        response = getattr(client, method)(url, thing.sent)
        if response.status_code != 405:
            assert outcome(response) == expected(name, role, method), (role, method)
        if role.startswith("section"):
            content = b"".join(response) if response.streaming else response.content
            assert f"{SECRET} {world.beside.page.pk}".encode() not in content, (role, method)
    if role.startswith("section") or IN not in (expected(name, role, m) for m in ("get", "post")):
        assert world.beside.events == beside, role
    if TABLE[name] == ADMINISTRATORS and role != "administrator":
        assert shared_rows() == shared, role


@contextmanager
def taken_back():
    """What one does is gone before the next one comes, so that all can share one world."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def shared_rows():
    """What belongs to the newsroom as a whole."""
    acts = IrreversibleAct.objects.filter(called_off_at=None, confirmed_at=None)
    return [rows.count() for rows in (Block.objects.all(), SectionModerator.objects.all(), acts)]


@pytest.mark.parametrize("name", READERS_SIDE)
def test_a_session_changes_nothing_at_the_readers_side(world, name):
    converters = READERS_SIDE[name].pattern.converters
    url = reverse(name, kwargs={each: words_for(world, each) for each in converters})
    answers = set()
    for role in ROLES:
        with taken_back():
            client = sign_in(PEOPLE[role](world))
            answers.add(client.get(url, headers=OWN_ORIGIN).status_code)
    assert len(answers) == 1


def words_for(world, name):
    known = {"page_id": world.inside.page.pk, "comment_id": world.inside.public.pk}
    return known.get(name, "x")


def test_what_a_section_moderator_decides_beyond_the_section_does_not_happen(world):
    """The objects that travel in forms, one after the other, each by its own name."""
    client, thing = sign_in(PEOPLE["section, beside"](world)), world.beside
    before = ModerationEvent.objects.count()
    for name in ("decide", "decide_alike", "decide_matching", "claim"):
        url = thing.url("reader_comments", PATTERNS[f"reader_comments:{name}"])
        client.post(url, thing.sent | {"back": f"page={thing.page.pk}"})
    together = {f"choice-{thing.waiting.pk}": "approve"} | thing.sent
    del together["decide"]
    client.post(thing.url("reader_comments", PATTERNS["reader_comments:decide"]), together)
    assert ModerationEvent.objects.count() == before


@pytest.mark.parametrize(("role", "number"), [("section, inside", 3), ("moderator", 6)])
def test_counts_and_the_badge_are_of_the_section_only(world, role, number):
    client = sign_in(PEOPLE[role](world))
    html = client.get(reverse("reader_comments:queue"), {"status": "all"}).content.decode()
    counts = re.findall(r'queue-tabs__count">([\d,]+)<', html)
    assert counts[-1] == str(number)
    assert html.count('<article id="comment-') == number
    assert f'"data-waiting": "{number // 3}"' in html.replace("&quot;", '"')


def test_a_section_moderator_searches_in_the_section_only(world):
    client = sign_in(PEOPLE["section, inside"](world))
    query = {"status": "all", "q": SECRET, "page": world.beside.page.pk}
    html = client.get(reverse("reader_comments:queue"), query).content.decode()
    assert "No comment fits." in html


def test_a_raid_beyond_the_section_is_not_told_of(world, newsroom):
    begins_at, ends_at = timezone.now(), timezone.now() + timedelta(hours=1)
    for thing in (world.inside, world.beside):
        Raid.objects.create(page=thing.page, ends_at=ends_at, started_at=begins_at)
    client = sign_in(PEOPLE["section, inside"](world))
    html = client.get(reverse("reader_comments:queue")).content.decode()
    assert world.inside.page.title in html
    assert world.beside.page.title not in html
