"""Many read while a moderator publishes and takes away: whoever begins to read then sees no word.

Run as a module with the number of rounds; prints one line of JSON with what came of it. The drill
`removal` does the same to whole newsrooms, and behind nginx.
"""

import gzip
import http.client
import json
import logging
import re
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle
from multiprocessing.queues import SimpleQueue
from urllib.parse import urlsplit

import django

from tests.concurrency import team
from tests.ports import free_port

PATIENCE_SECONDS = 60
WEB_PROCESSES, WEB_THREADS = 2, 4  # the drill has twice as many
READERS = 16
READS_A_SECOND = 50.0
PROBES = 2  # connections that look at everything between two acts
SHOWING = ("API", "feed", "feed of the page", "news", "page")
# They leave nothing on the page, a tombstone, or nothing again.
GOING = ("hold", "remove", "mark_spam", "trash")
WORD = re.compile(r"zzword(\d+)zz")


@dataclass
class Watch:
    """When each word was gone, and where it was shown when it should not be."""

    allowed_seconds: float = 0.0
    gone_at: dict[int, float] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    showing: set[str] = field(default_factory=set)
    longest_seconds: float = 0.0
    answers: int = 0
    errors: int = 0

    def look(self, surface: str, words: str, *, began: float) -> set[int]:
        """Which words an answer holds that was asked for at `began`."""
        self.answers += 1
        found = {int(number) for number in WORD.findall(words)}
        for number in found:
            self.showing.add(surface)
            late = began - self.gone_at.get(number, began)
            self.longest_seconds = max(self.longest_seconds, late)
            if late > self.allowed_seconds:
                self.wrong.append(f"{surface} shows word {number} after {late:.3f} s")
        return found


@dataclass(frozen=True)
class Reader:
    """One connection; an odd one asks for packed answers."""

    server: http.client.HTTPConnection
    watch: Watch
    is_packed: bool

    def read(self, surface: str, path: str) -> tuple[str, set[int]]:
        """The words of an answer, and which of ours are among them."""
        began = time.monotonic()
        self.server.request(
            "GET", path, headers={"Accept-Encoding": "gzip"} if self.is_packed else {}
        )
        answer = self.server.getresponse()
        body = answer.read()
        if answer.headers["Content-Encoding"] == "gzip":
            body = gzip.decompress(body)
        if answer.status != http.HTTPStatus.OK:
            self.watch.errors += 1
        words = body.decode()
        return words, self.watch.look(surface, words, began=began)


@dataclass(frozen=True)
class Scene:
    """Where the newsroom answers, what is read there, and what tells its moderator."""

    origin: str
    surfaces: dict[str, str]
    orders: "SimpleQueue[tuple[str, int] | None]"
    answers: "SimpleQueue[int]"
    watch: Watch
    probes: int = PROBES

    def reader(self, number: int) -> Reader:
        """A reader with a connection of their own."""
        place = urlsplit(self.origin).netloc
        server = http.client.HTTPConnection(place, timeout=PATIENCE_SECONDS)
        return Reader(server, self.watch, is_packed=number % 2 == 1)

    def act(self, action: str, comment_id: int) -> int:
        """Let the moderator act; how many places show below the page when that is answered."""
        self.orders.put((action, comment_id))
        return self.answers.get()


def surfaces_of(page_id: int, path: str) -> dict[str, str]:
    """Everything public that could hold the words of a comment on a page."""
    news = path.rstrip("/").rpartition("/")[0]
    return {
        "page": path,
        "feed": "/comments/feed/",
        "feed of the page": f"{path}comments/feed/",
        "API": f"/api/v1/threads/{page_id}",
        "front": "/",
        "news": f"{news}/",
        "search": f"{news}/search/?q=harbour",
        "count": f"/comments/{page_id}/count.json",
    }


@contextmanager
def crowd(scene: Scene, *, each_second: float) -> Iterator[None]:
    """Readers who go round all surfaces, the page most often, until the end of the block."""
    stop = threading.Event()

    def read_on(number: int) -> None:
        reader = scene.reader(number)
        others = [each for each in scene.surfaces.items() if each[0] != "page"]
        page = ("page", scene.surfaces["page"])
        turns = cycle(each for other in others for each in (page, other))
        while not stop.wait(READERS / each_second):
            try:
                reader.read(*next(turns))
            except (OSError, http.client.HTTPException):
                scene.watch.errors += 1
                reader.server.close()

    readers = [threading.Thread(target=read_on, args=(number,)) for number in range(READERS)]
    for reader in readers:
        reader.start()
    try:
        yield
    finally:
        stop.set()
        for reader in readers:
            reader.join()


