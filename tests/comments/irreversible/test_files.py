import os
import stat
import time

import pytest

from comments import irreversible
from comments.irreversible import files
from tests.comments.factories import make_comment
from tests.comments.irreversible.wishes import ask


@pytest.fixture
def act(root, post):
    return ask(root, make_comment(post), kind="export")


def test_a_file_is_collected_once(act):
    files.write(act, ["one ", "two"])
    assert irreversible.is_there(act)
    assert irreversible.collect(act) == b"one two"
    assert not irreversible.is_there(act)
    assert irreversible.collect(act) is None


def test_nothing_stays_in_the_folder(act, data_folder):
    files.write(act, ["one"])
    irreversible.collect(act)
    assert list(data_folder.joinpath("exports").iterdir()) == []


def test_nobody_else_on_the_machine_reads_it(act, data_folder):
    files.write(act, ["one"])
    [path] = data_folder.joinpath("exports").iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_nobody_guesses_its_name(act, data_folder, settings):
    files.write(act, ["one"])
    settings.SECRET_KEY = "another"
    assert not irreversible.is_there(act)


def test_a_file_that_breaks_off_is_not_there(act, data_folder):
    def pieces():
        yield "one"
        raise RuntimeError

    with pytest.raises(RuntimeError):
        files.write(act, pieces())
    assert not irreversible.is_there(act)


def test_what_is_older_than_a_week_is_deleted(act, data_folder):
    files.write(act, ["one"])
    [path] = data_folder.joinpath("exports").iterdir()
    irreversible.forget_exports()
    assert irreversible.is_there(act)
    week_ago = time.time() - files.KEPT.total_seconds() - 1
    os.utime(path, (week_ago, week_ago))
    irreversible.forget_exports()
    assert not irreversible.is_there(act)


def test_without_a_folder_there_is_nothing_to_forget(db):
    irreversible.forget_exports()


def test_a_file_goes_with_the_words_of_a_comment_that_it_holds(act, root, post):
    other = ask(root, make_comment(post), kind="export")
    for each in (act, other):
        files.write(each, ["one"])
    irreversible.forget_about(act.wanted[0][0])
    assert not irreversible.is_there(act)
    assert irreversible.is_there(other)
    irreversible.forget_about(0, other.wanted[0][0])
    assert not irreversible.is_there(other)
