"""Where every page of ours is. It runs inside of a newsroom, after `scene`: `manage.py shell`."""

from django.urls import reverse
from wagtail.models import Page
from wagtail.users.models import UserProfile

from accounts.models import User
from blog.models import PostPage
from comments.models import Appeal, Comment, Rule
from home.models import HomePage

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
    """Every page of one language, and what readers meet between them."""
    home = HomePage.objects.get(locale__language_code=language)
    post = PostPage.objects.live().filter(locale=home.locale).order_by("path").first()
    search = f"{post.get_parent().url}search/"
    said = Comment.objects.published().first()
    return [
        *(page.url for page in Page.objects.live().descendant_of(home, inclusive=True)),
        *(f"{search}?q=county", f"{search}?q=zzzz", f"{post.url}?order=newest"),
        *(f"{home.url}transparency/", f"{home.url}nothing-stands-here/"),
        reverse("comments:form", args=[post.pk]),
        reverse("comments:report", args=[said.pk]),
        reverse("comments:rules_in", args=[language]),
        *(reverse(f"comments:{name}", args=[receipt]) for name in ("receipt", "receipt_appeal")),
    ]


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
