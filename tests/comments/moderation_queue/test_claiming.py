from django.urls import reverse
from django.utils import timezone

from comments import claims
from comments.models import Claim
from tests.comments.factories import make_comment
from tests.comments.moderation_queue.desk import AS_A_SCRIPT, QUEUE, decide, fields_of, read_queue
from tests.comments.moderation_queue.staff import make_moderator, sign_in

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
