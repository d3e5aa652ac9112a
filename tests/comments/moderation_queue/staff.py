"""Everybody who may knock at the queue's door, signed in or not."""

from collections.abc import Callable

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from wagtail.models import GroupPagePermission, Page

from accounts.models import User
from comments.models import SectionModerator
from tests.comments.factories import make_user

ENTER = "wagtailadmin.access_admin"
MODERATE = "comments.moderate_comment"
WRITE_PAGES = tuple(
    f"wagtailcore.{action}_page" for action in ("add", "change", "publish", "bulk_delete")
)


def make_moderator(username: str = "ana", **fields: str) -> User:
    """Somebody with the two rights that Comment moderators have."""
    return _grant(make_user(username, **fields), ENTER, MODERATE)


def make_senior(username: str = "sara", **fields: str) -> User:
    """A moderator with the right that counts once there are senior moderators."""
    comment = ContentType.objects.get(app_label="comments", model="comment")
    senior, _ = Permission.objects.get_or_create(
        content_type=comment, codename="senior_moderator", defaults={"name": "Senior"}
    )
    user = make_moderator(username, **fields)
    user.user_permissions.add(senior)
    return user


def give_section(user: User, page: Page) -> None:
    """Let somebody moderate a page and what is below it, and nothing else."""
    SectionModerator.objects.create(user=user, page=page)


def make_editor(username: str = "eddy", **fields: str) -> User:
    """Somebody who may write, publish and delete every page, and moderate nothing."""
    user = _grant(make_user(username, **fields), ENTER)
    group = Group.objects.create(name=f"group of {username}")
    user.groups.add(group)
    for name in WRITE_PAGES:
        GroupPagePermission.objects.create(
            group=group, page=Page.get_first_root_node(), permission=_permission(name)
        )
    return user


def make_administrator(username: str = "root", **fields: str) -> User:
    """Somebody who may do everything."""
    return make_user(username, is_superuser=True, **fields)


def make_outsider(username: str = "otto", **fields: str) -> User:
    """Somebody with the right to moderate, but not to enter the admin."""
    return _grant(make_user(username, **fields), MODERATE)


ROLES: dict[str, Callable[[], User | None]] = {
    "anonymous": lambda: None,
    "outsider": make_outsider,
    "editor": make_editor,
    "moderator": make_moderator,
    "administrator": make_administrator,
}


def sign_in(user: User | None) -> Client:
    """A browser in which `user` is signed in, or nobody."""
    client = Client()
    if user:
        client.force_login(user)
    return client


def _grant(user: User, *names: str) -> User:
    user.user_permissions.add(*[_permission(name) for name in names])
    return user


def _permission(name: str) -> Permission:
    app_label, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app_label, codename=codename)
