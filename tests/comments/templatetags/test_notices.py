import pytest
from django.template import Context, Template
from django.urls import reverse

pytestmark = pytest.mark.django_db


def render(source, **context):
    return Template("{% load notices %}" + source).render(Context(context))


def test_a_post_can_be_followed(post):
    html = render("{% follow_link page %}", page=post)
    assert f'href="{reverse("comments:follow", args=[post.pk])}"' in html


def test_a_receipt_offers_mail_about_its_comment():
    html = render("{% receipt_notices secret %}", secret="of-a-receipt")
    assert f'action="{reverse("comments:receipt_notices", args=["of-a-receipt"])}"' in html
    assert 'name="email"' in html


def test_nothing_is_offered_where_no_mail_could_leave(post, settings):
    settings.HAS_MAIL = False
    context = {"page": post, "secret": "x"}
    html = render("{% follow_link page %}{% receipt_notices secret %}", **context)
    assert html.strip() == ""
