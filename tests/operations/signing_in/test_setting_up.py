"""A new secret is kept in the session until the app proves that it has it."""

from urllib.parse import unquote

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest
from django.test import RequestFactory
from wagtail.models import ModelLogEntry

from accounts.models import User
from operations.signing_in.setting_up import SESSION_KEY, SettingUp
from tests.accounts.phone import shown_code


@pytest.fixture
def request_of_ana(rf: RequestFactory, ana: User) -> HttpRequest:
    request = rf.post("/", {"code": "1"})
    request.session = SessionStore()
    return request


def with_code(request: HttpRequest, code: str) -> HttpRequest:
    request.POST = {"code": code}
    return request


def test_the_secret_stays_the_same_while_it_is_set_up(
    request_of_ana: HttpRequest, ana: User
) -> None:
    first = SettingUp(request_of_ana, ana).key
    assert SettingUp(request_of_ana, ana).key == first
    assert SettingUp(request_of_ana, ana).attempt().status == 422
    assert SettingUp(request_of_ana, ana).key == first


def test_the_picture_holds_no_word_of_another_host(request_of_ana: HttpRequest, ana: User) -> None:
    picture = SettingUp(request_of_ana, ana).context["picture"]
    assert picture.startswith("data:image/svg+xml")
    assert "<script" not in unquote(picture)


def test_a_right_code_ends_it_and_is_noted_without_the_secret(
    request_of_ana: HttpRequest, ana: User
) -> None:
    key = SettingUp(request_of_ana, ana).key
    setting_up = SettingUp(with_code(request_of_ana, shown_code(key)), ana)
    assert setting_up.attempt().is_right
    assert len(setting_up.codes) == 10
    assert SESSION_KEY not in request_of_ana.session
    entry = ModelLogEntry.objects.get(action="accounts.second_step_on")
    assert entry.data == {}
