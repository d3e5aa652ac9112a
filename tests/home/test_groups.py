"""The groups that a newsroom begins with, and how those of earlier versions become them."""

import importlib

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupApprovalTask, GroupPagePermission, Workflow

from tests.comments.factories import make_user
from tests.home.staff import ADMINISTRATORS, AUTHORS, EDITORS, GROUPS, MODERATORS, window_of
from tests.pages import make_newsroom, make_post

groups = importlib.import_module("home.migrations.0005_groups")

pytestmark = pytest.mark.django_db


@pytest.fixture
def earlier():
    """The names of the version before, with somebody in each."""
    for new, old in ((AUTHORS, "Editors "), (EDITORS, "Publishers")):
        Group.objects.filter(name=new).update(name=old)
    Group.objects.filter(name="Editors ").update(name="Editors")
    Group.objects.filter(name=ADMINISTRATORS).delete()
    for name in ("Editors", "Publishers"):
        make_user(f"of {name}").groups.add(Group.objects.get(name=name))


def names():
    return set(Group.objects.values_list("name", flat=True))


def page_rights(name):
    given = GroupPagePermission.objects.filter(group__name=name)
    return set(given.values_list("permission__codename", flat=True))


def test_a_newsroom_begins_with_four():
    assert names() == set(GROUPS)


def test_people_stay_in_their_group_under_its_new_name(earlier):
    groups.make_groups(apps, None)
    assert names() == set(GROUPS)
    assert Group.objects.get(name=AUTHORS).user_set.get().username == "of Editors"
    assert Group.objects.get(name=EDITORS).user_set.get().username == "of Publishers"


def test_whoever_wrote_all_pages_goes_on_doing_so(earlier):
    change = Permission.objects.get(codename="change_page")
    writers = Group.objects.get(name="Editors")
    root = GroupPagePermission.objects.filter(group__name="Publishers")[0].page
    GroupPagePermission.objects.create(group=writers, page=root, permission=change)
    groups.make_groups(apps, None)
    assert page_rights(AUTHORS) == {"add_page", "change_page"}


def test_nobody_there_an_author_writes_own_drafts_only():
    assert page_rights(AUTHORS) == {"add_page"}


def test_a_newsroom_with_authors_of_its_own_keeps_its_names(earlier):
    own = Group.objects.create(name=AUTHORS)
    groups.make_groups(apps, None)
    assert names() == {AUTHORS, "Editors", "Publishers", MODERATORS, ADMINISTRATORS}
    assert not own.permissions.exists()


def test_groups_that_were_done_away_with_do_not_come_back():
    Group.objects.all().delete()
    groups.make_groups(apps, None)
    assert names() == {ADMINISTRATORS}


def test_a_group_of_administrators_that_is_there_is_left_alone(earlier):
    own = Group.objects.create(name=ADMINISTRATORS)
    groups.make_groups(apps, None)
    assert not own.permissions.exists()


def test_the_names_can_be_taken_back(earlier):
    groups.make_groups(apps, None)
    groups.take_back(apps, None)
    assert names() == {"Editors", "Publishers", MODERATORS}


def test_the_workflow_is_named_for_who_approves(earlier):
    Workflow.objects.create(name="Publishers approval")
    GroupApprovalTask.objects.create(name="Publishers approval")
    groups.make_groups(apps, None)
    assert Workflow.objects.filter(name="Editors approval").exists()
    assert GroupApprovalTask.objects.filter(name="Editors approval").exists()


OPENS = {
    "wagtailadmin_home": set(GROUPS),
    "wagtailimages:add": {AUTHORS, EDITORS, ADMINISTRATORS},
    "wagtaildocs:add": {AUTHORS, EDITORS, ADMINISTRATORS},
    "wagtailsnippets_blog_author:add": {AUTHORS, EDITORS, ADMINISTRATORS},
    "wagtailsnippets_blog_topic:add": {AUTHORS, EDITORS, ADMINISTRATORS},
    "wagtailsnippets_blog_series:add": {AUTHORS, EDITORS, ADMINISTRATORS},
    "wagtailredirects:index": {EDITORS, ADMINISTRATORS},
    "news_subscribers": {EDITORS, ADMINISTRATORS},
    "page_views": {AUTHORS, EDITORS, ADMINISTRATORS},
    "reader_comments:queue": {MODERATORS, ADMINISTRATORS},
    "wagtailusers_users:index": {ADMINISTRATORS},
    "wagtailusers_groups:index": {ADMINISTRATORS},
    "wagtailsites:index": {ADMINISTRATORS},
    "wagtailadmin_collections:index": {ADMINISTRATORS},
    "wagtailadmin_workflows:index": {ADMINISTRATORS},
}


@pytest.mark.parametrize("group", GROUPS)
def test_each_group_opens_its_own_screens_and_no_others(group):
    make_newsroom()
    window = window_of(group)
    opened = {name for name in OPENS if window.get(reverse(name)).status_code == 200}
    assert opened == {name for name, allowed in OPENS.items() if group in allowed}


@pytest.mark.parametrize("group", [EDITORS, ADMINISTRATORS])
def test_who_publishes_may_change_every_page(group):
    post = make_post(make_newsroom())
    answer = window_of(group).get(reverse("wagtailadmin_pages:edit", args=[post.pk]))
    assert answer.status_code == 200


@pytest.mark.parametrize("group", [AUTHORS, MODERATORS])
def test_others_change_nobodys(group):
    post = make_post(make_newsroom())
    answer = window_of(group).get(reverse("wagtailadmin_pages:edit", args=[post.pk]))
    assert answer.status_code == 302
