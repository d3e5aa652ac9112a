import pytest
from django.test import Client, RequestFactory
from lxml import html as lxml_html
from wagtail.models import Page, PageViewRestriction

from blog.models import Author
from home.describing import describe
from home.describing.things import things_on
from home.models import NewsroomSettings
from tests.blog.feeds.pictures import make_image
from tests.pages import (
    label,
    make_campaign,
    make_newsroom,
    make_plain_page,
    make_post,
    make_translation,
    sign,
)
from tests.schema_org import blocks_of, of_kind, things_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def newsroom():
    return make_newsroom(title="The Wire")


def things(address):
    return things_in(blocks_of(Client().get(address).content))


def only(kind, address):
    [found] = of_kind(kind, things(address))
    return found


def metas(address):
    page = lxml_html.fromstring(Client().get(address).content)
    found = page.xpath("//meta[@property or @name]")
    return {meta.get("property") or meta.get("name"): meta.get("content") for meta in found}


def image_block(image):
    chosen = {"image": image.pk, "alt_text": "A full hall", "decorative": False}
    return [{"type": "image", "value": {"image": chosen, "caption": "", "credit": ""}, "id": "1"}]


def with_image(post, image):
    post.body = post.body.stream_block.to_python(image_block(image))
    post.save()
    return post


def test_every_kind_of_page_tells_only_what_schema_org_defines(newsroom):
    post = make_post(newsroom)
    sign(post, ["Ana"])
    label(post, ["Housing"])
    plain = make_plain_page(newsroom)
    for address in ("/", "/news/", post.url, plain.url, "/news/2012/", "/news/topic/housing/"):
        assert {"Organization"} < {each["@type"] for each in things(address)}


def test_a_post_is_news_by_its_authors(newsroom):
    post = make_post(newsroom)
    sign(post, ["Ana Ruiz"])
    found = only("NewsArticle", post.url)
    assert found["headline"] == post.title
    assert [(each["name"], each["url"]) for each in found["author"]] == [
        ("Ana Ruiz", "http://testserver/news/author/ana-ruiz/")
    ]


def test_the_way_to_a_page_begins_at_the_front_page(newsroom):
    spanish = make_translation(newsroom)
    post = make_post(spanish, title="El condado vota")
    steps = only("BreadcrumbList", post.url)["itemListElement"]
    assert [(each["name"], each["item"]["@id"]) for each in steps] == [
        ("The Wire", "http://testserver/es/"),
        ("News", "http://testserver/es/news/"),
        ("El condado vota", "http://testserver/es/news/el-condado-vota/"),
    ]


@pytest.mark.parametrize("is_private", [False, True])
def test_the_way_to_a_page_names_no_page_that_not_everybody_may_read(newsroom, is_private):
    campaign = make_campaign(newsroom)
    above = campaign.get_parent()
    if is_private:
        PageViewRestriction.objects.create(page=above, restriction_type="login")
    else:
        Page.objects.filter(pk=above.pk).update(live=False)
    campaign.refresh_from_db()
    shown = list(
        things_on(campaign, publisher={"@type": "Organization", "@id": "#"}, picture=None, shown={})
    )
    steps = next(iter(of_kind("BreadcrumbList", shown)))["itemListElement"]
    assert [each["name"] for each in steps] == ["The Wire", "Bus 40"]


def test_an_archive_is_a_step_below_its_index(newsroom):
    label(make_post(newsroom), ["Housing"])
    steps = only("BreadcrumbList", "/news/topic/housing/")["itemListElement"]
    assert [each["name"] for each in steps] == ["The Wire", "News", "Housing"]
    assert steps[2]["item"]["@id"] == "http://testserver/news/topic/housing/"


def test_the_front_page_is_that_of_a_site_and_leads_nowhere_from_above(newsroom):
    assert only("WebSite", "/")["name"] == "The Wire"
    assert not list(of_kind("BreadcrumbList", things("/")))


def test_the_organisation_is_the_one_that_the_owner_names(newsroom, stored):
    assert only("Organization", "/")["name"] == "The Wire"
    settings = NewsroomSettings.for_site(newsroom.site)
    settings.organisation, settings.organisation_url = "Us & Co", "https://us.example/"
    settings.logo = make_image()
    settings.save()
    found = only("Organization", "/")
    assert (found["name"], found["url"]) == ("Us & Co", "https://us.example/")
    assert found["logo"].endswith(".png")


def test_an_image_of_the_post_stands_for_it_with_its_words(newsroom, stored):
    post = with_image(make_post(newsroom), make_image(credit="Ana"))
    told = metas(post.url)
    assert told["og:image"].startswith("http://testserver/media/images/")
    assert told["og:image"].endswith(".jpg")
    assert (told["og:image:alt"], told["og:image:width"]) == ("A full hall", "64")
    assert told["twitter:card"] == "summary_large_image"
    assert only("NewsArticle", post.url)["image"]["creditText"] == "Ana"


def test_the_newsrooms_own_image_stands_for_what_has_none(newsroom, stored):
    settings = NewsroomSettings.for_site(newsroom.site)
    settings.preview_image = make_image(description="Our flag")
    settings.save()
    assert metas(make_post(newsroom).url)["og:image:alt"] == "Our flag"


def test_an_image_whose_file_is_lost_stands_for_nothing(newsroom, stored):
    image = make_image()
    post = with_image(make_post(newsroom), image)
    image.file.storage.delete(image.file.name)
    request = RequestFactory().get("/")
    description = describe(post, request=request, shown={})
    assert "/card-" in description.picture.url
    assert "/card-" not in str(description.graph)
    assert image.file.name not in str(description)


def test_a_preview_says_what_stands_there(newsroom):
    post = make_post(newsroom, title='Bread & "roses"', search_description="In short")
    label(post, ["Housing"])
    told = metas(post.url)
    assert (told["og:title"], told["og:type"]) == ('Bread & "roses"', "article")
    assert (told["description"], told["og:description"]) == ("In short", "In short")
    assert (told["og:site_name"], told["og:url"]) == ("The Wire", post.full_url)
    assert (told["article:tag"], told["twitter:card"]) == ("Housing", "summary_large_image")
    assert metas("/news/topic/housing/")["og:title"] == "Housing"


def test_a_preview_knows_the_language_and_the_others_that_there_are(newsroom):
    spanish = make_translation(newsroom)
    post = make_post(newsroom)
    assert metas(post.url)["og:locale"] == "en_US"
    assert "og:locale:alternate" not in metas(post.url)
    key = post.translation_key
    translated = make_post(spanish, title="El condado vota", translation_key=key)
    told = metas(translated.url)
    assert (told["og:locale"], told["og:locale:alternate"]) == ("es_LA", "en_US")


def test_of_what_readers_cannot_open_nothing_is_told(newsroom):
    draft = make_post(newsroom, live=False)
    request = RequestFactory().get("/")
    assert describe(draft, request=request, shown={}) is None
    assert describe(type(draft)(title="New"), request=request, shown={}) is None
    newsroom.site.delete()
    assert describe(newsroom.home, request=RequestFactory().get("/"), shown={}) is None


def test_hostile_words_stay_words(newsroom):
    hostile = "</script><script>alert(1)</script>"
    post = make_post(newsroom, title=hostile, slug="x")
    sign(post, ["Ana"])
    Author.objects.update(name=hostile)
    page = Client().get(post.url).content.decode()
    assert "<script>alert" not in page
    assert only("NewsArticle", post.url)["headline"] == hostile
