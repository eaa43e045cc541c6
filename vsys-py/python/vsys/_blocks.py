"""What of an answer is shown, before it is text or HTML: figures by name, and tables of rows.

Members keep their own names, since those are what a program writes; nothing is decided here and nothing
is shown that the answer does not hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ._arranged import arranged
from ._kinds import is_bilingual, is_list, is_number, is_record
from ._language import chosen, word

#: Columns that stand first, in this order; the others follow as the answer has them.
_FIRST = (
    "severity",
    "cycle",
    "number",
    "date",
    "monday",
    "id",
    "code",
    "name",
    "municipality",
    "municipality_name",
    "coupon",
    "addressee",
    "service",
    "label",
)
#: Columns of long texts stand last.
_LAST = ("title", "reason", "ruling", "text", "message", "value")
#: Quantities of which a sum means something. Prices, ranks and numbers of cycles are not among them.
_ADDITIVE = frozenset(
    (
        "allocated",
        "allocated_doses",
        "amount",
        "boxes",
        "count",
        "doses",
        "filled",
        "left_over",
        "needles",
        "needles_pieces",
        "own_vials",
        "pieces",
        "proposed",
        "requested",
        "syringes",
        "syringes_pieces",
        "units",
        "vaccine",
        "vaccine_doses",
        "vials",
        "vials_left_over",
        "yen",
    )
)
#: Lists whose figures belong to rows alone: explanations may be of several levels, and the components of a
#: tariff never stand in one price together.
_APART = ("explanations", "components")
#: A text longer than this is told by its length: a rendered sheet is for a file or a frame.
_LONG = 400
#: So many values of a list stand in one line.
_LISTED = 8


@dataclass(frozen=True)
class Figures:
    """Single members by their names."""

    rows: Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Grid:
    """The rows of a list, or its first ones."""

    #: The member that holds the list.
    caption: str
    heads: Sequence[str]
    #: Which columns are numbers.
    numbers: Sequence[bool]
    rows: Sequence[Sequence[str]]
    #: The sums over all rows; ``None`` where there is nothing to add.
    totals: Sequence[str] | None
    #: How many rows there are in all.
    count: int

    @property
    def hidden(self) -> int:
        """How many rows are not shown."""
        return self.count - len(self.rows)


def blocks(operation: str, answer: object, rows: int) -> list[Figures | Grid]:
    """An answer as figures and tables, with at most so many rows of each."""
    figures: list[tuple[str, str]] = []
    grids: list[Grid] = []
    shown = arranged(operation, answer)
    if is_record(shown):
        _collect("", shown, rows, figures, grids)
    elif is_list(shown):
        grids.append(grid("", shown, rows))
    else:
        figures.append(("", cell(shown)))
    return [*([Figures(figures)] if figures else []), *grids]


def grid(caption: str, items: Sequence[object], rows: int) -> Grid:
    """A list of records as a table."""
    shown = [flat(item) for item in items[:rows]]
    heads = _ordered(dict.fromkeys(head for row in shown for head in row))
    numbers = [all(is_number(row[head]) for row in shown if row.get(head) is not None) for head in heads]
    return Grid(
        caption,
        heads,
        numbers,
        [[cell(row[head]) if head in row else "" for head in heads] for row in shown],
        _totals(caption, items, heads, numbers),
        len(items),
    )


def cell(value: object) -> str:
    """A value as it stands in a cell: numbers with separators, texts in the language that was set."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        return f"{value:,}"
    if is_bilingual(value):
        return cell(value[chosen()])
    if is_list(value):
        if any(is_record(item) for item in value):
            return word(f"[{len(value):,} row{'' if len(value) == 1 else 's'}]", f"［{len(value):,} 件］")
        listed = ", ".join(cell(item) for item in value[:_LISTED])
        more = len(value) - _LISTED
        return listed + word(f" and {more:,} more", f" ほか {more:,} 件") if more > 0 else listed or "—"
    text = str(value)
    if len(text) > _LONG:
        return word(f"({len(text):,} characters)", f"（{len(text):,} 文字）")
    return text


def flat(item: object) -> dict[str, object]:
    """A row whose records are spread out: ``boxes.vaccine``."""
    if not is_record(item):
        return {"": item}
    spread: dict[str, object] = {}
    for name, value in item.items():
        if is_record(value) and not is_bilingual(value):
            spread.update({f"{name}.{below}": inner for below, inner in flat(value).items()})
        else:
            spread[name] = value
    return spread


def _collect(
    path: str, record: Mapping[str, Any], rows: int, figures: list[tuple[str, str]], grids: list[Grid]
) -> None:
    for name, value in record.items():
        below = f"{path}.{name}" if path else name
        if is_record(value) and not is_bilingual(value):
            _collect(below, value, rows, figures, grids)
        elif is_list(value) and any(is_record(item) for item in value):
            grids.append(grid(below, _numbered(below, value), rows))
        else:
            figures.append((below, cell(value)))


def _numbered(path: str, items: Sequence[Any]) -> Sequence[Any]:
    """The rows of a stored plan carry no number of their own: the first is that of cycle 1."""
    if not path.endswith(("plan.rows", "request.rows")) or any("cycle" in item for item in items):
        return items
    return [{"cycle": number, **item} for number, item in enumerate(items, 1)]


def _ordered(heads: Iterable[str]) -> list[str]:
    def rank(head: str) -> int:
        last = head.rsplit(".", 1)[-1]
        if head in _FIRST:
            return _FIRST.index(head)
        if "." not in head and last not in _LAST:
            return len(_FIRST)
        # What belongs to the row itself stands before what belongs to a record within it.
        return len(_FIRST) + (2 + _LAST.index(last) if last in _LAST and "." not in head else 1)

    return sorted(heads, key=rank)


def _totals(
    caption: str, items: Sequence[object], heads: Sequence[str], numbers: Sequence[bool]
) -> list[str] | None:
    if len(items) < 2 or caption in _APART:
        return None
    sums = [
        f"{_sum(items, head):,}" if number and head.rsplit(".", 1)[-1] in _ADDITIVE else ""
        for head, number in zip(heads, numbers)
    ]
    if not any(sums) or sums[0]:
        return None
    return [word("total", "合計"), *sums[1:]]


def _sum(items: Sequence[object], head: str) -> int:
    total = 0
    for item in items:
        value: Any = item
        for name in head.split("."):
            value = value.get(name) if is_record(value) else None
        total += value if is_number(value) else 0
    return total