def show_and_remove(scene: Scene, number: int, comment_id: int) -> None:
    """One round: on the next request what is published shows, and what went does not."""
    places = scene.act("approve", comment_id)
    look_everywhere(scene, places, number=number)
    places = scene.act(GOING[number % len(GOING)], comment_id)
    scene.watch.gone_at[number] = time.monotonic()
    look_everywhere(scene, places)


def look_everywhere(scene: Scene, places: int, *, number: int | None = None) -> None:
    """All surfaces on fresh connections: they show word `number`, and count the page's places."""
    for probe in range(scene.probes):
        reader = scene.reader(probe)
        for surface, path in scene.surfaces.items():
            words, found = reader.read(surface, path)
            if surface == "count" and json.loads(words) != {"count": places}:
                scene.watch.wrong.append(f"counts {words} instead of {places}")
            if surface in SHOWING and number not in {None, *found}:
                scene.watch.wrong.append(f"{surface} does not show word {number}")
        reader.server.close()


def moderate(page_id: int, orders: SimpleQueue, answers: SimpleQueue) -> None:
    """The moderator's process: carries out what it is told until it is told nothing."""
    django.setup()
    from comments import threads
    from comments.models import Comment
    from comments.moderation import ACTS
    from tests.comments.factories import make_ruling, make_user

    logging.disable()  # the lines of this process say nothing of the newsroom's
    moderator = make_user(f"moderator-{time.time_ns()}")
    while order := orders.get():
        action, comment_id = order
        comment = Comment.objects.get(pk=comment_id)
        ACTS[action](comment_id, make_ruling(comment, moderator, reason="off_topic"))
        answers.put(threads.count_for(page_id))


def make_comments(page_id: int, rounds: int) -> list[int]:
    """One that waits for each round, with a word of its own."""
    from django.utils import timezone
    from wagtail.models import Page

    from tests.comments.factories import make_comment

    page, now = Page.objects.get(pk=page_id), timezone.now()
    return [
        make_comment(
            page, f"From the harbour: zzword{number}zz", status="pending", created_at=now
        ).pk
        for number in range(rounds)
    ]


@contextmanager
def scene_at(
    origin: str, *, page_id: int, path: str, watch: Watch, probes: int = PROBES
) -> Iterator[Scene]:
    """A scene with its moderator, who goes at the end."""
    context = team.begin()
    orders, answers = context.SimpleQueue(), context.SimpleQueue()
    moderator = context.Process(target=moderate, args=(page_id, orders, answers))
    moderator.start()
    try:
        yield Scene(origin, surfaces_of(page_id, path), orders, answers, watch, probes)
    finally:
        orders.put(None)
        moderator.join()


def serve(port: int) -> None:
    """The product's web server, in several processes."""
    django.setup()
    from operations import web

    bound = web.bind("127.0.0.1", port=port)
    web.WebServer(bound, processes=WEB_PROCESSES, threads=WEB_THREADS).run()


def wait_until_it_answers(scene: Scene) -> None:
    """The newsroom's first answers; only here may there be none."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            scene.reader(0).read("page", scene.surfaces["page"])
        except OSError:
            assert time.monotonic() < deadline, "the newsroom does not answer"
            time.sleep(0.05)
        else:
            return


def result_of(watch: Watch) -> dict[str, object]:
    """What a test or a drill wants to know."""
    return {
        "wrong": watch.wrong[:10],
        "errors": watch.errors,
        "showing": sorted(watch.showing),
        "gone": len(watch.gone_at),
    }


def main(rounds: int) -> dict[str, object]:
    """The whole scenario, on the database of this process."""
    django.setup()
    from django.db import connection

    from tests.concurrency.emptying import forget_everything
    from tests.pages import make_newsroom, make_post

    forget_everything()
    post = make_post(make_newsroom(), "Removals")
    comments = make_comments(post.pk, rounds)
    connection.close()
    port = free_port()
    server = team.begin().Process(target=serve, args=(port,))
    server.start()
    try:
        origin = f"http://127.0.0.1:{port}"
        with scene_at(origin, page_id=post.pk, path=post.url, watch=Watch()) as scene:
            wait_until_it_answers(scene)
            with crowd(scene, each_second=READS_A_SECOND):
                for number, comment_id in enumerate(comments):
                    show_and_remove(scene, number, comment_id)
    finally:
        server.terminate()
        server.join()
    return result_of(scene.watch)


if __name__ == "__main__":
    print(json.dumps(main(int(sys.argv[1]))))  # noqa: T201  (for the test)
