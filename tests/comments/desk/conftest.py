import pytest

from tests.comments.moderation_queue.staff import make_moderator, sign_in


@pytest.fixture
def ana(newsroom):
    return make_moderator("ana", first_name="Ana", last_name="Ruiz")


@pytest.fixture
def browser(ana):
    """Ana's browser."""
    return sign_in(ana)
