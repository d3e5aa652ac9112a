"""Readers who comment, a moderator who decides, readers who read, while something fails.

All of them behave as people with a browser: who gets no answer sends the same form again, who gets
the form back sends that one. What was answered with "see other" is acknowledged.
"""

import threading
import time
from collections import Counter, deque
from dataclasses import dataclass, field
from http import HTTPStatus
from queue import Empty, SimpleQueue

from asking import NOTHING, Answer, ask
from newsroom_at_work import Post
from senders import TAKEN, address

from tests.sayings import saying

WRITING_SECONDS = 3.5  # who is faster is asked for a person (comments/spam/filters/form_age.py)
FORMS_OPEN = 12  # of each writer, so that nobody waits for the time that writing takes
TRY_AGAIN_SECONDS, GIVE_UP_SECONDS = 0.5, 120.0
READ_PAUSE_SECONDS, LOOK_PAUSE_SECONDS = 0.1, 0.2
ALL_NUMBERS = 100_000  # of comments of one stretch
NOTIFIED_EACH = 20
# The words alone make the filter ask for a person, and the moderator approves none of them.
ADVERTISEMENT = " Buy cheap viagra at our online casino: free bonus, click now!"
IN_ADVERTISEMENT = "cheap viagra"
QUEUE = "/admin/reader-comments/"


@dataclass(frozen=True)
class Look:
    """One look at the form, a page or the desk: when, and whether it was as it should be."""

    kind: str
    began: float
    ended: float
    is_good: bool


@dataclass
class Stretch:
    """What happens around one fault: what is to be said and decided, and what became of it."""

    door: str
    posts: list[Post]
    offset: int  # so that no two stretches say the same
    comments: int
    to_decide: dict[int, str]  # comments that are there already, and what to do with them
    taken: set[str] = field(default_factory=set)
    decided: set[int] = field(default_factory=set)
    given_up: list[str] = field(default_factory=list)
    notified: set[str] = field(default_factory=set)
    answers: Counter[int] = field(default_factory=Counter)  # to what was sent
    reads: Counter[int] = field(default_factory=Counter)
    shown_wrongly: int = 0
    looks: list[Look] = field(default_factory=list)
    is_over: threading.Event = field(default_factory=threading.Event)

    def words(self, number: int) -> str:
        """What comment `number` says; every fourth is an advertisement, which must wait."""
        return saying(self.offset + number) + (ADVERTISEMENT if number % 4 == 0 else "")

    def post_of(self, number: int) -> Post:
        """Where comment `number` is written."""
        return self.posts[number % len(self.posts)]

    @property
    def progress(self) -> float:
        """The share of the comments that is through, from 0 to 1."""
        return (len(self.taken) + len(self.given_up)) / self.comments


@dataclass(frozen=True)
class Open:
    """A form that somebody is filling in."""

    number: int
    token: str
    opened_at: float


class Writer:
    """Opens forms, takes the time that people take, and sends them until they are taken."""

    def __init__(self, stretch: Stretch, turns: "SimpleQueue[int]") -> None:
        self._stretch, self._turns = stretch, turns

    def write(self) -> None:
        """Until all numbers are taken by somebody."""
        forms: deque[Open] = deque()
        while form := self._open_next():
            forms.append(form)
            if len(forms) >= FORMS_OPEN:
                self._send(forms.popleft())
        for form in forms:
            self._send(form)

    def _open_next(self) -> Open | None:
        try:
            number = self._turns.get_nowait()
        except Empty:
            return None
        page_id, _path = self._stretch.post_of(number)
        while True:  # one that does not open is opened again, until it does
            door, source = self._stretch.door, self._source(number)
            answer = ask(door, f"/comments/{page_id}/form/", source=source)
            self._stretch.reads[answer.status] += 1
            if token := answer.hidden.get("token"):
                return Open(number, token, time.monotonic())
            time.sleep(TRY_AGAIN_SECONDS)

    def _send(self, form: Open) -> None:
        time.sleep(max(0.0, form.opened_at + WRITING_SECONDS - time.monotonic()))
        stretch, token = self._stretch, form.token
        deadline = time.monotonic() + GIVE_UP_SECONDS
        while time.monotonic() < deadline:
            answer = self._try(form.number, token)
            if answer.status == TAKEN:
                stretch.taken.add(stretch.words(form.number))
                return
            token = answer.hidden.get("token", token)  # the form that was handed back
            time.sleep(TRY_AGAIN_SECONDS)
        stretch.given_up.append(stretch.words(form.number))

    def _try(self, number: int, token: str) -> Answer:
        stretch = self._stretch
        sent = {"name": f"Reader {number}", "body": stretch.words(number), "token": token}
        if number % NOTIFIED_EACH == 1:
            email = f"r{stretch.offset + number}@readers.example"
            sent |= {"email": email, "notify": "replies"}
            stretch.notified.add(email)
        page_id, _path = stretch.post_of(number)
        source = self._source(number)
        answer = ask(stretch.door, f"/comments/{page_id}/submit/", sent=sent, source=source)
        stretch.answers[answer.status] += 1
        return answer

    def _source(self, number: int) -> str:
        return address(self._stretch.offset + number)


