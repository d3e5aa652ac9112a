import pytest

from tests.comments.learning.making import tiny_seed
from tests.comments.moderation_queue.staff import make_administrator, make_moderator, sign_in

__all__ = ["tiny_seed"]


@pytest.fixture
def root(newsroom):
    return make_administrator("root", first_name="Ruth", last_name="Root")


@pytest.fixture
def browser(root):
    """The administrator's browser."""
    return sign_in(root)


@pytest.fixture
def volunteer(newsroom):
    """A moderator's browser."""
    return sign_in(make_moderator("ana", first_name="Ana", last_name="Ruiz"))
