"""Two methods side by side."""

# Matplotlib leaves the types of its keyword arguments open.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Mapping

from matplotlib.axes import Axes

from ._amounts import Allocation, amounts
from ._canvas import BLUE, ORANGE, axes_of, figure, whole_ticks
from ._font import drawing
from ._tiles import TILES

#: The methods as they are called.
_METHODS = {
    "largest-remainder": ("largest remainder", "最大剰余法"),
    "webster": ("Webster", "ウェブスター法"),
    "jefferson": ("Jefferson", "ジェファーソン法"),
    "adams": ("Adams", "アダムズ法"),
    "hill": ("Hill", "ヒル法"),
}


def compare(
    first: Allocation,
    second: Allocation,
    *,
    labels: tuple[str, str] | None = None,
    names: Mapping[str, str] | None = None,
    level: str = "prefectures",
    most: int = 30,
    title: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """Who gets more and who less by the second method (配分方式の比較): only recipients that differ are drawn.

    Args:
        first: An answer of ``allocation.apportion`` or ``allocation.cascade``, or units by id.
        second: Another of the same recipients.
        labels: How the two are called; absent = by the methods of the answers.
        names: Names by id; absent = those of the answer, and of the prefectures for their codes.
        level: The level of a cascade: ``prefectures``, ``municipalities`` or ``hubs``.
        most: How many recipients are drawn, those with the largest differences first.
        title: A title of one's own.
        ax: Where to draw; absent = a figure of its own.

    Raises:
        ValueError: The recipients are not the same, or there is no allocation at all.
    """
    one, other = amounts(first, level), amounts(second, level)
    if one.by_id.keys() != other.by_id.keys():
        raise ValueError("the two allocations are not of the same recipients")
    differences = {id: other.by_id[id] - amount for id, amount in one.by_id.items() if other.by_id[id] != amount}
    # The largest first; among equals those that gain, then by id.
    ranked = sorted(differences, key=lambda id: (-abs(differences[id]), -differences[id], id))
    drawn = sorted(ranked[:most], key=lambda id: (-differences[id], id))
    ax = axes_of(ax, (9.5, max(2.6, 1.5 + 0.3 * len(drawn))))
    with drawing() as pen:
        word = pen.word
        before, after = labels or (
            word(*_METHODS.get(one.method or "", ("first", "一方"))),
            word(*_METHODS.get(other.method or "", ("second", "他方"))),
        )

        def name(id: str) -> str:
            tile = TILES.get(id)
            return (names or {}).get(id) or (word(tile.en, tile.ja) if tile else one.names.get(id, id))

        for place, id in enumerate(drawn):
            change = differences[id]
            ax.barh(place, change, height=0.62, color=ORANGE if change > 0 else BLUE, gid=f"bar-{id}")
            ax.annotate(
                f"{figure(one.by_id[id])} → {figure(other.by_id[id])}",
                (change, place),
                xytext=(5 if change > 0 else -5, 0),
                textcoords="offset points",
                ha="left" if change > 0 else "right",
                va="center",
                size=9,
            )
        ax.set_yticks(range(len(drawn)), [name(id) for id in drawn])
        ax.set_ylim(len(drawn) - 0.4, -0.6)
        widest = max((abs(change) for change in differences.values()), default=1)
        ax.set_xlim(-widest * 1.55, widest * 1.55)
        whole_ticks(ax.xaxis, signs=True)
        ax.axvline(0, color="0.3", linewidth=0.8)
        ax.tick_params(axis="y", length=0)
        ax.spines["left"].set_visible(False)
        ax.set_xlabel(word(f"{after} minus {before}", f"{after} − {before}"))
        same, all_of = figure(len(one.by_id) - len(differences)), figure(len(one.by_id))
        ax.set_title(title or word(f"From {before} to {after}", f"{before}と{after}の比較"), pad=24)
        note = word(f"{same} of {all_of} recipients get the same", f"{all_of} 件のうち {same} 件は同じ")
        if len(drawn) < len(differences):
            shown, changed = figure(len(drawn)), figure(len(differences))
            note += word(f"; {shown} of {changed} differences drawn", f"、差のある {changed} 件のうち {shown} 件を表示")
        ax.annotate(
            note, (0, 1), xycoords="axes fraction", xytext=(0, 7), textcoords="offset points", size=9, color="0.35"
        )
        pen.dress(ax)
    return ax
