"""A hierarchy of figures, shared through in columns: for many scenarios of one nation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from ._error import Finding
from ._pricing import noted, request
from ._vsys import ShareTree, Table

Method = Literal["largest-remainder", "webster", "jefferson", "adams", "hill"]


@dataclass(frozen=True)
class TreeShares:
    """A supply shared through a hierarchy (全階層の配分)."""

    #: A table for each level from the top, with the column ``amount`` (``int64``); the last one has the rows of the table.
    levels: list[Table]
    #: What no recipient of the lowest level got.
    left_over: int
    #: The assumptions that were made.
    assumptions: list[str]
    #: Warnings.
    findings: list[Finding]
    #: How many findings there are.
    findings_total: int


@dataclass(frozen=True)
class TreeScenarios:
    """Scenarios of a hierarchy (シナリオ別の配分)."""

    #: The rows of the table, with a column of amounts (``int64``) for each column of weights, under its name.
    table: Table
    #: What no recipient got, for each of them.
    left_over: list[int]
    #: The assumptions that were made.
    assumptions: list[str]
    #: Warnings.
    findings: list[Finding]
    #: How many findings there are.
    findings_total: int

    def __arrow_c_stream__(self, requested_schema: object = None) -> Any:
        return self.table.__arrow_c_stream__(requested_schema)


class Tree:
    """A hierarchy by numbers alone (階層): who gives to how many, level by level from the top.

    ``Tree([[2], [2, 1]])`` is a nation with two prefectures, of two municipalities and one. ``Tree.of(sites,
    ["prefecture", "municipality"])`` takes it from the columns of a table whose rows are the recipients and stand
    together by their givers. Names, boxes, needles and imported amounts are for :func:`vsys.tables.cascade`; this is
    for figures, a hundred times as quick.

    数値だけの階層。多数のシナリオを同じ階層で配分するときに使う。

    >>> tree = Tree([[2], [2, 1]])
    >>> tree.recipients, tree.levels
    (3, 2)

    Raises:
        VsysError: A level has not one number for each recipient of the level above (``allocation.column.length``).
    """

    __slots__ = ("_tree",)

    def __init__(self, levels: Sequence[Sequence[int]], /) -> None:
        self._tree = ShareTree(levels)

    @classmethod
    def of(cls, table: Any, by: Sequence[str], /) -> Tree:
        """The hierarchy of the rows of a table.

        Args:
            table: The recipients, in the order of their givers.
            by: The columns of the givers (``utf8``), from the top.

        Raises:
            VsysError: A column is missing, has gaps or another type, or the rows of a giver stand apart
                (``table.rows.apart``).
        """
        made = cls.__new__(cls)
        made._tree = ShareTree.of_table(table, by)
        return made

    @property
    def recipients(self) -> int:
        """How many recipients the lowest level has."""
        return self._tree.recipients

    @property
    def levels(self) -> int:
        """How many levels receive."""
        return self._tree.levels

    def __repr__(self) -> str:
        return f"Tree of {self.levels} levels and {self.recipients:,} recipients"

    def share(
        self,
        table: Any,
        /,
        *,
        supply: int,
        weight: str = "weight",
        floor: str | None = None,
        cap: str | None = None,
        method: Method | None = None,
        first_units: Literal["refuse", "by-weight"] | None = None,
    ) -> TreeShares:
        """Shares whole units through all levels, each giver's among its recipients as :func:`vsys.tables.apportion`.

        全階層に整数単位を配分する。

        Givers have the sums of their recipients' weights, floors and caps. Ties go by the larger weight, then by the
        earlier row.

        Args:
            table: The recipients of the lowest level, as many as the tree has.
            supply: The units to share, 0 to 2^53−1.
            weight: The column of weights, 0 to 2^53−1; 0 gets exactly the floor.
            floor: The column of what each must get at least; null is 0.
            cap: The column of what each may get at most; null is unlimited.
            method: How, at every level; absent = largest remainder (assumption.proposal-method).
            first_units: What Adams and Hill do when a supply does not reach.

        Raises:
            VsysError: The supply or the table has faults.
        """
        options = request(supply=supply, recipients=[], method=method, first_units=first_units)
        levels, left_over, notes = self._tree.share(table, options, weight, floor, cap)
        return TreeShares(**noted(notes), levels=levels, left_over=left_over)

    def scenarios(
        self,
        table: Any,
        /,
        *,
        supply: int,
        weights: Sequence[str],
        floor: str | None = None,
        cap: str | None = None,
        method: Method | None = None,
        first_units: Literal["refuse", "by-weight"] | None = None,
        threads: int | None = None,
    ) -> TreeScenarios:
        """Shares the supply once for each column of weights.

        重みの列ごとに（シナリオごとに）配分する。

        Args:
            table: As in :meth:`share`.
            supply: As in :meth:`share`.
            weights: The columns of weights, one a scenario, each once.
            floor: As in :meth:`share`, like all that follow.
            threads: How many threads work at most; absent = as many as there are processors. The answer is the same.

        Raises:
            VsysError: As :meth:`share`, with what is wrong with any of the scenarios at its column of weights; or a
                column is named twice (``table.column.twice``).
        """
        options = request(supply=supply, recipients=[], method=method, first_units=first_units)
        rows, left_over, notes = self._tree.scenarios(table, options, weights, floor, cap, threads)
        return TreeScenarios(**noted(notes), table=rows, left_over=left_over)
