"""Fills the queue of a demo newsroom, by the doors that comments and decisions come in by.

It runs inside of that newsroom: `manage.py shell`.
"""

from collections.abc import Iterator
from datetime import timedelta

from django.contrib.auth.models import Group
from django.utils import timezone

from accounts.models import User
from blog.models import PostPage
from comments import appeals, claims, intake, moderation, notes, receipts, rulebook
from comments.models import Comment
from comments.moderation import Ruling
from comments.submission import Sender, Submission
from script.take_screenshots import said
from script.take_screenshots.said import Said

VOLUNTEERS = {"vera": ("Vera", "Lind"), "ana": ("Ana", "Ruiz"), "ben": ("Ben", "Haddad")}
WROTE_FOR = timedelta(minutes=4)


def make(*, password: str) -> dict[str, str]:
    """Everything; the numbers of comments by their keys, of the appeal, and a receipt's secret."""
    people = {username: _volunteer(username, password=password) for username in VOLUNTEERS}
    made = {each.key: _say(each, moderator=people["ana"]) for each in _all()}
    notes.add(made["maribel"], "I have asked Sam. The number may stand.", author=people["ana"])
    claims.claim([made["witness"].pk], user=people["ben"], now=timezone.now())
    return {key: str(comment.pk) for key, comment in made.items()} | {
        "appeal": str(made["rudi"].appeals.get().pk),
        "receipt": receipts.secret_of(made["tilda"]),
    }


def _all() -> Iterator[Said]:
    yield from said.OF_A_KNOWN_WRITER
    yield from said.OF_A_STRANGER_WHO_THREATENS
    yield from said.WAITING
    yield from said.REMOVED
    yield from said.signatures()
    yield from said.advertisements()


def _volunteer(username: str, *, password: str) -> User:
    first, last = VOLUNTEERS[username]
    user = User.objects.create_user(username, password=password, first_name=first, last_name=last)
    user.groups.add(Group.objects.get(name="Comment moderators"))
    return user


def _say(one: Said, *, moderator: User) -> Comment:
    post = PostPage.objects.get(slug=said.WEBINAR)
    comment = intake.submit_comment(_submission(one, post), page=post)
    if one.is_approved:
        moderation.approve(comment.pk, _ruling(comment, one, moderator))
    if one.rule:
        moderation.remove(comment.pk, _ruling(comment, one, moderator))
    if one.appeal:
        now = timezone.now()
        appeals.appeal(Comment.objects.get(pk=comment.pk), one.appeal, sender=_sender(one), now=now)
    return comment


def _submission(one: Said, post: PostPage) -> Submission:
    sent_at = timezone.now() - timedelta(hours=one.hours)
    theirs = Comment.objects.filter(page=post, author_name=one.answers)
    answered = theirs.order_by("created_at").first() if one.answers else None
    return Submission(
        page_id=post.pk,
        parent_id=answered.pk if answered else None,
        author_name=one.name,
        author_website="",
        body=one.words,
        key=_form(one.key),
        opened_at=sent_at - WROTE_FOR,
        sent_at=sent_at,
        is_honeypot_filled=False,
        sender=_sender(one),
        earlier_receipt=receipts.secret_for(_form(one.earlier)) if one.earlier else "",
    )


def _ruling(comment: Comment, one: Said, moderator: User) -> Ruling:
    return Ruling(
        moderator=moderator,
        seen_event_id=comment.events.latest("pk").pk,
        rule_version=rulebook.find(one.rule) if one.rule else None,
        explanation=one.told,
    )


def _form(key: str) -> str:
    """The key of the form that it was typed into."""
    return key.rjust(64, "0")


def _sender(one: Said) -> Sender:
    key = f"sender {one.sends_from or one.name}"
    return Sender(key=key, is_known=True, is_origin_proven=True)
