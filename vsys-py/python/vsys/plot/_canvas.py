"""What every picture needs: axes, colours that are told apart, figures with separators."""

# Matplotlib leaves the types of its keyword arguments open.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from typing import Any

import matplotlib.pyplot as plt
from matplotlib.axes import Axes
from matplotlib.axis import Axis
from matplotlib.ticker import FuncFormatter, MaxNLocator

#: Okabe and Ito's colours, which are told apart with every kind of colour vision.
BLUE = "#0072B2"
ORANGE = "#E69F00"
GREEN = "#009E73"
SKY = "#56B4E9"
RED = "#D55E00"
PINK = "#CC79A7"
GREY = "#8C8C8C"
#: In the order in which classes take them, each with a hatch of its own for print without colours.
SERIES: tuple[tuple[str, str], ...] = (
    (BLUE, ""),
    (ORANGE, "//"),
    (GREEN, ".."),
    (SKY, "\\\\"),
    (RED, "xx"),
    (PINK, "--"),
    (GREY, "++"),
)
#: A true minus sign.
MINUS = "\N{MINUS SIGN}"


def axes_of(ax: Axes | None, size: tuple[float, float]) -> Axes:
    """The axes given, or those of a new figure.

    To be called before the settings of a picture: the first figure wakes matplotlib's backend, and what a notebook's
    backend then sets for good must not be undone with them.
    """
    if ax is not None:
        return ax
    _, new = plt.subplots(figsize=size, layout="constrained")
    return new


def ink(fill: Any) -> str:
    """White on dark colours, black on light ones; the contrast is never below 4.5 to 1."""
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in fill[:3]]
    luminance = sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear))
    return "black" if luminance > 0.179 else "white"


def figure(value: float) -> str:
    """A whole number with separators."""
    return f"{value:,.0f}".replace("-", MINUS)


def signed(value: float, places: int = 0) -> str:
    """A difference with its sign; nothing stands for no difference but a zero."""
    text = f"{value:+,.{places}f}".replace("-", MINUS)
    return text.lstrip(f"+{MINUS}") if not text.strip(f"+{MINUS}0.,") else text


def whole_ticks(axis: Axis, *, signs: bool = False) -> None:
    """Ticks at whole numbers, with separators."""
    axis.set_major_locator(MaxNLocator(nbins=8, integer=True, steps=[1, 2, 5, 10]))

    def label(value: float, _place: float | None = None) -> str:
        return signed(value) if signs else figure(value)

    axis.set_major_formatter(FuncFormatter(label))
