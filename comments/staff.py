"""The names that only the staff may bear below a page."""

from django.db.models import QuerySet
from wagtail.models import Page

from accounts.models import User
from comments.models import CommentableMixin

# Whoever may do one of these works in the newsroom.
STAFF_PERMISSIONS = ("wagtailadmin.access_admin", "comments.moderate_comment")
BACKEND = "django.contrib.auth.backends.ModelBackend"


def staff_names(page: Page) -> frozenset[str]:
    """Names of the active staff, of the site, and of those who signed the page.

    `page` is specific. Five queries for a post, however many people there are, and two more when
    Wagtail does not have the addresses of its sites at hand.
    """
    names = {*_names_of_users(), *_site_names(page)}
    if isinstance(page, CommentableMixin):
        names.update(page.byline_names())
    return frozenset(name.strip() for name in names if name.strip())


def _names_of_users() -> list[str]:
    return [name for user in _staff() for name in (user.get_full_name(), user.get_username())]


def _staff() -> QuerySet[User]:
    may_enter, may_moderate = (
        User.objects.with_perm(permission, backend=BACKEND) for permission in STAFF_PERMISSIONS
    )
    return may_enter | may_moderate


def _site_names(page: Page) -> list[str]:
    """What the newsroom calls itself: the site's name, and its front page in each language."""
    site = page.get_site()
    if site is None:
        return []
    fronts = site.root_page.get_translations(inclusive=True)
    return [site.site_name, *fronts.values_list("title", flat=True)]
