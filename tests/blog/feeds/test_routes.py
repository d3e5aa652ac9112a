import pytest
from wagtail.models import PageViewRestriction

from blog.models import CampaignIndexPage, CampaignPage
from tests.operations.feeds.rules import check_atom, check_json, check_rss
from tests.pages import label, make_newsroom, make_post, sign

pytestmark = pytest.mark.django_db

SPELLINGS = [("", check_rss), ("atom/", check_atom), ("json/", check_json)]
PAGES = ["/news/", "/news/topic/housing/", "/news/author/ana/", "/campaigns/rent/"]


@pytest.fixture(autouse=True)
def newsroom():
    found = make_newsroom()
    post = make_post(found)
    sign(post, ["Ana"])
    label(post, ["Housing"])
    parent = found.home.add_child(instance=CampaignIndexPage(title="Campaigns", slug="campaigns"))
    campaign = parent.add_child(
        instance=CampaignPage(title="Rent", slug="rent", goal="Lower rents")
    )
    post.campaigns = [campaign]
    post.save()
    make_post(found, title="Something else", live=False)
    return found


@pytest.mark.parametrize(("ending", "check"), SPELLINGS)
@pytest.mark.parametrize("page", PAGES)
def test_whatever_lists_posts_has_every_feed(client, page, ending, check):
    response = client.get(f"{page}feed/{ending}")
    assert response.status_code == 200
    check(response.content)
    assert "The county votes" in response.content.decode()
    assert f"http://testserver{page}" in response.content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "/news/feed/xml/",
        "/news/topic/nothing/feed/",
        "/news/topic/housing/feed/xml/",
        "/news/month/housing/feed/",
        "/campaigns/rent/feed/xml/",
        "/campaigns/feed/",
    ],
)
def test_a_feed_that_nobody_knows_is_not_there(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_a_page_that_not_everybody_may_read_has_no_feed(client, page, newsroom):
    guarded = newsroom.index if page.startswith("/news") else CampaignPage.objects.get()
    PageViewRestriction.objects.create(page=guarded, restriction_type="login")
    assert client.get(f"{page}feed/").status_code == 302


def test_a_campaign_that_is_a_draft_has_no_feed(client):
    CampaignPage.objects.get().unpublish()
    assert client.get("/campaigns/rent/feed/").status_code == 404
