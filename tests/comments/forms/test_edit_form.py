from datetime import timedelta

from django.http import QueryDict

from comments.forms import EditForm
from tests.comments.factories import SAID_AT, make_comment, make_sender


def test_an_edit_keeps_everything_but_the_words(post):
    parent = make_comment(post)
    comment = make_comment(post, parent=parent, author_name="Bea")
    form = EditForm(QueryDict("body=Other+words&author_name=Eve&parent=1"), comment=comment)
    assert form.is_valid()
    sent = form.to_submission(make_sender(), now=SAID_AT + timedelta(minutes=1))
    assert (sent.body, sent.author_name, sent.parent_id) == ("Other words", "Bea", parent.pk)
    assert sent.revises == comment.pk


def test_the_form_begins_with_what_was_said(post):
    assert EditForm(comment=make_comment(post, "As it was"))["body"].value() == "As it was"
