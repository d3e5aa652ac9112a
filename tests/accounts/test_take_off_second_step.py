"""The way in for whoever lost phone and codes: by the hand of who runs the newsroom."""

import pytest
from django.core.management import CommandError, call_command

from accounts import second_step
from tests.accounts.phone import give_phone
from tests.comments.factories import make_user

pytestmark = pytest.mark.django_db


def test_the_password_lets_in_again(capsys: pytest.CaptureFixture[str]) -> None:
    user = make_user("ana")
    give_phone(user)
    call_command("take_off_second_step", "ana")
    user.refresh_from_db()
    assert not second_step.is_set_up(user)
    assert "ana signs in by password alone from now on" in capsys.readouterr().out


def test_a_name_that_nobody_has_is_an_error() -> None:
    with pytest.raises(CommandError, match="nobody here is called otto"):
        call_command("take_off_second_step", "otto")


def test_so_is_an_account_without_a_second_step() -> None:
    make_user("ana")
    with pytest.raises(CommandError, match="already"):
        call_command("take_off_second_step", "ana")
