from comments.personal_data import Kind
from comments.states import REMOVAL_REASONS, Reason
from comments.views.wording import DATUM, WHY_HELD, WHY_REMOVED


def test_every_kind_of_personal_data_has_a_name_for_readers():
    assert set(DATUM) == set(Kind)


def test_every_reason_for_a_removal_can_be_told():
    assert set(WHY_REMOVED) == set(REMOVAL_REASONS)


def test_a_receipt_knows_four_general_reasons_and_no_filter():
    assert set(WHY_HELD) == {
        Reason.FIRST_COMMENT,
        Reason.LINKS,
        Reason.PERSONAL_DATA,
        Reason.CHECKS,
    }
