import datetime
from collections.abc import Callable, Iterator, Sequence
from typing import Any, final

from typing_extensions import Self, disjoint_base

__all__ = [
    "FormFaults",
    "FormLimits",
    "RuleBook",
    "ShareTree",
    "Table",
    "call",
    "operations",
    "schema",
    "table_apportion",
    "table_cascade",
    "table_csv",
    "table_price",
    "table_price_sums",
    "tally_told",
    "tally_whole",
]

@final
class RuleBook:
    """The tables that the operations read: the bundled ones, or the caller's own in their place."""

    def __new__(cls, json: bytes | bytearray | str | None = None, /) -> RuleBook: ...
    def call(self, operation: str, request: bytes | bytearray | str, /) -> bytes: ...
    def __reduce__(self) -> tuple[type[RuleBook], tuple[bytes | None]]: ...

@disjoint_base
class FormLimits:
    """What forms are held against; ``vsys.form.FormLimits`` is the class to use."""

    def __new__(cls, json: bytes | bytearray | str, /) -> Self: ...
    def check(
        self,
        coupon: str,
        municipality: str,
        birth_date: datetime.date | str,
        date: datetime.date | str,
        dose: int,
        previous_date: datetime.date | str | None = None,
    ) -> FormFaults: ...

@final
class FormFaults:
    """What is wrong with a screening form (予診票の不備): an immutable set of words in the order of the schema, true when
    it is not empty."""

    @property
    def valid(self) -> bool:
        """Whether nothing is wrong but for warnings."""

    def __bool__(self) -> bool: ...
    def __len__(self) -> int: ...
    def __contains__(self, word: object, /) -> bool: ...
    def __iter__(self) -> Iterator[str]: ...
    def __eq__(self, other: object, /) -> bool: ...
    def __hash__(self) -> int: ...

def call(operation: str, request: bytes | bytearray | str, /) -> bytes: ...
def operations() -> list[tuple[str, str, str]]: ...
def schema(operation: str, /) -> bytes: ...

@final
class Table:
    """A table in Arrow's memory layout, which no call changes. ``len(table)`` is the number of its rows.

    ``Table(other)`` takes whatever speaks the Arrow PyCapsule interface; a stream is read to its end.
    """

    def __new__(cls, table: Any, /) -> Table: ...
    @property
    def num_rows(self) -> int:
        """How many rows there are."""

    @property
    def column_names(self) -> list[str]:
        """The names of the columns."""

    @property
    def schema(self) -> str:
        """The columns and their types, one a line: ``amount: int64``."""

    @property
    def personal_columns(self) -> list[str]:
        """The columns that hold personal data: a notebook does not show them."""

    def __len__(self) -> int: ...
    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...
    def __arrow_c_schema__(self) -> Any: ...
    def to_polars(self) -> Any:
        """As a ``polars.DataFrame`` of the same memory."""

    def to_pandas(self) -> Any:
        """As a ``pandas.DataFrame``."""

    def to_pyarrow(self) -> Any:
        """As a ``pyarrow.Table`` of the same memory."""

    def to_dict(self, rows: int | None = None, /) -> dict[str, list[Any]]:
        """The first rows, or all, as lists of Python's own values."""

    def drop_nulls(self, columns: Sequence[str] | None = None, /) -> Table:
        """The rows that have a value in each of these columns, or in every one; without gaps it is the same memory."""

    def _repr_html_(self) -> str: ...

@final
class ShareTree:
    """A hierarchy in columns; ``vsys.tables.Tree`` is the class to use."""

    def __new__(cls, levels: Sequence[Sequence[int]], /) -> ShareTree: ...
    @staticmethod
    def of_table(table: Any, by: Sequence[str], /) -> ShareTree: ...
    @property
    def recipients(self) -> int: ...
    @property
    def levels(self) -> int: ...
    def share(
        self, table: Any, options: bytes, weight: str, floor: str | None, cap: str | None, /
    ) -> tuple[list[Table], int, bytes]: ...
    def scenarios(
        self,
        table: Any,
        options: bytes,
        weights: Sequence[str],
        floor: str | None,
        cap: str | None,
        threads: int | None,
        /,
    ) -> tuple[Table, list[int], bytes]: ...

def table_apportion(
    table: Any,
    options: bytes,
    id: str | None,
    weight: str,
    floor: str | None,
    cap: str | None,
    explain: str,
    /,
) -> tuple[Table, int, int, str, tuple[str, int, list[str] | list[int]] | None, bytes]: ...

def table_cascade(
    options: bytes,
    book: RuleBook | None,
    prefectures: Any,
    municipalities: Any,
    hubs: Any,
    satellites: Any,
    /,
) -> tuple[list[tuple[str, Table]], list[tuple[str, str, str, int, list[str]]], str, bytes]: ...

def table_csv(
    read: Callable[[int], bytes],
    file: str,
    columns: Sequence[tuple[Sequence[str], str, bool, bool, bool, bool]],
    encoding: str,
    tell: bool,
    /,
) -> tuple[Table, int, str | None, bytes]: ...

def table_price(
    lines: Any, book: RuleBook | None, pricing: Any, keep: list[str], /
) -> tuple[Table, dict[str, Any]]: ...
def table_price_sums(
    lines: Any, book: RuleBook | None, pricing: Any, institution: str, municipality: str, /
) -> tuple[Table, Table, dict[str, Any]]: ...
def tally_told(
    tally: dict[str, Any], pricing: Any, institution: str, municipality: str, /
) -> tuple[int, int, tuple[int, int, int], bytes]: ...
def tally_whole(parts: Sequence[dict[str, Any]], /) -> dict[str, Any]: ...
