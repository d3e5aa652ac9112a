from collections.abc import Iterator

import pytest

from tests.operations.page_cache.asking import Reader, reader_of_the_cache


@pytest.fixture
def reader(db: None) -> Iterator[Reader]:
    with reader_of_the_cache() as somebody:
        yield somebody
