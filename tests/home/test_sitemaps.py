import pytest
from lxml import etree
from wagtail.models import PageViewRestriction, Site

from blog.models import CampaignIndexPage, CampaignPage, Series
from home import sitemaps
from tests.pages import (
    label,
    make_newsroom,
    make_plain_page,
    make_post,
    make_translation,
    sign,
)

pytestmark = pytest.mark.django_db

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
HOST = "http://testserver"


@pytest.fixture
def newsroom():
    return make_newsroom()


def read(client, address):
    response = client.get(address)
    assert (response.status_code, response["Content-Type"]) == (200, "application/xml")
    return etree.fromstring(response.content)


def addresses(client, address="/sitemap-pages.xml"):
    return [each.text.removeprefix(HOST) for each in read(client, address).iter(f"{MAP}loc")]


def test_the_index_names_every_file_by_its_whole_address(client, newsroom):
    root = read(client, "/sitemap.xml")
    assert root.tag == f"{MAP}sitemapindex"
    assert [each.text for each in root.iter(f"{MAP}loc")] == [
        f"{HOST}/sitemap-pages.xml",
        f"{HOST}/sitemap-archives.xml",
    ]


def test_all_that_anybody_may_read_is_listed_in_every_language(client, newsroom):
    spanish = make_translation(newsroom)
    make_post(newsroom, title="Public")
    make_post(newsroom, title="Draft", live=False)
    make_post(spanish, title="Noticia")
    make_plain_page(newsroom)
    secret = make_post(newsroom, title="Secret")
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    assert addresses(client) == [
        *("/", "/news/", "/news/public/", "/about/"),
        *("/es/", "/es/news/", "/es/news/noticia/"),
    ]


def test_a_page_names_its_translations_and_itself(client, newsroom):
    spanish = make_translation(newsroom)
    post = make_post(newsroom)
    make_post(spanish, title="El condado vota", translation_key=post.translation_key)
    make_post(newsroom, title="Alone")
    found = {
        url.findtext(f"{MAP}loc").removeprefix(HOST): [
            (link.get("hreflang"), link.get("href").removeprefix(HOST)) for link in url.iter(LINK)
        ]
        for url in read(client, "/sitemap-pages.xml").iter(f"{MAP}url")
    }
    pair = [("en", "/news/the-county-votes/"), ("es", "/es/news/el-condado-vota/")]
    assert found["/news/the-county-votes/"] == found["/es/news/el-condado-vota/"] == pair
    assert found["/news/alone/"] == []


def test_a_translation_that_is_a_draft_is_not_named(client, newsroom):
    post = make_post(newsroom)
    spanish = make_translation(newsroom)
    make_post(spanish, title="Borrador", translation_key=post.translation_key, live=False)
    assert b"borrador" not in client.get("/sitemap-pages.xml").content


def test_archives_that_have_posts_are_listed(client, newsroom):
    post = make_post(newsroom)
    sign(post, ["Ana"])
    label(post, ["Housing"])
    post.series = Series.objects.create(name="Diary", slug="diary", locale=post.locale)
    post.save()
    draft = make_post(newsroom, title="Draft", live=False)
    label(draft, ["Secret plans"])
    found = addresses(client, "/sitemap-archives.xml")
    assert found == [
        *("/news/2012/", "/news/2012/01/"),
        *("/news/topic/housing/", "/news/author/ana/", "/news/series/diary/"),
    ]
    assert {client.get(address).status_code for address in found} == {200}


def test_campaigns_are_pages_and_listed(client, newsroom):
    parent = newsroom.home.add_child(
        instance=CampaignIndexPage(title="Campaigns", slug="campaigns")
    )
    parent.add_child(instance=CampaignPage(title="Rent", slug="rent", goal="Lower rents"))
    assert {"/campaigns/", "/campaigns/rent/"} < set(addresses(client))


def test_a_long_list_is_cut_into_files(client, newsroom, monkeypatch):
    monkeypatch.setattr(sitemaps.PageSitemap, "limit", 2)
    make_post(newsroom)
    files = addresses(client, "/sitemap.xml")
    assert files[:2] == ["/sitemap-pages.xml", "/sitemap-pages.xml?p=2"]
    assert [addresses(client, file) for file in files[:2]] == [
        ["/", "/news/"],
        ["/news/the-county-votes/"],
    ]


@pytest.mark.parametrize(
    "address", ["/sitemap-users.xml", "/sitemap-pages.xml?p=99", "/sitemap-pages.xml?p=x"]
)
def test_a_file_that_is_not_there_is_not_found(client, newsroom, address):
    assert client.get(address).status_code == 404


def test_a_site_that_is_closed_lists_nothing(client, newsroom):
    PageViewRestriction.objects.create(page=newsroom.home, restriction_type="login")
    assert addresses(client) == addresses(client, "/sitemap-archives.xml") == []
    Site.objects.all().delete()
    assert addresses(client) == []


@pytest.mark.parametrize("posts", [1, 10])
def test_the_number_of_queries_does_not_grow(client, newsroom, posts, django_assert_num_queries):
    for number in range(posts):
        make_post(newsroom, title=f"Post {number}")
    client.get("/sitemap-pages.xml")
    with django_assert_num_queries(8):
        client.get("/sitemap-pages.xml")
