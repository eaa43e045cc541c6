"""Operations over tables: columns in, columns out, nothing through JSON.

Every function takes whatever speaks the Arrow PyCapsule interface (``__arrow_c_stream__``, or
``__arrow_c_array__`` of a record batch): tables and streams of pyarrow, polars, pandas, duckdb, and
:class:`vsys.Table`. What comes back holds :class:`vsys.Table`s and speaks the interface itself.

========================  =================  ==========================================================
what                      type               taken as well
========================  =================  ==========================================================
ids and codes             ``utf8``           ``large_utf8``, ``utf8_view``, dictionaries of them
counts (boxes, vials)     ``uint32``         every integer type, when in range
doses, yen, weights       ``int64``          every integer type, when in range
dates                     ``date32``         ``date64`` and ``timestamp`` without a zone, at midnight
words                     ``utf8``           as ids; where said, codes in ``uint8``
fractions                 ``utf8``, "780/31" –
========================  =================  ==========================================================

Fractions are exact texts in lowest terms, as on the wire: ``fractions.Fraction(text)`` reads them. Numbers with
a fraction and numbers as text are not taken for counts. What is wrong with a table comes at once as
:class:`vsys.VsysError`, each finding with its column and first row (``/columns/weight/17``, from 0).

表を受け取り、表を返す関数。列の誤りは、列名と最初の行とともにまとめて示されます。
"""

from __future__ import annotations

import datetime
import io
import os
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from . import types as _types
from ._error import Finding
from ._pricing import LineNames, PricePeriod, noted, pricing, request
from ._tree import Method, Tree, TreeScenarios, TreeShares
from ._vsys import RuleBook, Table
from ._vsys import table_apportion as _table_apportion
from ._vsys import table_cascade as _table_cascade
from ._vsys import table_csv as _table_csv
from ._vsys import table_price as _table_price
from ._vsys import table_price_sums as _table_price_sums
from ._vsys import tally_told as _tally_told

__all__ = [
    "Apportioned",
    "ArrowArray",
    "ArrowStream",
    "CLAIM_LINES",
    "Cascaded",
    "Column",
    "GroupTie",
    "PricePeriod",
    "PriceSums",
    "Priced",
    "ReadsBytes",
    "SITES",
    "Sheet",
    "Table",
    "Tie",
    "Tree",
    "TreeScenarios",
    "TreeShares",
    "VACCINATIONS",
    "apportion",
    "cascade",
    "price",
    "price_sums",
    "read_csv",
]

class ArrowStream(Protocol):
    """A table or stream of another library."""

    def __arrow_c_stream__(self, requested_schema: Any = None) -> Any: ...


class ArrowArray(Protocol):
    """A record batch of another library."""

    def __arrow_c_array__(self, requested_schema: Any = None) -> Any: ...


class ReadsBytes(Protocol):
    """A file opened for bytes, or whatever else reads like one."""

    def read(self, size: int, /) -> bytes: ...


@dataclass(frozen=True)
class _Noted:
    """What every answer has beside its tables."""

    #: The assumptions that were made; see ``vsys.rules.assumptions``.
    assumptions: list[str]
    #: Warnings.
    findings: list[Finding]
    #: How many findings there are; at most 10,000 are listed.
    findings_total: int


@dataclass(frozen=True)
class _WithTable(_Noted):
    """An answer of one table, which goes to other libraries as the table does."""

    #: The rows.
    table: Table

    def __arrow_c_stream__(self, requested_schema: object = None) -> Any:
        return self.table.__arrow_c_stream__(requested_schema)

    def __arrow_c_schema__(self) -> Any:
        return self.table.__arrow_c_schema__()

    def __len__(self) -> int:
        return len(self.table)

    def to_polars(self) -> Any:
        """The rows as a ``polars.DataFrame``."""
        return self.table.to_polars()

    def to_pandas(self) -> Any:
        """The rows as a ``pandas.DataFrame``."""
        return self.table.to_pandas()

    def to_pyarrow(self) -> Any:
        """The rows as a ``pyarrow.Table``."""
        return self.table.to_pyarrow()

    def _repr_html_(self) -> str:
        return self.table._repr_html_()


