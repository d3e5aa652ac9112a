from comments.moderation_queue.kept_words import hand_back


def test_words_that_came_too_late_are_handed_back_as_they_were_typed(rf, ana):
    request = rf.get("/")
    request.user = ana
    response = hand_back(request, "We <b>all</b> come.", title="A note", why="It is gone.")
    html = response.content.decode()
    assert response.status_code == 409
    assert "It is gone." in html
    assert "We &lt;b&gt;all&lt;/b&gt; come.</textarea>" in html
