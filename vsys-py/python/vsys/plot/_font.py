"""A font with Japanese letters, where one is installed."""

# Matplotlib leaves the types of its keyword arguments open.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

import warnings
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import matplotlib as mpl
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.text import Text

from .._language import chosen

#: Families of common systems, the plainest first: Debian and Ubuntu, macOS, Windows.
FAMILIES = (
    "Noto Sans CJK JP",
    "Noto Sans JP",
    "Source Han Sans JP",
    "IPAexGothic",
    "IPAGothic",
    "TakaoPGothic",
    "VL PGothic",
    "Hiragino Sans",
    "Hiragino Kaku Gothic ProN",
    "Yu Gothic",
    "Meiryo",
    "BIZ UDGothic",
    "MS Gothic",
)


@dataclass(frozen=True)
class Pen:
    """The words of one picture, and the letters that write them."""

    japanese: bool
    families: list[str]

    def word(self, en: str, ja: str) -> str:
        """One of two texts."""
        return ja if self.japanese else en

    def dress(self, ax: Axes) -> None:
        """Gives axes that somebody else made the letters and the frame of ours."""
        for text in ax.findobj(Text):
            text.set_fontfamily(self.families)
        # Ticks that are made when the picture is drawn.
        ax.tick_params(labelfontfamily=self.families)
        ax.spines[["top", "right"]].set_visible(False)


@lru_cache(maxsize=1)
def family() -> str | None:
    """The first of the families that is installed."""
    known = {entry.name for entry in font_manager.fontManager.ttflist}
    return next((name for name in FAMILIES if name in known), None)


@contextmanager
def drawing() -> Generator[Pen, None, None]:
    """Settings for one picture; they hold inside the ``with`` alone."""
    found = family()
    japanese = chosen() == "ja" and found is not None
    if chosen() == "ja" and found is None:
        _warn()
    # The first that has a letter draws it.
    families = ["DejaVu Sans"] if found is None else [found, "DejaVu Sans"] if japanese else ["DejaVu Sans", found]
    settings: dict[Any, Any] = {
        "font.family": families,
        "font.size": 10,
        "axes.titlesize": 13,
        "axes.titlelocation": "left",
        "hatch.linewidth": 0.6,
    }
    with mpl.rc_context(settings):
        yield Pen(japanese, families)


@lru_cache(maxsize=1)
def _warn() -> None:
    warnings.warn(
        "vsys.plot found no Japanese font, so that labels are English; install one, such as fonts-ipaexfont or "
        "fonts-noto-cjk, and delete matplotlib's cache of fonts",
        UserWarning,
        stacklevel=5,
    )
