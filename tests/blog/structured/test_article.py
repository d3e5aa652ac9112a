from datetime import UTC, datetime

import pytest

from blog import structured
from blog.models import Correction
from blog.structured.article import Around, Picture, Writer, article, moment
from tests.pages import make_newsroom, make_post
from tests.schema_org import of_kind, things_in

pytestmark = pytest.mark.django_db

URL = "https://news.example.org/news/bread/"
US = structured.organisation("Us", front_url="https://news.example.org/")
PICTURE = Picture(url="https://a.example/1.jpg", width=9, height=8, alt="A hall", credit="Ana")
AT = datetime(2012, 1, 7, 17, tzinfo=UTC)
EVERYTHING = Around(
    writers=[Writer("Zoë", "https://a.example/"), Writer("Bo")],
    topics=["Housing", "Water"],
    corrections=[Correction(text="It was two.", corrected_at=AT)],
    picture=PICTURE,
)


def told(around=EVERYTHING, **fields):
    post = make_post(make_newsroom(), **fields)
    things = [US, article(post, url=URL, publisher=US, around=around)]
    [found] = of_kind("NewsArticle", things_in([structured.graph(things)]))
    return found


def test_a_post_is_told_as_schema_org_defines_news():
    found = told(title="Bread & roses", last_published_at=AT)
    assert (found["@id"], found["url"]) == (f"{URL}#article", URL)
    assert (found["headline"], found["description"]) == ("Bread & roses", "Come and speak.")
    assert found["datePublished"] == "2012-01-05T12:00:00-05:00"
    assert found["dateModified"] == "2012-01-07T12:00:00-05:00"
    assert found["author"] == [
        {"@type": "Person", "name": "Zoë", "url": "https://a.example/"},
        {"@type": "Person", "name": "Bo"},
    ]
    assert (found["articleSection"], found["inLanguage"]) == (["Housing", "Water"], "en")
    assert found["correction"][0]["text"] == "It was two."
    assert found["image"]["caption"] == "A hall"
    assert found["publisher"] == {"@id": US["@id"]}


def test_without_a_byline_the_newsroom_has_written_it():
    found = told(Around())
    assert found["author"] == [{"@id": US["@id"]}]
    assert not {"image", "correction", "articleSection"} & set(found)


def test_a_headline_is_no_longer_than_search_engines_read():
    assert len(told(title="x" * 200)["headline"]) == 110


def test_a_post_was_never_changed_before_it_was_published():
    found = told(last_published_at=datetime(2011, 1, 1, tzinfo=UTC))
    assert found["dateModified"] == found["datePublished"]


def test_a_moment_is_told_in_the_newsrooms_zone():
    assert moment(datetime(2012, 7, 1, 0, 0, 0, 9, tzinfo=UTC)) == "2012-06-30T20:00:00-04:00"
