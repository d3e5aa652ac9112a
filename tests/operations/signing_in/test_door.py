"""Signing in: the password, and after it a code where one is owed."""

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse
from time_machine import Traveller

from accounts import second_step
from accounts.models import User
from operations.limits import in_database
from operations.signing_in import pace
from tests.accounts.phone import demand_of, give_phone, shown_code
from tests.operations.signing_in.conftest import HOME, Knock, is_in

CODE, FIRST_CODE = reverse("second_step"), reverse("second_step_first_time")


def test_without_a_second_step_the_password_lets_in(
    ana: User, client: Client, knock: Knock
) -> None:
    assert knock()["Location"] == HOME
    assert is_in(client)


def test_a_wrong_password_does_not(ana: User, client: Client, knock: Knock) -> None:
    answer = knock("wrong")
    assert "didn&#x27;t match" in answer.content.decode()
    assert not is_in(client)


def test_they_get_where_they_were_going_and_nowhere_else(
    ana: User, client: Client, knock: Knock
) -> None:
    assert knock(next="/admin/account/")["Location"] == "/admin/account/"
    assert knock(next="https://evil.example/")["Location"] == HOME


def test_with_a_second_step_the_password_alone_does_not_let_in(
    ana: User, client: Client, knock: Knock
) -> None:
    give_phone(ana)
    assert knock()["Location"] == CODE
    assert not is_in(client)
    assert "_auth_user_id" not in client.session


def test_the_code_lets_in(ana: User, client: Client, knock: Knock) -> None:
    key = give_phone(ana)
    knock(next="/admin/account/")
    assert "one-time-code" in client.get(CODE).content.decode()
    answer = client.post(CODE, {"code": shown_code(key)})
    assert answer["Location"] == "/admin/account/"
    assert is_in(client)


def test_so_does_a_recovery_code(ana: User, client: Client, knock: Knock) -> None:
    give_phone(ana)
    code, *_others = second_step.new_recovery_codes(ana)
    knock()
    client.post(CODE, {"code": code})
    assert is_in(client)


@pytest.mark.parametrize("code", ["", "000000", "x" * 5_000, "\x00"])
def test_a_wrong_code_does_not(
    ana: User, client: Client, knock: Knock, clock: Traveller, code: str
) -> None:
    give_phone(ana)
    knock()
    answer = client.post(CODE, {"code": code})
    assert answer.status_code == 422
    assert "This code is not right" in answer.content.decode()
    assert not is_in(client)


def test_codes_cannot_be_guessed_at_will(
    ana: User, client: Client, knock: Knock, clock: Traveller
) -> None:
    key = give_phone(ana)
    knock()
    for _try in range(pace.FAILURES_OF_A_SENDER_AT_A_NAME):
        client.post(CODE, {"code": "1"})
    assert client.post(CODE, {"code": shown_code(key)}).status_code == 429
    assert not is_in(client)


def test_nor_from_many_addresses_by_whoever_has_the_password(
    ana: User, client: Client, knock: Knock, clock: Traveller
) -> None:
    key = give_phone(ana)
    knock()
    for number in range(pace.WRONG_CODES_OF_AN_ACCOUNT):
        client.post(CODE, {"code": "1"}, REMOTE_ADDR=f"198.51.100.{number}")
    answer = client.post(CODE, {"code": shown_code(key)}, REMOTE_ADDR="203.0.113.1")
    assert answer.status_code == 429


def test_whoever_does_not_have_the_password_can_use_up_no_codes(
    ana: User, client: Client, knock: Knock
) -> None:
    key = give_phone(ana)
    stranger = Client()
    for _try in range(50):
        assert stranger.post(CODE, {"code": "1"})["Location"] == reverse("wagtailadmin_login")
    knock()
    client.post(CODE, {"code": shown_code(key)})
    assert is_in(client)


def test_who_must_have_one_sets_it_up_before_they_are_in(
    ana: User, client: Client, knock: Knock
) -> None:
    demand_of(ana)
    knock()
    assert not is_in(client)
    assert client.get(CODE)["Location"] == FIRST_CODE
    page = client.get(FIRST_CODE)
    assert page.context["picture"] in page.content.decode()
    key = client.session["second_step_key"]
    answer = client.post(FIRST_CODE, {"code": shown_code(key)})
    ana.refresh_from_db()
    assert second_step.is_set_up(ana)
    assert answer.content.decode().count("<li><code>") == 10
    assert is_in(client)


def test_the_wrong_first_code_does_not_let_in(ana: User, client: Client, knock: Knock) -> None:
    demand_of(ana)
    knock()
    assert client.post(FIRST_CODE, {"code": "1"}).status_code == 422
    assert not is_in(client)


def test_who_has_one_cannot_set_up_another_at_the_door(
    ana: User, client: Client, knock: Knock
) -> None:
    give_phone(ana)
    knock()
    assert client.get(FIRST_CODE)["Location"] == CODE
    assert client.post(FIRST_CODE, {"code": "1"})["Location"] == CODE


@pytest.mark.parametrize("url", [CODE, FIRST_CODE])
def test_without_a_password_the_second_step_leads_back(client: Client, db: None, url: str) -> None:
    assert client.get(url)["Location"] == reverse("wagtailadmin_login")


def test_pages_of_the_door_are_kept_nowhere(ana: User, client: Client, knock: Knock) -> None:
    give_phone(ana)
    knock()
    for url in (CODE, reverse("wagtailadmin_login")):
        assert "no-store" in client.get(url)["Cache-Control"]


def test_while_nobody_can_count_nobody_gets_in(
    ana: User, client: Client, knock: Knock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(in_database, "take", fail)
    assert knock().status_code == 503
    assert not is_in(client)
