"""axe-core, which finds what keeps people with disabilities out."""

from playwright.sync_api import BrowserContext, Page

import tools

_RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # WCAG 2.2; off unless asked for.
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
    # Style sheets are fetched once more for a rule that is not among these.
    "preload": {"assets": ["media"], "timeout": 10_000},
}
_SCRIPT = tools.MODULES / "axe-core" / "axe.min.js"


def attend(context: BrowserContext) -> None:
    """Have axe at hand on every page of a window, where many are to be judged: it comes from Chromium's own memory."""
    context.add_init_script(path=_SCRIPT)


def find_violations(page: Page) -> list[str]:
    """Tell each violation with the element that has it, and why."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(_SCRIPT.read_text(encoding="utf-8"))
    result = page.evaluate("rules => axe.run(document, rules)", _RULES)
    return [
        f"{violation['id']}: {node['html']}\n  {node['failureSummary']}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]
