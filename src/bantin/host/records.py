"""A `Host` as bytes for the cache and back."""

from __future__ import annotations

import base64
import json
from dataclasses import asdict
from typing import Any

from bantin.model import Host, HostFile, Masthead, Problem, Reference, Settings, StandingPage


def encode_host(host: Host) -> bytes:
    """Return the host as JSON."""
    return json.dumps(asdict(host), ensure_ascii=False, default=lambda data: base64.b64encode(data).decode()).encode()


def decode_host(data: bytes) -> Host:
    """Return the host. Raises ValueError, KeyError or TypeError for what `encode_host` never wrote."""
    values = json.loads(data)
    values["settings"] = decode_settings(values["settings"])
    values["introduction"] = _page(values["introduction"])
    values["pages"] = tuple(_page(page) for page in values["pages"])
    values["files"] = tuple(HostFile(**file | {"data": base64.b64decode(file["data"])}) for file in values["files"])
    values["problems"] = tuple(_problem(one) for one in values["problems"])
    return Host(**values)


def decode_settings(values: dict[str, Any]) -> Settings:
    """Return settings from their plain form."""
    lists: dict[str, Any] = {
        name: tuple(values[name]) for name in ("theme_dirs", "markdown_extensions", "ignored_rules")
    }
    return Settings(**values | lists | {"masthead": Masthead(**values["masthead"])})


def _problem(values: dict[str, Any]) -> Problem:
    return Problem(**values | {"values": tuple((name, value) for name, value in values["values"])})


def _page(values: dict[str, Any]) -> StandingPage:
    return StandingPage(**values | {"references": tuple(Reference(**one) for one in values["references"])})
