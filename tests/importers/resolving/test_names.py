from pathlib import Path
from typing import Any

from blog.models import Author, PostPage, Topic
from tests.importers.importing import blogger_export, figures, post, run, write
from tests.pages import Newsroom


def bring(folder: Path, *entries: str) -> dict[str, Any]:
    return run(write(folder, blogger_export(*entries)))


def test_topics_that_differ_in_case_are_one_and_the_oldest_spelling_wins(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    report = bring(
        tmp_path,
        post(2, labels=["action", "ACTION"], published="2013-01-01T00:00:00Z"),
        post(1, labels=["Action"], published="2012-01-01T00:00:00Z"),
    )
    topic = Topic.objects.get()
    assert topic.name == "Action"
    assert {post.pk for post in topic.posts.all()} == set(
        PostPage.objects.values_list("pk", flat=True)
    )
    assert sorted(report["lists"]["tag_merges"]) == ["ACTION → Action", "action → Action"]
    assert report["kinds"]["tag"] | {} == {
        "in_source": 3,
        "created": 1,
        "skipped": 2,
        "updated": 0,
        "unchanged": 0,
        "failed": 0,
    }


def test_authors_with_the_same_name_and_other_profiles_are_two(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    profile = "http://www.blogger.com/profile/"
    bring(tmp_path, post(1, author=("Ana", f"{profile}1")), post(2, author=("Ana", f"{profile}2")))
    assert sorted(Author.objects.values_list("name", "slug")) == [("Ana", "ana"), ("Ana", "ana-2")]


def test_an_author_deleted_here_does_not_come_back(newsroom: Newsroom, tmp_path: Path) -> None:
    bring(tmp_path, post(1, author=("Ana", "")))
    PostPage.objects.get().post_authors.all().delete()
    Author.objects.all().delete()
    report = bring(tmp_path, post(1, author=("Ana", "")), post(2, author=("Ana", "")))
    assert figures(report, "skipped") == {"author": 1}
    assert not Author.objects.exists()
    assert PostPage.objects.count() == 2


def test_a_topic_that_was_renamed_here_keeps_its_new_name(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    bring(tmp_path, post(1, labels=["Action"]))
    Topic.objects.update(name="Actions")
    bring(tmp_path, post(1, labels=["Action"]), post(2, labels=["Action"]))
    assert Topic.objects.get().name == "Actions"
    assert Topic.objects.get().posts.count() == 2
