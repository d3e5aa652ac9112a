import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory

from comments.around import counts
from comments.around.counts import counts_on
from comments.states import CommentStatus
from tests.comments.around.shifts import give_section
from tests.comments.complainant import make_report
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.staff import make_administrator, make_editor
from tests.pages import make_plain_page, make_post


def asked_by(user):
    request = RequestFactory().get("/")
    request.user = user
    return request


def numbers(counted):
    return (counted.published, counted.waiting, counted.reported)


def test_each_page_has_its_own_counts(newsroom, post, ana):
    other = make_post(newsroom, "Another one")
    for status in CommentStatus:
        make_comment(post, status=status)
    reported = make_comment(other)
    for _ in range(2):
        make_report(reported)
    found = counts_on([post, other], request=asked_by(ana))
    assert numbers(found[post.pk]) == (1, 1, 0)
    assert numbers(found[other.pk]) == (1, 0, 1)


def test_pages_without_comments_are_left_out(newsroom, post, ana):
    about = make_plain_page(newsroom)
    found = counts_on([newsroom.home, newsroom.index, about, post], request=asked_by(ana))
    assert set(found) == {about.pk, post.pk}
    assert counts_on([newsroom.home], request=asked_by(ana)) == {}


def test_the_numbers_of_any_number_of_pages_cost_one_query(
    newsroom, post, django_assert_num_queries
):
    pages = [post, *(make_post(newsroom, f"Post {number}") for number in range(5))]
    for page in pages:
        make_comment(page, status="pending")
    administrator = make_administrator()
    for listed in (pages[:1], pages):
        with django_assert_num_queries(1):
            counts_on(listed, request=asked_by(administrator))


def test_no_more_is_counted_than_is_shown(post, ana, monkeypatch):
    monkeypatch.setattr(counts, "LARGEST_COUNT", 2)
    for _ in range(3):
        make_comment(post)
    assert counts_on([post], request=asked_by(ana))[post.pk].published == 2


@pytest.mark.parametrize(
    ("make", "is_yours"),
    [(make_editor, False), (make_administrator, True), (AnonymousUser, False)],
)
def test_pages_are_theirs_who_may_moderate(post, make, is_yours):
    assert counts_on([post], request=asked_by(make()))[post.pk].is_yours is is_yours


def test_a_moderator_of_a_section_has_its_pages_alone(newsroom, post, ana):
    other = make_post(newsroom, "Another one")
    give_section(ana, other)
    found = counts_on([post, other], request=asked_by(ana))
    assert (found[post.pk].is_yours, found[other.pk].is_yours) == (False, True)


def test_the_addresses_lead_to_the_queue_of_the_page(post, ana, browser):
    make_comment(post, "lighthouse", status="pending")
    make_comment(make_post_elsewhere(post), "submarine", status="pending")
    found = counts_on([post], request=asked_by(ana))[post.pk]
    for url in (found.waiting_url, found.all_url):
        html = browser.get(url).content.decode()
        assert "lighthouse" in html
        assert "submarine" not in html
    assert browser.get(found.reported_url).status_code == 200


def make_post_elsewhere(post):
    other = type(post)(title="Elsewhere", slug="elsewhere", locale=post.locale)
    post.get_parent().add_child(instance=other)
    return other
