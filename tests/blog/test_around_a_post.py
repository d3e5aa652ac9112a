import pytest

from blog.around_a_post import surroundings
from blog.models import CampaignPage
from tests.pages import label, make_campaign, make_newsroom, make_post, sign

pytestmark = pytest.mark.django_db


def test_all_that_stands_around_a_post() -> None:
    newsroom = make_newsroom()
    post = make_post(newsroom)
    sign(post, ["Zoe", "Ana"])
    label(post, ["Übung"])
    post.campaigns.set([make_campaign(newsroom)])
    post.save()

    around = surroundings(post)

    assert [author.name for author in around.authors] == ["Zoe", "Ana"]
    assert [campaign.title for campaign in around.campaigns] == ["Bus 40"]
    assert around.topics[0].url == "/news/topic/ubung/"
    assert around.minutes == 1


def test_only_public_campaigns_are_named() -> None:
    newsroom = make_newsroom()
    post = make_post(newsroom)
    post.campaigns.set([make_campaign(newsroom)])
    post.save()
    CampaignPage.objects.get().unpublish()

    assert surroundings(post).campaigns == []
