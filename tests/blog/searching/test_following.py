import pytest
from django.core.management import call_command
from wagtail.models import PageViewRestriction

from blog.models import Author, PostsInMonth, PostWords, Topic
from tests.pages import (
    POSTED_AT,
    Newsroom,
    label,
    make_campaign,
    make_newsroom,
    make_post,
    make_translation,
    paragraph,
    sign,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom() -> Newsroom:
    return make_newsroom()


def texts() -> list[str]:
    return list(PostWords.objects.values_list("text", flat=True))


def filed() -> str:
    return PostWords.objects.get().filed.partition(" ")[2].partition(" ")[2]


def test_words_of_a_draft_are_found_only_once_it_is_published(newsroom: Newsroom) -> None:
    post = make_post(newsroom, live=False)
    assert texts() == []

    post.body = [paragraph("<p>New words</p>")]
    revision = post.save_revision()
    assert texts() == []

    revision.publish()
    assert texts() == ["New words"]


def test_draft_of_a_live_post_is_not_found(newsroom: Newsroom) -> None:
    post = make_post(newsroom)
    post.body = [paragraph("<p>Secret words</p>")]
    post.save_revision()

    assert texts() == ["Come and speak."]


def test_post_taken_down_is_not_found(newsroom: Newsroom) -> None:
    make_post(newsroom).unpublish()

    assert texts() == []


def test_expired_post_is_not_found(newsroom: Newsroom) -> None:
    """The clock takes it down as a page of no kind."""
    make_post(newsroom, expire_at=POSTED_AT)
    call_command("publish_scheduled")

    assert texts() == []
    assert not PostsInMonth.objects.exists()


def test_deleted_post_is_not_found(newsroom: Newsroom) -> None:
    make_post(newsroom).delete()

    assert texts() == []


def test_private_post_is_not_found_while_it_is_private(newsroom: Newsroom) -> None:
    make_post(newsroom)
    restriction = PageViewRestriction.objects.create(
        page=newsroom.home, restriction_type=PageViewRestriction.LOGIN
    )
    assert texts() == []

    restriction.delete()
    assert texts() == ["Come and speak."]


def test_private_index_can_be_deleted(newsroom: Newsroom) -> None:
    PageViewRestriction.objects.create(
        page=newsroom.index, restriction_type=PageViewRestriction.LOGIN
    )
    make_post(newsroom)

    newsroom.index.delete()

    assert texts() == []


def test_moved_post_is_found_where_it_stands(newsroom: Newsroom) -> None:
    spanish = make_translation(newsroom)
    make_post(newsroom).move(spanish.index, pos="last-child")

    assert PostWords.objects.get().index_id == spanish.index.pk


def test_topics_and_campaigns_follow(newsroom: Newsroom) -> None:
    post, campaign = make_post(newsroom), make_campaign(newsroom)
    label(post, ["Housing"])
    topic = Topic.objects.get()
    assert filed() == f"topic{topic.pk}"

    post.campaigns.set([campaign])
    post.save()
    assert filed() == f"campaign{campaign.pk} topic{topic.pk}"

    post.topics.set([])
    post.save()
    assert filed() == f"campaign{campaign.pk}"


def test_topics_follow_from_their_own_side(newsroom: Newsroom) -> None:
    post = make_post(newsroom)
    topic = Topic.objects.create(name="X", slug="x", locale=post.locale)

    topic.posts.add(post)
    assert filed() == f"topic{topic.pk}"

    topic.posts.remove(post)
    assert filed() == ""


def test_authors_follow(newsroom: Newsroom) -> None:
    post = make_post(newsroom)
    sign(post, ["Ana"])
    assert filed() == f"author{Author.objects.get().pk}"

    post.post_authors.all().delete()
    post.save()
    assert filed() == ""


def test_what_an_editor_publishes_is_filed_as_the_editor_says(newsroom: Newsroom) -> None:
    """In one save Wagtail writes the post first, and then what it is filed under."""
    post = make_post(newsroom, live=False)
    topic = Topic.objects.create(name="X", slug="x", locale=post.locale)
    post.topics.set([topic])
    post.save_revision().publish()

    assert filed() == f"topic{topic.pk}"
