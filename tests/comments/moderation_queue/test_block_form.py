from datetime import timedelta

from django.http import QueryDict

from comments.models import BlockKind
from comments.moderation_queue.block_form import BlockForm
from tests.conftest import NOON


def filled_in(text="kind=phrase&typed=Casino&reason=a+wave&days=30"):
    form = BlockForm(QueryDict(text))
    assert form.is_valid(), form.errors
    return form


def kinds(form):
    return {kind for kind, _label in form.fields["kind"].choices}


def test_the_network_address_is_offered_only_where_there_is_a_comment():
    assert BlockKind.SENDER not in kinds(BlockForm())
    assert BlockKind.SENDER in kinds(BlockForm(initial={"comment": "7"}))


def test_the_entry_keeps_what_was_typed_beside_what_is_compared():
    entry = filled_in().entry
    assert (entry.value, entry.shown, entry.reason) == ("casino", "Casino", "a wave")


def test_a_proof_is_good_for_its_own_entry_only():
    proof = filled_in().proof
    assert filled_in(f"kind=phrase&typed=casino!&reason=other&tried={proof}").was_tried
    assert not filled_in(f"kind=name&typed=casino&reason=a&tried={proof}").was_tried
    assert not filled_in(f"kind=phrase&typed=casinos&reason=a&tried={proof}").was_tried
    assert not filled_in("kind=phrase&typed=casino&reason=a").was_tried


def test_after_a_trial_the_form_says_so():
    form = filled_in()
    form.note_trial()
    assert form["tried"].value() == form.proof
    assert form["typed"].value() == "Casino"


def test_an_entry_ends_after_the_chosen_days():
    assert filled_in().expires_at(NOON) == NOON + timedelta(days=30)
    assert filled_in("kind=phrase&typed=x&reason=y&days=").expires_at(NOON) is None
