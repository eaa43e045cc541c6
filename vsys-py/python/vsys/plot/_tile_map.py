"""An allocation on a tile map of Japan."""

# Matplotlib leaves the types of its keyword arguments open.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, TypeAlias

import matplotlib as mpl
import numpy as np
from matplotlib.axes import Axes
from matplotlib.cm import ScalarMappable
from matplotlib.colors import Colormap, FuncNorm, Normalize
from matplotlib.patches import Rectangle
from matplotlib.ticker import FuncFormatter, MaxNLocator

from ._amounts import Allocation, amounts
from ._canvas import axes_of, figure, ink, signed
from ._font import Pen, drawing
from ._tiles import TILES

Fill: TypeAlias = "tuple[float, float, float, float]"

#: Purple below and orange above the quota: told apart with every kind of colour vision.
_AGAINST = "PuOr_r"
_ALONE = "cividis_r"
#: Where one bound moves hundreds of units and rounding less than one, the colours follow the square root.
_FAR = 5.0


def tile_map(
    allocation: Allocation,
    quota: Mapping[str, int | float | Fraction] | None = None,
    *,
    title: str | None = None,
    unit: tuple[str, str] = ("boxes", "箱"),
    ax: Axes | None = None,
) -> Axes:
    """What each prefecture got (配分), coloured by how far it lies from its quota (取り分).

    Args:
        allocation: An answer of ``allocation.apportion`` whose ids are prefecture codes, one of
            ``allocation.cascade``, or units by prefecture code (``"13"``).
        quota: What each prefecture would get exactly; absent = the quotas of the answer's explanations
            (``explain="figures"``). Without any, the colour is the amount itself.
        title: A title of one's own.
        unit: What is counted, in English and Japanese.
        ax: Where to draw; absent = a figure of its own.

    Raises:
        ValueError: A code that is no prefecture's, or no allocation at all.
    """
    shared = amounts(allocation)
    unknown = sorted(shared.by_id.keys() - TILES.keys())
    if unknown:
        raise ValueError(f"no prefecture codes: {', '.join(unknown[:10])}")
    exact = {code: Fraction(value) for code, value in (quota or shared.quotas).items()}
    apart = {code: float(amount - exact[code]) for code, amount in shared.by_id.items() if code in exact}
    values = apart or {code: float(amount) for code, amount in shared.by_id.items()}
    ax = axes_of(ax, (11.5, 9.6))
    with drawing() as pen:
        word = pen.word
        norm, colours = _scale(values, diverging=bool(apart))
        places = 1 if max(map(abs, apart.values()), default=0) > _FAR else 2
        _frame(ax)
        scale = _scale_of_letters(ax)
        for code, tile in TILES.items():
            fill = colours(norm(values[code])) if code in values else None
            ax.add_patch(_square(tile.column, tile.row, fill, f"tile-{code}"))
            lines = [word(tile.en, tile.ja), figure(shared.by_id[code]) if code in shared.by_id else ""]
            _write(ax, tile.column, tile.row, [*lines, signed(apart[code], places) if code in apart else ""], fill, scale)
        total = figure(sum(shared.by_id.values()))
        ax.set_title(title or word(f"{total} {unit[0]} by prefecture", f"都道府県別の配分（計 {total} {unit[1]}）"))
        _key(ax, ScalarMappable(norm, colours), pen, unit, scale, apart=bool(apart))
        pen.dress(ax)
    return ax


def _root(values: Any) -> Any:
    return np.sign(values) * np.sqrt(np.abs(values))


def _square_of(values: Any) -> Any:
    return np.sign(values) * np.square(values)


def _scale(values: Mapping[str, float], *, diverging: bool) -> tuple[Normalize, Colormap]:
    if diverging:
        most = max((abs(value) for value in values.values()), default=0.0) or 1.0
        if most > _FAR:
            return FuncNorm((_root, _square_of), -most, most), mpl.colormaps[_AGAINST]
        return Normalize(-most, most), mpl.colormaps[_AGAINST]
    return Normalize(0, max(values.values(), default=0.0) or 1.0), mpl.colormaps[_ALONE]


def _square(column: float, row: float, fill: Fill | None, gid: str) -> Rectangle:
    return Rectangle(
        (column + 0.03, row + 0.03),
        0.94,
        0.94,
        facecolor=fill or "none",
        edgecolor="0.55",
        linewidth=0.6 if fill else 0.9,
        linestyle="solid" if fill else "dotted",
        gid=gid,
    )


def _write(ax: Axes, column: float, row: float, lines: list[str], fill: Fill | None, scale: float) -> None:
    """The name, the amount and its distance from the quota."""
    colour = ink(fill) if fill else "0.45"
    name, amount, distance = lines
    centre = column + 0.5
    for text, below, size, weight in (
        (name, 0.25, 7.4 if name.isascii() else 9.0, "normal"),
        (amount, 0.53, 10.5 * min(1.0, 6.5 / max(1, len(amount))), "bold"),
        (distance, 0.8, 7.6, "normal"),
    ):
        if text:
            ax.text(centre, row + below, text, size=size * scale, weight=weight, color=colour, ha="center", va="center")


def _frame(ax: Axes) -> None:
    """North above, tiles square, no axes."""
    ax.set_xlim(-0.1, max(tile.column for tile in TILES.values()) + 1.1)
    ax.set_ylim(max(tile.row for tile in TILES.values()) + 1.1, -0.1)
    ax.set_aspect("equal")
    ax.axis("off")


def _scale_of_letters(ax: Axes) -> float:
    """The letters fit tiles of 50 points; smaller axes have smaller ones."""
    shown = ax.get_figure()
    assert shown is not None
    extent = ax.get_window_extent()
    columns, rows = (abs(end - begin) for begin, end in (ax.get_xlim(), ax.get_ylim()))
    tile = min(extent.width / columns, extent.height / rows) * 72 / shown.dpi
    return min(1.0, tile / 44)


def _key(
    ax: Axes, colours: ScalarMappable, pen: Pen, unit: tuple[str, str], scale: float, *, apart: bool
) -> None:
    """What the colours and the lines of a tile mean, in the sea north of the Chugoku."""
    word = pen.word
    name, amount = word("prefecture", "都道府県"), word(unit[0], unit[1])
    distance = word("from its quota", "取り分との差")
    ax.add_patch(_square(0, 1.2, None, "key"))
    for text, below in ((name, 0.25), (amount, 0.53), (distance if apart else "", 0.8)):
        ax.text(1.15, 1.2 + below, text, size=9 * scale, color="0.25", ha="left", va="center")
    for width, below in ((0.6, 0.25), (0.45, 0.53), (0.3 if apart else 0.0, 0.8)):
        ax.plot([0.5 - width / 2, 0.5 + width / 2], [1.2 + below] * 2, color="0.45", linewidth=1.6)
    bar = ax.inset_axes((0.0, 3.0, 5.0, 0.35), transform=ax.transData)
    shown = ax.get_figure()
    far = isinstance(colours.norm, FuncNorm)
    assert shown is not None

    def tick(value: float, _place: float | None = None) -> str:
        return signed(value, 0 if far else 1) if apart else figure(value)

    shown.colorbar(colours, cax=bar, orientation="horizontal", ticks=MaxNLocator(5 if far else 4), format=FuncFormatter(tick))
    label = word(f"{unit[0]} below (−) or above (+) the quota", f"取り分より少ない（−）・多い（+）{unit[1]}数")
    bar.set_xlabel(label if apart else amount, size=9 * scale)
    bar.tick_params(labelsize=8 * scale)
    pen.dress(bar)
