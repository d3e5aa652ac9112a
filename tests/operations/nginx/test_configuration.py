import os
import subprocess
import tempfile
from pathlib import Path

import pytest

from operations.nginx import configuration
from operations.nginx.configuration import Front, UnwritablePath, written
from operations.page_cache.key import KNOWN
from tests.operations.nginx import server, upstream
from tests.operations.nginx.conftest import fill
from tests.operations.nginx.server import Door
from tests.ports import free_port


def front(data_dir: Path, **more: object) -> Front:
    return Front(**{"port": 8080, "upstream": "127.0.0.1:8000", "data_dir": data_dir, **more})


def test_every_key_that_the_page_cache_knows_is_known(tmp_path: Path) -> None:
    text = written(front(tmp_path))
    assert {key for key in KNOWN if f"map $arg_{key} " in text} == KNOWN
    assert text.count("map $arg_") == len(KNOWN)


def test_nothing_of_the_template_is_left(tmp_path: Path) -> None:
    text = written(front(tmp_path))
    assert [sign for sign in ("{{", "{%", "}}", "%}") if sign in text] == []


def test_pictures_of_a_bucket_are_left_to_the_newsroom(tmp_path: Path) -> None:
    folders = "location ~ ^/media/(?:images|original_images)/"
    assert folders in written(front(tmp_path))
    assert folders not in written(front(tmp_path, bucket=True))
    assert "/media/" in written(front(tmp_path, bucket=True))


@pytest.mark.parametrize("name", ['a"b', "a$b", "a\\b", "a\nb"])
def test_path_that_nginx_cannot_say_is_refused(name: str) -> None:
    with pytest.raises(UnwritablePath, match="nginx cannot read this path"):
        written(front(Path("/srv") / name))


def test_key_that_nginx_cannot_look_for_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page_cache").mkdir()
    (tmp_path / "page_cache" / "key.py").write_text("KNOWN, NOBODYS = {'a-b'}, ()")
    monkeypatch.setattr(configuration, "HERE", tmp_path / "nginx")
    with pytest.raises(ValueError, match="'a-b'"):
        written(front(tmp_path))


def test_machine_without_ipv6_listens_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(configuration, "_has_ipv6", lambda: False)
    assert "[::]" not in written(front(tmp_path))


def test_ordinary_user_runs_it() -> None:
    with tempfile.TemporaryDirectory() as name, upstream.running() as newsroom:
        data = fill(Path(name))
        data.chmod(0o755)
        own = front(data, port=free_port(), upstream=newsroom.place)
        with server.running(own, user="nobody" if os.geteuid() == 0 else None):
            assert Door(own.port, data, newsroom).get("/").body == b"words"
            assert Door(own.port, data, newsroom).get("/static/css/sheet.css").status == 200


def test_nginx_finds_nothing_to_warn_of(tmp_path: Path) -> None:
    if server.NGINX is None:
        pytest.skip("nginx is not installed")
    own = front(tmp_path, user="root" if os.geteuid() == 0 else "")
    own.state_dir.mkdir()
    (tmp_path / "nginx.conf").write_text(written(own))
    ended = subprocess.run(
        [server.NGINX, "-t", "-q", "-e", "stderr", "-c", tmp_path / "nginx.conf"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stderr == ""
