"""Years and months, as the newsroom's own clock counts them."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Self

from django.utils import timezone
from django.utils.formats import date_format

MONTHS = 12


@dataclass(frozen=True)
class Period:
    """A year, or a month of it."""

    year: int
    month: int | None = None

    @classmethod
    def of(cls, moment: datetime) -> Self:
        """The month in which a moment falls."""
        here = timezone.localtime(moment, timezone.get_default_timezone())
        return cls(here.year, here.month)

    @property
    def first_day(self) -> date:
        """The day on which it begins."""
        return date(self.year, self.month or 1, 1)

    @property
    def begins_at(self) -> datetime:
        """The moment at which it begins."""
        return _midnight(self.first_day)

    @property
    def ends_at(self) -> datetime:
        """The moment at which the next one begins."""
        if self.month is None or self.month == MONTHS:
            return _midnight(date(self.year + 1, 1, 1))
        return _midnight(date(self.year, self.month + 1, 1))

    @property
    def name(self) -> str:
        """As people say it: "January 2012", "2012"."""
        if self.month is None:
            return str(self.year)
        return date_format(self.first_day, "YEAR_MONTH_FORMAT")

    @property
    def route(self) -> str:
        """What its address ends with: "2012/01/"."""
        return f"{self.year:04}/" if self.month is None else f"{self.year:04}/{self.month:02}/"


def _midnight(day: date) -> datetime:
    midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001  (made aware in the next line)
    return timezone.make_aware(midnight, timezone.get_default_timezone())
