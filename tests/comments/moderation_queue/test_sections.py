from comments.models import Thread
from comments.moderation_queue.sections import section_choices
from tests.pages import make_post


def test_sections_are_the_parents_of_commented_pages_each_once(
    newsroom, post, django_assert_num_queries
):
    Thread.objects.create(page=post)
    Thread.objects.create(page=make_post(newsroom, title="A march"))
    with django_assert_num_queries(1):
        choices = section_choices()
    parent = post.get_parent()
    assert choices[1:] == [(str(parent.pk), parent.title)]


def test_without_comments_there_is_no_section(newsroom):
    assert [number for number, _title in section_choices()] == [""]
