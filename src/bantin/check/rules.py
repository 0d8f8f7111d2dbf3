"""The list of all rules: id, the module that finds it, the file that breaks it. docs/quy-tac.md explains each."""

from __future__ import annotations

from typing import NamedTuple

DOCUMENTATION = "docs/quy-tac.md"


class Rule(NamedTuple):
    """One rule; its texts stand in the catalogue under `rules.<id>`."""

    id: str
    severity: str
    """Of its findings: error, or warning."""
    found_by: str
    """The module that finds it."""

    @property
    def page(self) -> str:
        """Where it is explained, with a bad and a good example."""
        return f"{DOCUMENTATION}#{self.id}"


def _rules(found_by: str, severity: str, ids: str) -> tuple[Rule, ...]:
    return tuple(Rule(rule, severity, found_by) for rule in ids.split())


RULES: tuple[Rule, ...] = (
    *_rules("read.decode", "error", "encoding control-character merge-conflict"),
    *_rules("read.nodes", "error", "yaml-syntax yaml-too-deep yaml-duplicate-key yaml-alias yaml-tag"),
    *_rules("read.nodes", "warning", "comment-cut"),
    *_rules("read.front_matter", "error", "file-empty front-matter-missing front-matter-unclosed front-matter-empty"),
    *_rules("read.fields", "error", "unknown-key missing-field wrong-type unknown-choice url-invalid"),
    *_rules("read.fields", "error", "date-format date-impossible"),
    *_rules("read.fields", "warning", "duplicate-value"),
    *_rules("read.article", "error", "file-too-large body-empty withdrawn-reason"),
    *_rules("read.article", "warning", "date-order"),
    *_rules("read.registry", "error", "registry-id registry-duplicate"),
    *_rules("read.phrases", "error", "search-group"),
    *_rules("read.phrases", "warning", "search-ambiguous"),
    *_rules("read.registry", "warning", "registry-key ward-kind entry-order post-order post-ward"),
    *_rules("read.registry", "warning", "contact-phone contact-email"),
    *_rules("read.relations", "warning", "successor-unknown successor-date successor-loop ward-twice"),
    *_rules("read.relations", "warning", "official-twice post-overlap"),
    *_rules("check.article", "error", "file-name file-place link-broken"),
    *_rules("check.article", "error", "picture-missing picture-external picture-embedded picture-type"),
    *_rules("check.article", "error", "picture-unreadable attachment-missing"),
    *_rules("check.style", "warning", "tone-mixed style-abbreviation style-punctuation style-quotes typo"),
    *_rules("check.personal", "warning", "personal-number personal-address personal-person"),
    *_rules("check.setting_out", "warning", "title-long title-capitals summary-missing heading-order"),
    *_rules("check.setting_out", "warning", "caption-repeated picture-alt picture-credit date-late"),
    *_rules("check.lists", "warning", "list-glued list-indent list-numbers table-cells"),
    *_rules("check.pasted", "warning", "lines-joined text-indented star-lost"),
    *_rules("check.media", "warning", "picture-large picture-duplicate picture-location media-case"),
    *_rules("check.prose", "warning", "ignore-reason"),
    *_rules("check.article", "warning", "month-mismatch html-removed"),
    *_rules("check.entries", "error", "unknown-ward unknown-topic"),
    *_rules("check.entries", "warning", "official-unregistered"),
    *_rules("check.record", "warning", "ward-date official-unclear role-contradicts"),
    *_rules("check.units", "warning", "ward-unlisted"),
    *_rules("check.config", "error", "nav-missing"),
    *_rules("check.config", "warning", "config-key"),
    *_rules("check.site", "error", "address-conflict standing-page-address article-misplaced"),
    *_rules("check.site", "warning", "link-hidden"),
    *_rules("check.aliases", "error", "alias-invalid"),
    *_rules("check.aliases", "warning", "alias-needless alias-query"),
    *_rules("check.vanished", "error", "address-gone removed-entry"),
    *_rules("check.untold", "warning", "change-untold"),
    *_rules("render.markdown", "error", "markdown-failed"),
    *_rules("build.shared_content", "error", "registry-empty"),
    *_rules("build.scan", "error", "file-unreadable"),
    *_rules("build.scan", "warning", "file-ignored"),
)
