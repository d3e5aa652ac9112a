"""Somebody of each group that a newsroom begins with."""

from django.contrib.auth.models import Group
from django.test import Client

from accounts.models import User
from tests.comments.factories import make_user
from tests.comments.moderation_queue.staff import sign_in

AUTHORS, EDITORS = "Authors", "Editors"
MODERATORS, ADMINISTRATORS = "Comment moderators", "Administrators"
GROUPS = (AUTHORS, EDITORS, MODERATORS, ADMINISTRATORS)


def make_member(group: str, username: str = "") -> User:
    """An account in a group."""
    user = make_user(username or group.lower().replace(" ", "-"))
    user.groups.add(Group.objects.get(name=group))
    return user


def window_of(group: str) -> Client:
    """A browser in which somebody of the group is signed in."""
    return sign_in(make_member(group))
