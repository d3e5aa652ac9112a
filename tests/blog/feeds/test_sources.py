import pytest
from django.http import Http404
from wagtail.models import PageViewRestriction

from blog.feeds import sources
from blog.models import Author, CampaignIndexPage, CampaignPage, Series
from tests.pages import label, make_newsroom, make_post, make_translation, sign

pytestmark = pytest.mark.django_db


def titles(source):
    return sorted(source.posts.values_list("title", flat=True))


@pytest.fixture
def newsroom():
    return make_newsroom()


@pytest.fixture
def campaign(newsroom):
    parent = newsroom.home.add_child(
        instance=CampaignIndexPage(title="Campaigns", slug="campaigns")
    )
    return parent.add_child(instance=CampaignPage(title="Rent", slug="rent", goal="Lower rents"))


def test_an_edition_holds_what_anybody_may_read_in_its_language(newsroom):
    make_post(newsroom, title="Public")
    make_post(newsroom, title="Draft", live=False)
    secret = make_post(newsroom, title="Secret")
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
    make_post(make_translation(newsroom), title="Noticia")
    assert titles(sources.of_edition(newsroom.home)) == ["Public"]
    assert titles(sources.of_index(newsroom.home, newsroom.index)) == ["Public"]


def test_a_subject_holds_its_own(newsroom):
    first, _other = make_post(newsroom, title="One"), make_post(newsroom, title="Two")
    sign(first, ["Ana"])
    label(first, ["Housing"])
    first.series = Series.objects.create(name="Diary", slug="diary", locale=first.locale)
    first.save()
    for kind, slug in (("topic", "housing"), ("author", "ana"), ("series", "diary")):
        source = sources.of_subject(newsroom.home, newsroom.index, kind=kind, slug=slug)
        assert titles(source) == ["One"]
        assert source.url == f"http://testserver/news/{kind}/{slug}/"


def test_what_an_author_says_of_themselves_describes_their_feed(newsroom):
    sign(make_post(newsroom), ["Ana"])
    Author.objects.update(about="Organiser.")
    source = sources.of_subject(newsroom.home, newsroom.index, kind="author", slug="ana")
    assert (source.title, source.description) == ("Ana", "Organiser.")


@pytest.mark.parametrize("slug", ["nothing", "secret-plans"])
def test_a_subject_that_no_reader_meets_is_not_there(newsroom, slug):
    label(make_post(newsroom, live=False), ["Secret plans"])
    with pytest.raises(Http404):
        sources.of_subject(newsroom.home, newsroom.index, kind="topic", slug=slug)


def test_a_campaign_holds_its_own(newsroom, campaign):
    post = make_post(newsroom, title="One")
    post.campaigns = [campaign]
    post.save()
    draft = make_post(newsroom, title="Two", live=False)
    draft.campaigns = [campaign]
    draft.save()
    make_post(newsroom, title="Three")
    source = sources.of_campaign(newsroom.home, campaign)
    assert titles(source) == ["One"]
    assert (source.title, source.description) == ("Rent", "Lower rents")
