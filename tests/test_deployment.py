"""The files in docs/deploy, as far as a machine without containers and systemd can read them."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

ROOT = settings.BASE_DIR
DEPLOY = ROOT / "docs" / "deploy"
ROOMS = {each.parent.name for each in ROOT.glob("*/__init__.py")} - {"tests"}
UNITS = sorted(each.name for each in DEPLOY.glob("broadside*"))
# What `systemd-analyze security` calls OK ends at 4; 10 is a service that may do everything.
MOST_EXPOSED = 2.0
STARTED_BY_ROOT = {"broadside-nginx.service": 3.0}


def run(name: str, *arguments: str | Path) -> "subprocess.CompletedProcess[str]":
    """A linter's answer; skips where it is not installed."""
    program = shutil.which(name, path=f"{Path(sys.executable).parent}:/usr/bin:/bin")
    if program is None:
        pytest.skip(f"{name} is not installed")
    return subprocess.run([program, *arguments], capture_output=True, text=True, check=False)


def complaints(name: str, *arguments: str | Path) -> str:
    """What a linter has to say, "" when nothing."""
    ended = run(name, *arguments)
    return ended.stderr + (ended.stdout if ended.returncode else "")


@pytest.fixture
def units(tmp_path: Path) -> Path:
    """The units, with programs that there are on this machine."""
    here = tmp_path / "newsroom"
    here.symlink_to(ROOT)  # whose own path may have spaces in it
    for name in UNITS:
        text = (DEPLOY / name).read_text().replace("/srv/broadside", str(here))
        text = text.replace("/opt/litestream/bin/litestream", "/bin/true")
        (tmp_path / name).write_text(text)
    return tmp_path


@pytest.mark.parametrize("name", UNITS)
def test_unit_has_no_misspelt_key(units: Path, name: str) -> None:
    """The status of `verify` is 0 for those, too; only what it says tells."""
    if "nginx" in name and not Path("/usr/sbin/nginx").exists():
        pytest.skip("nginx is not installed")
    assert complaints("systemd-analyze", "verify", "--man=no", units / name) == ""


@pytest.mark.parametrize("name", [name for name in UNITS if name.endswith(".service")])
def test_service_may_do_little_beyond_its_work(units: Path, name: str) -> None:
    ended = run("systemd-analyze", "security", "--offline=yes", "--no-pager", units / name)
    [level] = re.findall(r"Overall exposure level for .*: ([\d.]+)", ended.stdout)
    assert float(level) <= STARTED_BY_ROOT.get(name, MOST_EXPOSED)


def test_caddyfile_is_valid() -> None:
    file = ("--config", DEPLOY / "Caddyfile")
    lines = complaints("caddy", "validate", "--adapter", "caddyfile", *file).splitlines()
    assert [line for line in lines if '"level":"info"' not in line] == []


def test_caddyfile_is_formatted(tmp_path: Path) -> None:
    copy = Path(shutil.copy(DEPLOY / "Caddyfile", tmp_path))
    assert complaints("caddy", "fmt", "--overwrite", copy) == ""
    assert copy.read_text() == (DEPLOY / "Caddyfile").read_text()


def test_dockerfile_is_as_hadolint_likes_it() -> None:
    assert complaints("hadolint", "--no-color", DEPLOY / "Dockerfile") == ""


def test_compose_file_has_only_keys_that_there_are() -> None:
    schema = ("--builtin-schema", "vendor.compose-spec")
    assert complaints("check-jsonschema", *schema, DEPLOY / "compose.yaml") == ""


def test_everything_that_the_image_needs_is_let_in() -> None:
    left_out = set((DEPLOY / "Dockerfile.dockerignore").read_text().split())
    recipe = (DEPLOY / "Dockerfile").read_text()
    copied = re.findall(r"^COPY (?!--)(.+) \S+$", recipe, re.MULTILINE)
    named = {name for names in copied for name in names.split()} - {"."}
    needed = {*ROOMS, "static", "templates", "locale", "script", "manage.py", *named}
    assert [name for name in needed if not (ROOT / name).exists()] == []
    assert left_out & needed == set()


def test_image_compiles_every_room() -> None:
    [compiled] = re.findall(r"compileall -q (.*?) \\", (DEPLOY / "Dockerfile").read_text())
    assert set(compiled.split()) == ROOMS
