"""Runs bantin in a language of which every text shows where it begins and ends: python pseudo.py build.

Each message stands between ⟦ and ⟧ and is a third longer than in Vietnamese; what stands outside was never a message.
"""

from __future__ import annotations

import re
import sys
from functools import cache

from bantin import messages

LANGUAGE = "qps"
"""Reserved for private use (ISO 639-2)."""
_MARKED = re.compile(r"⟦[^⟦⟧]*⟧")
_ADDRESS = re.compile(r"https?://\S+")
_WORD = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]+")


def install() -> None:
    """Let every catalogue be the pseudo-language's, before anything asks for one."""
    vietnamese = messages.load_messages("vi")
    texts = {key: _lengthen(vietnamese(key)) for key in vietnamese.keys()}  # noqa: SIM118 - not a dict
    texts["page.language"] = LANGUAGE
    messages.list_languages = lambda: (LANGUAGE,)
    messages.load_messages = cache(lambda language: messages.Messages(language, texts))


def _lengthen(text: str) -> str:
    return f"⟦{text}{' ·' * (len(text) // 6)}⟧"


def strip_messages(text: str) -> str:
    """Return what is left of a text without its messages, which may hold each other."""
    while text != (text := _MARKED.sub(" ", text)):
        pass
    return text


def find_inline(text: str) -> list[str]:
    """Return the Latin words of a text that no message holds."""
    return _WORD.findall(_ADDRESS.sub(" ", strip_messages(text)))


if __name__ == "__main__":
    install()
    from bantin.cli import main

    main(sys.argv[1:])
