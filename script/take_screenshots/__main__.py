"""Take the pictures of the guides, and say how large they are; with --all those of every page."""

import json
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from script.take_screenshots import everything, guide, look, newsdesk, readme
from script.take_screenshots.studio import Studio
from tests.browser.chromium import ARGUMENTS, executable
from tests.browser.server import Server, running_newsroom
from tests.smtp_sink import SmtpSink

SET_THE_SCENE = """
import json
from script.take_screenshots import scene
print(json.dumps(scene.make(password={password!r})))
"""


def main() -> None:
    """Look at a newsroom of the command's own."""
    with (
        tempfile.TemporaryDirectory() as folder,
        SmtpSink() as sink,  # without mail no page offers news by mail
        running_newsroom(Path(folder), email_url=f"smtp://127.0.0.1:{sink.port}") as newsroom,
        sync_playwright() as playwright,
    ):
        chromium = playwright.chromium.launch(executable_path=executable(), args=[*ARGUMENTS])
        studio = Studio(chromium, newsroom)
        if sys.argv[1:] == ["--all"]:
            everything.take(studio, receipt=_scene_in(newsroom)["receipt"])
        else:
            _take_for_guides(studio)
        chromium.close()


def _take_for_guides(studio: Studio) -> None:
    """The demo first, for what follows changes it."""
    readme.take(studio)
    look.take(studio)
    guide.take(studio, _scene_in(studio.newsroom))
    newsdesk.take(studio)


def _scene_in(newsroom: Server) -> dict[str, str]:
    said = newsroom.run(SET_THE_SCENE.format(password=newsroom.password))
    found: dict[str, str] = json.loads(said.splitlines()[-1])
    return found


if __name__ == "__main__":
    main()
