import pytest

from comments.desk.irreversible_form import OUT_OF_SIGHT, AskForm
from comments.models import IrreversibleKind, Writer
from tests.comments.factories import make_comment


def asked(**initial):
    return AskForm(initial=initial)


def wanted(**initial):
    return set(asked(**initial).comments())


@pytest.mark.parametrize("status", ["spam", "removed", "trashed"])
def test_one_comment_that_is_out_of_sight_can_be_purged(post, status):
    comment = make_comment(post, status=status)
    make_comment(post, status=status)
    assert wanted(kind="purge", comment=comment.pk) == {comment}


@pytest.mark.parametrize("status", ["published", "pending"])
def test_what_is_in_sight_is_not_purged_by_itself(post, status):
    comment = make_comment(post, status=status)
    assert wanted(kind="purge", comment=comment.pk) == set()
    assert wanted(kind="export", comment=comment.pk) == {comment}


def test_all_of_a_proven_writer_can_be_meant_wherever_it_stands(post):
    writer = Writer.objects.create()
    theirs = {make_comment(post, status=s, writer=writer) for s in ("published", "spam")}
    make_comment(post, writer=Writer.objects.create())
    assert wanted(kind="purge", author=min(theirs, key=lambda c: c.pk).pk) == theirs


def test_who_proved_nothing_is_no_writer(post):
    comment = make_comment(post)
    make_comment(post)
    assert wanted(kind="purge", author=comment.pk) == set()


def test_a_list_is_narrowed_as_the_moderator_saw_it(post):
    spam = make_comment(post, "casino", status="spam")
    make_comment(post, "honest", status="spam")
    make_comment(post, "casino", status="trashed")
    assert wanted(kind="purge", list="status=spam&q=casino") == {spam}


@pytest.mark.parametrize("status", ["", "status=pending", "status=published", "status=x&q=y"])
def test_a_list_of_what_is_in_sight_is_not_purged(post, status):
    make_comment(post)
    make_comment(post, status="pending")
    assert wanted(kind="purge", list=status) == set()


def test_of_all_states_only_what_is_out_of_sight_is_meant(post):
    spam = make_comment(post, status="spam")
    make_comment(post)
    assert wanted(kind="purge", list="status=all") == {spam}


@pytest.mark.parametrize("typed", ["", "x", "-1", "0", "9" * 5_000, "7"])
def test_what_is_no_comment_is_none(post, typed):
    make_comment(post, status="spam")
    for name in ("comment", "author"):
        assert wanted(kind="purge", **{name: typed}) == set()


@pytest.mark.parametrize("kind", ["", "x"])
def test_an_unknown_kind_is_refused_when_it_is_sent(kind):
    assert asked(kind=kind).asked_kind == IrreversibleKind.PURGE
    assert "kind" in AskForm({"kind": kind, "password": "x"}).errors


def test_nothing_is_asked_for_without_a_password():
    assert "password" in AskForm({"kind": "purge", "comment": "1"}).errors


@pytest.mark.parametrize("wrong", ["since=2026-13-45", f"q={'a' * 201}"])
@pytest.mark.parametrize("kind", ["purge", "export"])
def test_a_list_whose_filter_makes_no_sense_is_of_none_and_says_so(post, kind, wrong):
    make_comment(post, status="spam")
    assert wanted(kind=kind, list=f"status=spam&{wrong}") == set()
    assert asked(kind=kind, list=f"status=spam&{wrong}").wrong_filters()
    assert not asked(kind=kind, list="status=spam").wrong_filters()
    assert not asked(kind=kind).wrong_filters()


def test_only_what_is_out_of_sight_is_purged_without_a_writer():
    assert set(OUT_OF_SIGHT) == {"spam", "removed", "trashed"}
