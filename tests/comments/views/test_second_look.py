"""What a receipt says of the second look: before it, during it, and of what came of it."""

from datetime import timedelta

import pytest
from django.urls import reverse

from comments import moderation, rulebook
from comments.models import AppealState
from comments.states import CommentStatus, Reason
from tests.comments.appellant import SECRET, answer, make_appeal, make_judge, sent, take_away
from tests.comments.factories import make_ruling

DAY = timedelta(days=1)
UPHELD, REVERSED, VARIED = AppealState.UPHELD, AppealState.REVERSED, AppealState.VARIED
ALONE = "only one person moderates here"


@pytest.fixture
def ben(newsroom):
    return make_judge("ben")


@pytest.fixture
def moderator(newsroom):
    return make_judge("moderator")


@pytest.fixture
def removed(post, clock, moderator):
    comment = sent(post, status=CommentStatus.PUBLISHED)
    take_away(comment, "remove", moderator)
    return comment


def receipt(client):
    return client.get(reverse("comments:receipt", args=[SECRET])).content.decode()


def test_a_published_or_waiting_comment_has_no_second_look(client, post):
    sent(post)
    assert "second-look" not in receipt(client)


def test_it_says_until_when_one_can_be_asked_for_and_who_looks(client, removed):
    assert "until April 3, 2026" in receipt(client)
    assert ALONE in receipt(client)
    make_judge("ben")
    assert "Somebody else than the one who decided then decides anew." in receipt(client)


def test_after_that_time_it_says_nothing(client, removed, clock):
    clock.shift(30 * DAY)
    assert "second-look" not in receipt(client)


def test_what_waits_names_its_day_and_shows_the_words(client, removed, ben):
    make_appeal(removed, "I <quoted>.")
    html = receipt(client)
    assert "You asked for it on Wednesday, March 4, 2026." in html
    assert "to be answered by Wednesday, March 11, 2026" in html
    assert "Somebody else than the one who decided looks at it." in html
    assert "I &lt;quoted&gt;." in html
    assert reverse("comments:receipt_appeal", args=[SECRET]) not in html


def test_what_waits_with_one_moderator_alone_says_so(client, removed):
    make_appeal(removed)
    assert ALONE in receipt(client)


def test_what_waits_because_the_decision_was_taken_back_says_so(
    client, post, clock, moderator, ben
):
    comment = sent(post)
    appeal = make_appeal(comment, event=take_away(comment, "remove", moderator))
    moderation.undo(appeal.event_id, moderator=moderator)
    html = receipt(client)
    assert "The decision was taken back meanwhile, and your comment waits" in html
    assert "Somebody else than the one who decided looks at it." not in html
    take_away(comment, "remove", moderator)
    assert "Somebody else than the one who decided looks at it." in receipt(client)
    take_away(comment, "approve", ben)
    assert "The decision was reversed." in receipt(client)


def test_what_is_late_is_called_late(client, removed, ben, clock):
    make_appeal(removed)
    clock.shift(8 * DAY)
    assert "It is late, and stands first" in receipt(client)


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        (UPHELD, "The decision stands."),
        (REVERSED, "The decision was reversed."),
        (VARIED, "The decision stands, but for another reason."),
    ],
)
def test_an_outcome_is_told_with_its_words_and_by_whom_but_not_their_name(
    client, removed, ben, outcome, said
):
    rule = rulebook.find(Reason.PRIVACY)
    answer(make_appeal(removed), outcome, ben, words="Look <again>.", rule=rule)
    html = receipt(client)
    assert said in html
    assert "Look &lt;again&gt;." in html
    assert "Another moderator than the one who had decided looked at it:" in html
    assert "ben" not in html.lower().split("</head>")[1].replace("been", "")


def test_who_had_to_decide_alone_is_told_of(client, removed, moderator, clock):
    made = make_appeal(removed)
    clock.shift(DAY)
    answer(made, UPHELD, moderator, words="No.")
    assert "The same moderator looked at it again, for nobody else was there" in receipt(client)


def test_who_took_back_a_decision_of_their_own_is_told_of_as_that(client, removed, moderator):
    made = make_appeal(removed)
    moderation.undo(made.event_id, moderator=moderator)
    assert "The moderator who had decided took it back:" in receipt(client)


def test_a_varied_decision_shows_the_other_rule(client, removed, ben):
    answer(make_appeal(removed), VARIED, ben, words="x", rule=rulebook.find(Reason.PRIVACY))
    section = receipt(client).split('id="second-look"')[1].split("</section>")[0]
    assert rulebook.text_of(rulebook.find(Reason.PRIVACY), "en").title in section.replace(
        "&#x27;", "'"
    )


def test_a_new_decision_offers_a_new_second_look(client, removed, ben, clock):
    made = make_appeal(removed)
    moderation.restore(removed.pk, make_ruling(removed, ben))
    clock.shift(DAY)
    take_away(removed, "remove", ben)
    html = receipt(client)
    assert reverse("comments:receipt_appeal", args=[SECRET]) in html
    assert made.statement not in html.split("second-look")[0] or made.statement == ""


def test_what_was_taken_back_says_nothing_of_it(client, removed):
    make_appeal(removed, "My words.")
    moderation.withdraw(removed.pk, keeps_name=False)
    html = receipt(client)
    assert "second-look" not in html
    assert "My words." not in html


def test_the_receipt_asks_little_of_the_database(
    client, removed, ben, django_assert_max_num_queries
):
    answer(make_appeal(removed), VARIED, ben, words="x", rule=rulebook.find(Reason.PRIVACY))
    receipt(client)
    with django_assert_max_num_queries(35):
        receipt(client)
