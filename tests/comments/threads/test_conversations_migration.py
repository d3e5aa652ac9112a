"""Comments that came in before there were conversations are told theirs."""

from importlib import import_module

from django.apps import apps

from comments.models import Comment
from comments.threads import visible_thread
from tests.comments.factories import make_comment

migration = import_module("comments.migrations.0004_conversations")


def test_every_answer_is_told_its_conversation_and_what_keeps_its_place(post):
    top = make_comment(post, status="spam")
    middle = make_comment(post, status="trashed", parent=top)
    answer = make_comment(post, parent=middle)
    lone = make_comment(post)
    Comment.objects.exclude(parent=None).update(root=lone)
    Comment.objects.update(has_shown_reply=False)
    migration.find_roots(apps, None)
    roots = dict(Comment.objects.values_list("pk", "root_id"))
    assert roots == {top.pk: None, middle.pk: top.pk, answer.pk: top.pk, lone.pk: None}
    assert visible_thread(post).count == 4
    migration.find_roots(apps, None)
    assert visible_thread(post).count == 4
