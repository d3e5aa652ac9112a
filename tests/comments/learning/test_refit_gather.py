from datetime import UTC, datetime, timedelta

import pytest

from comments.learning import refit, versions
from comments.spam import seed
from comments.spam.features import VERSION
from tests.comments.factories import make_user
from tests.comments.learning.making import labelled
from tests.comments.learning.texts import HONEST, texts_like

pytestmark = pytest.mark.usefixtures("tiny_seed")

NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)


def test_all_labels_of_this_featuriser_are_gathered_in_the_order_of_their_decisions(
    post, moderator
):
    later = labelled(post, decided_at=NINE + timedelta(hours=1), is_spam=True, moderator=moderator)
    first = labelled(post, decided_at=NINE)
    labelled(post, featuriser=VERSION + 1)
    gathered = refit.gather(seed.load())
    assert gathered.decided_at == (first.decided_at, later.decided_at)
    assert gathered.examples.is_spam.tolist() == [False, True]


def test_the_newest_are_taken_of_too_many(post, monkeypatch):
    monkeypatch.setattr(refit, "MOST_LABELS", 2)
    for hour in range(3):
        labelled(post, decided_at=NINE + timedelta(hours=hour))
    assert refit.gather(seed.load()).decided_at[0] == NINE + timedelta(hours=1)


def test_a_label_that_cannot_be_read_is_left_out(post, caplog):
    labelled(post)
    broken = labelled(post, features=b"broken")
    assert len(refit.gather(seed.load())) == 1
    assert f"label of comment {broken.comment_id}" in caplog.text


def test_the_day_is_the_newsrooms(post, moderator, settings):
    settings.TIME_ZONE = "America/Los_Angeles"
    labelled(post, HONEST, is_spam=True, decided_at=datetime(2026, 3, 3, 4, tzinfo=UTC))
    for each in texts_like(HONEST, 9):
        labelled(post, each, is_spam=True, decided_at=datetime(2026, 3, 3, 4, tzinfo=UTC))
    [day] = refit.gather(seed.load()).doubted
    assert day.on.isoformat() == "2026-03-02"


def test_a_vouched_day_is_read_from_the_log(post, moderator):
    administrator = make_user("admin")
    for each in texts_like(HONEST, 9):
        labelled(post, each, is_spam=True, decided_at=NINE, moderator=moderator)
    [day] = refit.gather(seed.load()).doubted
    versions.vouch(day.moderator, day.on, actor=administrator)
    assert refit.gather(seed.load()).doubted == frozenset()


def test_without_labels_there_is_an_empty_lesson(db):
    assert len(refit.gather(seed.load())) == 0
