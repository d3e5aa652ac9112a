from datetime import timedelta

import pytest
from django.http import QueryDict

from comments import bans
from comments.blocks import Entry
from comments.desk.ban_form import BanForm
from comments.models import BlockKind
from comments.names import skeleton
from comments.standing import email_digest

MARKS = [Entry(BlockKind.EMAIL, "digest"), Entry(BlockKind.NAME, "otto", "Otto")]


def filled(marks=(), **fields):
    sent = QueryDict(mutable=True)
    sent.update({"kind": "name", "days": "30", "reason": "threats"} | fields)
    return BanForm(sent, marks=marks)


def test_the_surest_mark_of_a_comment_is_chosen_at_first():
    form = BanForm(marks=MARKS)
    assert form.chosen == BlockKind.EMAIL
    assert [kind for kind, _label in form.fields["kind"].choices] == ["email", "name"]
    assert "typed" not in form.fields


def test_thirty_days_and_a_reason_are_filled_in():
    form = BanForm(marks=MARKS)
    assert (form["days"].value(), str(form["reason"].value())) == ("30", "Broke the rules")
    assert [label for _days, label in form.fields["days"].choices] == [
        "1 day",
        "7 days",
        "30 days",
        "90 days",
        "365 days",
    ]


def test_a_mark_of_a_comment_is_banned_with_the_reason_given():
    form = filled(MARKS, kind="email")
    assert form.is_valid()
    assert form.entry == Entry(BlockKind.EMAIL, "digest", "", "threats")


def test_what_a_comment_does_not_have_cannot_be_banned():
    form = filled(MARKS, kind="sender")
    assert not form.is_valid()
    assert "choose again" in str(form.errors["kind"])


@pytest.mark.parametrize(
    ("kind", "typed", "value", "shown"),
    [
        ("name", "Otto", skeleton("Otto"), "Otto"),
        ("email", "O@example.org", email_digest("o@example.org"), ""),
    ],
)
def test_without_a_comment_a_name_or_an_address_is_typed(kind, typed, value, shown):
    form = filled(kind=kind, typed=typed)
    assert form.is_valid()
    assert form.entry == Entry(kind, value, shown, "threats")


@pytest.mark.parametrize(
    "fields",
    [
        {"typed": ""},
        {"typed": "..."},
        {"typed": "Otto", "kind": "email"},
        {"typed": "Otto", "kind": "sender"},
        {"typed": "Otto", "kind": "host"},
        {"typed": "Otto", "days": "2"},
        {"typed": "Otto", "days": ""},
        {"typed": "Otto", "reason": ""},
        {"typed": "x" * 201},
        {"typed": "Otto", "up_to": "9" * 30},
    ],
)
def test_what_makes_no_ban_is_named(fields):
    assert filled(**fields).errors


def test_every_time_that_is_offered_ends(db, moderator):
    assert max(bans.DAYS) <= timedelta(days=365).days
