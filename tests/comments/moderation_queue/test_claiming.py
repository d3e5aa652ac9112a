from django.urls import reverse
from django.utils import timezone
from pytest_django.asserts import assertContains, assertNotContains

from comments import claims
from comments.models import Claim, CommentSettings
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.desk import AS_A_SCRIPT, QUEUE, decide, fields_of, read_queue
from tests.comments.moderation_queue.staff import give_section, make_moderator, sign_in
from tests.pages import make_post

CLAIM = reverse("reader_comments:claim")


def test_without_a_script_all_on_the_page_are_taken_at_once(post, ana, browser):
    comments = [make_comment(post, status="pending") for _ in range(3)]
    sent = {"back": "n=50"}
    for comment in comments:
        sent |= fields_of(comment)
    response = browser.post(CLAIM, sent)
    assert (response.status_code, response.url) == (303, f"{QUEUE}?n=50")
    assert set(Claim.objects.values_list("comment_id", "user_id")) == {
        (comment.pk, ana.pk) for comment in comments
    }
    assert "3 comments are yours for five minutes." in read_queue(browser)


def test_taking_them_keeps_what_was_typed_on_the_cards(post, browser):
    first, second = [make_comment(post, status="pending") for _ in range(2)]
    sent = fields_of(first, words="Be kind.", rule="abuse") | fields_of(second)
    response = browser.post(CLAIM, sent)
    assertContains(response, "2 comments are yours for five minutes.")
    assertContains(response, f'name="words-{first.pk}" value="Be kind."')
    assertNotContains(response, f"comment-{second.pk}")


def test_the_others_see_who_is_looking_and_may_decide_all_the_same(post, ana, browser):
    comment = make_comment(post, status="pending")
    claims.claim([comment.pk], user=ana, now=timezone.now())
    ben = sign_in(make_moderator("ben"))
    assert "Ana Ruiz is looking at it." in read_queue(ben)
    assert "data-claimed" not in read_queue(browser).split("<article", 1)[1].split(">", 1)[0]
    assert decide(ben, comment, "approve").status_code == 303


def test_a_script_is_told_who_looks_at_it_already(post, ana):
    comment = make_comment(post, status="pending")
    claims.claim([comment.pk], user=ana, now=timezone.now())
    ben = sign_in(make_moderator("ben"))
    answer = ben.post(CLAIM, fields_of(comment), headers=AS_A_SCRIPT).json()
    assert answer == {"others": {str(comment.pk): "Ana Ruiz"}}


def test_what_is_beyond_the_section_is_not_taken(post, newsroom, moderator):
    own, other = make_comment(post), make_comment(make_post(newsroom, "Elsewhere"))
    CommentSettings.objects.update_or_create(
        site=newsroom.site, defaults={"has_section_moderators": True}
    )
    ben = make_moderator("ben")
    give_section(ben, post)
    claims.claim([other.pk], user=moderator, now=timezone.now())
    sent = fields_of(own) | fields_of(other)
    answer = sign_in(ben).post(CLAIM, sent, headers=AS_A_SCRIPT).json()
    assert answer == {"others": {}}
    assert list(Claim.objects.filter(user=ben).values_list("comment_id", flat=True)) == [own.pk]
