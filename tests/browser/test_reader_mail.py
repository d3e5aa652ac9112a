"""Mail that readers ask for, in every way that they come: real mails, and the links in them."""

from urllib.request import Request, urlopen

import pytest

from tests.browser.reader_steps import (
    SEND,
    WAYS,
    assert_speaks,
    decide,
    link_in,
    mails_to,
    newest_post,
    open_form,
    press,
    send_comment,
)

pytestmark = pytest.mark.browser

FOLLOW = ".thread__follow a"
ADDRESS = "main input[name=email]"
ASK = "main form:has(input[name=email]) button[type=submit]"
CONFIRM = "main form .button--primary"
END = "button[name=wanted][value=stop]"
NOTICES, PERMALINKS, RECEIPTS = "/comments/notices/", "/comments/", "/comments/receipt/"
WRITER_OF_NEWS = "Newsworthy"


def ask_for_mail(window, address):
    window.locator(ADDRESS).fill(address)
    return press(window, ASK)


def confirm(window, mail):
    """Follow the link of the mail to an address that nobody has confirmed, and press."""
    window.goto(link_in(mail, part=NOTICES))
    press(window, CONFIRM)
    assert window.locator(END).is_visible()


def is_over(window, mail):
    """Whether there is nothing left that the link of a mail could end."""
    window.goto(link_in(mail, part=NOTICES))
    return window.locator(END).count() == 0


def publish_news(new_window, moderator, posts):
    for post in posts:
        writer = new_window(javascript=False)
        words = f"{WRITER_OF_NEWS}{post.replace('/', '-')}"
        send_comment(writer, post, name="Wanda", words=words)
        decide(moderator, words, "Approve")


def test_a_post_is_followed_confirmed_told_of_and_left(
    newsroom, new_reader, new_window, moderator, mailboxes
):
    readers = {way: new_reader(way) for way in WAYS}
    posts = {}
    for way, reader in readers.items():
        newsroom.let_time_pass()
        posts[way] = newest_post(reader, way)
        reader.goto(posts[way])
        press(reader, FOLLOW)
        assert ask_for_mail(reader, "no address").status == 422, way
        assert_speaks(reader, way)
        assert ask_for_mail(reader, f"{way}@example.org").status == 200, way
        assert reader.locator("main [role=status]").is_visible(), way

    for way, reader in readers.items():
        (asked,) = mails_to(mailboxes, f"{way}@example.org", number=1)
        confirm(reader, asked)
        assert_speaks(reader, way)

    publish_news(new_window, moderator, set(posts.values()))
    newsroom.let_time_pass()
    for way, reader in readers.items():
        _asked, told = mails_to(mailboxes, f"{way}@example.org", number=2)
        assert WRITER_OF_NEWS not in told.raw.decode(), way
        reader.goto(link_in(told, part=PERMALINKS))
        assert posts[way] in reader.url, way
        assert WRITER_OF_NEWS in reader.locator(":target").inner_text(), way

        reader.goto(link_in(told, part=NOTICES))
        assert_speaks(reader, way)
        press(reader, END)
        assert is_over(reader, told), way


def test_the_mail_programs_own_button_ends_it_and_looking_does_not(newsroom, new_reader, mailboxes):
    way = WAYS[0]
    reader = new_reader(way)
    reader.goto(newest_post(reader, way))
    press(reader, FOLLOW)
    ask_for_mail(reader, "one-click@example.org")
    (mail,) = mails_to(mailboxes, "one-click@example.org", number=1)
    confirm(reader, mail)

    assert mail.message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = mail.message["List-Unsubscribe"].strip(" <>")
    reader.goto(address)
    assert reader.locator(END).is_visible()
    data = mail.message["List-Unsubscribe-Post"].encode()
    with urlopen(Request(address, data)) as answer:  # noqa: S310  (loopback only)
        assert answer.status == 200
    reader.goto(address)
    assert reader.locator(END).count() == 0


def test_who_asked_is_told_of_the_decision_from_the_receipt_and_from_the_form(
    newsroom, new_reader, moderator, mailboxes
):
    """Half of the readers ask on the form, half on the receipt; each is told where they stand."""
    readers = {way: new_reader(way) for way in WAYS}
    receipts = {}
    for way, reader in readers.items():
        newsroom.let_time_pass()
        open_form(reader, newest_post(reader, way))
        asks_on_form = way.width == 390
        if asks_on_form:
            reader.locator("#comment-form summary").click()
            reader.locator("#comment-form input[name=email]").fill(f"told-{way}@example.org")
            reader.locator("#comment-form select[name=notify]").select_option("decision")
        receipts[way] = write(reader, f"Zither-{way}")
        if not asks_on_form:
            reader.locator("select[name=topic]").select_option("decision")
            ask_for_mail(reader, f"told-{way}@example.org")
            assert_speaks(reader, way)

    for way, reader in readers.items():
        (asked,) = mails_to(mailboxes, f"told-{way}@example.org", number=1)
        reader.goto(link_in(asked, part=NOTICES))
        assert f"Zither-{way}" in reader.locator(".receipt__words").inner_text(), way
        confirm(reader, asked)
        decide(moderator, f"Zither-{way}", "Approve")
    newsroom.let_time_pass()
    for way in readers:
        _asked, told = mails_to(mailboxes, f"told-{way}@example.org", number=2)
        assert receipts[way].endswith(link_in(told, part=RECEIPTS)), way


def write(window, words):
    """Fill in the open form and send it; the address of the receipt."""
    window.locator("#comment-form input[name=name]").fill("Zelda")
    window.locator("#comment-form textarea[name=body]").fill(words)
    press(window, SEND)
    window.locator("article.receipt").wait_for()
    return window.url
