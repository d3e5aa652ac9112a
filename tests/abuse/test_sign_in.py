"""Abuse 32: planted sessions, forged log-ins, cookies that leak, sessions that live too long."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.urls import reverse

from accounts.models import User
from tests.comments.moderation_queue.staff import make_moderator, sign_in

pytestmark = pytest.mark.django_db

DOOR, OUT = reverse("wagtailadmin_login"), reverse("wagtailadmin_logout")
HOME = reverse("wagtailadmin_home")
PASSWORD = "a horse with a correct staple"


@pytest.fixture(autouse=True)
def _in_the_database():
    with override_settings(REDIS_URL=""):
        yield


@pytest.fixture
def ana() -> User:
    user = make_moderator("ana")
    user.set_password(PASSWORD)
    user.save()
    return user


def enter(client: Client):
    return client.post(DOOR, {"username": "ana", "password": PASSWORD})


def test_a_session_that_was_planted_before_is_not_the_one_afterwards(
    ana: User, client: Client
) -> None:
    planted = client.session
    planted["x"] = "y"
    planted.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = planted.session_key
    enter(client)
    assert client.session.session_key != planted.session_key
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = planted.session_key
    assert thief.get(HOME).status_code == 302


def test_another_site_signs_nobody_in(ana: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.get(DOOR)
    foreign = {"HTTP_ORIGIN": "https://evil.example"}
    answer = client.post(DOOR, {"username": "ana", "password": PASSWORD}, **foreign)
    assert answer.status_code == 403
    assert client.get(HOME).status_code == 302


def test_nor_does_it_sign_anybody_out(ana: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(ana)
    assert client.get(OUT).status_code == client.head(OUT).status_code == 405
    assert client.post(OUT, HTTP_ORIGIN="https://evil.example").status_code == 403
    assert client.get(HOME).status_code == 200


def test_signing_out_kills_the_session_everywhere_it_was_copied_to(
    ana: User, client: Client
) -> None:
    enter(client)
    copied = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.post(OUT)
    thief = Client()
    thief.cookies[settings.SESSION_COOKIE_NAME] = copied
    assert thief.get(HOME).status_code == 302


def test_a_new_password_ends_all_sessions(ana: User) -> None:
    thief = sign_in(ana)
    assert thief.get(HOME).status_code == 200
    ana.set_password("another horse, another staple")
    ana.save()
    assert thief.get(HOME).status_code == 302


def test_no_script_and_no_other_site_gets_at_the_cookies(ana: User, client: Client) -> None:
    client.get(DOOR)
    answer = enter(client)
    for name in (settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME):
        cookie = answer.cookies.get(name) or client.cookies[name]
        assert (bool(cookie["httponly"]), cookie["samesite"]) == (True, "Lax")


SHOW_COOKIES = """
from config.settings import production as p
names = (p.SESSION_COOKIE_SECURE, p.CSRF_COOKIE_SECURE,
         getattr(p, "SESSION_COOKIE_NAME", ""), getattr(p, "CSRF_COOKIE_NAME", ""))
print(*names)
"""


@pytest.mark.parametrize(
    ("site", "cookies"),
    [
        ("https://news.example", "True True __Host-sessionid __Host-csrftoken"),
        ("http://127.0.0.1:8000", "False False  "),
    ],
)
def test_over_https_cookies_are_secure_and_of_this_host_alone(tmp_path, site, cookies) -> None:
    environment = {**os.environ, "SITE_URL": site, "DATA_DIR": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", SHOW_COOKIES], env=environment, cwd=settings.BASE_DIR,
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.rstrip("\n") == cookies
