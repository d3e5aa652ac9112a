"""Every mail and task of the newsroom has words; none of them is somebody's."""

import re
from pathlib import Path

from django.conf import settings
from django.utils.module_loading import import_string
from django_tasks.base import Task

from operations.failed_work import wording

KEY = re.compile(r"\bkey ?= ?f\"(\w+):")


def test_every_mail_that_a_room_writes_has_words():
    rooms = ("accounts", "blog", "comments", "home", "importers", "operations")
    sources = [
        path.read_text() for room in rooms for path in Path(settings.BASE_DIR, room).rglob("*.py")
    ]
    written = {found for source in sources if "Mail(" in source for found in KEY.findall(source)}
    assert written == set(wording.MAILS)


def test_every_task_with_words_is_there():
    assert all(isinstance(import_string(path), Task) for path in wording.TASKS)


def test_only_the_beginning_of_a_key_is_looked_at():
    assert wording.of_a_mail("form:3:2026030417:ana@example.org") == str(wording.MAILS["form"])
    assert wording.of_a_mail("ana@example.org") == "Another mail"


def test_a_task_without_words_has_its_path():
    assert wording.of_a_task("rooms.task") == "rooms.task"