@dataclass(frozen=True)
class Tie:
    """Equal claims where the supply ended (同順位)."""

    #: What decided: the larger weight, or the smaller id.
    decided: Literal["larger-weight", "smaller-code"]
    #: The tied set in the order of ids; without ids the numbers of the rows, from 0.
    tied: list[str] | list[int]
    #: The units that went among them.
    units: int


@dataclass(frozen=True)
class Apportioned(_WithTable):
    """A supply shared out (配分の結果). ``table`` has the rows of the request in their order."""

    #: What was given in all.
    given: int
    #: What no cap had room for.
    left_over: int
    #: The method used.
    method: Method
    #: The tied set; ``None`` unless the end of the supply fell among equal claims.
    tie: Tie | None


def apportion(
    table: ArrowStream | ArrowArray,
    /,
    *,
    supply: int,
    id: str | None = "id",
    weight: str = "weight",
    floor: str | None = None,
    cap: str | None = None,
    method: Method | None = None,
    ties: Literal["ruled", "report"] | None = None,
    first_units: Literal["refuse", "by-weight"] | None = None,
    explain: Literal["none", "figures", "text"] | None = None,
) -> Apportioned:
    """Shares whole units among the rows of a table in proportion to weights, exactly.

    表の各行に、重みに比例して整数単位を配分する。

    The same as ``vsys.allocation.apportion``, for at most 1,000,000 rows. The answer's columns are the ids, where
    they were given (the same memory), and ``amount`` (``int64``); with ``explain`` also ``weight``, ``floor``,
    ``cap`` (``int64``), ``quota``, ``share`` (fractions), ``bound``, ``rank`` (``uint32``), ``last_priority``,
    ``next_priority`` (fractions), ``tie``, and with ``"text"`` the sentences ``text_en`` and ``text_ja``.

    Args:
        table: The recipients.
        supply: The units to share, 0 to 2^53−1.
        id: The column of ids, 1 to 64 characters, compared as bytes; ``None``: the earlier row is the smaller id.
        weight: The column of weights, 0 to 2^53−1; 0 gets exactly the floor.
        floor: The column of what each must get at least; null is 0.
        cap: The column of what each may get at most; null is unlimited.
        method: How; absent = largest remainder (assumption.proposal-method).
        ties: Ties by the ruled order (larger weight, then smaller id), or refused.
        first_units: What Adams and Hill do when the supply does not reach to one unit for everybody.
        explain: How much the answer explains.

    Raises:
        VsysError: The operation refuses (its codes are in ``vsys.schema("allocation.apportion")``), or the table
            has faults (``table.…``).
        TypeError: ``table`` does not speak the Arrow PyCapsule interface.
    """
    options = request(
        supply=supply, recipients=[], method=method, ties=ties, first_units=first_units, explain=explain
    )
    rows, given, left_over, used, tie, notes = _table_apportion(
        table, options, id, weight, floor, cap, explain if explain in ("figures", "text") else "none"
    )
    named: Any = used
    return Apportioned(
        **noted(notes),
        table=rows,
        given=given,
        left_over=left_over,
        method=named,
        tie=None if tie is None else Tie(tie[0], tie[2], tie[1]),  # type: ignore[arg-type]
    )


@dataclass(frozen=True)
class GroupTie(Tie):
    """A tie within one giver's recipients."""

    #: The giver; empty for the nation.
    giver: str
    #: The giver's level.
    level: Literal["nation", "prefecture", "municipality"]


