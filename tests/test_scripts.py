"""The commands in script/: what they print, and that they end what they began."""

import os
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
from django.conf import settings

SCRIPTS = settings.BASE_DIR / "script"


def shell(program: str, *, path: str | None = None) -> subprocess.CompletedProcess[str]:
    """Runs lines of shell in a repository whose script/ is ours."""
    return subprocess.run(
        ["/bin/sh", "-euc", f'. "$(dirname -- "$0")/environment.sh"\n{program}', SCRIPTS / "x"],
        env={"PATH": path or os.environ["PATH"]},
        capture_output=True,
        text=True,
        check=False,
    )


def make_program(folder: Path, name: str, lines: Sequence[str]) -> None:
    folder.mkdir(exist_ok=True)
    program = folder / name
    program.write_text("\n".join(["#!/bin/sh", *lines, ""]))
    program.chmod(0o755)


@pytest.mark.process
def test_manage_says_nothing_but_what_the_command_says(tmp_path: Path) -> None:
    ended = subprocess.run(
        [SCRIPTS / "manage", "version"],
        env={"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout.count("\n") == 1
    assert ended.stdout.startswith("5.2")
    assert ended.stderr == ""


def test_signal_to_a_script_ends_what_it_runs(tmp_path: Path) -> None:
    make_program(tmp_path, "long", [f'echo $$ > "{tmp_path}/pid"', "exec sleep 60"])
    program = f'. "$(dirname -- "$0")/environment.sh"; echo begun; run "{tmp_path}/long"'
    with subprocess.Popen(
        ["/bin/sh", "-euc", program, SCRIPTS / "x"], stdout=subprocess.PIPE, text=True
    ) as script:
        assert script.stdout is not None
        script.stdout.readline()
        while not (tmp_path / "pid").exists() or not (tmp_path / "pid").read_text():
            pass
        script.send_signal(signal.SIGTERM)
        assert script.wait(20) == 143
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text()), 0)


def test_python_that_is_too_old_is_named(tmp_path: Path) -> None:
    make_program(
        tmp_path, "python3", ['[ "$1" = --version ] && echo "Python 3.9.2" && exit', "exit 1"]
    )
    said = shell("install_python", path=f"{tmp_path}:/usr/bin:/bin").stderr
    assert "Python 3.9.2" in said
    assert "Python 3.11 or newer" in said


def test_ordinary_user_without_venv_reads_one_line_to_pass_on(tmp_path: Path) -> None:
    make_program(tmp_path, "id", ["echo 1000"])
    make_program(tmp_path, "python3", ["exit 0"])
    ended = shell("install_python", path=f"{tmp_path}:/usr/bin:/bin")
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "apt-get install -y python3-venv" in ended.stderr


def test_each_program_of_a_folder_is_run_and_the_worst_counts(tmp_path: Path) -> None:
    folder = tmp_path / "with space"
    make_program(folder, "good", ["echo good"])
    make_program(folder, "bad", ["echo bad", "exit 3"])
    (folder / "notes.txt").write_text("not a program")
    ended = shell(f'. "$ROOT/script/each.sh"; run_each "{folder}"')
    assert ended.stdout.split() == ["bad", "good"]
    assert ended.returncode == 3


def test_only_the_named_program_is_run(tmp_path: Path) -> None:
    make_program(tmp_path, "good", ["echo good"])
    make_program(tmp_path, "bad", ["exit 3"])
    assert shell(f'. "$ROOT/script/each.sh"; run_each "{tmp_path}" good').returncode == 0
    unknown = shell(f'. "$ROOT/script/each.sh"; run_each "{tmp_path}" better')
    assert unknown.returncode == 1
    assert "there is: bad good" in unknown.stderr


def test_failed_stage_shows_its_output_and_fails_the_whole() -> None:
    ended = shell(
        '. "$ROOT/script/stages.sh"\n'
        'stage "first" sh -c "echo hidden; echo 3 passed"\n'
        'stage "second" sh -c "echo shown; exit 1"\n'
        'stage "third" true\n'
        "end_of_stages"
    )
    assert ended.returncode == 1
    assert "3 passed" in ended.stdout
    assert "hidden" not in ended.stdout
    assert "shown" in ended.stdout
    assert "ok    third" in ended.stdout
    assert "failed: second;" in ended.stderr
