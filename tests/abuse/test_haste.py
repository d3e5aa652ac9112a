"""Limits that are turned into a weapon, and limits that cannot count (16, 17)."""

import re

import pytest
from django.db import OperationalError
from django.urls import reverse

from comments import pace, receipts
from comments.models import Comment, ModerationEvent
from comments.states import CommentStatus
from operations import limits
from operations.models import DayKey, LimitCounter
from tests.comments.factories import make_comment
from tests.comments.reader import OWN_ORIGIN, publish_what_is_clean, send
from tests.sayings import saying

pytestmark = pytest.mark.django_db


def say(client, page, number, **fields):
    return send(client, page, body=saying(number), **fields)


def kept_fields(answer):
    """What the form that came back would send, as a browser reads it."""
    html = answer.content.decode()
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', html))
    name = re.search(r'name="name" value="([^"]*)"', html)[1]
    body = re.search(r'<textarea name="body"[^>]*>\s*(.*?)</textarea>', html, re.DOTALL)[1]
    return hidden | {"name": name, "body": body}


# 16: soft before hard, and nothing is lost


def test_who_is_hasty_waits_for_a_person_before_anybody_is_refused(client, newsroom, post):
    publish_what_is_clean(newsroom)
    answers = [say(client, post, n).status_code for n in range(pace.SENDER_IS_REFUSED_AFTER + 1)]
    assert answers == [303] * pace.SENDER_IS_REFUSED_AFTER + [429]
    statuses = list(Comment.objects.order_by("created_at").values_list("status", flat=True))
    soft = pace.SENDER_IS_HELD_AFTER
    assert statuses.count(CommentStatus.PUBLISHED) == soft
    assert statuses.count(CommentStatus.PENDING) == pace.SENDER_IS_REFUSED_AFTER - soft


@pytest.fixture
def nearly_full(monkeypatch):
    monkeypatch.setattr(pace, "SENDER_IS_REFUSED_AFTER", 1)


def test_who_is_refused_is_told_when_and_keeps_every_word(client, post, nearly_full):
    say(client, post, 1)
    words = "Las niñas & <b>los</b> niños\n\n> quoted"
    refused = send(client, post, body=words, name="Ana O'Neill")
    assert refused.status_code == 429
    assert 0 < int(refused["Retry-After"]) <= pace.STRETCH.total_seconds()
    kept = kept_fields(refused)
    assert kept["name"] == "Ana O&#x27;Neill"
    assert kept["body"] == "Las niñas &amp; &lt;b&gt;los&lt;/b&gt; niños\n\n&gt; quoted"
    assert Comment.objects.count() == 1


def test_what_was_refused_is_taken_later_from_the_form_that_came_back(
    client, newsroom, post, nearly_full, clock
):
    publish_what_is_clean(newsroom)
    say(client, post, 1)
    refused = say(client, post, 2)
    clock.shift(int(refused["Retry-After"]))
    kept = kept_fields(refused)
    again = client.post(reverse("comments:submit", args=[post.pk]), kept, headers=OWN_ORIGIN)
    assert again.status_code == 303
    assert Comment.objects.get(body=saying(2)).status == CommentStatus.PUBLISHED


def test_a_victims_address_in_the_form_uses_up_nothing_of_the_victims(client, post, nearly_full):
    """A typed e-mail address is never what is counted."""
    for attacker in range(5):
        client.defaults["REMOTE_ADDR"] = f"198.51.100.{attacker}"
        say(client, post, attacker, email="victim@example.org", notify="replies", name="Victim")
    client.defaults["REMOTE_ADDR"] = "192.0.2.1"
    answer = say(client, post, 9, email="victim@example.org", notify="replies", name="Victim")
    assert answer.status_code == 303
    assert Comment.objects.count() == 6


def test_changing_the_address_in_the_form_gives_no_new_room(client, post, nearly_full):
    answers = [
        say(client, post, n, email=f"a{n}@example.org", notify="replies").status_code
        for n in range(2)
    ]
    assert answers == [303, 429]


def test_what_is_refused_for_another_reason_uses_up_no_turn(client, post, nearly_full):
    assert send(client, post, parent="123").status_code == 400
    assert send(client, post, name="").status_code == 422
    assert say(client, post, 1).status_code == 303


def test_an_edit_is_counted_and_refused_with_its_words_and_the_time_to_wait(
    client, post, nearly_full
):
    receipt = say(client, post, 1).url
    answer = client.post(f"{receipt}edit/", {"body": "Other, longer words"}, headers=OWN_ORIGIN)
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0
    assert "Other, longer words" in answer.content.decode()


# 17: nobody can count


def held_with_reason(client, post):
    answer = say(client, post, 1)
    assert answer.status_code == 303
    comment = Comment.objects.get()
    assert comment.status == CommentStatus.PENDING
    assert comment.evidence
    return {item["sign"] for item in comment.evidence}


def test_without_a_counter_comments_are_held_and_none_is_lost(client, newsroom, post, monkeypatch):
    publish_what_is_clean(newsroom)

    def away(*_limits, **_options):
        raise OperationalError("database is locked")

    monkeypatch.setattr(limits.in_database, "take", away)
    assert "check_failed" in held_with_reason(client, post)


def test_without_the_key_of_the_day_comments_are_held_and_none_is_lost(
    client, newsroom, post, monkeypatch
):
    publish_what_is_clean(newsroom)

    def away(**_wanted):
        raise OperationalError("database is locked")

    monkeypatch.setattr(DayKey.objects, "get_or_create", away)
    assert "not_counted" in held_with_reason(client, post)


@pytest.mark.parametrize("address", ["unix://nowhere.invalid/redis", "redis://127.0.0.1:1/0"])
def test_a_redis_that_is_away_is_no_fault_to_readers(client, newsroom, post, settings, address):
    publish_what_is_clean(newsroom)
    settings.REDIS_URL = address
    assert [say(client, post, n).status_code for n in range(3)] == [303] * 3
    assert Comment.objects.published().count() == 3


def test_counts_that_were_thrown_away_begin_anew_and_break_nothing(client, post, nearly_full):
    assert say(client, post, 1).status_code == 303
    LimitCounter.objects.all().delete()
    assert say(client, post, 2).status_code == 303
    assert say(client, post, 3).status_code == 429


def test_without_a_counter_no_edit_shows_unread(client, newsroom, post, monkeypatch):
    publish_what_is_clean(newsroom)
    say(client, post, 1)
    comment = Comment.objects.get()
    secret = receipts.secret_of(comment)

    def away(*_limits):
        raise limits.LimiterUnavailable

    monkeypatch.setattr(limits, "take", away)
    edit = reverse("comments:receipt_edit", args=[secret])
    assert client.post(edit, {"body": "Unread words"}, headers=OWN_ORIGIN).status_code == 303
    assert Comment.objects.get().body == saying(1)
    assert comment.versions.get().body == "Unread words"


def test_a_refusal_writes_nothing_into_the_log_of_moderation(client, post, nearly_full):
    make_comment(post)
    say(client, post, 1)
    before = ModerationEvent.objects.count()
    say(client, post, 2)
    assert ModerationEvent.objects.count() == before
