"""What the mails say, in plain text and in the language of the edition: titles, summaries, links.

Titles and summaries are the editors' own; no reader's word gets in. Nothing in a mail tells anybody
that it was opened.
"""

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings
from django.utils import timezone, translation
from django.utils.crypto import salted_hmac
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from blog.models import PostPage, Subscriber
from blog.newsletter import links
from blog.short_addresses import short_address
from operations.outbox import Mail

SALT = "blog.newsletter.mails"
IN_A_DIGEST = 30
LONGEST_SUBJECT = 150  # letters: no screen shows more, and a header of it stays a handful of lines


def confirmation(subscriber: Subscriber, *, now: datetime) -> Mail:
    """The one mail to an address that nobody has confirmed yet."""
    with translation.override(subscriber.locale.language_code):
        text = _(
            "Somebody, probably you, wants news by e-mail from %(host)s:\n"
            "%(what)s.\n\n"
            "If that was you, open this within seven days and press the button:\n"
            "%(link)s\n\n"
            "If not, do nothing. You will get no news, and your address will be deleted."
        ) % {
            "host": settings.SITE_URL.netloc,
            "what": what_of(subscriber),
            "link": links.confirm_url(subscriber),
        }
        subject = _("Please confirm that you want news by e-mail")
        return _mail(f"news:confirm:{subscriber.pk}:{_stamp(now)}", subscriber, subject, text)


def known_already(subscriber: Subscriber, *, now: datetime) -> Mail:
    """For an address that has confirmed and was typed once more: its way in, told to it alone."""
    with translation.override(subscriber.locale.language_code):
        text = _(
            "Somebody, probably you, asked %(host)s for news by e-mail:\n"
            "%(what)s.\n\n"
            "You get that already. To get less of it, or none:\n"
            "%(link)s"
        ) % {
            "host": settings.SITE_URL.netloc,
            "what": what_of(subscriber),
            "link": links.manage_url(subscriber),
        }
        subject = _("You get our news already")
        return _mail(f"news:known:{subscriber.pk}:{_stamp(now)}", subscriber, subject, text)


def one_post(subscriber: Subscriber, post: PostPage) -> Mail:
    """A post that has appeared. The key is of the post and the address: no address gets two."""
    with translation.override(subscriber.locale.language_code):
        key = f"news:{post.pk}:{address_key(subscriber.email)}"
        text = f"{_told(post)}\n\n{_footer(subscriber)}"
        return _mail(key, subscriber, one_line(post.title), text)


def digest(subscriber: Subscriber, posts: Sequence[PostPage], *, since: datetime) -> Mail:
    """What has appeared `since`, the oldest first. The key is of the subscriber and `since`."""
    with translation.override(subscriber.locale.language_code):
        subject = ngettext(
            "One new post: %(title)s", "%(count)d new posts: %(title)s and more", len(posts)
        ) % {"count": len(posts), "title": one_line(posts[0].title)}
        told = "\n\n".join(_told(post) for post in posts[:IN_A_DIGEST])
        if len(posts) > IN_A_DIGEST:
            told += _and_more(len(posts) - IN_A_DIGEST)
        key = f"news:digest:{subscriber.pk}:{_stamp(since)}"
        return _mail(key, subscriber, subject, f"{told}\n\n{_footer(subscriber)}")


def what_of(subscriber: Subscriber) -> str:
    """What somebody gets, and how often, in the language of the moment."""
    campaign = subscriber.campaign
    about = _("News of “%(title)s”") % {"title": campaign.title} if campaign else _("All news")
    return f"{one_line(about)} ({subscriber.get_frequency_display()})"


def one_line(text: str) -> str:
    """Words without line breaks, as a subject may have them, and not too many."""
    words = " ".join(text.split())
    return words if len(words) <= LONGEST_SUBJECT else f"{words[: LONGEST_SUBJECT - 1].rstrip()}…"


def address_key(email: str) -> str:
    """A keyed digest of an address, for a key that may be seen."""
    return salted_hmac(SALT, email.lower(), algorithm="sha256").hexdigest()


def _told(post: PostPage) -> str:
    """The address is the short one: it stays, and no mail program breaks it in two."""
    day = date_format(timezone.localtime(post.posted_at), "DATE_FORMAT")
    lines = [one_line(post.title), day, post.summary, links.absolute(short_address(post))]
    return "\n".join(line for line in lines if line)


def _and_more(number: int) -> str:
    text = ngettext("And %(count)d more post:", "And %(count)d more posts:", number)
    return f"\n\n{text % {'count': number}}\n{settings.SITE_URL.geturl()}"


def _footer(subscriber: Subscriber) -> str:
    """Why it came, and the way out."""
    asked = _("You asked for this mail: %(what)s.") % {"what": what_of(subscriber)}
    return "\n".join(["-- ", asked, _("To get less of it, or none:"), links.manage_url(subscriber)])


def _mail(key: str, subscriber: Subscriber, subject: str, text: str) -> Mail:
    """One press on the mail program's own button ends it (RFC 2369, RFC 8058)."""
    return Mail(
        key=key,
        recipient=subscriber.email,
        subject=subject,
        text=f"{text}\n",
        headers={
            "List-Unsubscribe": f"<{links.manage_url(subscriber)}>",
            "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        },
    )


def _stamp(moment: datetime) -> str:
    return f"{moment:%Y%m%dT%H%M%S.%f}"
