"""Whatever happens to a thread, its count, its pages and its addresses tell the same story."""

import random
import re
from datetime import timedelta

import pytest

from comments import archive, conf, intake, moderation
from comments.models import Comment, ModerationEvent
from comments.states import CommentStatus
from comments.threads import Place, count_for, counts_for, place_of, visible_thread
from tests.comments.factories import SAID_AT, make_ruling, make_submission
from tests.comments.reader import publish_what_is_clean
from tests.comments.threads.talk import numbers, numbers_in_conversation

ARTICLE = re.compile(r'<article id="comment-(\d+)" class="comment"')
ROUNDS = 60


class Crowd:
    """Readers, moderators and an importer who do anything that they may, in any order."""

    def __init__(self, page, moderator, seed):
        self.page, self.moderator = page, moderator
        self.chance = random.Random(seed)  # noqa: S311  (no secret)
        self.clock = SAID_AT

    def act(self):
        name = self.chance.choice(
            ["submit", "submit", "bring_in", "decide", "undo", "hang", "take"]
        )
        getattr(self, name)()

    def submit(self):
        self.clock += timedelta(minutes=self.chance.randrange(2))
        answered = self.one_of(self.comments().published()) if self.chance.random() < 0.7 else None
        key = f"key {self.chance.random()}"
        submission = make_submission(
            self.page,
            key,
            key=key,
            parent_id=answered and answered.pk,
            opened_at=self.clock - timedelta(minutes=1),
            sent_at=self.clock,
        )
        intake.submit_comment(submission, page=self.page)

    def bring_in(self):
        parent = self.one_of(self.comments())
        status = self.chance.choice(CommentStatus.values)
        archive.add(
            archive.ArchivedComment(
                page_id=self.page.pk,
                parent_id=parent.pk if parent and self.chance.random() < 0.8 else None,
                author_name="Bea",
                body_html="Words",
                created_at=self.clock - timedelta(minutes=self.chance.randrange(9)),
                status=CommentStatus(status),
                removed_by="unknown" if status == CommentStatus.REMOVED else "",
            )
        )

    def decide(self):
        if comment := self.one_of(self.comments()):
            decide = self.chance.choice(list(moderation.ACTS.values()))
            ruling = make_ruling(comment, self.moderator, reason="abuse")
            self.attempt(lambda: decide(comment.pk, ruling))

    def undo(self):
        if event := ModerationEvent.objects.last():
            self.attempt(lambda: moderation.undo(event.pk, moderator=self.moderator))

    def hang(self):
        comment = self.one_of(self.comments())
        parent = self.one_of(self.comments())
        if comment:
            self.attempt(lambda: archive.set_parent(comment.pk, parent.pk))

    def take(self):
        if comment := self.one_of(self.comments()):
            self.attempt(lambda: moderation.withdraw(comment.pk, keeps_name=False))

    def comments(self):
        """All of them, in the order in which they came: their numbers are random."""
        return Comment.objects.filter(events__from_status="").order_by("events__pk")

    def attempt(self, act):
        """What is refused changes nothing."""
        try:
            act()
        except (moderation.DecisionRefused, archive.ParentLoop):
            return

    def one_of(self, comments):
        found = list(comments)
        return self.chance.choice(found) if found else None


@pytest.fixture
def small_pages(monkeypatch):
    monkeypatch.setattr(conf, "CONVERSATIONS_ON_A_PAGE", 3)
    monkeypatch.setattr(conf, "ANSWERS_ON_A_PAGE", 6)
    monkeypatch.setattr(conf, "MAX_ANSWERS_SHOWN", 4)
    monkeypatch.setattr(conf, "ANSWERS_IN_A_CONVERSATION", 3)


def by_the_rule(page):
    """What shows: the visible, and all that has something visible below it. Told anew, slowly."""
    comments = list(Comment.objects.filter(page=page))
    parents = {comment.pk: comment.parent_id for comment in comments}
    shown = {c.pk for c in comments if c.status in ("published", "removed")}
    for number in list(shown):
        while number := parents[number]:
            shown.add(number)
    return shown


def roots(page):
    """The first comment of each comment's conversation, found by climbing."""
    comments = list(Comment.objects.filter(page=page))
    parents = {comment.pk: comment.parent_id for comment in comments}
    found = {}
    for number in parents:
        top = number
        while parents[top]:
            top = parents[top]
        found[number] = None if top == number else top
    return found


@pytest.mark.parametrize("seed", range(6))
def test_count_and_pages_agree_after_any_sequence_of_acts(
    client, newsroom, post, moderator, small_pages, seed
):
    publish_what_is_clean(newsroom)
    crowd = Crowd(post, moderator, seed)
    for _round in range(ROUNDS):
        crowd.act()
        assert set(Comment.objects.shown().values_list("pk", flat=True)) == by_the_rule(post)
    shown = by_the_rule(post)
    assert dict(Comment.objects.values_list("pk", "root_id")) == roots(post)
    assert counts_for([post]).get(post.pk, 0) == count_for(post.pk) == len(shown)
    for order in ("oldest", "newest"):
        assert sorted(articles_on_all_pages(client, post, order)) == sorted(shown)
    for comment in Comment.objects.filter(pk__in=shown):
        place = place_of(comment, order="oldest")
        assert comment.pk in numbers(visible_thread(post, place).entries)


def articles_on_all_pages(client, post, order):
    """Each comment that a reader finds: once on a page, or else in a conversation cut short."""
    found, cut = [], []
    thread = visible_thread(post, Place(order=order))
    for number in range(1, thread.pages + 1):
        place = Place(number=number, order=order)
        html = client.get(post.url + place.query).content.decode()
        found += [int(n) for n in ARTICLE.findall(html)]
        cut += [e.comment.pk for e in visible_thread(post, place).entries if e.more]
        assert f"{thread.count} comment" in html or not thread.count
    assert len(found) == len(set(found))
    whole = set().union(*(numbers_in_conversation(post, root) for root in cut))
    return [*found, *(whole - set(found))]
