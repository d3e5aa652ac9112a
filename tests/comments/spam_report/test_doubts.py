import pytest

from comments.models import ChangeKind, SpamFilterChange
from comments.spam_report.doubts import doubts
from tests.comments.learning.making import make_version
from tests.comments.spam_report.past import send

pytestmark = pytest.mark.usefixtures("tiny_seed")

DAY = "2026-03-04"


def doubt(*moderators):
    make_version(figures={"doubted": [{"moderator": each, "on": DAY} for each in moderators]})


def test_days_in_doubt_bear_names_where_the_account_is_there(root):
    doubt(root.pk, None, 10**9)
    gone = "somebody whose account is gone"
    assert [each.name for each in doubts()] == ["Ruth Root", gone, gone]


def test_an_administrator_vouches_for_a_day_by_its_button(root, browser):
    doubt(root.pk, None)
    first, second = doubts()
    response = send(browser, "vouch", day=first.key)
    assert (response.status_code, response.url) == (303, "/admin/spam-filter/")
    change = SpamFilterChange.objects.get()
    assert (change.kind, change.actor) == (ChangeKind.VOUCHED, root)
    assert change.detail == {"moderator": root.pk, "on": DAY}
    assert doubts() == [second]
    send(browser, "vouch", day=second.key)
    assert doubts() == []


@pytest.mark.parametrize("day", ["", "x", f"99 {DAY}"])
def test_nobody_vouches_for_a_day_that_is_not_in_doubt(root, browser, day):
    doubt(root.pk)
    send(browser, "vouch", day=day)
    assert not SpamFilterChange.objects.exists()


def test_doubts_cost_three_queries(root, django_assert_num_queries):
    doubt(*range(1, 20))
    with django_assert_num_queries(3):
        doubts()
