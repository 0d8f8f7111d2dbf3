"""axe-core, which finds what keeps people with disabilities out."""

from playwright.sync_api import Page

import tools

_RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    # WCAG 2.2; off unless asked for.
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}


def find_violations(page: Page) -> list[str]:
    """Tell each violation with the element that has it, and why."""
    page.evaluate((tools.MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    result = page.evaluate("rules => axe.run(document, rules)", _RULES)
    return [
        f"{violation['id']}: {node['html']}\n  {node['failureSummary']}"
        for violation in result["violations"]
        for node in violation["nodes"]
    ]
