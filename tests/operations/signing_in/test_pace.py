"""Guessing is limited by sender, and by sender and name; never by the name alone."""

import pytest
from django.test import Client, override_settings
from django.urls import reverse
from time_machine import Traveller

from accounts.models import User
from operations.client_address import TrustedProxies
from operations.models import LimitCounter
from operations.signing_in import pace
from tests.operations.signing_in.conftest import PASSWORD, Knock, is_in

AT_A_NAME, OF_A_SENDER = pace.FAILURES_OF_A_SENDER_AT_A_NAME, pace.FAILURES_OF_A_SENDER


def test_so_many_wrong_passwords_and_not_even_the_right_one_lets_in(
    ana: User, client: Client, knock: Knock
) -> None:
    answers = [knock("wrong").status_code for _try in range(AT_A_NAME + 1)]
    assert answers == [200] * AT_A_NAME + [429]
    assert knock().status_code == 429
    assert not is_in(client)


def test_it_is_over_after_a_quarter_of_an_hour(
    ana: User, client: Client, knock: Knock, clock: Traveller
) -> None:
    for _try in range(AT_A_NAME + 1):
        refused = knock("wrong")
    assert refused["Retry-After"] == "900"
    assert "Wait 15 minutes" in refused.content.decode()
    clock.shift(900)
    knock()
    assert is_in(client)


def test_a_name_is_not_locked_for_those_who_come_from_elsewhere(
    ana: User, client: Client, knock: Knock
) -> None:
    for number in range(20):
        for _try in range(AT_A_NAME + 1):
            knock("wrong", address=f"198.51.100.{number}")
    knock(address="192.0.2.1")
    assert is_in(client)


def test_other_names_from_the_same_address_go_on_for_a_while(
    ana: User, client: Client, knock: Knock
) -> None:
    for _try in range(AT_A_NAME + 1):
        knock("wrong", name="otto")
    knock()
    assert is_in(client)


def test_one_sender_cannot_go_through_all_names(ana: User, client: Client, knock: Knock) -> None:
    answers = {knock("wrong", name=f"name {n}").status_code for n in range(OF_A_SENDER)}
    assert answers == {200}
    assert knock().status_code == 429


def test_spellings_of_a_name_count_together(ana: User, client: Client, knock: Knock) -> None:
    names = ["ana", "ANA", " ana ", "\uff41\uff4e\uff41"]
    for turn in range(AT_A_NAME):
        knock("wrong", name=names[turn % len(names)])
    assert knock().status_code == 429


def test_who_knows_the_password_is_not_counted(ana: User, client: Client, knock: Knock) -> None:
    for _time in range(OF_A_SENDER + 5):
        knock()
        assert is_in(client)
        client.logout()


def test_a_right_password_does_not_wipe_out_what_was_wrong(
    ana: User, client: Client, knock: Knock
) -> None:
    """Or somebody with an account of their own could guess for ever."""
    for _try in range(AT_A_NAME - 1):
        knock("wrong")
    knock()
    client.logout()
    assert [knock("wrong").status_code, knock("wrong").status_code] == [200, 429]


def test_one_ipv6_household_is_one_sender(ana: User, knock: Knock) -> None:
    for number in range(AT_A_NAME):
        knock("wrong", address=f"2001:db8:1:2::{number:x}")
    assert knock(address="2001:db8:1:2:ffff::1").status_code == 429
    assert knock(address="2001:db8:1:3::1").status_code == 302


def test_a_made_up_forwarded_header_is_no_way_around(ana: User, client: Client) -> None:
    url, wrong = reverse("wagtailadmin_login"), {"username": "ana", "password": "wrong"}
    for number in range(AT_A_NAME):
        client.post(url, wrong, HTTP_X_FORWARDED_FOR=f"198.51.100.{number}")
    assert client.post(url, wrong, HTTP_X_FORWARDED_FOR="203.0.113.9").status_code == 429


def test_senders_of_whom_no_proxy_tells_have_more_room_together(ana: User, client: Client) -> None:
    url, wrong = reverse("wagtailadmin_login"), {"username": "ana", "password": "wrong"}
    with override_settings(TRUSTED_PROXIES=TrustedProxies.parse("unix")):
        for _try in range(AT_A_NAME + 1):
            answer = client.post(url, wrong, REMOTE_ADDR="")
    assert answer.status_code == 200


def test_neither_address_nor_name_is_kept(ana: User, knock: Knock) -> None:
    knock("wrong", name="somebody", address="198.51.100.77")
    names = " ".join(LimitCounter.objects.values_list("name", flat=True))
    assert "sign-in of a sender" in names
    assert "somebody" not in names
    assert "198.51.100.77" not in names


@pytest.mark.parametrize("name", ["", "\ud800", "x" * 100_000, "a\x00b"])
def test_a_strange_name_is_a_wrong_one(ana: User, client: Client, knock: Knock, name: str) -> None:
    if name == "\ud800":  # as the bytes of it reach us
        name = name.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    assert knock(PASSWORD, name=name).status_code in (200, 422)
    assert not is_in(client)
