from collections.abc import Iterator
from pathlib import Path

import pytest

from operations.nginx.configuration import Front
from tests.operations.nginx import server, upstream
from tests.operations.nginx.server import Door
from tests.ports import free_port

FILES = {
    "secret_key": "a secret",
    "static/css/sheet.0123456789ab.css": "body {}",
    "static/css/sheet.css": "body {}",
    "static/unavailable.html": "<h1>The newsroom is away</h1>",
    "media/images/picture.png": "a picture",
    "media/original_images/picture.svg": "a drawing",
    "media/documents/plan.pdf": "a private document",
}


def fill(folder: Path) -> Path:
    """A data folder with files, which nginx may read whoever it is."""
    for name, words in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words)
    return folder


@pytest.fixture(scope="module")
def door(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Door]:
    """A newsroom behind nginx, one for all tests of a file."""
    data = fill(tmp_path_factory.mktemp("data"))
    with upstream.running() as newsroom:
        front = Front(
            port=free_port(),
            upstream=newsroom.place,
            data_dir=data,
            user=data.owner(),
        )
        with server.running(front):
            yield Door(front.port, data, newsroom)
