"""The editor of a page leads to the links of its draft."""

from django.urls import reverse
from wagtail.log_actions import registry

from accounts.models import User
from blog.models import DraftLink, PostPage
from tests.comments.moderation_queue.staff import sign_in


def test_the_editor_says_how_many_links_work(
    link: DraftLink, draft: PostPage, editor: User
) -> None:
    page = sign_in(editor).get(reverse("wagtailadmin_pages:edit", args=[draft.pk])).content.decode()
    assert "1 link works now." in page
    assert reverse("draft_links", args=[draft.pk]) in page


def test_the_history_has_words_for_it() -> None:
    assert registry.action_exists("blog.draft_link_made")
    assert registry.action_exists("blog.draft_link_revoked")
