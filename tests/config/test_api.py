"""The whole API, against its own description."""

import json

import pytest
from jsonschema import Draft202012Validator

from comments.states import CommentStatus
from tests.api import HERE, ask
from tests.blog.events.happenings import event_block
from tests.comments.factories import make_comment
from tests.pages import label, make_campaign, make_newsroom, make_post, make_translation, sign

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def described(client):
    return ask(client, "openapi.json")


@pytest.fixture
def post():
    newsroom = make_newsroom()
    post = make_post(newsroom, body=[event_block(date="2026-04-01")])
    sign(post, ["Ana"])
    label(post, ["Housing"])
    post.campaigns = [make_campaign(newsroom)]
    post.save()
    make_comment(post)
    return post


def shape_of(described, path):
    ok = described["paths"][f"{HERE}{path}"]["get"]["responses"]["200"]
    return ok["content"]["application/json"]["schema"] | {"components": described["components"]}


@pytest.mark.parametrize(
    ("path", "what"),
    [
        ("", None),
        ("posts/", "post"),
        ("posts/{number}", "post"),
        ("campaigns/", "campaign"),
        ("campaigns/{number}", "campaign"),
        ("events/", "event"),
        ("threads/{number}", "post"),
    ],
)
def test_every_answer_is_as_it_is_described(client, post, described, path, what):
    number = post.campaigns.get().pk if what == "campaign" else post.pk
    told = ask(client, path.format(number=number))
    Draft202012Validator(shape_of(described, path)).validate(told)
    assert what is None or told.get("items", [told])


def test_everything_that_is_described_reads_only(described):
    methods = {method for path in described["paths"].values() for method in path}
    assert (described["openapi"], methods, len(described["paths"])) == ("3.1.0", {"get"}, 7)


def test_the_beginning_leads_everywhere(client, post):
    for address in ask(client).values():
        assert client.get(address.removeprefix("http://testserver")).status_code == 200


def test_the_description_names_no_host_of_others(described):
    assert "//" not in json.dumps(described).replace("http://testserver", "")


def test_what_is_not_public_is_in_no_answer(client, post):
    make_comment(post, "Secret words", status=CommentStatus.PENDING)
    post.unpublish()
    for path in ("posts/", "campaigns/", "events/"):
        assert "county" not in json.dumps(ask(client, path))
    assert client.get(f"{HERE}posts/{post.pk}").status_code == 404
    assert client.get(f"{HERE}threads/{post.pk}").status_code == 404


def test_all_languages_are_there_and_each_alone(client):
    newsroom = make_newsroom()
    make_post(newsroom)
    make_post(make_translation(newsroom), title="El condado vota")
    for asked, number in (({}, 2), ({"language": "en"}, 1), ({"language": "es"}, 1)):
        assert len(ask(client, "posts/", **asked)["items"]) == number
