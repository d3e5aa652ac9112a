import json
import logging
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from blog.models import PostPage
from importers.management.commands import import_blog
from importers.refusals import IncompleteReport
from tests.importers.importing import blogger_export, post, write


@pytest.fixture(autouse=True)
def _as_it_was() -> Iterator[None]:
    """The command sets a signal and a log level for its own process."""
    handler, level = signal.getsignal(signal.SIGTERM), logging.getLogger("wagtail").level
    yield
    signal.signal(signal.SIGTERM, handler)
    logging.getLogger("wagtail").setLevel(level)


@pytest.fixture
def export(newsroom: object, tmp_path: Path) -> Path:
    return write(tmp_path, blogger_export(post(1, "One"), post(2, "Two")))


def test_a_complete_import_ends_with_zero_and_a_report(
    export: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call_command("import_blog", str(export), report=tmp_path / "report.json")
    report = json.loads((tmp_path / "report.json").read_text())
    assert report["kinds"]["post"]["created"] == 2
    assert "post: 2 (2 created" in capsys.readouterr().out


def test_a_refused_import_ends_with_one_and_says_why(
    newsroom: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="1"):
        call_command("import_blog", str(write(tmp_path, "<rss/>")))
    assert "Readable: Blogger" in capsys.readouterr().err


def test_a_partial_import_ends_with_two(newsroom: object, tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="2"):
        call_command("import_blog", str(write(tmp_path, blogger_export(post(1, published="x")))))


def test_an_interrupted_import_ends_with_three(
    export: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_args: object, **_options: object) -> None:
        signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr(import_blog, "run_import", interrupted)
    with pytest.raises(SystemExit, match="3"):
        call_command("import_blog", str(export))
    assert "same command again" in capsys.readouterr().err


def test_a_rehearsal_writes_nothing(export: Path) -> None:
    call_command("import_blog", str(export), "--dry-run")
    assert not PostPage.objects.exists()


def test_the_options_reach_the_import(export: Path, tmp_path: Path) -> None:
    call_command(
        "import_blog",
        str(export),
        *("--into", "news", "--limit", "1", "--format", "blogger", "--on-conflict", "update"),
        *("--host-map", "a.example=old.example", "--media", str(tmp_path)),
    )
    assert [page.title for page in PostPage.objects.all()] == ["One"]


@pytest.mark.parametrize(
    "wrong",
    [["--host-map", "a"], ["--format", "novel"], ["--on-conflict", "ask"], ["--fetch-media"]],
)
def test_an_option_that_is_none_is_an_error(export: Path, wrong: list[str]) -> None:
    with pytest.raises(CommandError):
        call_command("import_blog", str(export), *wrong)


@pytest.mark.parametrize(
    ("trouble", "status"),
    [
        (OperationalError("disk full"), "3"),
        (OSError("disk full"), "3"),
        (IncompleteReport("post"), "2"),
    ],
)
def test_trouble_on_the_way_is_told_in_a_line(
    export: Path, monkeypatch: pytest.MonkeyPatch, trouble: Exception, status: str
) -> None:
    def troubled(*_args: object, **_options: object) -> None:
        raise trouble

    monkeypatch.setattr(import_blog, "run_import", troubled)
    with pytest.raises(SystemExit, match=status):
        call_command("import_blog", str(export))


def test_a_report_that_cannot_be_written_is_refused_before_anything_is(
    export: Path, tmp_path: Path
) -> None:
    with pytest.raises(SystemExit, match="1"):
        call_command("import_blog", str(export), report=tmp_path / "gone" / "report.json")
    assert not PostPage.objects.exists()
