import pytest
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString

from comments import claims, stencils
from comments.models import Cluster, Writer
from comments.moderation_queue.card_values import Surroundings, fixed_of, values_of
from comments.moderation_queue.cards import make_cards
from comments.moderation_queue.chosen import Typed
from comments.states import CommentStatus
from tests.comments.complainant import make_report
from tests.comments.factories import make_comment, make_user
from tests.comments.moderation_queue.test_cards import request_of

CARD = "comments/moderation/card.html"
HOSTILE = "{name} {} <b>\" ' & \ue000000\ue001"
PERSONAL = [{"sign": "personal_data", "detail": "phone"}]
AROUND = Surroundings(
    back="status%3Dall", rule_options=SafeString("<option>"), is_listed=True, shows_alike=False
)


def card_of(comment, moderator):
    [card] = make_cards([comment.pk], request_of(moderator))
    return card


@pytest.fixture
def comments(post, moderator):
    """One of each kind: they show all that a card may have."""
    parent = make_comment(post, HOSTILE, author_name=HOSTILE)
    cluster, writer = Cluster.objects.create(sketch=b""), Writer.objects.create()
    made = [make_comment(post, status=status) for status in CommentStatus]
    made += [make_comment(post, status="pending", cluster=cluster) for _each in range(2)]
    made += [make_comment(post, "Before", writer=writer, language="es") for _each in range(2)]
    made.append(make_comment(post, HOSTILE, author_name=HOSTILE, parent=parent, status="pending"))
    made.append(make_comment(post, "Call 202-555-0187", evidence=PERSONAL, author_name=HOSTILE))
    made.append(make_comment(post, "x", evidence=[{"sign": "threat", "detail": ""}]))
    made.append(make_comment(post, "x", parent=made[-1]))
    made.append(make_comment(post, "x", author_website="https://x.example", staff_author=moderator))
    made.append(make_comment(post, "", author_email="ana@example.org", is_post_author=True))
    make_report(made[-1], words=HOSTILE)
    claims.claim([made[0].pk], user=make_user("bea"), now=timezone.now())
    return made


@pytest.mark.parametrize("typed", [None, Typed("approve", "spam", HOSTILE)])
@pytest.mark.parametrize("is_listed", [True, False])
def test_a_card_says_what_its_template_says_of_its_values(comments, moderator, typed, is_listed):
    around = Surroundings(
        back=AROUND.back,
        rule_options=AROUND.rule_options,
        is_listed=is_listed,
        shows_alike=not is_listed,
    )
    for comment in comments:
        card = card_of(comment, moderator)
        values, fixed = values_of(card, around, typed), fixed_of(card, around, typed)
        drawn = stencils.fill(CARD, values, fixed)
        assert drawn == render_to_string(CARD, values | fixed), comment.body


def test_nothing_that_is_typed_is_fixed(comments, moderator):
    typed = Typed("no action", "spam", HOSTILE)
    for comment in comments:
        fixed = fixed_of(card_of(comment, moderator), AROUND, typed)
        assert fixed["chosen"] == ""
        assert not any(isinstance(v, str) and len(v) > 10 for v in fixed.values())


def test_a_choice_that_comes_back_is_chosen_again(post, moderator):
    card = card_of(make_comment(post, status="pending"), moderator)
    assert fixed_of(card, AROUND, Typed("approve", "", ""))["chosen"] == "approve"
