"""The command: what it takes, what it makes, and what it says where that makes no sense."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from operations.nginx.__main__ import asked_for, main

NEEDED = ["--port", "8080", "--upstream", "127.0.0.1:8000", "--data-dir"]


def test_what_is_left_out_is_usual(tmp_path: Path) -> None:
    front = asked_for([*NEEDED, str(tmp_path)])
    assert (front.port, front.upstream, front.data_dir) == (8080, "127.0.0.1:8000", tmp_path)
    assert (front.host, front.certificate, front.key, front.redirect_from) == ("", None, None, 80)
    assert front.others == []


def test_newsroom_runs_on_as_many_machines_as_are_named(tmp_path: Path) -> None:
    front = asked_for([*NEEDED, str(tmp_path), "--upstream", "10.0.0.2:8000"])
    assert (front.upstream, front.others) == ("127.0.0.1:8000", ["10.0.0.2:8000"])


def test_name_is_written_in_small_letters(tmp_path: Path) -> None:
    assert asked_for([*NEEDED, str(tmp_path), "--host", "News.Example.ORG"]).host == (
        "news.example.org"
    )


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (["--port", "0"], "'0' is no port"),
        (["--port", "http"], "'http' is no port"),
        (["--redirect-from", "99999"], "'99999' is no port"),
        (["--upstream", "127.0.0.1"], "is not like 127.0.0.1:8000"),
        (["--upstream", "x:1; include /etc/passwd"], "is not like 127.0.0.1:8000"),
        (["--host", "https://news.example.org/"], "is not like news.example.org"),
        (["--host", "a; b"], "is not like news.example.org"),
        (["--certificate", "a.pem", "--host", "a.example"], "belong together"),
        (["--certificate", "a.pem", "--key", "b.pem"], "belong together"),
    ],
)
def test_what_makes_no_sense_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], given: list[str], words: str
) -> None:
    with pytest.raises(SystemExit):
        asked_for([*NEEDED, str(tmp_path), *given])
    assert words in capsys.readouterr().err


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be somebody else")
def test_nginx_becomes_the_owner_where_others_may_not_enter(tmp_path: Path) -> None:
    tmp_path.chmod(0o700)
    assert asked_for([*NEEDED, str(tmp_path)]).user == tmp_path.owner()
    assert asked_for([*NEEDED, str(tmp_path), "--user", "www-data"]).user == "www-data"
    assert asked_for([*NEEDED, "/srv"]).user == ""


def test_folder_that_nginx_needs_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["nginx-conf", *NEEDED, str(tmp_path / "data")])
    assert (main(), (tmp_path / "data" / "nginx").is_dir()) == (0, True)
    assert "proxy_cache_path" in capsys.readouterr().out


def test_path_that_nginx_cannot_say_is_named_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["nginx-conf", *NEEDED, str(tmp_path / "a$b")])
    assert main() == 1
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)


@pytest.mark.process
def test_script_prints_it_from_anywhere(tmp_path: Path) -> None:
    ended = subprocess.run(
        [settings.BASE_DIR / "script" / "nginx-conf", *NEEDED, "a folder"],
        env={"PATH": os.environ["PATH"]},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert f'pid "{tmp_path}/a folder/nginx/nginx.pid";' in ended.stdout
    assert sorted(each.name for each in (tmp_path / "a folder").iterdir()) == ["nginx"]
