"""Claims by class and month."""

# Matplotlib leaves the types of its keyword arguments open.
# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeAlias, cast

from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.patches import Patch

from .._answer import Answer
from .._kinds import is_record
from ._amounts import members
from ._canvas import SERIES, axes_of, figure, ink, whole_ticks
from ._font import drawing

#: The share of the highest bar that a figure takes in height.
_LOW = 0.045

Sheets: TypeAlias = "Answer[Any] | Mapping[str, Any] | Iterable[Answer[Any] | Mapping[str, Any]]"
By = Literal["time", "service", "age"]

#: The classes in the order of the forms, with their names in English and Japanese.
_CLASSES: dict[str, tuple[str, str]] = {
    "regular": ("within hours", "時間内"),
    "off_hours": ("off hours", "時間外"),
    "holiday": ("holiday", "休日"),
    "vaccination": ("vaccination", "接種"),
    "consultation_only": ("consultation only", "予診のみ"),
    "six_and_over": ("six and over", "6歳以上"),
    "under_six": ("under six", "6歳未満"),
}


def claims(
    sheets: Sheets,
    *,
    by: By = "time",
    of: Literal["count", "amount"] = "count",
    title: str | None = None,
    ax: Axes | None = None,
) -> Axes:
    """What was claimed, by class and month (区分別・月別の請求): one bar a month, one part a class.

    Args:
        sheets: Answers of ``claims.sheets``, or figures by month and class
            (``{"2021-12": {"regular": 120}}``). Answers are put under their month of claim.
        by: The classes: the class of time (時間内・時間外・休日), the service (接種・予診のみ) or the age.
        of: Cases (件数), or yen with tax (金額).
        title: A title of one's own.
        ax: Where to draw; absent = a figure of its own.

    Raises:
        ValueError: There is nothing to draw.
    """
    months = _months(sheets, by, of)
    if not months:
        raise ValueError("there are no claim sheets to draw")
    found = {name for classes in months.values() for name in classes}
    classes = [name for name in _CLASSES if name in found] + sorted(found - _CLASSES.keys())
    places = range(len(months))
    ax = axes_of(ax, (max(6.4, 1.9 + 1.25 * len(months)), 5.0))
    with drawing() as pen:
        word = pen.word
        below = [0] * len(months)
        highest = max(sum(figures.values()) for figures in months.values()) or 1
        beside = [-1.0 * highest] * len(months)
        key: list[Patch] = []
        for number, name in enumerate(classes):
            colour, hatch = SERIES[number % len(SERIES)]
            values = [figures.get(name, 0) for figures in months.values()]
            ax.bar(places, values, bottom=below, width=0.66, color=colour, hatch=hatch, edgecolor="white", gid=name)
            for place, value in enumerate(values):
                if value == 0:
                    continue
                middle = below[place] + value / 2
                if value >= _LOW * highest:
                    box = {"boxstyle": "round,pad=0.15", "facecolor": colour, "edgecolor": "none"}
                    text = figure(value)
                    ax.text(place, middle, text, ha="center", va="center", size=9, color=ink(to_rgba(colour)), bbox=box)
                else:
                    # A part too low for its figure has it beside the bar, clear of the one below.
                    middle = max(middle, beside[place] + _LOW * highest)
                    beside[place] = middle
                    ax.text(place + 0.36, middle, figure(value), ha="left", va="center", size=8.5, color="0.25")
            below = [low + value for low, value in zip(below, values)]
            label = word(*_CLASSES.get(name, (name, name)))
            key.append(Patch(facecolor=colour, hatch=hatch, edgecolor="white", label=label))
        for place, total in enumerate(below):
            ax.annotate(
                figure(total), (place, total), xytext=(0, 4), textcoords="offset points", ha="center", weight="bold"
            )
        ax.set_xticks(places, list(months))
        ax.set_ylim(0, highest * 1.12)
        ax.set_xlim(-0.6, len(months) - 0.4)
        whole_ticks(ax.yaxis)
        ax.set_ylabel(word("cases", "件数") if of == "count" else word("yen with tax", "金額（円、税込）"))
        ax.set_xlabel(word("month of claim", "請求月"))
        ax.set_title(title or word("Claims by class and month", "区分別・月別の請求"))
        # The order of the key is that of the bars, from above.
        ax.legend(handles=key[::-1], loc="upper left", bbox_to_anchor=(1.0, 1.0), frameon=False)
        pen.dress(ax)
    return ax


def _months(sheets: Sheets, by: By, of: str) -> dict[str, dict[str, int]]:
    if is_record(sheets) and "municipal" not in sheets:
        return {month: dict(classes) for month, classes in sorted(sheets.items())}
    alone = isinstance(sheets, Answer) or is_record(sheets)
    answers = cast("Iterable[Answer[Any] | Mapping[str, Any]]", [sheets] if alone else sheets)
    months: dict[str, dict[str, int]] = {}
    for answer in answers:
        whole = members(answer)
        classes = months.setdefault(whole["billing_month"], {})
        for sheet in whole["municipal"]:
            for group in sheet["groups"]:
                for line in group["lines"]:
                    name = group["service"] if by == "service" else line.get(by, "regular")
                    if line["count"]:
                        classes[name] = classes.get(name, 0) + line[of]
    return dict(sorted(months.items()))
