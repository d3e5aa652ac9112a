from django.urls import reverse

from tests.comments.moderation_queue.staff import make_moderator, sign_in


def test_every_screen_of_the_desk_leads_to_the_others(newsroom):
    html = sign_in(make_moderator()).get(reverse("reader_comments:queue")).content.decode()
    nav = html.partition('<nav class="desk-places"')[2].partition("</nav>")[0]
    for name in ("queue", "rules", "blocks", "bans", "log", "irreversible"):
        assert f'href="{reverse(f"reader_comments:{name}")}"' in nav
    assert f'href="{reverse("spam_filter:report")}"' in nav
    assert nav.count('aria-current="page"') == 1
