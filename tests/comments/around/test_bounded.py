import pytest
from django.utils import translation

from comments.around.bounded import MOST_SHOWN, CountUpTo, said
from comments.models import Comment
from tests.comments.factories import make_comment, make_user


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0"), (MOST_SHOWN, "999"), (MOST_SHOWN + 1, "999+"), (10**6, "999+")]
)
def test_nobody_is_told_more_than_999(number, words):
    with translation.override("en"):
        assert said(number) == words


@pytest.mark.parametrize(("most", "counted"), [(2, 2), (5, 3)])
def test_no_more_rows_are_read_than_the_slice_has(post, most, counted):
    for _ in range(3):
        make_comment(post)
    rows = Comment.objects.order_by().values("pk")[:most]
    asked = type(make_user()).objects.annotate(number=CountUpTo(rows))
    assert asked.values_list("number", flat=True).get() == counted


def test_of_nothing_there_are_none(db):
    asked = type(make_user()).objects.annotate(number=CountUpTo(Comment.objects.filter(pk__in=[])))
    assert asked.get().number == 0
