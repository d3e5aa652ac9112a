import pytest
from django.urls import reverse

from blog.completeness import has_gaps
from blog.models import PostPage
from tests.blog.events.happenings import event_block
from tests.blog.writing import editor
from tests.pages import make_newsroom, make_post

pytestmark = pytest.mark.django_db


def draft(newsroom, title, **changes):
    return make_post(newsroom, title, body=[event_block(**changes)], live=False)


def publish(*posts, **fields):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    pages = "&".join(f"id={post.pk}" for post in posts)
    return editor().post(f"{address}?{pages}&next=/admin/", fields, follow=True).content.decode()


def copy(page, **ticked):
    address = reverse("wagtailadmin_pages:copy", args=[page.pk])
    fields = {"new_title": "New", "new_slug": "new", "new_parent_page": page.get_parent().pk}
    return editor().post(address, fields | ticked, follow=True).content.decode()


def published_with_a_gap_in_its_draft(newsroom):
    post = make_post(newsroom, "A", body=[event_block()])
    post.body = [event_block(ends_at=None)]
    post.save_revision()
    return post


def live():
    return sorted(PostPage.objects.live().values_list("title", flat=True))


def test_complete_drafts_are_published_together():
    newsroom = make_newsroom()
    publish(draft(newsroom, "A"), draft(newsroom, "B"))
    assert live() == ["A", "B"]


def test_a_draft_with_gaps_keeps_all_of_them_from_being_published():
    newsroom = make_newsroom()
    answer = publish(draft(newsroom, "A"), draft(newsroom, "B", ends_at="15:00"))
    assert live() == []
    assert "“B” still lacks something" in answer


def test_a_draft_below_a_published_page_is_looked_at_too():
    newsroom = make_newsroom()
    draft(newsroom, "B", ends_at=None)
    answer = publish(newsroom.index, include_descendants="on")
    assert live() == []
    assert "“B” still lacks something" in answer


def test_many_are_counted():
    newsroom = make_newsroom()
    posts = [draft(newsroom, f"Post {number}", date=None) for number in range(7)]
    answer = publish(*posts)
    assert "7 pages still lack something" in answer
    assert answer.count("Post 6") == 0


def test_the_newest_draft_counts():
    post = draft(make_newsroom(), "A", ends_at=None)
    assert has_gaps(post)
    post.body = [event_block()]
    post.save_revision()
    assert not has_gaps(post)


def test_a_page_without_a_body_has_no_gaps():
    assert not has_gaps(make_newsroom().index)


def test_other_things_may_be_done_with_gaps():
    post = make_post(make_newsroom(), "A", body=[event_block(ends_at=None)])
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    editor().post(f"{address}?id={post.pk}&next=/admin/")
    assert live() == []


@pytest.mark.parametrize("alias", [{}, {"alias": ""}, {"alias": "false"}])
def test_a_draft_with_gaps_is_not_published_as_a_copy(alias):
    page = published_with_a_gap_in_its_draft(make_newsroom())
    answer = copy(page, publish_copies="on", **alias)
    assert "“A” still lacks something" in answer
    assert not PostPage.objects.filter(slug="new").exists()


def test_nor_below_what_is_copied():
    newsroom = make_newsroom()
    published_with_a_gap_in_its_draft(newsroom)
    answer = copy(newsroom.index, publish_copies="on", copy_subpages="on")
    assert "“A” still lacks something" in answer
    assert PostPage.objects.count() == 1


@pytest.mark.parametrize("ticked", [{}, {"publish_copies": "on", "alias": "on"}])
def test_a_copy_that_publishes_no_draft_may_have_gaps(ticked):
    copy(published_with_a_gap_in_its_draft(make_newsroom()), **ticked)
    assert PostPage.objects.filter(slug="new").exists()


def test_complete_copies_are_published():
    copy(make_post(make_newsroom(), "A", body=[event_block()]), publish_copies="on")
    assert live() == ["A", "New"]
