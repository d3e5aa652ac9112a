from django.template.loader import render_to_string


def box():
    return render_to_string("comments/captcha.html").strip()


def test_without_keys_the_form_says_nothing_of_a_captcha():
    assert box() == ""


def test_with_keys_the_form_says_what_happens_without_it(google):
    html = box()
    assert "Without it a moderator reads your comment first." in html
    assert 'data-captcha="2" data-site-key="site-key" data-action="comment"' in html
    assert '<input type="hidden" name="captcha"' in html


def test_nothing_in_it_comes_from_another_host(google):
    assert "//" not in box()


def test_without_javascript_there_is_no_button_that_does_nothing(google):
    assert 'type="button" data-ask hidden' in box()
