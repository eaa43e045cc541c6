"""A booster plan against its initial total."""

# Matplotlib leaves the types of its keyword arguments open.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Patch

from .._answer import Answer
from ._amounts import members
from ._canvas import BLUE, GREEN, ORANGE, RED, axes_of, figure, signed, whole_ticks
from ._font import drawing


def plan(
    answer: Answer[Any] | Mapping[str, Any],
    *,
    title: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """The boxes of each cycle, adding up towards the total first registered (初回登録時の合計).

    Args:
        answer: An answer of ``plan.register``, ``plan.change``, ``plan.decide``, ``plan.preview`` or
            ``plan.status``.
        title: A title of one's own.
        ax: Where to draw; absent = a figure of its own.

    Raises:
        ValueError: The answer holds no rows of a plan.
    """
    whole = members(answer)
    rows, requested = _rows(whole)
    initial: int = whole["totals"]["initial_boxes"]
    planned: list[int] = [row["boxes"] for row in rows]
    cycles = [row.get("cycle", number) for number, row in enumerate(rows, 1)]
    allocated: list[int | None] = [row.get("allocated") for row in rows]
    places = range(len(rows))
    asked: Sequence[int | None] = requested or [row.get("requested") for row in rows]
    asks = any(number is not None for number in asked)
    final = [boxes if number is None else number for number, boxes in zip(asked, planned)]
    sums = list(accumulate(final))
    ax = axes_of(ax, (9.0, 5.2))
    with drawing() as pen:
        word = pen.word
        box = word("boxes", "箱")
        ax.bar(places, planned, width=0.56, color=BLUE, gid="planned")
        key: list[Patch | Line2D] = [Patch(color=BLUE, label=word("planned", "計画"))]
        if asks:
            changed = [place for place in places if final[place] != planned[place]]
            heights = [final[place] for place in changed]
            ax.bar(changed, heights, width=0.56, fill=False, edgecolor=ORANGE, linewidth=1.8, hatch="//", gid="requested")
            label = word("asked for, waiting for the nation", "変更申請（国の確認待ち）")
            key.append(Patch(fill=False, edgecolor=ORANGE, linewidth=1.8, hatch="//", label=label))
        given = [(place, number) for place, number in zip(places, allocated) if number is not None]
        if given:
            ax.plot(*zip(*given), linestyle="none", marker="D", markersize=7, color=GREEN, markeredgecolor="white")
            key.append(
                Line2D([], [], linestyle="none", marker="D", color=GREEN, label=word("allocated", "分配実績"))
            )
        ax.plot(places, sums, color="0.25", marker="o", markersize=5, linewidth=1.6, gid="sum")
        key.append(Line2D([], [], color="0.25", marker="o", label=word("sum so far", "累計")))
        ax.axhline(initial, color=RED, linestyle=(0, (6, 3)), linewidth=1.6, gid="initial")
        key.append(Line2D([], [], color=RED, linestyle=(0, (6, 3)), label=word("initial total", "初回登録時の合計")))
        highest = max([*sums, *planned, initial, 1])
        for place, total in enumerate(sums):
            ax.annotate(figure(total), (place, total), xytext=(0, 7), textcoords="offset points", ha="center", size=9)
        # The figures stand below the bars, where no line crosses them.
        figures = [
            figure(boxes) if new == boxes else f"{figure(boxes)} → {figure(new)}" for boxes, new in zip(planned, final)
        ]
        ax.set_xticks(
            places, [word(f"cycle {cycle}\n{text}", f"{cycle}クール\n{text} 箱") for cycle, text in zip(cycles, figures)]
        )
        ax.set_ylim(0, highest * 1.16)
        ax.set_xlim(-0.6, len(rows) - 0.4)
        whole_ticks(ax.yaxis)
        ax.set_ylabel(box)
        now = sums[-1] if sums else 0
        text = word(
            f"Initial total {figure(initial)} boxes, {'asked for' if asks else 'now'} {figure(now)}",
            f"初回登録時の合計 {figure(initial)} 箱、{'変更申請' if asks else '現在'} {figure(now)} 箱",
        )
        ax.set_title(title or (f"{text} ({signed(now - initial)})" if now != initial else text))
        ax.legend(handles=key, loc="upper left", bbox_to_anchor=(0, -0.13), ncols=5, frameon=False, fontsize=9)
        pen.dress(ax)
    return ax


def _rows(whole: Mapping[str, Any]) -> tuple[list[Mapping[str, Any]], list[int] | None]:
    """The rows, and the boxes of a change that waits for the nation."""
    if "plan" in whole and "totals" in whole:
        request = whole["plan"].get("request")
        return whole["plan"]["rows"], [row["boxes"] for row in request["rows"]] if request else None
    if "rows" in whole and "totals" in whole:
        return whole["rows"], None
    raise ValueError("a plan is an answer of plan.register, change, decide, preview or status")
