"""axe, Deque's checker of accessibility, on the page that a window shows."""

from playwright.sync_api import Page

from tests.browser.server import REPOSITORY

SCRIPT = REPOSITORY / "node_modules" / "axe-core" / "axe.min.js"
# WCAG 2.2 AA, and what axe itself recommends: one main, headings in order, all in landmarks.
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Half-way from one colour to another nothing has the contrast that it will have.
RUN = """
([within, rules]) => {
  for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish();
  return axe.run(within, {runOnly: rules, resultTypes: ["violations"]});
}
"""
WHOLE_PAGE = "html"


def violations(window: Page, *, within: str = WHOLE_PAGE) -> list[str]:
    """What axe objects to, a line for each place, as in "label: #id_name"; needs JavaScript."""
    window.evaluate(SCRIPT.read_text())  # a script element would be against the page's policy
    found = window.evaluate(RUN, [within, RULES])["violations"]
    return [f"{one['id']}: {node['target'][0]}" for one in found for node in one["nodes"]]
