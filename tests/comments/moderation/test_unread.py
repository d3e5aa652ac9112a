import pytest

from comments import moderation
from comments.models import Comment
from comments.moderation.unread import evidence_of, unread
from tests.comments.factories import make_comment

LINK = {"sign": "new_host", "detail": "casino.example"}


@pytest.mark.parametrize("evidence", [[], [{"sign": "duplicate"}], ["personal_data"], None, {}])
def test_other_evidence_and_what_is_none_needs_no_reading(evidence):
    assert not moderation.needs_reading(evidence, read=[])


@pytest.mark.parametrize("sign", ["personal_data", "staff_name", "blocked", "check_failed"])
def test_what_could_do_harm_is_read_even_when_another_like_it_was(sign):
    evidence = [{"sign": sign, "detail": "x"}]
    assert moderation.needs_reading(evidence, read=evidence)


def test_a_link_is_read_unless_the_one_that_was_read_has_it_too():
    assert moderation.needs_reading([LINK], read=[])
    assert moderation.needs_reading([LINK], read=[LINK | {"detail": "other.example"}])
    assert not moderation.needs_reading([LINK], read=[LINK])


def test_those_to_be_read_are_told_by_their_number(post):
    make_comment(post)
    found = make_comment(post, evidence=[LINK])
    assert list(unread(Comment.objects.all(), read=[])) == [found.pk]
    assert list(unread(Comment.objects.all(), read=evidence_of(found.pk))) == []


@pytest.mark.django_db
def test_nothing_was_found_in_what_is_gone():
    assert evidence_of(7) == []


BROKEN = [["a"], {"a": 1}, 7, None]


@pytest.mark.parametrize("detail", BROKEN)
@pytest.mark.parametrize("sign", ["links", *BROKEN])
def test_a_broken_row_of_evidence_is_read_as_text(sign, detail):
    row = {"sign": sign, "detail": detail}
    assert not moderation.needs_reading([row], read=[row])
