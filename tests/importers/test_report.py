from pathlib import Path

import pytest

from importers import report as report_module
from importers.refusals import IncompleteReport
from importers.report import KINDS
from importers.store import Entry, Outcome, Store
from tests.importers.importing import blogger_export, comment, post, run, setting, write


def add_to(store: Store, **fields: object) -> None:
    store.add(Entry(kind="post", source_id="1", outcome=Outcome.CREATED))
    row = store.find("post", "1")
    assert row is not None
    store.note(row, **fields)


@pytest.mark.django_db
def test_a_record_without_an_outcome_makes_the_run_fail_its_own_check(
    newsroom: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importers.run.apply", lambda _job, _writer: None)
    with pytest.raises(IncompleteReport, match="post"):
        run(write(tmp_path, blogger_export(post(1))))


@pytest.mark.parametrize("outcome", [Outcome.CREATED, Outcome.UPDATED])
def test_an_outcome_counts_once_it_is_reached(outcome: Outcome) -> None:
    with Store() as store:
        add_to(store, outcome=outcome)
        assert report_module._kinds(store)["post"][outcome] == 0
        add_to(store, outcome=outcome, is_done=1)
        figures = report_module._kinds(store)["post"]
    assert (figures["in_source"], figures[outcome]) == (2, 1)


@pytest.mark.django_db
def test_figures_add_up_for_every_kind(newsroom: object, tmp_path: Path) -> None:
    export = blogger_export(
        post(1, labels=["a", "A"]),
        post(1, labels=["a", "A"]),
        post(2, published="soon"),
        comment(3, on=1),
        comment(4, on=9),
        setting("BLOG_LOCALE", "en"),
    )
    report = run(write(tmp_path, export))
    assert set(report["kinds"]) == set(KINDS.values())
    for figures in report["kinds"].values():
        assert figures["in_source"] == sum(figures[outcome] for outcome in Outcome)
    assert report["exit"] == 2
    assert report["staged"]["duplicate_ids"] == 1
    assert report["post_status"] == {"published": 1}


@pytest.mark.django_db
def test_only_the_settings_that_matter_are_proposed(newsroom: object, tmp_path: Path) -> None:
    export = blogger_export(
        setting("BLOG_TIME_ZONE", "America/New_York"), setting("BLOG_QUICK_EDITING", "true")
    )
    report = run(write(tmp_path, export))
    assert report["settings_proposed"] == {"BLOG_TIME_ZONE": "America/New_York"}
    assert report["time_zone"] == "America/New_York"
    assert report["kinds"]["setting"]["skipped"] == 2
