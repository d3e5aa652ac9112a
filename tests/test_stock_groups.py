"""Wagtail's stock groups under the names that say what they may do."""

import importlib

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Workflow

groups = importlib.import_module("accounts.migrations.0002_groups")


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
