"""A sample of the attack strings in a real Chromium; `script/drill xss` tries them all."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.chromium import executable
from tests.shared import shared_path

ROOT = Path(__file__).resolve().parents[2]
SAMPLE_OF_EACH_SET = 40


def harness(*arguments: str) -> subprocess.CompletedProcess[str]:
    tool = shared_path("tools/xss/harness.py")
    vectors = ["--vectors", shared_path("data/xss"), "--limit", str(SAMPLE_OF_EACH_SET)]
    chromium = ["--chromium", executable() or "chromium"]
    return subprocess.run(
        [sys.executable, tool, *vectors, *chromium, *arguments],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.browser
@pytest.mark.parametrize("way", ["to_html", "clean_html"])
def test_attack_strings_do_nothing_in_a_browser(way):
    done = harness("--callable", f"comments.rendering:{way}", "--path", str(ROOT))

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.browser
def test_the_harness_sees_attacks_that_are_not_sanitised():
    done = harness("--control", "--kind", "html")

    assert done.returncode == 1, done.stdout + done.stderr
