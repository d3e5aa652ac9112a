"""The words of a receipt in each state that a comment can be in."""

import pytest
from django.urls import reverse
from django.utils import timezone

from comments import moderation, own_comment, receipts
from comments.states import CommentStatus, Reason
from tests.comments.factories import make_comment, make_ruling
from tests.comments.reader import OWN_ORIGIN

pytestmark = pytest.mark.django_db
SECRET = "s"


@pytest.fixture
def held(post):
    return make_comment(
        post,
        status=CommentStatus.PENDING,
        receipt_digest=receipts.digest(SECRET),
        created_at=timezone.now(),
    )


def receipt(client):
    return client.get(reverse("comments:receipt", args=[SECRET])).content.decode()


def test_a_held_one_says_who_decides_and_offers_every_way(client, held):
    html = receipt(client)
    assert 'data-status="pending"' in html
    assert "a moderator, not a machine, reads it and decides" in html
    assert "as long as nobody has decided about it" in html
    for name in ("receipt_edit", "receipt_withdraw"):
        assert f'href="{reverse(f"comments:{name}", args=[SECRET])}"' in html
    assert f'href="{reverse("comments:form", args=[held.page_id])}?receipt={SECRET}"' in html


def test_it_says_how_long_reading_took_lately(client, held, moderator):
    other = make_comment(held.page, status=CommentStatus.PENDING, created_at=timezone.now())
    moderation.approve(other.pk, ruling=make_ruling(other, moderator))
    assert "Lately this took about 1 minute." in receipt(client)


def test_a_published_one_says_until_when_it_can_be_changed(client, held, moderator):
    moderation.approve(held.pk, ruling=make_ruling(held, moderator))
    html = receipt(client)
    assert "A moderator, not a machine, decided this:" in html
    assert "15 minutes after you sent it" in html


def test_a_removed_one_says_which_rule_and_that_a_person_decided(client, held, moderator):
    moderation.approve(held.pk, ruling=make_ruling(held, moderator))
    ruling = make_ruling(held, moderator, reason=Reason.PRIVACY)
    moderation.remove(held.pk, ruling=ruling)
    html = receipt(client)
    assert "It has been removed from the page." in html
    assert "It gave away somebody&#x27;s personal data." in html
    assert "A moderator, not a machine, decided this:" in html
    assert reverse("comments:receipt_edit", args=[SECRET]) not in html


def test_new_words_that_wait_stand_beside_those_that_show(client, held, moderator):
    moderation.approve(held.pk, ruling=make_ruling(held, moderator))
    held.versions.create(
        state="waiting", body="I will come <b>late</b>.", body_html="", written_at=timezone.now()
    )
    html = receipt(client)
    assert "I will come." in html
    assert "I will come &lt;b&gt;late&lt;/b&gt;." in html
    assert "Your new words wait for a moderator." in html


def test_one_taken_back_offers_nothing_to_change(client, held):
    moderation.withdraw(held.pk, keeps_name=False)
    html = receipt(client)
    assert "You took it back. Its words are erased." in html
    assert "A moderator has decided" not in html
    for name in ("receipt_edit", "receipt_withdraw"):
        assert reverse(f"comments:{name}", args=[SECRET]) not in html


def test_it_carries_its_link_as_text_and_as_a_code(client, held):
    html = receipt(client)
    assert f"http://testserver{reverse('comments:receipt', args=[SECRET])}</textarea>" in html
    assert f'src="{reverse("comments:receipt_qr", args=[SECRET])}"' in html


def test_too_late_leads_back_to_the_receipt(client, held, moderator):
    moderation.trash(held.pk, ruling=make_ruling(held, moderator))
    html = client.get(reverse("comments:receipt_edit", args=[SECRET])).content.decode()
    assert "It cannot be changed any more" in html
    assert f'href="{reverse("comments:receipt", args=[SECRET])}"' in html


def test_a_moderator_who_was_faster_costs_nobody_their_new_words(client, held, monkeypatch):
    def too_late(*args, **kwargs):
        raise own_comment.EditRefused

    monkeypatch.setattr(own_comment, "revise", too_late)
    address = reverse("comments:receipt_edit", args=[SECRET])
    answer = client.post(address, {"body": "Not a word is lost"}, headers=OWN_ORIGIN)
    assert answer.status_code == 403
    assert "Not a word is lost</textarea>" in answer.content.decode()


def test_a_removed_one_that_was_taken_back_does_not_call_its_author_the_remover(
    client, held, moderator
):
    moderation.approve(held.pk, ruling=make_ruling(held, moderator))
    moderation.remove(held.pk, ruling=make_ruling(held, moderator, reason=Reason.PRIVACY))
    moderation.withdraw(held.pk, keeps_name=False)
    html = receipt(client)
    assert "You took it back. Its words are erased." in html
    assert "removed by the author" not in html