@dataclass(frozen=True)
class Cascaded(_Noted):
    """A supply shared from the nation down (配分の結果). Every table is in the order of giver and code.

    Levels have the columns ``code``, ``vaccine``, ``needles``, ``syringes`` (boxes, ``uint32``), ``doses``
    (``int64``), ``left_over`` (boxes that were not passed on; not of hubs), ``origin`` and ``proposed`` (where a
    hand changed the amount); prefectures and municipalities also ``name``, municipalities ``prefecture``, hubs
    ``municipality``, ``own_vials`` and ``vials_left_over`` (``uint32``).
    """

    #: One row, without ``code``, ``origin`` and ``proposed``.
    nation: Table
    #: 都道府県
    prefectures: Table
    #: 市町村
    municipalities: Table
    #: 基本型接種施設
    hubs: Table
    #: サテライト: ``id``, ``hub``, ``vials`` (``uint32``), ``doses`` (``int64``).
    satellites: Table
    #: Who is short of needles or syringes: ``level``, ``code``, ``item``, ``pieces`` (``int64``).
    shortfalls: Table
    #: Who got nothing: ``level``, ``reason``, ``recipients`` (``uint32``).
    nothing: Table
    #: The ties, by level and giver.
    ties: list[GroupTie]
    #: The method used.
    method: Method


def cascade(
    *,
    cycle: int,
    delivery_week: datetime.date | str,
    product: str,
    supply: _types.SupplyRequest,
    prefectures: ArrowStream | ArrowArray | None = None,
    municipalities: ArrowStream | ArrowArray | None = None,
    hubs: ArrowStream | ArrowArray | None = None,
    satellites: ArrowStream | ArrowArray | None = None,
    method: Method | None = None,
    ties: Literal["ruled", "report"] | None = None,
    first_units: Literal["refuse", "by-weight"] | None = None,
    capacity_rounding: Literal["ceil", "floor", "half-up"] | None = None,
    share_rounding: Literal["ceil", "floor", "half-up"] | None = None,
    needles: _types.NeedlesRequest | None = None,
    book: RuleBook | None = None,
) -> Cascaded:
    """Shares a supply from the nation down to the sites, whose rows stand in tables.

    表で与えた都道府県・市町村・接種会場に、国から段階的に配分する。

    The same as ``vsys.allocation.cascade``. Columns have the names of its records: ``code`` of prefectures and
    municipalities; ``id``, ``municipality`` and ``capacity`` (doses) of hubs; ``id``, ``hub`` and ``capacity`` of
    satellites; and of all but satellites, where they are there, ``weight``, ``floor``, ``cap``, ``fixed`` (boxes),
    ``share`` (``utf8``, such as "0.08"), ``edit`` (boxes in place of the proposal) with its ``reason``. A null is as
    no column. Other columns are not read, which a warning says.

    Args:
        cycle: The number of the cycle (クール).
        delivery_week: The Monday of the delivery week, which decides the pack.
        product: The vaccine's id in the product master.
        supply: The registered supply, in boxes.
        prefectures: At most 47 rows; one that only its municipalities name is there with nothing asked of it.
        municipalities: At most 2,000 rows; one that only its hubs name is there with nothing asked of it.
        hubs: At most 200,000 rows.
        satellites: At most 200,000 rows.
        method: How, at every level; absent = largest remainder (assumption.proposal-method).
        ties: Ties by the ruled order, or refused.
        first_units: What Adams and Hill do when a supply does not reach.
        capacity_rounding: How a hub's capacity in doses is rounded to boxes.
        share_rounding: How a share of boxes is rounded.
        needles: Needles and syringes.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: The operation refuses (its codes are in ``vsys.schema("allocation.cascade")``), or a table has
            faults (``table.…``, at ``/hubs/columns/capacity/17``).
        TypeError: A table does not speak the Arrow PyCapsule interface.
    """
    options = request(
        cycle=cycle,
        delivery_week=delivery_week,
        product=product,
        supply=supply,
        method=method,
        ties=ties,
        first_units=first_units,
        capacity_rounding=capacity_rounding,
        share_rounding=share_rounding,
        needles=needles,
    )
    tables, groups, used, notes = _table_cascade(
        options, book, prefectures, municipalities, hubs, satellites
    )
    of_levels: Any = dict(tables)
    named: Any = used
    group_ties: list[Any] = [
        GroupTie(decided, tied, units, giver, level)  # type: ignore[arg-type]
        for level, giver, decided, units, tied in groups
    ]
    return Cascaded(**noted(notes), **of_levels, ties=group_ties, method=named)


