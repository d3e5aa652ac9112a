from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import RequestFactory
from django.utils import timezone

from comments import outside_text, spam
from comments.models import Cluster, Comment
from comments.outside_text import MAX_CHARACTERS, Opinion, Words, asker_of, judge
from comments.spam import Assessment, Evidence, Sign, Verdict


@pytest.fixture
def words(post):
    now = timezone.now()
    return Words(
        page=post,
        body="May I bring my neighbour to the hearing on Tuesday?",
        key="key",
        opened_at=now - timedelta(minutes=2),
        sent_at=now,
        is_origin_proven=True,
    )


def signs(judged):
    return {each["sign"] for each in judged.evidence}


@pytest.mark.parametrize(
    ("verdict", "is_learning", "opinion"),
    [
        (Verdict.PUBLISH, False, Opinion.FINE),
        (Verdict.HOLD, False, Opinion.DOUBTFUL),
        (Verdict.BIN, True, Opinion.DOUBTFUL),
        (Verdict.BIN, False, Opinion.SPAM),
    ],
)
def test_it_is_judged_by_the_policy_for_comments(words, monkeypatch, verdict, is_learning, opinion):
    said = Assessment(verdict, 0.0, (), is_learning=is_learning)
    monkeypatch.setattr(spam, "assess", lambda *_asked: said)
    assert judge(words).opinion == opinion


def test_a_filter_that_breaks_asks_for_a_person(words, monkeypatch):
    def broken(*_asked):
        raise RuntimeError

    monkeypatch.setattr(spam, "assess", broken)
    judged = judge(words)
    assert (judged.opinion, signs(judged)) == (Opinion.DOUBTFUL, {Sign.CHECK_FAILED})


@pytest.mark.parametrize(
    ("change", "sign"),
    [
        ({"is_trap_filled": True}, Sign.HONEYPOT),
        ({"is_origin_proven": False}, Sign.ORIGIN),
        ({"is_uncounted": True}, Sign.NOT_COUNTED),
        ({"body": "word " * MAX_CHARACTERS}, Sign.CHECK_FAILED),
    ],
)
def test_every_doubt_is_told(words, change, sign):
    judged = judge(replace(words, **change))
    assert (judged.opinion != Opinion.FINE, sign in signs(judged)) == (True, True)


def test_evidence_is_what_a_database_keeps(words, monkeypatch):
    said = Assessment(Verdict.HOLD, 0.0, (Evidence(Sign.LINKS, "2"),), is_learning=False)
    monkeypatch.setattr(spam, "assess", lambda *_asked: said)
    assert judge(words).evidence == [{"sign": "links", "detail": "2"}]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("headers", "is_own", "is_foreign"),
    [
        ({"sec-fetch-site": "same-origin"}, True, False),
        ({"sec-fetch-site": "cross-site"}, False, True),
        ({"origin": "https://other.example"}, False, True),
        ({}, False, False),
    ],
)
def test_where_it_came_from_is_read_from_the_request(headers, is_own, is_foreign):
    request = RequestFactory().post("/", headers=headers)
    asker = asker_of(request, now=timezone.now())
    assert (asker.is_origin_proven, asker.is_foreign) == (is_own, is_foreign)
    assert asker.key


def test_nothing_is_kept_of_it(words):
    judge(words)
    assert not Comment.objects.exists()
    assert not Cluster.objects.exists()
    assert outside_text.MAX_REQUEST_BYTES > MAX_CHARACTERS
