import time

from comments import clusters, rendering, serving
from comments.models import LinkedHost, SpamLabel
from comments.spam import Alike
from comments.spam.model_file import ModelRefused
from comments.spam_context import body_digest, gather, hosts_in
from tests.comments.factories import SAID_AT, make_comment, make_submission

WORDS = "We ask the county to end the contract with the jail. Sign with us."


def gathered(post, body=WORDS, **fields):
    submission = make_submission(post, body, **fields)
    return gather(submission, rendering.render(submission.body), own_host="www.news.example")


def approve(comment, *hosts, is_spam=False):
    label = SpamLabel.objects.create(
        comment=comment, is_spam=is_spam, features=b"", featuriser=1, score=0
    )
    LinkedHost.objects.bulk_create(LinkedHost(label=label, host=host) for host in hosts)


def test_what_is_alike_is_counted_under_any_name(post):
    for name in ("Bea", "Cid"):
        comment = make_comment(post, WORDS, author_name=name)
        clusters.join(comment, WORDS, now=SAID_AT)
    approve(comment)
    assert gathered(post, WORDS.upper()).alike == Alike(total=2, honest=1)
    assert gathered(post, "Something else altogether, dear neighbours.").alike == Alike()


def test_links_are_counted_as_readers_would_see_them(post):
    context = gathered(post, "example.com and b@example.com", author_website="https://d.example")
    assert context.links == 3


def test_hosts_are_new_until_a_comment_with_them_was_approved(post):
    words = "See https://a.example/x and https://www.b.example and https://news.example/y"
    assert gathered(post, words).new_hosts == ("a.example", "b.example")
    approve(make_comment(post), "a.example")
    assert gathered(post, words).new_hosts == ("b.example",)


def test_a_host_in_spam_stays_new(post):
    approve(make_comment(post), "a.example", is_spam=True)
    assert gathered(post, "https://a.example/").new_hosts == ("a.example",)


def test_hosts_stand_in_the_words_in_links_and_in_the_website(post):
    html = '<p><a href="https://c.example/x" rel="nofollow">here</a></p>'
    found = hosts_in("on https://a.example", html, "https://b.example")
    assert set(found) == {"a.example", "b.example", "c.example"}


def test_a_comment_without_hosts_costs_no_query_for_them(post, django_assert_num_queries):
    submission = make_submission(post, "No address here.")
    rendered = rendering.render(submission.body)
    with django_assert_num_queries(3):
        gather(submission, rendered, own_host="")


def test_the_model_in_force_is_given(post):
    context = gathered(post)
    assert context.model == serving.current().model
    assert context.is_learning


def test_without_a_model_everything_else_is_known(post, monkeypatch, caplog):
    def broken():
        raise ModelRefused

    monkeypatch.setattr(serving, "current", broken)
    context = gathered(post, "https://a.example/")
    assert context.model is None
    assert context.new_hosts == ("a.example",)
    assert "every comment waits" in caplog.text


def test_the_filters_time_ends(post, monkeypatch):
    context = gathered(post)
    now = time.monotonic()
    monkeypatch.setattr("comments.spam_context.time.monotonic", lambda: now + 0.6)
    assert context.is_late()


def test_a_digest_knows_no_case_and_no_spaces():
    assert body_digest("Call the sheriff") == body_digest("call the\nSHERIFF")
    assert body_digest("Call the sheriff") != body_digest("Call the mayor")
