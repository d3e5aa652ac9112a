from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from comments import clusters
from comments.models import BodyFormat, Cluster, ClusterBand, Comment, SpamLabel
from tests.comments.factories import make_comment
from tests.comments.spam.test_alike import ANOTHER, PETITION, WITH_MY_NAME
from tests.pages import make_post

NOW = timezone.now()
LONG_AGO = NOW - timedelta(days=clusters.KEPT_DAYS)


def joined(post, text=PETITION, *, now=NOW, **fields):
    comment = make_comment(post, text, **fields)
    clusters.join(comment, text, now=now)
    return Comment.objects.get(pk=comment.pk)


def label(comment, *, is_spam):
    SpamLabel.objects.create(
        comment=comment, is_spam=is_spam, features=b"", featuriser=1, score=0.0
    )


def test_comments_that_are_alike_come_together_over_posts_and_time(newsroom, post):
    first = joined(post, now=NOW - timedelta(days=30))
    again = joined(make_post(newsroom, title="Another"), WITH_MY_NAME)
    assert first.cluster == again.cluster
    assert first.cluster is not None


def test_other_words_are_another_cluster(post):
    assert joined(post).cluster != joined(post, ANOTHER).cluster


def test_words_of_no_letters_join_nothing(post):
    assert joined(post, "...!").cluster is None
    assert not Cluster.objects.exists()


def test_a_text_that_nobody_sent_yet_is_found_with_what_people_said_of_others(post):
    label(joined(post), is_spam=False)
    label(joined(post), is_spam=True)
    label(joined(post), is_spam=True)
    joined(post)
    label(joined(post, ANOTHER), is_spam=True)
    found = clusters.find(WITH_MY_NAME, now=NOW)
    assert (found.total, found.spam, found.honest) == (4, 2, 1)


def test_nothing_is_found_for_new_words(post):
    joined(post)
    assert clusters.find(ANOTHER, now=NOW) == clusters.Found()
    assert clusters.find("...!", now=NOW) == clusters.Found()


def test_finding_writes_nothing(post, django_assert_num_queries):
    joined(post)
    with django_assert_num_queries(2):
        clusters.find(PETITION, now=NOW)
    assert Cluster.objects.count() == 1


def test_the_comment_whose_words_are_looked_up_is_not_like_itself(post):
    comment = joined(post)
    assert clusters.find(WITH_MY_NAME, now=NOW, besides=comment.pk).total == 0


def test_the_likeliest_of_several_is_found(post):
    joined(post, f"{WITH_MY_NAME}, who has lived here for twenty years with all of her children")
    exact = joined(post)
    assert clusters.find(PETITION, now=NOW).cluster == exact.cluster


def test_sharing_a_band_is_not_enough(post, monkeypatch):
    comment = joined(post)
    ClusterBand.objects.create(
        cluster=comment.cluster, band=clusters.bands_of(clusters.sketch_of(ANOTHER))[0]
    )
    assert clusters.find(ANOTHER, now=NOW).cluster is None


def test_other_words_leave_and_take_an_empty_cluster_along(post):
    comment = joined(post)
    clusters.join(comment, ANOTHER, now=NOW)
    assert Cluster.objects.get() == Comment.objects.get().cluster
    assert clusters.find(PETITION, now=NOW).cluster is None


def test_nearly_the_same_words_stay(post):
    comment = joined(post)
    before = comment.cluster
    clusters.join(comment, WITH_MY_NAME, now=NOW)
    assert Comment.objects.get().cluster == before


def test_whoever_leaves_leaves_the_others_together(post):
    comment, other = joined(post), joined(post)
    clusters.leave(comment)
    comment.refresh_from_db()
    other.refresh_from_db()
    assert comment.cluster is None
    assert other.cluster


def test_the_last_one_that_leaves_takes_the_cluster_along(post):
    clusters.leave(joined(post))
    assert not Cluster.objects.exists()
    assert not ClusterBand.objects.exists()


def test_whoever_leaves_imported_ones_behind_leaves_them_findable_by_their_words(post):
    honest = {"body_format": BodyFormat.HTML}
    comments = [make_comment(post, f"<p><i>{PETITION}</i></p>", **honest) for _ in range(2)]
    for comment in comments:
        clusters.join(comment, clusters.words_of(comment), now=NOW)
    clusters.leave(comments[0])
    assert clusters.find(PETITION, now=NOW).total == 1


@pytest.mark.parametrize(
    ("body", "body_format", "words"),
    [
        ("a <b>c</b> &amp;", "markdown", "a <b>c</b> &amp;"),
        ("<p>a &amp; b</p><p>c<br>d</p>", "html", "a & b c d"),
        ('<a href="http://a.example/">x</a> 1 &lt; 2', "html", "x 1 < 2"),
    ],
)
def test_markup_of_another_blog_is_no_word(body, body_format, words):
    said = clusters.words_of(Comment(body=body, body_format=body_format))
    assert " ".join(said.split()) == words


def test_a_cluster_that_goes_at_the_same_moment_is_begun_anew(post, monkeypatch):
    gone = joined(post).cluster
    nearest = clusters._nearest

    def too_slow(sketch, *, now):
        found = nearest(sketch, now=now)
        Cluster.objects.filter(pk=found.pk).delete()
        return found

    monkeypatch.setattr(clusters, "_nearest", too_slow)
    again = joined(post)
    assert again.cluster
    assert again.cluster != gone


def test_many_empty_clusters_go(post, monkeypatch):
    monkeypatch.setattr(clusters, "AT_ONCE", 2)
    kept = joined(post).cluster
    empty = [Cluster.objects.create(sketch=b"1").pk for _ in range(5)]
    clusters.drop_empty([*empty, kept.pk])
    assert Cluster.objects.get() == kept


def test_what_nobody_has_said_for_sixty_days_is_not_found_any_more(post):
    joined(post, now=LONG_AGO)
    assert clusters.find(PETITION, now=NOW).cluster is None


def test_each_that_joins_makes_the_sketch_stay_longer(post):
    joined(post, now=LONG_AGO + timedelta(days=1))
    joined(post, now=LONG_AGO + timedelta(days=2))
    assert Cluster.objects.get().last_seen_at == LONG_AGO + timedelta(days=2)


def test_old_sketches_are_forgotten_and_comments_alike_stay_together(post):
    first, again = joined(post, now=LONG_AGO), joined(post, now=LONG_AGO)
    clusters.forget_old()
    assert Cluster.objects.get().sketch == b""
    assert not ClusterBand.objects.exists()
    assert Comment.objects.filter(cluster=first.cluster).count() == 2
    assert again.cluster == first.cluster


@pytest.mark.parametrize("withdrawn", [False, True])
def test_old_clusters_of_one_comment_or_of_none_go(post, withdrawn):
    comment = joined(post, now=LONG_AGO)
    if withdrawn:
        Comment.objects.update(cluster=None)
    clusters.forget_old()
    assert not Cluster.objects.exists()
    comment.refresh_from_db()
    assert comment.cluster is None


def test_newer_sketches_are_kept(post):
    joined(post, now=LONG_AGO + timedelta(days=1))
    clusters.forget_old()
    assert bytes(Cluster.objects.get().sketch)


def test_the_clock_forgets(post):
    assert "comments.clusters.forget_old" in [path for path, _seconds in settings.CLOCK_JOBS]
