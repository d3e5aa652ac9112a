from datetime import UTC, date, datetime

import pytest
from django.utils import translation

from blog.archives.periods import Period


def test_month_begins_and_ends_at_the_newsrooms_midnight() -> None:
    month = Period(2012, 3)  # summer time begins in it

    assert month.begins_at == datetime(2012, 3, 1, 5, tzinfo=UTC)
    assert month.ends_at == datetime(2012, 4, 1, 4, tzinfo=UTC)


@pytest.mark.parametrize("period", [Period(2012), Period(2012, 12)])
def test_year_ends_with_its_last_month(period: Period) -> None:
    assert period.ends_at == Period(2013).begins_at


def test_moment_falls_in_the_month_of_the_newsroom() -> None:
    assert Period.of(datetime(2012, 2, 1, 4, 59, tzinfo=UTC)) == Period(2012, 1)
    assert Period.of(datetime(2012, 2, 1, 5, 0, tzinfo=UTC)) == Period(2012, 2)


def test_period_is_called_as_people_call_it() -> None:
    assert (Period(2012).name, Period(2012, 1).name) == ("2012", "January 2012")
    with translation.override("es"):
        assert Period(2012, 1).name == "enero de 2012"


def test_period_has_the_address_that_blogs_of_old_had() -> None:
    assert (Period(2012).route, Period(2012, 1).route) == ("2012/", "2012/01/")
    assert Period(2012).first_day == date(2012, 1, 1)
