from datetime import timedelta

import pytest
from django.utils import timezone

from comments import claims
from comments.models import Claim
from tests.comments.factories import make_comment, make_user


@pytest.fixture
def comment(post):
    return make_comment(post, status="pending")


@pytest.fixture
def people(db):
    return make_user("ana"), make_user("ben")


def test_a_claim_lasts_five_minutes_and_asks_others_to_wait(comment, people):
    ana, ben = people
    now = timezone.now()
    assert claims.claim([comment.pk], user=ana, now=now) == {}
    assert claims.claim([comment.pk], user=ben, now=now + timedelta(minutes=4)) == {comment.pk: ana}
    assert claims.claim([comment.pk], user=ben, now=now + timedelta(minutes=5)) == {}
    assert Claim.objects.get().user == ben


def test_the_same_person_goes_on_looking(comment, people):
    ana, _ben = people
    now = timezone.now()
    claims.claim([comment.pk], user=ana, now=now)
    claims.claim([comment.pk], user=ana, now=now + timedelta(minutes=3))
    assert Claim.objects.get().until == now + timedelta(minutes=8)


def test_what_does_not_exist_is_passed_over(comment, people):
    assert claims.claim([1, comment.pk], user=people[0], now=timezone.now()) == {}
    assert Claim.objects.get().comment == comment


def test_a_claim_is_given_back(comment, people):
    claims.claim([comment.pk], user=people[0], now=timezone.now())
    claims.release([])
    assert Claim.objects.exists()
    claims.release([comment.pk])
    assert not Claim.objects.exists()


def test_claims_that_have_ended_are_forgotten(post, people):
    now = timezone.now()
    old, new = make_comment(post), make_comment(post)
    claims.claim([old.pk], user=people[0], now=now - claims.LASTS)
    claims.claim([new.pk], user=people[0], now=now)
    claims.forget_past()
    assert Claim.objects.get().comment == new
