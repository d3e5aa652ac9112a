import pytest
from django.core.management import CommandError, call_command

from comments import seals
from comments.models import ModerationEvent
from tests.comments.seals.logbook import by_sql, make_log


@pytest.fixture
def sealed(post, moderator):
    make_log(post, moderator)
    seals.seal()


def said(capsys, *arguments):
    call_command("verify_log", *arguments)
    return capsys.readouterr().out


def test_a_log_that_stands_is_counted_and_its_newest_seal_named(sealed, capsys):
    digest = seals.newest().digest
    assert said(capsys) == (
        f"9 events in 1 seals are as they were sealed; newest seal 1: {digest}\n"
    )


@pytest.mark.django_db
def test_a_log_before_its_first_seal_stands(capsys):
    assert said(capsys) == "0 events in 0 seals are as they were sealed\n"


def test_every_fault_has_a_line_and_the_command_fails(sealed, capsys):
    first, second = ModerationEvent.objects.order_by("pk")[:2]
    by_sql("UPDATE comments_moderationevent SET reason = 'spam' WHERE id = %s", first.pk)
    by_sql("DELETE FROM comments_moderationevent WHERE id = %s", second.pk)
    with pytest.raises(CommandError, match="2 found"):
        said(capsys)
    assert capsys.readouterr().out == (
        f"event {first.pk} is not as it was sealed\nevent {second.pk} is missing\n"
    )


def test_a_seal_that_somebody_noted_must_be_there(sealed, capsys):
    noted = seals.newest().digest
    assert "as they were sealed" in said(capsys, "--published", noted.upper())
    with pytest.raises(CommandError, match="1 found"):
        said(capsys, "--published", "0" * 64)
