"""Nobody's mailbox is filled with links to a new password."""

import pytest
from django.core import mail
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from accounts.models import User
from operations.limits import in_database
from operations.signing_in import pace

PAGE = reverse("wagtailadmin_password_reset")


@pytest.fixture
def ana_with_mail(ana: User) -> User:
    User.objects.filter(pk=ana.pk).update(email="ana@example.org")
    return ana


def ask(client: Client, email: str = "ana@example.org", *, address: str = "192.0.2.1"):
    return client.post(PAGE, {"email": email}, REMOTE_ADDR=address)


def test_a_link_is_mailed(ana_with_mail: User, client: Client) -> None:
    assert ask(client).status_code == 302
    assert len(mail.outbox) == 1


def test_a_sender_asks_ten_times_an_hour(ana_with_mail: User, client: Client) -> None:
    answers = [ask(client, f"{n}@example.org").status_code for n in range(11)]
    assert answers == [302] * pace.NEW_PASSWORDS_OF_A_SENDER + [429]


def test_a_mailbox_gets_ten_a_day(ana_with_mail: User, client: Client) -> None:
    for number in range(15):
        refused = ask(client, "Ana@Example.org ", address=f"198.51.100.{number}")
    assert refused.status_code == 429
    assert "That was too often" in refused.content.decode()
    assert len(mail.outbox) == pace.NEW_PASSWORDS_OF_A_MAILBOX


def test_while_nobody_can_count_nothing_is_mailed(
    ana_with_mail: User, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_options: object) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(in_database, "take", fail)
    assert ask(client).status_code == 503
    assert mail.outbox == []
