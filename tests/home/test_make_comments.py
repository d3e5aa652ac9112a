from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from comments.models import Comment
from tests import pages

pytestmark = pytest.mark.django_db


@pytest.fixture
def demo():
    pages.make_newsroom()
    call_command("make_demo", stdout=StringIO())


def said(*arguments):
    out = StringIO()
    call_command("make_comments", *arguments, stdout=out)
    return out.getvalue().strip()


def test_a_demo_is_filled(demo):
    before = Comment.objects.count()
    told = said("--posts", "2", "--published", "5", "--waiting", "3", "--spam", "1", "--alike", "2")
    assert told == "Made comments on 2 invented posts: 5 published, 3 waiting, 1 spam."
    assert Comment.objects.count() == before + 9


def test_what_is_no_demo_is_left_alone_unless_it_is_forced():
    post = pages.make_post(pages.make_newsroom())
    with pytest.raises(CommandError, match="not a demo"):
        said("--published", "1")
    assert not Comment.objects.exists()
    said("--published", "1", "--force")
    assert Comment.objects.get().page_id != post.pk


@pytest.mark.parametrize(
    "arguments",
    [
        ["--posts", "0"],
        ["--published", "-1"],
        ["--waiting", "1", "--alike", "2"],
        ["--answers", "101"],
    ],
)
def test_impossible_numbers_are_refused(demo, arguments):
    with pytest.raises(CommandError):
        said(*arguments)
