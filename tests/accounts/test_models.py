"""Sessions of an account end when its second step begins or ends."""

import pytest
from django.urls import reverse

from accounts import second_step
from accounts.models import User
from tests.accounts.phone import give_phone
from tests.comments.moderation_queue.staff import make_moderator, sign_in

pytestmark = pytest.mark.django_db

ACCOUNT = reverse("wagtailadmin_account")


def test_a_second_step_ends_the_sessions_that_did_without() -> None:
    user = make_moderator()
    elsewhere = sign_in(user)
    assert elsewhere.get(ACCOUNT).status_code == 200
    give_phone(user)
    assert elsewhere.get(ACCOUNT).status_code == 302


def test_taking_it_off_ends_sessions_too() -> None:
    user = make_moderator()
    give_phone(user)
    elsewhere = sign_in(user)
    assert elsewhere.get(ACCOUNT).status_code == 200
    second_step.take_off(user)
    assert elsewhere.get(ACCOUNT).status_code == 302


def test_sessions_live_on_as_the_database_writes_the_moment() -> None:
    user = make_moderator()
    give_phone(user)
    read_again = User.objects.get(pk=user.pk)
    assert read_again.get_session_auth_hash() == user.get_session_auth_hash()


def test_without_a_second_step_the_seal_is_djangos_own() -> None:
    user = make_moderator()
    plain = super(User, user)._get_session_auth_hash()  # type: ignore[misc]
    assert user.get_session_auth_hash() == plain
