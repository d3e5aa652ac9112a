"""Adds to a demo newsroom what a demo does not have: decisions, a report, an appeal, plans.

Run in the newsroom's own settings: `python -m tests.upgrades.filling`. It uses the product's own
doors, so that a dump holds what a newsroom of that version would.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

import django

WORDS = (
    "I will be there on Thursday, and so will two neighbours.",
    "Is the room on the ground floor?",
    "The agenda says something else, please look again.",
    "This was sent by mistake.",
    "These are words that nobody should have to read.",
    "Who decides about that, and when?",
)
FAR_OFF = datetime(2100, 1, 5, 17, 0, tzinfo=UTC)


def fill() -> None:
    """All of it; call it once, after `make_demo`."""
    from django.utils import timezone

    from blog.models import PostPage

    now = timezone.now()
    post = PostPage.objects.live().order_by("path").first()
    _decide(_sent(post, now), now)
    _plan(post)
    _seal(now)


def _sent(post: Any, now: datetime) -> list[Any]:  # Any: models come with the settings
    from comments import intake
    from comments.submission import Sender, Submission

    return [
        intake.submit_comment(
            Submission(
                page_id=post.pk,
                parent_id=None,
                author_name=f"Reader {number}",
                author_website="",
                body=words,
                key=f"form {number} of an upgrade",
                opened_at=now - timedelta(minutes=2),
                sent_at=now,
                is_honeypot_filled=False,
                sender=Sender(key=f"sender {number}", is_known=True, is_origin_proven=True),
            ),
            page=post,
        )
        for number, words in enumerate(WORDS)
    ]


def _decide(sent: list[Any], now: datetime) -> None:
    """One comment each published, reported, binned, removed and trashed; the last waits."""
    from accounts.models import User
    from comments import appeals, moderation, reports, rulebook
    from comments.models import ReportReason
    from comments.moderation import Ruling
    from comments.states import Reason
    from comments.submission import Sender

    moderator = User.objects.create_superuser("moderator")  # without a password nobody signs in
    somebody = Sender(key="somebody else", is_known=True, is_origin_proven=True)

    def ruling(comment: Any, **fields: Any) -> Ruling:
        seen = comment.events.latest("pk").pk
        return Ruling(moderator=moderator, seen_event_id=seen, **fields)

    published, reported, binned, trashed, removed, _waits = sent
    moderation.approve(published.pk, ruling(published))
    moderation.approve(reported.pk, ruling(reported))
    moderation.mark_spam(binned.pk, ruling(binned))
    moderation.trash(trashed.pk, ruling(trashed))
    moderation.remove(removed.pk, ruling(removed, rule_version=rulebook.find(Reason.ABUSE)))
    for comment in sent:
        comment.refresh_from_db()
    complaint = reports.Complaint(reason=ReportReason.NAMES_ME, words="That is my name.")
    reports.report(reported, complaint, reporter=somebody, now=now)
    appeals.appeal(removed, "They were a quotation.", sender=somebody, now=now)


def _plan(post: Any) -> None:
    """An address that leads on, and a post that is still to come."""
    from wagtail.contrib.redirects.models import Redirect

    from blog.models import PostPage

    Redirect.objects.create(old_path="/an-old-address", redirect_page=post)
    coming = PostPage(
        title="A post of the far future",
        slug="far-future",
        locale=post.locale,
        live=False,
        posted_at=FAR_OFF,
        go_live_at=FAR_OFF,
        body=[("paragraph", "<p>It is still to come.</p>")],
    )
    post.get_parent().add_child(instance=coming)
    coming.save_revision().publish()


def _seal(now: datetime) -> None:
    """As the worker will, some minutes later."""
    from comments.seals.sealing import seal_one

    while seal_one(now + timedelta(minutes=30)):
        pass


if __name__ == "__main__":
    django.setup()
    fill()
