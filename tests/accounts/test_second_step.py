"""Codes from a phone and recovery codes: each is good once, and only for its own account."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import override_settings
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from time_machine import Traveller

from accounts import second_step
from tests.accounts.phone import demand_of, give_phone, shown_code
from tests.comments.factories import make_user

pytestmark = pytest.mark.django_db


def test_nobody_has_one_at_first() -> None:
    user = make_user()
    assert not second_step.is_set_up(user)
    assert not second_step.is_demanded(user)


def test_it_is_set_up_by_a_right_code() -> None:
    user, key = make_user(), second_step.new_key()
    codes = second_step.set_up(user, key=key, code=shown_code(key))
    assert codes is not None
    assert (len(codes), len(set(codes))) == (10, 10)
    assert second_step.is_set_up(user)


@pytest.mark.parametrize(
    "code", ["", "abc", "000000", "\uff11\uff12\uff13", "-1", "9" * 400, "9" * 5000]
)
def test_a_wrong_code_sets_nothing_up(code: str, clock: Traveller) -> None:
    user = make_user()
    assert second_step.set_up(user, key="00" * 20, code=code) is None
    assert not TOTPDevice.objects.exists()


def test_the_code_of_the_moment_is_right_and_right_once(clock: Traveller) -> None:
    user = make_user()
    key = give_phone(user)
    code = shown_code(key)
    assert second_step.is_passed(user, f" {code[:3]} {code[3:]} ")
    assert not second_step.is_passed(user, code)
    clock.shift(30)
    assert second_step.is_passed(user, shown_code(key))


def test_the_code_that_set_it_up_does_not_let_in(clock: Traveller) -> None:
    user, key = make_user(), second_step.new_key()
    second_step.set_up(user, key=key, code=shown_code(key))
    assert not second_step.is_passed(user, shown_code(key))


def test_a_code_of_two_minutes_ago_is_wrong(clock: Traveller) -> None:
    user = make_user()
    key = give_phone(user)
    code = shown_code(key)
    clock.shift(120)
    assert not second_step.is_passed(user, code)


def test_a_code_is_for_its_own_account_only(clock: Traveller) -> None:
    user, other = make_user("ana"), make_user("otto")
    code = shown_code(give_phone(user))
    give_phone(other)
    assert not second_step.is_passed(other, code)


def test_a_recovery_code_is_good_once() -> None:
    user = make_user()
    give_phone(user)
    code, *_others = second_step.new_recovery_codes(user)
    assert second_step.is_passed(user, code.upper().replace("-", " "))
    assert not second_step.is_passed(user, code)
    assert second_step.recovery_codes_left(user) == 9


def test_new_recovery_codes_replace_the_old_ones() -> None:
    user = make_user()
    give_phone(user)
    old, *_others = second_step.new_recovery_codes(user)
    second_step.new_recovery_codes(user)
    assert not second_step.is_passed(user, old)


def test_the_database_has_no_recovery_code() -> None:
    user = make_user()
    give_phone(user)
    codes = second_step.new_recovery_codes(user)
    kept = set(StaticToken.objects.values_list("token", flat=True))
    assert kept.isdisjoint(code.replace("-", "") for code in codes)


def test_recovery_codes_outlive_a_change_of_the_secret_key() -> None:
    user = make_user()
    give_phone(user)
    with override_settings(SECRET_KEY="an earlier one"):
        code, *_others = second_step.new_recovery_codes(user)
    assert not second_step.is_passed(user, code)
    with override_settings(SECRET_KEY_FALLBACKS=["an earlier one"]):
        assert second_step.is_passed(user, code)


def test_taken_off_nothing_is_kept() -> None:
    user = make_user()
    give_phone(user)
    second_step.take_off(user)
    assert not second_step.is_set_up(user)
    assert not TOTPDevice.objects.exists()
    assert not StaticToken.objects.exists()


def test_an_owner_demands_it_of_a_group() -> None:
    user = make_user()
    demand_of(user)
    assert second_step.is_demanded(user)


def test_being_an_administrator_demands_nothing() -> None:
    assert not second_step.is_demanded(make_user(is_superuser=True))


def test_an_app_is_told_the_secret_and_whose_it_is() -> None:
    key = "3132333435363738393031323334353637383930"  # RFC 6238's
    address = second_step.address_of(key, user=make_user("ana"), issuer="News: room")
    parts = urlsplit(address)
    assert (parts.scheme, parts.netloc, parts.path) == ("otpauth", "totp", "/News%20%20room%3Aana")
    assert parse_qs(parts.query)["secret"] == ["GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"]
    assert second_step.written(key).startswith("GEZD GNBV ")
