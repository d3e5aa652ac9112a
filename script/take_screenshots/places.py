"""Where every page of ours is. It runs inside of a newsroom, after `scene`: `manage.py shell`."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.conf import settings
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from accounts.models import User
from blog.models import PostPage
from comments.models import Appeal, Comment, Rule
from home.models import HomePage

LOCATION = re.compile("<loc>(.*?)</loc>")
TABS = ("pending", "published", "spam", "removed", "trashed", "all")
OF_THE_DESK = (
    *("blocks", "add_block", "bans", "log", "authorities", "irreversible", "ask_irreversible"),
    *("sections", "appeals", "rules", "add_rule", "statistics"),
)
OF_A_COMMENT = ("history", "author", "redact")
OF_THE_FILTER = ("report", "versions", "thresholds", "terms", "changes")
OTHERS = (
    *("wagtailadmin_home", "wagtailadmin_account", "second_step_settings"),
    *("news_subscribers", "page_views", "failed_work"),
)


def of_readers(language: str, *, receipt: str) -> list[str]:
    """Every page and archive of one language, and what readers meet between them."""
    home = HomePage.objects.get(locale__language_code=language)
    post = PostPage.objects.live().filter(locale=home.locale).order_by("path").first()
    search = f"{post.get_parent().url}search/"
    said = Comment.objects.published().first()
    return [
        *(path for path in _listed() if path.startswith("/es/") == (language == "es")),
        *(f"{search}?q=county", f"{search}?q=zzzz", f"{post.url}?order=newest"),
        *(f"{home.url}transparency/", f"{home.url}nothing-stands-here/"),
        reverse("comments:form", args=[post.pk]),
        reverse("comments:report", args=[said.pk]),
        reverse("comments:rules_in", args=[language]),
        *(reverse(f"comments:{name}", args=[receipt]) for name in ("receipt", "receipt_appeal")),
    ]


def _listed() -> Iterator[str]:
    """The path of every page and archive, as the sitemap has it."""
    client = Client(headers={"host": settings.SITE_URL.netloc})
    for part in LOCATION.findall(client.get("/sitemap.xml").content.decode()):
        for address in LOCATION.findall(client.get(urlsplit(part).path).content.decode()):
            yield urlsplit(address).path


def of_staff(language: str, *, username: str) -> list[str]:
    """Every screen of ours in the admin, which speaks this language to that user from now on."""
    profile = UserProfile.get_for_user(User.objects.get(username=username))
    profile.preferred_language = language
    profile.save()
    waiting, queue = Comment.objects.waiting().first(), reverse("reader_comments:queue")
    return [
        *(f"{queue}?status={tab}" for tab in TABS),
        f"{queue}?q=zzzz",
        *(reverse(f"reader_comments:{name}") for name in OF_THE_DESK),
        *(reverse(f"reader_comments:{name}", args=[waiting.pk]) for name in OF_A_COMMENT),
        reverse("reader_comments:raid", args=[waiting.page_id]),
        reverse("reader_comments:appeal", args=[Appeal.objects.first().pk]),
        reverse("reader_comments:change_rule", args=[Rule.objects.first().pk]),
        *(reverse(f"spam_filter:{name}") for name in OF_THE_FILTER),
        *map(reverse, OTHERS),
    ]