class Moderator:
    """Decides at the desk, one comment after the other, as the comments come in."""

    def __init__(self, stretch: Stretch, cookies: dict[str, str]) -> None:
        self._stretch, self._cookies = stretch, cookies

    def decide(self) -> None:
        """All that is to be decided."""
        stretch = self._stretch
        for turn, (number, action) in enumerate(stretch.to_decide.items()):
            while stretch.progress < turn / len(stretch.to_decide):
                time.sleep(LOOK_PAUSE_SECONDS)
            self._decide(number, action)

    def _decide(self, number: int, action: str) -> None:
        deadline = time.monotonic() + GIVE_UP_SECONDS
        sent: dict[str, str] = {}
        while time.monotonic() < deadline:
            sent = sent or self._card(number, action)
            answer = self._post(sent) if sent else NOTHING
            if answer.status == TAKEN and QUEUE in answer.location:
                self._stretch.decided.add(number)
                return
            if answer.status == HTTPStatus.CONFLICT:
                return  # an earlier try went through; the log says whose it was
            time.sleep(TRY_AGAIN_SECONDS)

    def _card(self, number: int, action: str) -> dict[str, str]:
        """The form of one comment as the desk shows it; empty where it does not."""
        page = ask(self._stretch.door, f"{QUEUE}{number}/history/", cookies=self._cookies)
        hidden = page.hidden
        if f"seen-{number}" not in hidden:
            return {}
        fields = {name: hidden[name] for name in ("csrfmiddlewaretoken", f"seen-{number}")}
        return fields | {f"rule-{number}": "off_topic", "decide": f"{number}.{action}"}

    def _post(self, sent: dict[str, str]) -> Answer:
        answer = ask(self._stretch.door, f"{QUEUE}decide/", sent=sent, cookies=self._cookies)
        self._stretch.answers[answer.status] += 1
        return answer


def sign_in(door: str, *, username: str, password: str) -> dict[str, str]:
    """The cookies of a session at the desk. Raises RuntimeError where the door stays shut."""
    page = ask(door, "/admin/login/")
    sent = {"username": username, "password": password, **page.hidden}
    answer = ask(door, "/admin/login/", sent=sent, cookies=page.cookies)
    if "sessionid" not in answer.cookies:
        raise RuntimeError(f"nobody may sign in: {answer.status}")
    return {**page.cookies, **answer.cookies}


def read_on(stretch: Stretch) -> None:
    """A reader of pages, the feed and the API, until the end."""
    turn = 0
    while not stretch.is_over.wait(READ_PAUSE_SECONDS):
        turn += 1
        page_id, path = stretch.post_of(turn)
        surfaces = (path, "/comments/feed/", path, f"/api/v1/threads/{page_id}")
        answer = ask(stretch.door, surfaces[turn % len(surfaces)])
        stretch.reads[answer.status] += 1
        stretch.shown_wrongly += IN_ADVERTISEMENT in answer.words


def look_on(stretch: Stretch, kind: str, cookies: dict[str, str]) -> None:
    """Looks at one thing again and again, until the end."""
    page_id, path = stretch.posts[0]
    # Each with words of its own, so that nothing else passes for it.
    at, sign = {
        "form": (f"/comments/{page_id}/form/", 'name="token"'),
        "page": (path, 'id="comments"'),
        "desk": (QUEUE, "reader-comments"),
    }[kind]
    while not stretch.is_over.wait(LOOK_PAUSE_SECONDS):
        began = time.monotonic()
        answer = ask(stretch.door, at, cookies=cookies if kind == "desk" else None)
        is_good = answer.status == HTTPStatus.OK and sign in answer.words
        stretch.looks.append(Look(kind, began, time.monotonic(), is_good))
