"""A browser in front of the staff's door, and somebody who may go in."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import reverse

from accounts.models import User
from tests.comments.moderation_queue.staff import make_moderator

PASSWORD = "a horse with a correct staple"
HOME = reverse("wagtailadmin_home")
Knock = Callable[..., HttpResponse]


@pytest.fixture(autouse=True)
def _in_the_database():
    """A shared Redis would remember what other tests counted."""
    with override_settings(REDIS_URL=""):
        yield


@pytest.fixture
def ana(db: None) -> User:
    user = make_moderator("ana")
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def knock(client: Client) -> Knock:
    """Sends a name and a password from an address."""

    def send(
        password: str = PASSWORD, *, name: str = "ana", address: str = "192.0.2.1", **fields: str
    ) -> HttpResponse:
        data = {"username": name, "password": password, **fields}
        return client.post(reverse("wagtailadmin_login"), data, REMOTE_ADDR=address)

    return send


def is_in(client: Client) -> bool:
    """Whether the admin opens."""
    return client.get(HOME).status_code == 200
