"""What the mails say: plain words of our own and a link, in the language of the recipient.

No word of a comment, no name, no title and no address of anybody else: mailboxes are shared,
scanned and seized.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import User
from comments import receipts
from comments.models import Appeal, Comment, Subscription, Topic
from comments.notifications import links
from operations.outbox import Mail


@dataclass(frozen=True, kw_only=True)
class Outstanding:
    """How much waits for one moderator; `oldest_at` is when the oldest comment was sent."""

    waiting: int
    oldest_at: datetime | None
    reported: int
    appeals: int
    late_appeals: int

    def __bool__(self) -> bool:
        """Whether there is anything to do."""
        return bool(self.waiting or self.reported or self.appeals)


def confirmation(subscription: Subscription, *, now: datetime) -> Mail:
    """The one mail to an address that nobody has confirmed yet."""
    with translation.override(subscription.language):
        text = _(
            "Somebody, probably you, wants to be told by e-mail at %(host)s:\n"
            "%(topic)s.\n\n"
            "If that was you, open this within three days and press the button:\n"
            "%(link)s\n\n"
            "If not, do nothing. You will get no other mail, and your address will be deleted."
        ) % {
            "host": settings.SITE_URL.netloc,
            "topic": subscription.get_topic_display(),
            "link": links.confirm_url(subscription),
        }
        return Mail(
            key=f"confirm:{subscription.pk}:{now:%Y%m%dT%H%M%S}",
            recipient=subscription.email,
            subject=_("Please confirm your address"),
            text=text,
            headers=_way_out(links.manage_url(subscription)),
        )


def news(subscription: Subscription, comments: Sequence[Comment], *, number: int) -> Mail:
    """What happened to `comments`, the first one first. `number` makes the mail's key unique."""
    with translation.override(subscription.language):
        what, link = _headline(subscription, len(comments)), _place(subscription, comments[0])
        key = f"subscription:{subscription.pk}:notice:{number}"
        return _to_reader(subscription, what, link=link, key=key)


def appeal_answered(subscription: Subscription, appeal: Appeal) -> Mail:
    """That a moderator has looked again; the receipt says what came of it."""
    with translation.override(subscription.language):
        what = _("A moderator has looked at your comment again")
        link = _place(subscription, appeal.comment)
        key = f"appeal:{appeal.pk}:subscription:{subscription.pk}"
        return _to_reader(subscription, what, link=link, key=key)


def waiting(user: User, *, count: int, oldest_at: datetime, number: int) -> Mail:
    """How many comments wait for a moderator. `number` makes the mail's key unique."""
    with translation.override(language_of(user)):
        what = ngettext("%(count)d comment is waiting", "%(count)d comments are waiting", count) % {
            "count": count
        }
        since = _("The oldest has waited for %(time)s.") % {"time": timesince(oldest_at)}
        queue = links.absolute(reverse("reader_comments:queue"))
        footer = _("You get this as a moderator. To get no more of it:")
        way_out = links.moderator_url(user)
        return Mail(
            key=f"moderator:{user.pk}:notice:{number}",
            recipient=user.email,
            subject=what,
            text=f"{what}.\n{since}\n{queue}\n\n-- \n{footer}\n{way_out}\n",
            headers=_way_out(way_out),
        )


def digest(user: User, outstanding: Outstanding, *, day: date) -> Mail:
    """How much there is for a moderator to do on the morning of `day`."""
    with translation.override(language_of(user)):
        footer = _("You get this once a day as a moderator. To get no more of it:")
        way_out = links.moderator_url(user)
        lines = "\n".join(_to_do(outstanding))
        return Mail(
            key=f"moderator:{user.pk}:digest:{day}",
            recipient=user.email,
            subject=_("What waits for moderators"),
            text=f"{lines}\n\n-- \n{footer}\n{way_out}\n",
            headers=_way_out(way_out),
        )


def language_of(user: User) -> str:
    """The language that somebody of the staff has chosen for the admin, or the newsroom's."""
    profile = getattr(user, "wagtail_userprofile", None)
    return (profile and profile.preferred_language) or settings.LANGUAGE_CODE


def _to_do(outstanding: Outstanding) -> Iterator[str]:
    """A line for each kind of work, and where it is done."""
    queue = links.absolute(reverse("reader_comments:queue"))
    if count := outstanding.waiting:
        text = ngettext("%(count)d comment is waiting", "%(count)d comments are waiting", count)
        yield f"{text % {'count': count}}."
        if outstanding.oldest_at:
            yield _("The oldest has waited for %(time)s.") % {
                "time": timesince(outstanding.oldest_at)
            }
        yield queue
    if count := outstanding.reported:
        text = ngettext("%(count)d comment is reported.", "%(count)d comments are reported.", count)
        yield text % {"count": count}
        yield f"{queue}?status=reported"
    if count := outstanding.appeals:
        text = ngettext("%(count)d appeal is waiting.", "%(count)d appeals are waiting.", count)
        yield text % {"count": count}
        if late := outstanding.late_appeals:
            text = ngettext("%(count)d of them is late.", "%(count)d of them are late.", late)
            yield text % {"count": late}
        yield links.absolute(reverse("reader_comments:appeals"))


def _to_reader(subscription: Subscription, what: str, *, link: str, key: str) -> Mail:
    way_out = links.manage_url(subscription)
    footer = _("You asked for this mail. To get less of it, or none:")
    return Mail(
        key=key,
        recipient=subscription.email,
        subject=what,
        text=f"{what}:\n{link}\n\n-- \n{footer}\n{way_out}\n",
        headers=_way_out(way_out),
    )


def _headline(subscription: Subscription, count: int) -> str:
    if subscription.topic == Topic.DECISION:
        return _("A moderator has decided about your comment")
    if subscription.topic == Topic.REPLIES:
        text = ngettext(
            "Somebody answered your comment", "%(count)d answers to your comment", count
        )
    else:
        text = ngettext(
            "A new comment below a post that you follow",
            "%(count)d new comments below a post that you follow",
            count,
        )
    return text % {"count": count}


def _place(subscription: Subscription, comment: Comment) -> str:
    """The receipt tells of a decision, whatever it was; everything else is to be read."""
    secret = receipts.secret_of(comment) if subscription.topic == Topic.DECISION else ""
    if secret:
        return links.absolute(reverse("comments:receipt", args=[secret]))
    return links.absolute(reverse("comments:permalink", args=[comment.pk]))


def _way_out(url: str) -> dict[str, str]:
    """One press on the mail program's own button ends it (RFC 2369, RFC 8058)."""
    return {"List-Unsubscribe": f"<{url}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
