import logging
from datetime import UTC, datetime, timedelta

import pytest

from comments import moderation, serving, tasks
from comments.learning import labels, refit, study, versions
from comments.models import ChangeKind, SpamFilter, SpamFilterChange, SpamLabel, SpamModel
from comments.spam import seed
from comments.states import Action, CommentStatus
from tests.comments.factories import make_comment, make_user
from tests.comments.learning.deciding import decide
from tests.comments.learning.making import forget_models, labelled
from tests.comments.learning.texts import HONEST, NEW_SPAM, SPAM, features_of, texts_like

pytestmark = pytest.mark.usefixtures("tiny_seed")

NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)
NOW = NINE + timedelta(days=30)


def taught(post, *, new=2, day=0, **fields):
    """Labels of a day: honest ones, spam, and some of a kind that the seed does not know."""
    at = NINE + timedelta(days=day)
    for text, number, is_spam in ((HONEST, 24, False), (SPAM, 8, True), (NEW_SPAM, new, True)):
        for each in texts_like(text, number, beginning_with=100 * day):
            labelled(post, each, is_spam=is_spam, decided_at=at, **fields)


def score_of(text):
    return serving.current().model.score(features_of(text))


def test_the_filter_learns_what_people_decided(post):
    before = score_of(NEW_SPAM)
    taught(post, new=3)
    change = refit.learn(NOW)
    assert change.kind == ChangeKind.ACTIVATED
    assert serving.current().model.version == change.model_id
    assert score_of(NEW_SPAM) > before


def test_a_version_knows_its_origin_and_its_figures(post):
    taught(post)
    first = refit.learn(NOW).model
    taught(post, day=1)
    version = refit.learn(NOW + timedelta(hours=1)).model
    assert (version.parent, version.created_at) == (first, NOW + timedelta(hours=1))
    assert (version.spam_labels, version.honest_labels) == (20, 48)
    assert version.seed_digest == seed.digest()
    assert version.figures["labels_until"] == (NINE + timedelta(days=1)).isoformat()
    assert version.figures["after"]["auc"] > 0.9
    assert version.figures["objections"] == []


def test_learning_takes_note_of_when_and_of_how_much(post):
    taught(post)
    refit.learn(NOW)
    row = SpamFilter.current()
    assert (row.labels_changed, row.learned_at) == (0, NOW)


def test_labels_that_come_while_it_learns_wait_for_the_next_time(post, monkeypatch):
    taught(post)
    look = study.gate.compare

    def meanwhile(*args, **kwargs):
        labels.count_changes(3)
        return look(*args, **kwargs)

    monkeypatch.setattr(study.gate, "compare", meanwhile)
    refit.learn(NOW)
    assert SpamFilter.current().labels_changed == 3


@pytest.mark.parametrize(
    "act",
    [
        lambda: versions.pause(actor=None),
        lambda: SpamFilter.objects.update(learned_at=NINE),
        lambda: versions.roll_back(actor=None),
        lambda: versions.move_thresholds(-15.0, -14.0, actor=None),
    ],
)
def test_what_is_changed_while_it_learns_is_left_so(post, monkeypatch, act):
    taught(post)
    refit.learn(NOW)
    taught(post, day=1)
    look = study.gate.compare
    monkeypatch.setattr(study.gate, "compare", lambda *a, **k: (act(), look(*a, **k))[1])
    assert refit.learn(NOW) is None
    assert SpamModel.objects.count() == 1


def test_a_refused_version_does_not_serve_and_the_log_says_why(post, monkeypatch, caplog):
    monkeypatch.setattr(study.gate, "MOST_AUC_LOST", -1.0)
    taught(post)
    with caplog.at_level(logging.INFO):
        change = refit.learn(NOW)
    assert (change.kind, change.detail["objections"]) == (ChangeKind.REFUSED, ["auc_falls"])
    assert (change.model.was_refused, bytes(change.model.weights)) == (True, b"")
    assert serving.current().model.version == 0
    assert f"version {change.model_id} refused" in caplog.text
    assert "auc_falls" in caplog.text
    assert SpamFilter.current().labels_changed == 0


def test_an_activated_version_is_one_line_of_the_log(post, caplog):
    taught(post)
    with caplog.at_level(logging.INFO):
        change = refit.learn(NOW)
    assert f"version {change.model_id} activated" in caplog.text
    assert "'auc'" in caplog.text
    assert SpamFilterChange.objects.count() == 1


def test_nothing_is_learned_while_it_is_paused(post):
    taught(post)
    versions.pause(actor=None)
    assert refit.learn(NOW) is None
    assert not refit.is_due(SpamFilter.current(), now=NOW)


