import pytest
from django.urls import reverse
from wagtail.models import PageViewRestriction

from comments.models import CommentSettings, ThreadOrder
from comments.states import CommentStatus
from tests.comments.factories import make_comment
from tests.comments.reader import publish_what_is_clean, send
from tests.comments.threads.talk import make_talk
from tests.pages import make_post

pytestmark = pytest.mark.django_db


def where(client, comment):
    answer = client.get(reverse("comments:permalink", args=[comment.pk]))
    assert answer.status_code == 302
    return answer.url


def test_a_permalink_leads_to_the_comment_on_any_page(client, newsroom, post):
    talk = make_talk(post, [None] * 51 + [0] * 31)
    assert where(client, talk[0]) == f"{post.url}#comment-{talk[0].pk}"
    assert where(client, talk[50]) == f"{post.url}?comments=2#comment-{talk[50].pk}"
    last = talk[-1].pk
    assert where(client, talk[-1]) == f"{post.url}?conversation={talk[0].pk}#comment-{last}"
    for comment in (talk[0], talk[50], talk[-1]):
        html = client.get(where(client, comment)).content.decode()
        assert f'<article id="comment-{comment.pk}" class="comment"' in html


def test_a_permalink_follows_the_owners_order(client, newsroom, post):
    talk = make_talk(post, [None] * 51)
    settings = CommentSettings.for_site(newsroom.site)
    settings.order = ThreadOrder.NEWEST
    settings.save()
    assert where(client, talk[0]) == f"{post.url}?comments=2#comment-{talk[0].pk}"


def test_a_tombstone_and_a_bare_place_have_their_permalink(client, post):
    hidden = make_comment(post, status=CommentStatus.SPAM)
    make_comment(post, parent=hidden)
    removed = make_comment(post, status=CommentStatus.REMOVED)
    for comment in (hidden, removed):
        assert where(client, comment) == f"{post.url}#comment-{comment.pk}"


def test_what_does_not_show_answers_like_what_never_was(client, newsroom, post):
    draft = make_post(newsroom, "Draft", live=False)
    private = make_post(newsroom, "Private")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    numbers = [make_comment(post, status=s).pk for s in ("pending", "spam", "trashed")]
    numbers += [make_comment(page).pk for page in (draft, private)]
    answers = [client.get(f"/comments/{n}/") for n in (*numbers, 12345, 2**53, 2**64, 10**60)]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1
    assert len({tuple(sorted(answer.headers.items())) for answer in answers}) == 1


def test_an_old_fragment_leads_to_its_comment_on_any_page(client, newsroom, post):
    old = make_talk(post, [None] * 51)[50]
    old.legacy_anchor = "c301"
    old.save()
    other = make_comment(make_post(newsroom, "Other"), legacy_anchor="c301")
    for anchor in ("c301", f"comment-{old.pk}"):
        answer = client.get(reverse("comments:anchored", args=[post.pk, anchor]))
        assert answer.url == f"{post.url}?comments=2#comment-{old.pk}"
    long = "comment-" + "9" * 5_000
    for anchor in ("c999", f"comment-{other.pk}", "comment-x", long, "-", "c\0"):
        answer = client.get(reverse("comments:anchored", args=[post.pk, anchor]))
        assert answer.status_code == 404


def test_no_page_has_a_number_beyond_all_numbers(client, post):
    for number in (2**31, 2**63, 10**60):
        assert client.get(reverse("comments:anchored", args=[number, "c1"])).status_code == 404


def test_only_reading_is_possible(client, post):
    comment = make_comment(post)
    assert client.post(f"/comments/{comment.pk}/").status_code == 405


def test_after_sending_the_reader_lands_at_the_comment(client, newsroom, post):
    publish_what_is_clean(newsroom)
    make_talk(post, [None] * 51)
    answer = send(client, post)
    assert answer.status_code == 303
    assert answer.url.startswith(f"{post.url}?comments=2#comment-")
