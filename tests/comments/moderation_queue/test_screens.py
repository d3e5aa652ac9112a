from comments.moderation_queue.screens import screen


def test_a_screen_stands_below_the_dashboard():
    crumbs = screen("Reader comments")["breadcrumbs_items"]
    assert crumbs == [
        {"label": "Home", "url": "/admin/"},
        {"label": "Reader comments", "url": ""},
    ]


def test_a_screen_below_another_leads_back_to_it():
    crumbs = screen("One", parent=("All", "/all/?p=2"))["breadcrumbs_items"]
    assert crumbs[1:] == [{"label": "All", "url": "/all/?p=2"}, {"label": "One", "url": ""}]
