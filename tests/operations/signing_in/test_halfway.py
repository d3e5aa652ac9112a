"""Between password and code: for ten minutes, under a new session key, for this password."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from time_machine import Traveller

from accounts.models import User
from tests.accounts.phone import give_phone, shown_code
from tests.operations.signing_in.conftest import Knock, is_in

CODE, DOOR = reverse("second_step"), reverse("wagtailadmin_login")


@pytest.fixture
def key(ana: User) -> str:
    return give_phone(ana)


def test_it_takes_ten_minutes_at_most(
    key: str, client: Client, knock: Knock, clock: Traveller
) -> None:
    knock()
    clock.shift(600)
    assert client.get(CODE).status_code == 200
    clock.shift(1)
    assert client.post(CODE, {"code": shown_code(key)})["Location"] == DOOR
    assert not is_in(client)


def test_a_password_that_changed_meanwhile_was_the_wrong_one(
    key: str, ana: User, client: Client, knock: Knock
) -> None:
    knock()
    ana.set_password("another one altogether")
    ana.save()
    assert client.post(CODE, {"code": shown_code(key)})["Location"] == DOOR


def test_an_account_that_was_closed_meanwhile_stays_outside(
    key: str, ana: User, client: Client, knock: Knock
) -> None:
    knock()
    User.objects.filter(pk=ana.pk).update(is_active=False)
    assert client.post(CODE, {"code": shown_code(key)})["Location"] == DOOR


def test_the_session_key_changes_at_each_step(key: str, client: Client, knock: Knock) -> None:
    client.get(DOOR)
    session = client.session
    session["planted"] = "by somebody else"
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    keys = [session.session_key]
    knock()
    keys.append(client.session.session_key)
    client.post(CODE, {"code": shown_code(key)})
    keys.append(client.session.session_key)
    assert len(set(keys)) == 3
    assert is_in(client)


@pytest.mark.parametrize(
    ("remember", "ends_with_the_browser"), [({}, True), ({"remember": "on"}, False)]
)
def test_the_session_lasts_as_long_as_they_wished(
    key: str, client: Client, knock: Knock, remember: dict[str, str], ends_with_the_browser: bool
) -> None:
    knock(**remember)
    client.post(CODE, {"code": shown_code(key)})
    assert client.session.get_expire_at_browser_close() is ends_with_the_browser
