from datetime import timedelta

import pytest
from django.urls import reverse

from comments import rulebook
from comments.models import Rule
from tests.comments.factories import make_comment

URL = reverse("comments:rules")
pytestmark = pytest.mark.django_db


@pytest.fixture
def shouting(clock, newsroom, moderator):
    """Published, changed a day later."""
    texts = {"en": ("No shouting", "Speak."), "es": ("Sin gritos", "Habla.")}
    version = rulebook.publish(None, code="shouting", reason="abuse", texts=texts, user=moderator)
    clock.shift(timedelta(days=1))
    texts = {"en": ("No shouting", "Speak softly.")}
    rulebook.publish(version.rule, texts=texts, user=moderator)
    return version.rule


def read(client, *language):
    url = reverse("comments:rules_in", args=language) if language else URL
    return client.get(url).content.decode()


def test_everybody_reads_what_holds_and_what_was_said_before(client, shouting):
    html = read(client)
    assert "Speak softly." in html
    assert "Speak." in html
    assert "Version 2, in force since" in html
    assert f'id="rule-{shouting.pk}"' in html


def test_a_rule_is_told_in_the_language_asked_for_and_marked_where_it_is_not(client, shouting):
    html = read(client, "es")
    assert "Fuera de tema" in html
    assert 'lang="es" dir="ltr"' in html
    assert "Habla." in html  # what it said first
    assert 'lang="en"' in html  # the new version has no Spanish yet


def test_the_change_log_has_every_version_the_last_first(client, shouting):
    changes = read(client).split("What changed", 1)[1].split("<li>")
    told = [line for line in changes if "No shouting" in line]
    assert ["version 2" in line for line in told] == [True, False]
    assert "new" in told[1]


def test_a_retired_rule_stays_readable_and_says_so(client, shouting, moderator):
    rulebook.retire(shouting, user=moderator)
    html = read(client)
    in_force, gone = html.split("No longer in force", 1)
    assert "Speak softly." not in in_force
    assert "Speak softly." in gone
    assert "taken out of force" in gone


def test_words_of_a_rule_are_no_html(client, newsroom, moderator):
    texts = {"en": ("<b>x</b>", "<script>alert(1)</script>")}
    rulebook.publish(None, code="x", reason="abuse", texts=texts, user=moderator)
    html = read(client)
    assert "<script>alert" not in html
    assert "&lt;b&gt;x&lt;/b&gt;" in html


def test_a_language_that_the_newsroom_does_not_speak_is_not_found(client, newsroom):
    assert client.get(reverse("comments:rules_in", args=["xx"])).status_code == 404


def test_caches_may_keep_it_and_it_gives_no_cookie(client, newsroom):
    answer = client.get(URL)
    assert "public" in answer["Cache-Control"]
    assert not answer.cookies
    assert answer["Content-Language"] == "en"


def test_however_many_rules_there_are_they_cost_two_queries(
    client, newsroom, moderator, django_assert_max_num_queries
):
    client.get(URL)
    for number in range(10):
        texts = {"en": (f"Rule {number}", "")}
        rulebook.publish(None, code=f"r{number}", reason="abuse", texts=texts, user=moderator)
    with django_assert_max_num_queries(12):  # two for them, the others for the page's frame
        client.get(URL)


def test_the_form_leads_to_the_rules(client, post):
    html = client.get(reverse("comments:form", args=[post.pk])).content.decode()
    assert f'href="{reverse("comments:rules_in", args=["en"])}"' in html


@pytest.mark.parametrize(("by", "leads"), [("administrator", True), ("author", False)])
def test_a_tombstone_leads_to_the_rules_where_one_was_broken(client, post, by, leads):
    make_comment(post, status="removed", removed_by=by)
    html = client.get(post.url).content.decode()
    assert (reverse("comments:rules_in", args=["en"]) in html) == leads


def test_the_first_rules_are_told_without_anybody_having_written_them(client, newsroom):
    html = read(client)
    assert all(
        each.current.texts.get(language="en").title.replace("'", "&#x27;") in html
        for each in Rule.objects.all()
    )
