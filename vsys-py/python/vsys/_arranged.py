"""Answers that are shown in another order than they hold their members.

A reader begins with the nation, not with the explanations; and the lines of claim sheets stand in groups
within groups, which no table can show.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ._kinds import is_record
from ._language import word

Members = Mapping[str, Any]

_LEVELS = ("nation", "prefectures", "municipalities", "hubs", "satellites")
_SENTENCE = ("id", "amount", "text")
_FIGURES = ("id", "amount", "weight", "floor", "cap", "quota", "share", "bound", "rank", "tie")
_LINE = ("label", "unit_price", "count", "amount")


def arranged(operation: str, answer: object) -> object:
    """The answer as it is shown."""
    arrange = _ARRANGED.get(operation)
    return arrange(answer) if arrange is not None and is_record(answer) else answer


def _cascade(answer: Members) -> Members:
    """From the nation downwards; the state that opens the workflow repeats these figures."""
    shown = {name: answer[name] for name in _LEVELS if name in answer}
    shown |= {name: value for name, value in _explained(answer).items() if name not in shown}
    if "state" in shown:
        shown["state"] = word("(for allocation.advance)", "（allocation.advance に渡すもの）")
    return shown


def _explained(answer: Members) -> Members:
    """The sentence of an explanation, which has its figures; without one, those that a reader looks for."""
    if "explanations" not in answer:
        return answer
    rows = [_members(row, _SENTENCE if "text" in row else _FIGURES) for row in answer["explanations"]]
    return {**answer, "explanations": rows}


def _sheets(answer: Members) -> Members:
    """The sums of each municipal sheet, and every line that counts somebody."""
    sums: list[Members] = []
    lines: list[Members] = []
    for sheet in answer["municipal"]:
        place = _members(sheet, ("municipality", "municipality_name", "coupon"))
        sums.append({**place, "addressee": sheet["addressee"], **sheet["total"]})
        for group in sheet["groups"]:
            counted = [line for line in group["lines"] if line["count"]]
            # The label names age and time.
            lines += [{**place, "service": group["service"], **_members(line, _LINE)} for line in counted]
    summary = answer["summary"]
    return {
        **{name: value for name, value in answer.items() if name not in ("summary", "municipal")},
        "summary": _members(summary, ("title", "addressee", "total")),
        "municipal": sums,
        "municipal.lines": lines,
    }


def _members(record: Members, names: Sequence[str]) -> Members:
    return {name: record[name] for name in names if name in record}


_ARRANGED: dict[str, Callable[[Members], Members]] = {
    "allocation.apportion": _explained,
    "allocation.cascade": _cascade,
    "claims.sheets": _sheets,
}
