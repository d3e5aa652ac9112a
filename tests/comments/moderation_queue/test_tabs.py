import pytest

from comments.models import Comment, Report
from comments.moderation_queue import tabs
from tests.comments.factories import make_comment


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0"), (9_999, "9,999"), (10_000, "10,000"), (10_001, "10,000+")]
)
def test_a_count_says_when_nobody_counted_further(number, said):
    assert tabs.bounded(number) == said


def test_lists_are_counted_together_and_as_far_as_anybody_wants(
    post, monkeypatch, django_assert_num_queries
):
    monkeypatch.setattr(tabs, "MOST_COUNTED", 2)
    for _ in range(5):
        comment = make_comment(post)
    everything = Comment.objects.all()
    lists = {"all": everything, "some": everything.filter(pk=comment.pk), "none": everything.none()}
    with django_assert_num_queries(1):
        counts = tabs.count(lists | {"reports": Report.objects.all()})
    assert counts == {"all": 3, "some": 1, "none": 0, "reports": 0}


def test_nothing_to_count_asks_nobody(db, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert tabs.count({"none": Comment.objects.none()}) == {"none": 0}
