import pytest

from blog.templatetags import reaching
from tests.pages import make_campaign, make_newsroom, make_post

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom():
    return make_newsroom()


def test_every_page_leads_to_news_by_mail_if_there_is_mail(client, newsroom, settings):
    assert 'href="/subscribe/"' in client.get("/").content.decode()
    settings.HAS_MAIL = False
    assert "/subscribe/" not in client.get("/").content.decode()


def test_a_campaign_leads_to_its_own_news(client, newsroom):
    campaign = make_campaign(newsroom)

    assert f'"/subscribe/?campaign={campaign.pk}"' in client.get(campaign.url).content.decode()


def test_a_post_is_passed_on_by_mail_and_by_its_short_address(client, newsroom):
    post = make_post(newsroom, 'Rent & "heat" <now>?', slug="rent")

    page = client.get(post.url).content.decode()

    address = f"http://testserver/p/{post.pk}/"
    assert f">{address}</span>" in page
    assert "mailto:?subject=Rent%20%26%20%22heat%22%20%3Cnow%3E%3F&amp;body=http%3A%2F%2F" in page
    assert client.get(f"/p/{post.pk}/").url == post.url


def test_what_nobody_may_read_has_no_address_to_pass_on(newsroom):
    assert reaching.address_for_ever(make_post(newsroom, live=False)) == ""
