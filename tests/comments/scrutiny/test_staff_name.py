from comments.scrutiny.staff_name import passes_for_staff
from comments.spam import Sign
from tests.comments.factories import make_case, make_user


def test_an_ordinary_name_is_no_doubt(post):
    assert passes_for_staff(make_case(post, author_name="Berenice")) is None


def test_the_name_of_somebody_on_the_staff_is(post):
    make_user(first_name="Lucía", last_name="Ortega", is_superuser=True)
    found = passes_for_staff(make_case(post, author_name="Lucia 0rtega"))
    assert found.sign == Sign.STAFF_NAME
