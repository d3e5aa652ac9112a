"""Out of the box an author's post goes to an editor, who approves it or sends it back."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Task, Workflow, WorkflowPage, WorkflowState

from blog.models import PostPage
from tests.comments.moderation_queue.staff import sign_in
from tests.home.editing import change, write_post
from tests.home.staff import AUTHORS, EDITORS, make_member, window_of
from tests.pages import Newsroom, make_newsroom

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom() -> Newsroom:
    """With the workflow as the migrations make it: tests begin without the pages it is for."""
    made = make_newsroom()
    workflow = Workflow.objects.get(name="Editors approval")
    WorkflowPage.objects.get_or_create(page=made.home.get_root(), defaults={"workflow": workflow})
    return made


@pytest.fixture
def author() -> Client:
    return window_of(AUTHORS)


def the_post() -> PostPage:
    return PostPage.objects.get(title="The county votes")


def decide(window: Client, action: str, **fields: str):
    state = WorkflowState.objects.get()
    task = state.current_task_state
    name = "wagtailadmin_pages:workflow_action"
    return window.post(reverse(name, args=[the_post().pk, action, task.pk]), fields)


def test_a_workflow_is_there_and_asks_the_editors() -> None:
    workflow = Workflow.objects.get(name="Editors approval")
    [task] = workflow.tasks
    assert task.specific.groups.get().name == EDITORS
    assert Task.objects.count() == GroupApprovalTask.objects.count() == 1


def test_an_author_writes_a_draft(newsroom, author) -> None:
    write_post(author, newsroom.index)
    assert not the_post().live


def test_an_author_cannot_publish(newsroom, author) -> None:
    write_post(author, newsroom.index, action_publish="1")
    assert not PostPage.objects.filter(live=True).exists()


def test_an_author_submits_and_an_editor_approves(newsroom, author) -> None:
    write_post(author, newsroom.index, action_submit="1")
    assert the_post().current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS
    editor = window_of(EDITORS)
    dashboard = editor.get(reverse("wagtailadmin_home")).content.decode()
    assert "The county votes" in dashboard
    decide(editor, "approve")
    assert the_post().live


def test_an_editor_sends_it_back_with_words(newsroom, author) -> None:
    write_post(author, newsroom.index, action_submit="1")
    decide(window_of(EDITORS), "reject", comment="Who said this?")
    state = WorkflowState.objects.get()
    assert state.status == WorkflowState.STATUS_NEEDS_CHANGES
    assert state.current_task_state.comment == "Who said this?"
    assert not the_post().live


def test_an_author_does_not_approve_their_own(newsroom, author) -> None:
    write_post(author, newsroom.index, action_submit="1")
    decide(author, "approve")
    assert not the_post().live


def test_an_editor_publishes_without_asking(newsroom) -> None:
    write_post(window_of(EDITORS), newsroom.index, action_publish="1")
    assert the_post().live


def test_an_author_changes_only_what_is_theirs(newsroom, author) -> None:
    write_post(author, newsroom.index)
    change(author, the_post(), title="The county votes", search_description="Mine.")
    assert the_post().get_latest_revision_as_object().search_description == "Mine."
    other = sign_in(make_member(AUTHORS, "another"))
    assert other.get(reverse("wagtailadmin_pages:edit", args=[the_post().pk])).status_code == 302