Kind = Literal[
    "text", "uint32", "int64", "date", "time", "flag", "municipality", "institution", "coupon_number", "service",
    "time_class", "age_class", "coupon", "site_kind",
]  # fmt: skip


@dataclass(frozen=True)
class Column:
    """A column that a CSV may have: its headings, the first of which names it in the table, and what it holds.

    ====================================  ===========  ====================================================
    ``kind``                              in the table  what a cell holds
    ====================================  ===========  ====================================================
    ``text``                              ``utf8``     any text
    ``uint32``, ``int64``                 the same     digits, 0 to 2^32−1 or 2^53−1
    ``date``, ``time``                    ``date32``,  ``2021-05-10``; ``09:30`` or ``09:30:00``
                                          ``time32``
    ``flag``                              ``bool``     yes, no, はい, いいえ, ○, 返戻, 1, 0
    ``municipality``, ``institution``,    ``utf8``     a code with its check digit; ten digits
    ``coupon_number``
    ``service``, ``time_class``,          ``utf8``     the English or the Japanese word; the table has the
    ``age_class``, ``coupon``,                         English one
    ``site_kind``
    ====================================  ===========  ====================================================
    """

    #: Its headings; the first one is its name in the table.
    names: Sequence[str]
    kind: Kind = "text"
    #: Whether the sheet must have it.
    required: bool = True
    #: Whether every row must fill it, where the sheet has it; absent = as ``required``.
    filled: bool | None = None
    #: Whether no two rows may agree in it.
    unique: bool = False
    #: Whether it holds personal data, which neither findings nor notebooks show.
    personal: bool = False


#: 接種会場の表: a sheet of sites.
SITES = (
    Column(("code", "医療機関コード"), "institution", unique=True),
    Column(("kind", "区分"), "site_kind"),
    Column(("municipality", "市町村コード"), "municipality"),
    Column(("hub", "基本型接種施設"), "institution", filled=False),
    Column(("capacity", "接種可能量"), "int64"),
)

#: 接種の記録: a sheet of vaccinations to be claimed.
VACCINATIONS = (
    Column(("coupon_number", "券番号"), "coupon_number", required=False, personal=True),
    Column(("municipality", "市町村コード"), "municipality"),
    Column(("birth_date", "生年月日"), "date", required=False, personal=True),
    Column(("date", "接種日"), "date"),
    Column(("time", "接種時刻"), "time", required=False),
    Column(("class", "時間区分"), "time_class", required=False),
    Column(("age", "年齢区分"), "age_class", required=False),
    Column(("service", "区分"), "service"),
    Column(("dose", "回数"), "uint32", required=False),
    Column(("coupon", "接種券の有無"), "coupon"),
    Column(("returned", "返戻"), "flag", required=False),
)


#: 請求の明細: a sheet of claim lines to be priced.
CLAIM_LINES = (
    Column(("date", "接種日"), "date"),
    Column(("count", "件数"), "uint32", required=False, filled=True),
    Column(("service", "区分"), "service", required=False, filled=True),
    Column(("age", "年齢区分"), "age_class", required=False, filled=True),
    Column(("time", "時間区分", "class"), "time_class", required=False, filled=True),
    Column(("coupon", "接種券の有無"), "coupon", required=False, filled=True),
    Column(("institution", "医療機関コード"), "institution", required=False, filled=True),
    Column(("municipality", "市町村コード"), "municipality", required=False, filled=True),
)

#: The sheets that have a name.
_SHEETS = {"sites": SITES, "vaccinations": VACCINATIONS, "claim_lines": CLAIM_LINES}


