from pathlib import Path

from blog.models import Topic
from importers.models import ImportRecord
from importers.resolving.derived import LONGEST_KEY, shortened, topic_key
from tests.importers.importing import blogger_export, post, run, write
from tests.pages import Newsroom


def test_keys_of_topics_differ_in_more_than_case_and_composition() -> None:
    assert topic_key("ACCIO\u0301N") == topic_key("acción")
    assert topic_key("action") != topic_key("actions")


def test_a_key_too_long_for_the_ledger_becomes_its_digest() -> None:
    assert shortened("x" * LONGEST_KEY) == "x" * LONGEST_KEY
    assert len(shortened("x" * (LONGEST_KEY + 1))) == 64


def test_long_labels_and_addresses_do_not_stop_an_import(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    long = post(1, labels=["x" * 300], path="/" + "y" * 300)
    report = run(write(tmp_path, blogger_export(long)))
    assert report["lists"]["addresses_too_long"] == ["post 1"]
    assert Topic.objects.get().name == "x" * 120
    assert not ImportRecord.objects.filter(kind="redirect").exists()
    assert report["exit"] == 0
