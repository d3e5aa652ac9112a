import pytest
from django.core.management import CommandError, call_command

from comments.models import ModerationEvent, MonthlyFigures
from comments.states import Action
from tests.comments.transparency.past import day, removals

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def past():
    removals(7, day(12))


def said(capsys, what):
    call_command("transparency", what)
    return capsys.readouterr().out


def test_rebuilding_counts_every_month(past, capsys):
    assert said(capsys, "rebuild") == "4 months counted from the log\n"


def test_a_report_that_is_what_the_log_says_is_verified(past, capsys):
    said(capsys, "rebuild")
    assert said(capsys, "verify").startswith("4 months, ")


def test_without_a_log_there_is_nothing_wrong(capsys):
    assert said(capsys, "verify").startswith("0 months, ")


def test_a_figure_that_the_log_does_not_have_is_named_by_its_month(past, capsys):
    said(capsys, "rebuild")
    row = MonthlyFigures.objects.earliest("month")
    row.figures["totals"]["removed"] += 1
    row.save()
    with pytest.raises(CommandError, match="2025-12"):
        said(capsys, "verify")


def test_an_event_that_went_from_the_log_is_missed(past, capsys):
    said(capsys, "rebuild")
    ModerationEvent.objects.filter(action=Action.REMOVE).first().delete()
    with pytest.raises(CommandError, match="2025-12"):
        said(capsys, "verify")