@pytest.mark.parametrize(
    ("changed", "hours", "due"),
    [(20, 0, True), (19, 0, False), (1, 24, True), (1, 23, False), (0, 100, False)],
)
def test_it_learns_after_twenty_labels_or_a_day(changed, hours, due):
    row = SpamFilter(labels_changed=changed, learned_at=NOW - timedelta(hours=hours))
    assert refit.is_due(row, now=NOW) is due


def test_the_first_label_of_all_waits_for_nothing():
    assert refit.is_due(SpamFilter(labels_changed=1), now=NOW)


def test_an_undone_decision_is_forgotten_with_the_next_version(post, moderator):
    for day in range(2):
        taught(post, new=0, day=day, moderator=moderator)
    refit.learn(NOW)
    before = score_of(NEW_SPAM)
    comment = make_comment(post, NEW_SPAM, status=CommentStatus.PENDING)
    event = decide(comment, Action.MARK_SPAM, moderator)
    refit.learn(NOW)
    assert score_of(NEW_SPAM) > before
    moderation.undo(event.pk, moderator=moderator)
    refit.learn(NOW + timedelta(hours=1))
    assert score_of(NEW_SPAM) == pytest.approx(before, abs=1e-6)


def test_when_all_labels_are_gone_the_seed_alone_speaks(post):
    before = score_of(NEW_SPAM)
    taught(post)
    refit.learn(NOW)
    SpamLabel.objects.all().delete()
    change = refit.learn(NOW + timedelta(hours=1))
    assert change.model.figures["labels_until"] is None
    assert score_of(NEW_SPAM) == pytest.approx(before)


def test_a_reversed_day_teaches_nothing_and_is_named(post, moderator):
    hostile = make_user("hostile")
    taught(post, moderator=moderator)
    for each in texts_like(HONEST, 30):
        labelled(post, each, is_spam=True, decided_at=NINE, moderator=hostile)
    figures = refit.learn(NOW).model.figures
    assert figures["doubted"] == [{"moderator": hostile.pk, "on": "2026-03-02"}]
    assert figures["doubted_labels"] == 30
    assert score_of(HONEST) < -2


def test_the_worker_learns_when_it_is_due(post, clock):
    taught(post)
    tasks.learn_from_decisions()
    tasks.learn_from_decisions()
    assert SpamFilterChange.objects.count() == 1


def test_the_clock_asks_every_minute(settings):
    assert ("comments.tasks.learn_from_decisions", 60) in settings.CLOCK_JOBS


def test_what_was_learned_survives_a_new_process(post):
    taught(post, new=3)
    refit.learn(NOW)
    learned = score_of(NEW_SPAM)
    forget_models()
    assert score_of(NEW_SPAM) == learned


def said(post, text, number, **fields):
    for each in texts_like(text, number):
        labelled(post, each, decided_at=NINE, **fields)


@pytest.mark.parametrize(("text", "is_spam"), [(NEW_SPAM, True), (HONEST, False)])
def test_nothing_is_learned_from_labels_of_one_kind(post, text, is_spam):
    said(post, text, 30, is_spam=is_spam)
    assert refit.learn(NOW) is None
    assert not SpamModel.objects.exists()
    row = SpamFilter.current()
    assert (row.labels_changed, row.learned_at) == (0, NOW)  # the next labels wake it again


def test_a_version_goes_when_too_few_labels_of_a_kind_are_left(post):
    taught(post)
    refit.learn(NOW)
    before = score_of(NEW_SPAM)
    SpamLabel.objects.filter(is_spam=True).first().delete()
    change = refit.learn(NOW + timedelta(hours=1))
    assert (change.kind, change.model.spam_labels) == (ChangeKind.ACTIVATED, 0)
    assert score_of(NEW_SPAM) < before


def test_a_version_that_cannot_serve_counts_as_having_learned_nothing(post, monkeypatch):
    known = []
    look = refit.study
    monkeypatch.setattr(
        refit, "study", lambda *a, **k: (known.append(k["known_before"].any()), look(*a, **k))[1]
    )
    taught(post)
    first = refit.learn(NOW).model
    taught(post, day=1)
    SpamModel.objects.filter(pk=first.pk).update(weights=b"broken")
    forget_models()
    refit.learn(NOW + timedelta(hours=1))
    taught(post, day=2)
    refit.learn(NOW + timedelta(hours=2))
    assert known == [False, False, True]


def test_what_was_rolled_back_is_not_learned_again_by_itself(post):
    taught(post)
    refit.learn(NOW)
    versions.roll_back(actor=None)
    taught(post, day=1)
    tasks.learn_from_decisions()
    assert serving.current().model.version == 0