@dataclass(frozen=True)
class Sheet(_WithTable):
    """A CSV as a table. ``table`` has the column ``row`` (``uint32``, from 1 with the header) and the declared ones;
    what is wrong with a cell leaves it null, and a row whose cells cannot be told apart is left out."""

    #: How many rows are in the table.
    rows: int
    #: UTF-8 or CP932; ``None`` when nothing was read from which to tell.
    encoding: Literal["UTF-8", "CP932"] | None


def read_csv(
    source: str | os.PathLike[str] | bytes | bytearray | memoryview | ReadsBytes,
    /,
    columns: Literal["sites", "vaccinations", "claim_lines"] | Sequence[Column] | Mapping[str, Kind],
    *,
    encoding: Literal["auto", "utf-8", "cp932"] = "auto",
    faulty: Literal["refuse", "tell"] = "refuse",
    name: str | None = None,
) -> Sheet:
    """Reads a CSV into a table, every fault with its cell («C17»).

    CSV を表として読み、誤りをセルの位置とともに示す。

    A file is read block by block, in memory that does not grow with it but for the table itself.

    Args:
        source: A path, the bytes, or a file opened for bytes.
        columns: ``"sites"`` (:data:`SITES`), ``"vaccinations"`` (:data:`VACCINATIONS`), ``"claim_lines"``
            (:data:`CLAIM_LINES`), :class:`Column` s, or names with their kinds, which must all be there and filled.
        encoding: UTF-8, with or without a mark, or CP932 (Windows-31J); ``"auto"`` decides by the bytes.
        faulty: Whether a fault refuses the whole sheet, or is told in ``findings`` beside what could be read.
        name: What findings call the sheet; absent = the name of the file.

    Raises:
        VsysError: The sheet has faults (``rows.…``, ``code.…``), each with its cell in ``place``.
        OSError: The file cannot be read.
    """
    if isinstance(columns, str):
        if columns not in _SHEETS:
            raise ValueError(f"the columns are one of {', '.join(map(repr, _SHEETS))}, or declared one by one")
        wanted: Sequence[Column] = _SHEETS[columns]
    elif isinstance(columns, Mapping):
        wanted = [Column((heading,), kind) for heading, kind in columns.items()]
    else:
        wanted = columns
    declared = [
        (
            list(column.names), column.kind, column.required,
            column.required if column.filled is None else column.filled, column.unique, column.personal,
        )
        for column in wanted
    ]  # fmt: skip
    with ExitStack() as stack:
        file: Any
        if isinstance(source, (bytes, bytearray, memoryview)):
            file = io.BytesIO(source)
        elif isinstance(source, (str, os.PathLike)):
            file = stack.enter_context(open(source, "rb"))
            name = os.path.basename(os.fspath(source)) if name is None else name
        else:
            file = source
        table, rows, found, notes = _table_csv(file.read, name or "table.csv", declared, encoding, faulty == "tell")
    in_encoding: Any = found
    return Sheet(**noted(notes), table=table, rows=rows, encoding=in_encoding)


@dataclass(frozen=True)
class Priced(_WithTable):
    """Claim lines priced one by one (請求の1件ごとの単価・金額): the columns that were kept, then ``unit``, ``net``,
    ``tax``, ``amount`` (yen, ``int64``), null where a row has no price."""

    #: How many rows have no price.
    wrong: int


@dataclass(frozen=True)
class PriceSums(_Noted):
    """Claim lines priced and summed (医療機関別・市区町村別の集計): ``count``, ``net``, ``tax``, ``amount`` (``int64``)
    beside the keys, in the order of the keys."""

    #: By institution.
    institutions: Table
    #: By municipality and ``coupon``.
    municipalities: Table
    #: How many services, in all.
    count: int
    #: Yen before tax, in all.
    net: int
    #: The tax, rounded line by line, in all.
    tax: int
    #: Net and tax.
    amount: int
    #: How many rows were read.
    rows: int
    #: How many of them are left out, having no price or no key.
    wrong: int


