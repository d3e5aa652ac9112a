"""Approval publishes no draft with gaps."""

import pytest
from django.http import HttpResponse
from django.urls import reverse
from wagtail.models import TaskState, Workflow, WorkflowPage

from blog.models import PostPage
from tests.blog.events.happenings import event_block
from tests.home.staff import AUTHORS, EDITORS, make_member, window_of
from tests.pages import make_newsroom, make_post

pytestmark = pytest.mark.django_db


def submitted(**changes: object) -> PostPage:
    """A post that waits for an editor; since then its draft was changed."""
    newsroom = make_newsroom()
    workflow = Workflow.objects.get(name="Editors approval")
    root = newsroom.home.get_root()
    WorkflowPage.objects.get_or_create(page=root, defaults={"workflow": workflow})
    post = make_post(newsroom, "A", body=[event_block()], live=False)
    post.save_revision()
    workflow.start(post, make_member(AUTHORS))
    post.body = [event_block(**changes)]
    post.save_revision()
    return post


def address_of(post: PostPage, action: str) -> str:
    task = TaskState.objects.get()
    return reverse("wagtailadmin_pages:workflow_action", args=[post.pk, action, task.pk])


def decide(post: PostPage, action: str, **headers: str) -> HttpResponse:
    window, fields = window_of(EDITORS), {"comment": "Well."}
    return window.post(address_of(post, action), fields, follow=not headers, headers=headers)


def is_live(post: PostPage) -> bool:
    return PostPage.objects.get(pk=post.pk).live


def status() -> str:
    return TaskState.objects.get().status


def test_a_complete_draft_is_approved() -> None:
    post = submitted()
    decide(post, "approve")
    assert is_live(post)


def test_a_draft_with_gaps_waits_and_the_editor_is_told() -> None:
    post = submitted(ends_at=None)
    answer = decide(post, "approve")
    assert "“A” still lacks something" in answer.content.decode()
    assert not is_live(post)
    assert status() == TaskState.STATUS_IN_PROGRESS


def test_the_window_that_asks_for_a_comment_is_answered_in_its_way() -> None:
    post = submitted(ends_at=None)
    answer = decide(post, "approve", **{"x-requested-with": "XMLHttpRequest"})
    assert answer.json()["step"] == "success"
    assert answer.json()["redirect"] == reverse("wagtailadmin_pages:edit", args=[post.pk])
    assert status() == TaskState.STATUS_IN_PROGRESS


def test_a_draft_with_gaps_is_sent_back() -> None:
    decide(submitted(ends_at=None), "reject")
    assert status() == TaskState.STATUS_REJECTED


def test_who_may_not_enter_the_admin_decides_nothing(client) -> None:
    post = submitted()
    assert client.post(address_of(post, "approve")).status_code == 302
    assert not is_live(post)
