"""A newsroom with a captcha: what leaves for Google, when, and what happens without it."""

import pytest

from tests.browser.conftest import MAKE_MODERATOR, MODERATOR
from tests.browser.server import running_newsroom
from tests.browser.writing import first_post, objections, open_form, press, type_in

pytestmark = pytest.mark.browser

ASK = "Show Google\u2019s check (asks google.com)"
TURNED_ON = {
    "RECAPTCHA_SITE_KEY": "a-site-key",
    "RECAPTCHA_SECRET_KEY": "a-secret-key",
    "https_proxy": "http://127.0.0.1:9",  # nobody listens: the server cannot reach Google
}
API = """
window.grecaptcha = {
  ready: (then) => then(),
  execute: async (key, { action }) => `scored ${key} ${action}`,
  render: (place, options) => {
    const box = document.createElement("button");
    box.type = "button";
    box.textContent = "I am no robot";
    box.onclick = () => options.callback(`ticked ${options.sitekey}`);
    place.append(box);
  },
};
"""


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory, founded):
    with pytest.MonkeyPatch.context() as environment:
        for name, value in TURNED_ON.items():
            environment.setenv(name, value)
        folder = tmp_path_factory.mktemp("newsroom with a captcha")
        starting = running_newsroom(folder, founded=founded)
        server = starting.__enter__()
    try:
        server.run(MAKE_MODERATOR.format(password=server.password))
        yield server
    finally:
        starting.__exit__(None, None, None)


@pytest.fixture
def reader(new_window, newsroom):
    """A window, and the hosts other than ours that it asked for something."""
    return watched(new_window(), newsroom)


def watched(window, newsroom):
    asked = []
    window.on("request", lambda r: None if r.url.startswith(newsroom.url) else asked.append(r.url))
    window.route("https://www.google.com/**", lambda route: route.fulfill(
        body=API, content_type="text/javascript"
    ))  # fmt: skip
    return window, asked


def token(window):
    return window.locator("input[name=captcha]").input_value()


def sent_fields(window):
    """What the form sends when its button is pressed."""
    with window.expect_request("**/submit/") as sending:
        press(window, "Send comment")
    return sending.value.post_data


def test_nothing_leaves_for_google_before_the_click(reader):
    window, asked = reader
    window.goto(first_post(window))
    window.get_by_role("link", name="Post a Comment").click()
    window.wait_for_url("**/form/")
    type_in(window, name="Ivo", words="Nobody was asked about me.")
    window.get_by_role("button", name=ASK).wait_for()
    assert "captcha=&" in sent_fields(window) + "&"
    assert "/comments/receipt/" in window.url
    assert asked == []


def test_a_ticked_box_is_sent_and_holds_when_google_does_not_answer_us(reader, new_window, sign_in):
    window, asked = reader
    errors = []
    window.on("pageerror", lambda error: errors.append(error.message))
    window.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    open_form(window)
    type_in(window, name="Ivo", words="Quisling lanterns at the ticked box.")
    window.get_by_role("button", name=ASK).click()
    window.get_by_role("button", name="I am no robot").click()
    assert token(window) == "ticked a-site-key"
    assert "Google\u2019s check is done." in window.locator("[data-captcha]").inner_text()
    assert asked == ["https://www.google.com/recaptcha/api.js?render=explicit&hl=en"]
    press(window, "Send comment")
    assert "Held for review" in window.locator("main").inner_text()
    assert errors == []

    moderator = new_window()
    sign_in(moderator, MODERATOR)
    moderator.goto("/admin/reader-comments/")
    card = moderator.locator("article", has_text="Quisling lanterns")
    assert "the captcha was not passed, or did not answer" in card.inner_text()


def test_a_score_is_asked_for_when_the_comment_is_sent(reader):
    window, asked = reader
    window.route("**/form/", as_version_3)
    open_form(window)
    type_in(window, name="Ivo", words="Version three.")
    window.get_by_role("button", name=ASK).click()
    window.get_by_text("Google checks when you send your comment.").wait_for()
    assert token(window) == ""
    assert asked == ["https://www.google.com/recaptcha/api.js?render=a-site-key&hl=en"]
    assert "captcha=scored+a-site-key+comment" in sent_fields(window)
    assert "/comments/receipt/" in window.url


def as_version_3(route):
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace('captcha="2"', 'captcha="3"'))


@pytest.mark.parametrize("body", [None, "", "window.grecaptcha = {ready: (then) => then()}"])
def test_a_check_that_does_not_work_stands_in_nobodys_way(reader, body):
    window, _asked = reader
    window.unroute("https://www.google.com/**")
    window.route("https://www.google.com/**", lambda route: (
        route.abort() if body is None else route.fulfill(body=body, content_type="text/javascript")
    ))  # fmt: skip
    open_form(window)
    type_in(window, name="Ivo", words="Without Google.")
    window.get_by_role("button", name=ASK).click()
    window.get_by_text("Google\u2019s check does not work at the moment.").wait_for()
    press(window, "Send comment")
    assert "Held for review" in window.locator("main").inner_text()


def test_without_javascript_the_form_says_who_reads_first(new_window):
    window = new_window(javascript=False)
    open_form(window)
    assert "Without it a moderator reads your comment first." in window.locator("form").inner_text()
    assert not window.get_by_role("button", name=ASK).is_visible()
    type_in(window, name="Ivo", words="No script at all.")
    press(window, "Send comment")
    assert "Held for review" in window.locator("main").inner_text()


def test_the_secret_of_a_receipt_is_out_of_the_address_before_the_script_comes(reader):
    window, asked = reader
    open_form(window)
    window.goto(f"{window.url}?parent=12345&receipt=a-secret")
    window.get_by_role("button", name=ASK).click()
    window.get_by_role("button", name="I am no robot").wait_for()
    assert window.url.endswith("/form/?parent=12345")
    assert [url for url in asked if "a-secret" in url] == []


def test_axe_has_nothing_to_say_of_the_box(reader):
    window, _asked = reader
    open_form(window)
    assert list(objections(window)) == []
    window.get_by_role("button", name=ASK).click()
    window.get_by_role("button", name="I am no robot").wait_for()
    assert list(objections(window)) == []