def price(
    lines: ArrowStream | ArrowArray,
    /,
    *,
    date: str = "date",
    count: str | None = None,
    service: str | None = None,
    age: str | None = None,
    time: str | None = None,
    coupon: str | None = None,
    keep: Sequence[str] = (),
    periods: Sequence[PricePeriod] | None = None,
    rounding: Literal["ceil", "floor", "half-up"] | None = None,
    faulty: Literal["refuse", "tell"] = "refuse",
    threads: int | None = None,
    book: RuleBook | None = None,
) -> Priced:
    """Prices claim lines one by one.

    請求の明細を1行ずつ、単価・税抜額・税額・請求額に換算する。

    The net of a line is count × price, its tax is rounded once. Classes are words in English or Japanese (as
    ``vsys.claims.price`` has them, or as the forms print them), or codes in ``uint8``: ``service`` 0 vaccination, 1
    consultation only; ``age`` 0 six and over, 1 under six; ``time`` 0 regular, 1 off hours, 2 holiday; ``coupon`` 0
    without, 1 with. A stream is priced batch by batch.

    Args:
        lines: The claim lines.
        date: The column of the days of vaccination.
        count: The column of counts, 0 to 2^32−1; ``None``: 1 in every row.
        service: The column of what was done; ``None``: a vaccination in every row.
        age: The column of the class of age; ``None``: six and over in every row.
        time: The column of the class of time; ``None``: regular in every row.
        coupon: The column of the kind of coupon; ``None``: with coupon in every row.
        keep: Columns that go along, in the same memory.
        periods: Prices of one's own; absent = those of the tariff.
        rounding: How the tax of a line is rounded; absent = down (assumption.rounding).
        faulty: Whether rows without a price refuse the whole table, or are told in ``findings``.
        threads: How many threads work at most; absent = as many as there are processors. The answer is the same.
        book: Tables of one's own; absent = the bundled ones.

    Raises:
        VsysError: Rows have no price (``claims.rows.…``), or the table or the periods have faults.
        TypeError: ``lines`` does not speak the Arrow PyCapsule interface.
    """
    how = pricing(LineNames(date, count, service, age, time, coupon), periods, rounding, faulty, threads)
    table, tally = _table_price(lines, book, how, list(keep))
    _, wrong, _, notes = _tally_told(tally, how, "", "")
    return Priced(**noted(notes), table=table, wrong=wrong)


def price_sums(
    lines: ArrowStream | ArrowArray,
    /,
    *,
    institution: str = "institution",
    municipality: str = "municipality",
    date: str = "date",
    count: str | None = None,
    service: str | None = None,
    age: str | None = None,
    time: str | None = None,
    coupon: str | None = None,
    periods: Sequence[PricePeriod] | None = None,
    rounding: Literal["ceil", "floor", "half-up"] | None = None,
    faulty: Literal["refuse", "tell"] = "refuse",
    threads: int | None = None,
    book: RuleBook | None = None,
) -> PriceSums:
    """Prices claim lines and sums them by institution, and by municipality and coupon.

    請求の明細を医療機関別、市区町村・接種券の有無別に集計する。

    As :func:`price`, in memory that grows with the keys and not with the lines. Keys are texts of 1 to 64 characters,
    or whole numbers from 0 to below 2^24; the tables have them in their order, without those to which nothing was
    added. Sums of parts add up to the sums of the whole, in whatever order.

    Args:
        lines: The claim lines.
        institution: The column of institutions.
        municipality: The column of municipalities of residence.
        date: As in :func:`price`, like all that follow.

    Raises:
        VsysError: As :func:`price`; also rows without a key.
        TypeError: ``lines`` does not speak the Arrow PyCapsule interface.
    """
    how = pricing(LineNames(date, count, service, age, time, coupon), periods, rounding, faulty, threads)
    institutions, municipalities, tally = _table_price_sums(lines, book, how, institution, municipality)
    rows, wrong, (services, net, tax), notes = _tally_told(tally, how, institution, municipality)
    return PriceSums(
        **noted(notes),
        institutions=institutions,
        municipalities=municipalities,
        count=services,
        net=net,
        tax=tax,
        amount=net + tax,
        rows=rows,
        wrong=wrong,
    )
