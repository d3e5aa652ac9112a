import pytest
from django.urls import reverse

from comments import moderation, rulebook
from comments.models import BulkItem, BulkJob, BulkOutcome, Comment, ModerationEvent
from comments.moderation import JointDecision, jobs
from comments.states import Action, CommentStatus
from tests.comments.factories import make_comment, make_ruling
from tests.comments.moderation_queue.desk import QUEUE


@pytest.fixture
def waiting(post):
    return [
        make_comment(post, status=CommentStatus.PENDING, author_name=name)
        for name in ("Ana", "<b>Bea", "Cid")
    ]


def start(moderator):
    decision = JointDecision(action=Action.APPROVE, moderator=moderator)
    newest = ModerationEvent.objects.latest("pk").pk
    return jobs.start(Comment.objects.waiting(), decision, up_to=newest)


def address(job):
    return reverse("reader_comments:job", args=[job.pk])


def read(browser, job, **query):
    return browser.get(address(job), query).content.decode()


def test_a_job_that_runs_shows_how_far_it_is_without_a_script(waiting, ana, browser, monkeypatch):
    monkeypatch.setattr(jobs, "MAX_AT_ONCE", 0)
    monkeypatch.setattr("comments.moderation.carrying.CHUNK", 2)
    job = start(ana)
    jobs.carrying.carry_out_some(job.pk)
    html = read(browser, job, back="q=x")
    assert "2 of 3 are settled." in html
    assert f'href="{address(job)}?back=q%3Dx">Refresh</a>' in html
    assert '<progress class="job__progress" max="3" value="2"' in html
    jobs.carry_on()
    html = read(browser, job)
    assert "Approved 3 comments." in html
    assert ">Refresh</a>" not in html


@pytest.mark.parametrize("is_retired", [True, False])
def test_what_a_changed_rule_called_off_is_told_and_named(
    waiting, ana, browser, monkeypatch, is_retired
):
    monkeypatch.setattr(jobs, "MAX_AT_ONCE", 0)
    monkeypatch.setattr("comments.moderation.carrying.CHUNK", 1)
    version = rulebook.find("privacy")
    decision = JointDecision(action=Action.REMOVE, moderator=ana, rule_version=version)
    newest = ModerationEvent.objects.latest("pk").pk
    job = jobs.start(Comment.objects.waiting(), decision, up_to=newest)
    jobs.carrying.carry_out_some(job.pk)
    if is_retired:
        rulebook.retire(version.rule, user=ana)
    else:
        rulebook.publish(version.rule, texts={"en": ("Another", "Another.")}, user=ana)
    jobs.carry_on()
    html = read(browser, job)
    assert "The rule was changed or retired meanwhile; the others are left as they are." in html
    assert "<dt>Left as they are</dt><dd>2</dd>" in html
    assert html.count("The rule was changed or retired before this comment") == 2


def test_a_rule_that_changes_later_explains_nothing(waiting, ana, browser):
    version = rulebook.find("privacy")
    decision = JointDecision(action=Action.REMOVE, moderator=ana, rule_version=version)
    moderation.remove(waiting[0].pk, make_ruling(waiting[0], ana, rule_version=version))
    newest = ModerationEvent.objects.latest("pk").pk
    job = jobs.start(Comment.objects.all(), decision, up_to=newest)
    rulebook.retire(version.rule, user=ana)
    html = read(browser, job)
    assert "The rule was changed" not in html
    assert "<dt>Not possible from where it stands</dt><dd>1</dd>" in html


def test_no_page_of_a_job_reloads_by_itself(waiting, ana, browser, monkeypatch):
    monkeypatch.setattr(jobs, "MAX_AT_ONCE", 0)
    response = browser.get(address(start(ana)))
    assert "Refresh" not in response.headers
    assert 'http-equiv="refresh"' not in response.content.decode().lower()


def test_each_that_was_left_is_named_with_why_and_the_others_counted(waiting, ana, browser):
    Comment.objects.filter(pk=waiting[1].pk).update(evidence=[{"sign": "blocked", "detail": "x"}])
    html = read(browser, start(ana), back="q=x")
    assert "<dt>Done</dt><dd>2</dd>" in html
    assert "<dt>Has to be read first</dt><dd>1</dd>" in html
    history = reverse("reader_comments:history", args=[waiting[1].pk])
    assert f'<a href="{history}?back=q%3Dx"><bdi>&lt;b&gt;Bea</bdi></a>' in html
    assert f'href="{QUEUE}?q=x"' in html


@pytest.mark.parametrize(
    ("outcome", "why"),
    [
        (BulkOutcome.STALE, "A reader sent this comment"),
        (BulkOutcome.REFUSED, "that step is not possible"),
    ],
)
def test_it_says_why_in_a_sentence(waiting, ana, browser, outcome, why):
    job = start(ana)
    ModerationEvent.objects.exclude(action=Action.SUBMIT).delete()
    BulkItem.objects.filter(comment_id=waiting[0].pk).update(outcome=outcome)
    assert why in read(browser, job)


def test_what_was_deleted_since_is_counted_and_not_named(waiting, ana, browser):
    job = start(ana)
    ModerationEvent.objects.all().delete()
    BulkItem.objects.update(outcome=BulkOutcome.STALE)
    waiting[0].delete()
    html = read(browser, job)
    assert "and 1 more</li>" in html
    assert "that step is not possible" in html


def test_it_is_taken_back_once(waiting, ana, browser):
    job = start(ana)
    undo = reverse("reader_comments:undo_alike", args=[job.pk])
    assert undo in read(browser, job)
    browser.post(undo)
    back = BulkJob.objects.get(undoes=job)
    assert undo not in read(browser, job)
    html = read(browser, back)
    assert "Took 3 decisions back." in html
    assert ">Undo</button>" not in html


def test_what_is_forgotten_is_not_found(waiting, ana, browser):
    job = start(ana)
    BulkJob.objects.all().delete()
    assert browser.get(address(job)).status_code == 404
    assert moderation.undo(waiting[0].events.latest("pk").pk, moderator=ana)


def test_the_page_takes_as_many_queries_for_three_as_for_one(
    waiting, ana, browser, django_assert_max_num_queries
):
    for comment in waiting:
        moderation.trash(comment.pk, make_ruling(comment, ana))
        moderation.restore(comment.pk, make_ruling(comment, ana))
    job = start(ana)
    browser.get(address(job))
    with django_assert_max_num_queries(16):
        browser.get(address(job))
