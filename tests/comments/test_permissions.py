import importlib

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser, Group, Permission
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from comments import permissions
from tests.comments.factories import make_user
from tests.comments.moderation_queue import staff

groups = importlib.import_module("comments.migrations.0002_groups")


@pytest.fixture
def group(db):
    Group.objects.filter(name=groups.GROUP).delete()
    groups.make_group(apps, None)
    return Group.objects.get(name=groups.GROUP)


@pytest.mark.parametrize(
    ("role", "expected"),
    [("editor", False), ("outsider", True), ("moderator", True), ("administrator", True)],
)
def test_only_the_permission_makes_a_moderator(newsroom, role, expected):
    assert permissions.may_moderate(staff.ROLES[role]()) is expected


def test_a_visitor_may_not_moderate():
    assert not permissions.may_moderate(AnonymousUser())


def test_a_moderator_who_left_may_not_moderate(newsroom):
    assert not permissions.may_moderate(staff.make_moderator(is_active=False))


@pytest.mark.parametrize("user", [AnonymousUser(), None])
def test_nobody_passes_as_moderator_without_the_right(rf, db, user):
    request = rf.get("/")
    request.user = user or make_user()
    with pytest.raises(PermissionDenied):
        permissions.require_moderator(request)


def test_a_moderator_is_no_administrator(rf, newsroom):
    request = rf.get("/")
    request.user = staff.make_moderator()
    assert permissions.require_moderator(request) == request.user
    with pytest.raises(PermissionDenied):
        permissions.require_administrator(request)


def test_the_form_for_groups_offers_the_right_to_moderate(db):
    assert [permission.codename for permission in permissions.grantable()] == ["moderate_comment"]


def test_comment_moderators_have_two_rights_and_no_other(group):
    names = {f"{p.content_type.app_label}.{p.codename}" for p in group.permissions.all()}
    assert names == {staff.ENTER, staff.MODERATE}
    assert not group.page_permissions.exists()
    assert not group.collection_permissions.exists()


def can_do_nothing_with(client, url):
    """Whether the admin sends its visitor back to the dashboard, whatever is tried."""
    answers = [client.get(url), client.post(url)]
    return all((answer.status_code, answer.url) == (302, "/admin/") for answer in answers)


@pytest.mark.parametrize(
    "name",
    [f"wagtailadmin_pages:{name}" for name in ("edit", "delete", "unpublish", "copy", "move")]
    + ["wagtailadmin_explore", "wagtailadmin_pages:add_subpage"]
    + ["wagtailimages:index", "wagtailimages:add", "wagtaildocs:index", "wagtaildocs:add"]
    + ["wagtailusers_users:index", "wagtailusers_groups:index", "wagtailsites:index"]
    + ["wagtailredirects:index", "wagtailsnippets:index", "wagtailadmin_workflows:index"],
)
def test_a_comment_moderator_can_touch_nothing_but_comments(group, post, name):
    user = make_user()
    user.groups.add(group)
    url = reverse(name, args=[post.pk] if "page" in name or "explore" in name else [])
    assert can_do_nothing_with(staff.sign_in(user), url)


def test_the_group_can_be_made_before_django_has_made_the_permission(db):
    Permission.objects.filter(codename="moderate_comment").delete()
    Group.objects.filter(name=groups.GROUP).delete()
    groups.make_group(apps, None)
    assert permissions.grantable().get().name == "Can moderate reader comments"


def test_the_group_goes_when_the_migration_is_taken_back(group):
    groups.remove_group(apps, None)
    assert not Group.objects.filter(name=groups.GROUP).exists()
