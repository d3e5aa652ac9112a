"""How a list of the API is asked for and turned: from the last thing read, never by a number."""

from collections.abc import Callable, Sequence
from typing import Annotated, Generic, TypeVar
from urllib.parse import urlencode

from django.http import HttpRequest
from ninja import Path, Schema
from pydantic import Field

from operations import feeds

LARGEST = 2**63 - 1  # a number of the database
AT_MOST = 100

Item = TypeVar("Item")
Row = TypeVar("Row")

Number = Annotated[int, Path(ge=1, le=LARGEST)]
"""The number of a row, in an address."""


class Asked(Schema):
    """What every list can be asked for."""

    limit: int = Field(20, ge=1, le=AT_MOST, description="Items at most.")
    after: str = Field(
        "", max_length=40, description="The place where `next` of the page before goes on."
    )


class Listed(Schema, Generic[Item]):
    """One page of a list."""

    items: list[Item]
    next: str | None = Field(description="The address of the next page; null on the last one.")


def turn(
    request: HttpRequest, rows: Sequence[Row], *, limit: int, mark: Callable[[Row], str]
) -> tuple[Sequence[Row], str | None]:
    """The rows of a page and the whole address of the next one.

    `rows` are one more than the page holds, if there are more; `mark` names a row's place.
    """
    shown = rows[:limit]
    if len(rows) <= limit:
        return shown, None
    asked = request.GET.dict() | {"after": mark(shown[-1])}
    return shown, f"{feeds.whole(request, request.path)}?{urlencode(asked)}"
