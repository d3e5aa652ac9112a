import json

import pytest
from wagtail.users.models import UserProfile

from comments.models import SavedFilter
from comments.moderation_queue.tools import joint_actions, tools_of
from comments.states import Action, CommentStatus
from tests.comments.moderation_queue.desk import QUEUE


def test_a_desk_costs_one_query(ana, django_assert_num_queries):
    UserProfile.get_for_user(ana)  # Wagtail has read it for every page
    assert ana.wagtail_userprofile
    SavedFilter.objects.create(user=ana, name="Water", query="q=water")
    SavedFilter.objects.create(user=ana, name="Fire", query="q=fire")
    with django_assert_num_queries(1):
        tools = tools_of(ana, number="48")
    assert [(name, url) for _pk, name, url in tools.saved] == [
        ("Fire", f"{QUEUE}?q=fire"),
        ("Water", f"{QUEUE}?q=water"),
    ]


def test_scripts_have_a_sentence_for_every_decision(ana):
    texts = json.loads(tools_of(ana, number="48").texts)
    assert texts["mark_spam"] == "Marked as spam."
    assert texts["all"].startswith("All 48 that fit are selected")
    assert texts["selected"] == "0 selected"
    assert json.loads(tools_of(ana, number="1").texts)["all"] == "The one that fits is selected"


@pytest.mark.parametrize(
    ("tab", "actions"),
    [
        (CommentStatus.SPAM, {Action.APPROVE, Action.HOLD, Action.CONFIRM_SPAM, Action.TRASH}),
        ("confirmed_spam", {Action.APPROVE, Action.HOLD, Action.TRASH}),
        ("reported", {Action.APPROVE, Action.MARK_SPAM, Action.TRASH}),
    ],
)
def test_what_all_that_fit_can_become_follows_from_the_tab(tab, actions):
    assert set(joint_actions(tab)) == actions
