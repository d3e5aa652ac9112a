"""Banning by real keys, counted; and that whoever is banned is listed, and can be let back."""

import pytest

from tests.browser.writing import press

pytestmark = pytest.mark.browser


def test_a_ban_costs_two_keys_and_can_be_lifted(at_the_desk):
    desk = at_the_desk("Badger", 1)
    with desk.window.expect_navigation():
        desk.press("b")
    desk.window.locator("button[name=ban]:focus").wait_for()
    with desk.window.expect_navigation():
        desk.press("Enter")
    assert desk.keys == 2
    assert "Banned until" in desk.window.locator(".messages").inner_text()
    desk.window.goto("/admin/reader-comments/bans/")
    with desk.window.expect_navigation():
        desk.window.get_by_role("link", name="Lift").first.click()
    press(desk.window, "Lift the ban")
    assert "The ban is lifted." in desk.window.locator(".messages").inner_text()
