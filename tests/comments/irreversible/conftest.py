import pytest

from tests.comments.moderation_queue.staff import make_administrator


@pytest.fixture
def root(db):
    return make_administrator()


@pytest.fixture(autouse=True)
def data_folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path
