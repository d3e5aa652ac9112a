"""The names that only the staff may bear below a page."""

from django.db.models import QuerySet
from wagtail.models import Page, Site

from accounts.models import User
from comments.models import CommentableMixin
from operations import page_cache

# Whoever may do one of these works in the newsroom.
STAFF_PERMISSIONS = ("wagtailadmin.access_admin", "comments.moderate_comment")
BACKEND = "django.contrib.auth.backends.ModelBackend"


def staff_names(page: Page, site: Site | None) -> frozenset[str]:
    """Names of the active staff, of the site, and of those who signed the page.

    `page` is specific, `site` its own. Three queries for a post, however many people there are,
    and one while nothing changes.
    """
    return page_cache.while_unchanged((__name__, page.pk), lambda: _gather(page, site))


def _gather(page: Page, site: Site | None) -> frozenset[str]:
    names = {*_names_of_users(), *_names_of_site(site)}
    if isinstance(page, CommentableMixin):
        names.update(page.byline_names())
    return frozenset(name.strip() for name in names if name.strip())


def _names_of_users() -> list[str]:
    return [name for user in _staff() for name in (user.get_full_name(), user.get_username())]


def _staff() -> QuerySet[User]:
    may_enter, may_moderate = (
        User.objects.with_perm(permission, backend=BACKEND) for permission in STAFF_PERMISSIONS
    )
    return (may_enter | may_moderate).only("first_name", "last_name", "username")


def _names_of_site(site: Site | None) -> list[str]:
    """What the newsroom calls itself: the site's name, and its front page in each language."""
    if site is None:
        return []
    front = Page.objects.filter(pk=site.root_page_id).values("translation_key")
    fronts = Page.objects.filter(translation_key__in=front).order_by()
    return [site.site_name, *fronts.values_list("title", flat=True)]
