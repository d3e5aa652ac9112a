"""One's own second step: set up, renewed and taken off on a page of the account."""

import pytest
from django.test import Client
from django.urls import reverse
from time_machine import Traveller
from wagtail.models import ModelLogEntry

from accounts import second_step
from accounts.models import User
from tests.accounts.phone import demand_of, give_phone, shown_code
from tests.comments.moderation_queue.staff import sign_in
from tests.operations.signing_in.conftest import PASSWORD

PAGE = reverse("second_step_settings")


@pytest.fixture
def window(ana: User) -> Client:
    return sign_in(ana)


def set_up(window: Client) -> str:
    """Goes through it as a person does; returns the secret."""
    window.get(PAGE)
    key: str = window.session["second_step_key"]
    sent = {"code": shown_code(key), "password": PASSWORD, "do": "begin"}
    assert window.post(PAGE, sent).status_code == 200
    return key


def actions() -> list[str]:
    return list(ModelLogEntry.objects.values_list("action", flat=True))


def test_the_account_leads_there(window: Client) -> None:
    assert PAGE in window.get(reverse("wagtailadmin_account")).content.decode()


def test_the_page_shows_the_secret_to_scan_and_to_type(window: Client) -> None:
    page = window.get(PAGE).content.decode()
    assert 'src="data:image/svg+xml' in page
    assert second_step.written(window.session["second_step_key"]) in page


def test_setting_it_up_shows_the_codes_once_and_keeps_the_window_open(
    window: Client, ana: User, clock: Traveller
) -> None:
    key = set_up(window)
    ana.refresh_from_db()
    assert second_step.is_set_up(ana)
    page = window.get(PAGE).content.decode()
    assert "10 recovery codes are left" in page
    assert second_step.written(key) not in page
    assert actions() == ["accounts.second_step_on"]


def test_a_wrong_code_sets_up_nothing(window: Client, ana: User) -> None:
    window.get(PAGE)
    assert window.post(PAGE, {"code": "1", "password": PASSWORD}).status_code == 422
    ana.refresh_from_db()
    assert not second_step.is_set_up(ana)


@pytest.mark.parametrize("password", ["", "guessed"])
def test_a_window_left_open_sets_up_nothing_without_the_password(
    window: Client, ana: User, password: str
) -> None:
    window.get(PAGE)
    sent = {"code": shown_code(window.session["second_step_key"]), "password": password}
    assert window.post(PAGE, sent).status_code == 422
    ana.refresh_from_db()
    assert not second_step.is_set_up(ana)


def test_new_recovery_codes_cost_a_code(window: Client, ana: User, clock: Traveller) -> None:
    key = set_up(window)
    assert window.post(PAGE, {"do": "codes", "code": "1"}).status_code == 422
    clock.shift(60)
    answer = window.post(PAGE, {"do": "codes", "code": shown_code(key)})
    assert answer.content.decode().count("<li><code>") == 10
    assert "accounts.recovery_codes" in actions()


def test_taking_it_off_costs_a_code(window: Client, ana: User, clock: Traveller) -> None:
    key = set_up(window)
    assert window.post(PAGE, {"do": "end", "code": "1"}).status_code == 422
    clock.shift(60)
    assert window.post(PAGE, {"do": "end", "code": shown_code(key)})["Location"] == PAGE
    ana.refresh_from_db()
    assert not second_step.is_set_up(ana)
    assert window.get(PAGE).status_code == 200


def test_who_must_have_one_cannot_take_it_off(window: Client, ana: User, clock: Traveller) -> None:
    key = set_up(window)
    demand_of(ana)
    clock.shift(60)
    window.post(PAGE, {"do": "end", "code": shown_code(key)})
    ana.refresh_from_db()
    assert second_step.is_set_up(ana)


def test_strangers_are_sent_to_the_door(client: Client, db: None) -> None:
    assert client.get(PAGE)["Location"].startswith(reverse("wagtailadmin_login"))


def test_another_window_of_the_account_is_closed(window: Client, ana: User) -> None:
    other = sign_in(ana)
    give_phone(ana)
    assert other.get(PAGE).status_code == 302
