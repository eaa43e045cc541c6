"""The language in which errors, answers and pictures speak."""

from __future__ import annotations

from typing import Literal

_language: Literal["en", "ja"] = "en"


def language(language: Literal["en", "ja"]) -> None:
    """The language of ``str(error)``, of what notebooks show and of pictures: "en" or "ja".

    Errors, findings and explanations hold both, whatever is set here.

    >>> language("en")
    """
    global _language
    if language not in ("en", "ja"):
        raise ValueError("the language is 'en' or 'ja'")
    _language = language


def chosen() -> Literal["en", "ja"]:
    """The language that was set."""
    return _language


def word(en: str, ja: str) -> str:
    """One of two texts, in the language that was set."""
    return ja if _language == "ja" else en
