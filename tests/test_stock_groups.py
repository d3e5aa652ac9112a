"""Wagtail's stock groups under the names that say what they may do."""

import importlib

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupApprovalTask, Workflow

groups = importlib.import_module("accounts.migrations.0002_groups")
snippets = importlib.import_module("blog.migrations.0002_groups")


@pytest.fixture
def stock(db):
    """The names as Wagtail gives them."""
    Group.objects.all().delete()
    for name in ("Moderators", "Editors"):
        Group.objects.create(name=name)
    Workflow.objects.all().update(name="Moderators approval")
    GroupApprovalTask.objects.all().update(name="Moderators approval")


def names():
    return set(Group.objects.values_list("name", flat=True))


def test_whoever_publishes_pages_is_called_a_publisher(stock):
    groups.give_new_names(apps, None)
    assert names() == {"Publishers", "Editors"}


def test_their_workflow_is_named_for_them(stock):
    Workflow.objects.create(name="Moderators approval")
    GroupApprovalTask.objects.create(name="Moderators approval")
    groups.give_new_names(apps, None)
    assert set(Workflow.objects.values_list("name", flat=True)) == {"Publishers approval"}
    assert set(GroupApprovalTask.objects.values_list("name", flat=True)) == {"Publishers approval"}


def test_the_renaming_can_be_taken_back(stock):
    groups.give_new_names(apps, None)
    groups.give_old_names_back(apps, None)
    assert names() == {"Moderators", "Editors"}


def test_nobody_is_called_a_moderator_of_pages_any_more(db):
    assert "Moderators" not in names()


@pytest.fixture
def renamed(db):
    """The names as they were when the blog's second migration came by."""
    Group.objects.all().delete()
    for name in snippets.RIGHTS:
        Group.objects.create(name=name)
    snippets.give(apps, None)


RIGHTS_THEN = {
    "Editors": {"add_author", "change_author", "add_topic", "change_topic"},
    "Publishers": {f"{act}_{what}" for act in ("add", "change", "delete")
                   for what in ("author", "topic")},
}  # fmt: skip


def rights(name):
    """What a group may do with the snippets of the blog."""
    permissions = Permission.objects.filter(group__name=name, content_type__app_label="blog")
    snippet_rights = permissions.filter(content_type__model__in=snippets.SNIPPETS)
    return set(snippet_rights.values_list("codename", flat=True))


@pytest.mark.parametrize("name", RIGHTS_THEN)
def test_whoever_writes_pages_may_name_authors_and_topics(renamed, name):
    assert rights(name) == RIGHTS_THEN[name]


def test_the_rights_can_be_taken_back_and_given_again(renamed):
    snippets.take_back(apps, None)
    assert rights("Editors") == rights("Publishers") == set()
    Permission.objects.filter(content_type__model__in=snippets.SNIPPETS).delete()
    snippets.give(apps, None)
    assert {name: rights(name) for name in RIGHTS_THEN} == RIGHTS_THEN


def test_without_the_groups_nothing_is_given(db):
    Group.objects.all().delete()
    snippets.give(apps, None)
    assert not Group.objects.exists()
