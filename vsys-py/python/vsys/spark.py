"""Bulk pricing on Apache Spark: the lines are priced where they lie, and only counts come to the driver.

    >>> from vsys import spark as vsys_spark                                          # doctest: +SKIP
    >>> sums = vsys_spark.price_sums(lines, count="count", service="service")         # doctest: +SKIP
    >>> sums.institutions.write.parquet("institutions.parquet")                       # doctest: +SKIP
    >>> sums.amount, sums.wrong, sums.findings                                        # doctest: +SKIP

What comes out is the same as :mod:`vsys.tables` gives for the whole on one machine, findings and their row numbers
included: rows are counted from 0 through the partitions, in the order in which ``frame.toArrow()`` would have them.

Needs ``pip install 'vsys[spark]'`` where the driver runs, and vsys and pyarrow on every executor. Frames of Spark
Connect do as well, but for :class:`Tally`.

Spark の各実行ノード上で請求の明細を換算・集計する。ドライバーに集まるのは件数のみ。
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import chain
from typing import Any, Literal

from ._error import Finding, VsysError
from ._pricing import LineNames, PricePeriod, Pricing, noted, pricing
from ._vsys import RuleBook, table_price, table_price_sums, tally_told, tally_whole

try:
    from pyspark import StorageLevel, TaskContext
    from pyspark.accumulators import AccumulatorParam
    from pyspark.sql import DataFrame, SparkSession
    from pyspark.sql import functions as F
    from pyspark.sql.types import IntegralType, LongType, StringType, StructField, StructType

    # It comes without types.
    pa: Any = import_module("pyarrow")
except ImportError as missing:
    raise ImportError("vsys.spark needs Spark and pyarrow: pip install 'vsys[spark]'") from missing

__all__ = ["PricePeriod", "PriceSums", "Tally", "price", "price_groups", "price_sums"]

Batches = Iterator[Any]
#: What the rows of a partition have told: plain values.
_Told = dict[str, Any]

_YEN = ("unit", "net", "tax", "amount")
_SUMS = ("count", "net", "tax")
#: So many tallies of batches are kept before they become one.
_TALLIES = 256


class _ByPartition(AccumulatorParam[Any]):  # type: ignore[misc]
    """The tally of each partition; one that is worked on again has it once."""

    def zero(self, value: dict[int, _Told]) -> dict[int, _Told]:
        return {}

    def addInPlace(self, value1: dict[int, _Told], value2: dict[int, _Told]) -> dict[int, _Told]:
        value1.update(value2)
        return value1


class Tally:
    """What came of the lines of :func:`price` (換算結果の件数), counted on the executors and known when an action
    has run. It is for one call of :func:`price`; a partition that Spark works on twice counts once.

        >>> tally = Tally(session)                                                    # doctest: +SKIP
        >>> price(lines, faulty="tell", tally=tally).write.parquet("priced.parquet")  # doctest: +SKIP
        >>> tally.rows, tally.wrong, tally.findings                                   # doctest: +SKIP
    """

    def __init__(self, session: SparkSession) -> None:
        nothing: dict[int, _Told] = {}
        self._partitions: Any = session.sparkContext.accumulator(nothing, _ByPartition())
        self._how: Pricing | None = None

    def _answer(self) -> tuple[int, int, dict[str, Any]]:
        if self._how is None:
            return 0, 0, {"assumptions": [], "findings": [], "findings_total": 0}
        partitions = self._partitions.value
        whole = tally_whole([partitions[number] for number in sorted(partitions)])
        told = Pricing(self._how.options, self._how.names, True, None)
        rows, wrong, _, notes = tally_told(whole, told, "", "")
        return rows, wrong, noted(notes)

    @property
    def rows(self) -> int:
        """How many lines there were."""
        return self._answer()[0]

    @property
    def wrong(self) -> int:
        """How many of them have no price."""
        return self._answer()[1]

    @property
    def findings(self) -> list[Finding]:
        """What is wrong with them: each kind of fault once, with its column, its number and its first rows."""
        findings: list[Finding] = self._answer()[2]["findings"]
        return findings

    @property
    def assumptions(self) -> list[str]:
        """The assumptions that were made."""
        assumptions: list[str] = self._answer()[2]["assumptions"]
        return assumptions


def price(
    lines: DataFrame,
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
    tally: Tally | None = None,
    book: RuleBook | None = None,
) -> DataFrame:
    """Prices claim lines one by one, with ``mapInArrow``.

    請求の明細を1行ずつ換算する（``mapInArrow``）。

    As :func:`vsys.tables.price`. The frame that comes out has the columns to ``keep``, then ``unit``, ``net``,
    ``tax``, ``amount`` (``bigint``), null where a line has no price. Nothing runs before an action.

    Args:
        lines: The claim lines.
        date: As in :func:`vsys.tables.price`, like all that follow but ``faulty`` and ``tally``.
        faulty: ``"refuse"``: a partition with lines that have no price fails when it was read to its end, with all
            of its findings; Spark tries it as often as it is told to. ``"tell"``: such lines have nulls.
        tally: Counts lines, and those without a price.

    Raises:
        VsysError: The columns or the periods have faults; at once, before anything runs.
    """
    how = pricing(LineNames(date, count, service, age, time, coupon), periods, rounding, faulty, 1)
    kept = list(keep)
    names = list(dict.fromkeys([*kept, *how.names.there()]))
    table_price(_no_rows(lines, names), book, how, kept)
    partitions: Any = None
    if tally is not None:
        tally._how = how  # pyright: ignore[reportPrivateUsage]
        partitions = tally._partitions  # pyright: ignore[reportPrivateUsage]

    def work(batches: Batches) -> Batches:
        return _priced(_named(batches, names), book, how, kept, partitions)

    fields = [lines.schema[name] for name in kept] + [StructField(name, LongType()) for name in _YEN]
    priced: DataFrame = _columns(lines, names).mapInArrow(work, StructType(fields))
    return priced


@dataclass(frozen=True)
class PriceSums:
    """Claim lines priced and summed (医療機関別・市区町村別の集計). The frames have the keys, then ``count``, ``net``,
    ``tax``, ``amount`` (``bigint``), in the order of the keys."""

    #: By institution.
    institutions: DataFrame
    #: By municipality and ``coupon``.
    municipalities: DataFrame
    #: How many services, in all.
    count: int
    #: Yen before tax, in all.
    net: int
    #: The tax, rounded line by line, in all.
    tax: int
    #: Net and tax.
    amount: int
    #: How many lines were read.
    rows: int
    #: How many of them are left out, having no price or no key.
    wrong: int
    #: The assumptions that were made.
    assumptions: list[str]
    #: What is wrong with the lines that are left out.
    findings: list[Finding]
    #: How many findings there are; at most 10,000 are listed.
    findings_total: int
    _parts: DataFrame

    def unpersist(self) -> None:
        """Lets the sums of the partitions go, which Spark keeps for the two frames."""
        self._parts.unpersist()


def price_sums(
    lines: DataFrame,
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
    book: RuleBook | None = None,
) -> PriceSums:
    """Prices claim lines and sums them by institution, and by municipality and coupon.

    請求の明細を医療機関別、市区町村・接種券の有無別に集計する。

    As :func:`vsys.tables.price_sums`. Every partition is priced and summed where it lies, which happens at once; the
    sums of the partitions are added up by Spark when the frames are used. To the driver come one row a partition:
    its totals, its counts and its findings.

    Args:
        lines: The claim lines.
        institution: The column of institutions.
        municipality: The column of municipalities of residence.
        date: As in :func:`vsys.tables.price`, like all that follow.

    Raises:
        VsysError: As :func:`vsys.tables.price_sums`; the columns and periods are looked at before anything runs.
    """
    how = pricing(LineNames(date, count, service, age, time, coupon), periods, rounding, faulty, 1)
    names = list(dict.fromkeys([institution, municipality, *how.names.there()]))
    table_price_sums(_no_rows(lines, names), book, how, institution, municipality)

    def work(batches: Batches) -> Batches:
        return _summed(_named(batches, names), book, how, institution, municipality)

    def key(name: str) -> StringType | LongType:
        return LongType() if isinstance(lines.schema[name].dataType, IntegralType) else StringType()

    schema = StructType([
        StructField("institution", key(institution)),
        StructField("municipality", key(municipality)),
        StructField("coupon", StringType()),
        *[StructField(name, LongType()) for name in _SUMS],
        StructField("partition", LongType()),
        StructField("tally", StringType()),
    ])
    parts: DataFrame = _columns(lines, names).mapInArrow(work, schema).persist(StorageLevel.MEMORY_AND_DISK)
    try:
        told = parts.where(F.col("tally").isNotNull()).select("partition", "tally").collect()
        whole = tally_whole([json.loads(row[1]) for row in sorted(told, key=lambda row: int(row[0]))])
        rows, wrong, (services, net, tax), notes = tally_told(whole, how, institution, municipality)
    except BaseException:
        parts.unpersist()
        raise

    def sums(of: str, name: str, *others: str) -> DataFrame:
        groups = parts.where(F.col(of).isNotNull()).groupBy(of, *others)
        added = groups.agg(*[F.sum(column).alias(column) for column in _SUMS])
        renamed = [F.col(of).alias(name), *others, *_SUMS, (F.col("net") + F.col("tax")).alias("amount")]
        return added.orderBy(of, *others).select(*renamed)

    return PriceSums(
        **noted(notes),
        institutions=sums("institution", institution),
        municipalities=sums("municipality", municipality, "coupon"),
        count=services,
        net=net,
        tax=tax,
        amount=net + tax,
        rows=rows,
        wrong=wrong,
        _parts=parts,
    )


def price_groups(
    lines: DataFrame,
    by: Sequence[str],
    /,
    *,
    date: str = "date",
    count: str | None = None,
    service: str | None = None,
    age: str | None = None,
    time: str | None = None,
    coupon: str | None = None,
    periods: Sequence[PricePeriod] | None = None,
    rounding: Literal["ceil", "floor", "half-up"] | None = None,
    faulty: Literal["refuse", "tell"] = "refuse",
    book: RuleBook | None = None,
) -> DataFrame:
    """Prices claim lines and sums them by columns of one's own, with a grouped ``applyInArrow``.

    請求の明細を任意の列の組ごとに集計する（``applyInArrow``）。

    For groups that are many lines each, such as a month or a prefecture: Spark brings the lines of a group together
    on one executor. Sums by institution and municipality are cheaper with :func:`price_sums`, which moves sums alone.

    The frame that comes out has the columns ``by``, then ``rows``, ``wrong``, ``count``, ``net``, ``tax``, ``amount``
    (``bigint``). Nothing runs before an action.

    Args:
        lines: The claim lines.
        by: The columns whose values make the groups.
        date: As in :func:`vsys.tables.price`, like all that follow but ``faulty``.
        faulty: ``"refuse"``: a group with lines that have no price fails, with all of its findings. ``"tell"``: such
            lines are counted in ``wrong`` and left out.

    Raises:
        VsysError: The columns or the periods have faults; at once, before anything runs.
    """
    how = pricing(LineNames(date, count, service, age, time, coupon), periods, rounding, faulty, 1)
    groups = list(by)
    names = list(dict.fromkeys([*groups, *how.names.there()]))
    table_price(_no_rows(lines, names), book, how, groups)
    fields = [lines.schema[name] for name in groups]
    numbers = [StructField(name, LongType()) for name in ("rows", "wrong", *_SUMS, "amount")]

    def work(key: tuple[Any, ...], batches: Batches) -> Batches:
        yield _group(key, _named(batches, names), book, how, groups)

    # By these Spark knows that a group may come in batches.
    some: Any = Iterator[pa.RecordBatch]
    work.__annotations__ = {"key": tuple[pa.Scalar, ...], "batches": some, "return": some}

    grouped = _columns(lines, names).groupBy(*[_alias(names.index(name)) for name in groups])
    summed: DataFrame = grouped.applyInArrow(work, StructType(fields + numbers))
    return summed


def _columns(lines: DataFrame, names: Sequence[str]) -> Any:
    """The columns that are read, since Spark moves no others, under names that it takes for no paths. What a frame does
    with Arrow has no types."""
    quoted = ["`" + name.replace("`", "``") + "`" for name in names]
    return lines.select(*[F.col(name).alias(_alias(place)) for place, name in enumerate(quoted)])


def _alias(place: int) -> str:
    return f"column_{place}"


def _named(batches: Batches, names: list[str]) -> Batches:
    """On an executor: the batches with the names of the columns."""
    return (pa.RecordBatch.from_arrays(batch.columns, names) for batch in batches)


def _no_rows(lines: DataFrame, names: Sequence[str]) -> Any:
    """A table without rows, so that faults of the columns show before anything runs."""
    here = lines.columns
    once = [name for name in names if here.count(name) == 1]
    table = _columns(lines, once).limit(0).toArrow().rename_columns(once)
    for name in here:
        if name not in once:
            table = table.append_column(name, pa.nulls(0))
    return table


def _refused(check: Callable[[], object]) -> None:
    """Lets a refusal tell all of its findings: of what happens on an executor, the driver gets a text."""
    try:
        check()
    except VsysError as error:
        raise RuntimeError(f"{error}\n{error.findings!r}") from None


class _Tallies:
    """The tallies of batches, one after the other."""

    def __init__(self) -> None:
        self._held: list[_Told] = []

    def add(self, told: _Told) -> None:
        self._held.append(told)
        if len(self._held) >= _TALLIES:
            self._held = [tally_whole(self._held)]

    def whole(self) -> _Told:
        return tally_whole(self._held)


def _priced(batches: Batches, book: RuleBook | None, how: Pricing, keep: list[str], partitions: Any) -> Batches:
    """On an executor: the lines of a partition, batch by batch."""
    tallies = _Tallies()
    for batch in batches:
        table, told = table_price(batch, book, how, keep)
        tallies.add(told)
        yield from pa.RecordBatchReader.from_stream(table)
    whole = tallies.whole()
    if not how.tell:
        _refused(lambda: tally_told(whole, how, "", ""))
    if partitions is not None:
        partitions.add({_partition(): whole})


def _summed(batches: Batches, book: RuleBook | None, how: Pricing, institution: str, municipality: str) -> Batches:
    """On an executor: the sums of a partition, and its tally in a row of its own."""
    first = next(batches, None)
    if first is None:
        return
    stream = pa.RecordBatchReader.from_batches(first.schema, chain([first], batches))
    institutions, municipalities, told = table_price_sums(stream, book, how, institution, municipality)
    for name, table in ((institution, institutions), (municipality, municipalities)):
        for batch in pa.RecordBatchReader.from_stream(table):
            here = {"institution" if table is institutions else "municipality": batch.column(name)}
            if table is municipalities:
                here["coupon"] = batch.column("coupon")
            here |= {column: batch.column(column) for column in _SUMS}
            yield _part(first.schema, institution, municipality, batch.num_rows, here)
    tally = {"partition": pa.array([_partition()], pa.int64()), "tally": pa.array([json.dumps(told)])}
    yield _part(first.schema, institution, municipality, 1, tally)


def _part(lines: Any, institution: str, municipality: str, rows: int, here: dict[str, Any]) -> Any:
    """Rows of a partition's sums, with nulls in the other columns."""
    keys = {"institution": institution, "municipality": municipality}
    types = {key: pa.int64() if pa.types.is_integer(lines.field(name).type) else pa.string() for key, name in keys.items()}
    types |= {"coupon": pa.string(), **dict.fromkeys(_SUMS, pa.int64()), "partition": pa.int64(), "tally": pa.string()}
    columns = [here[name].cast(kind) if name in here else pa.nulls(rows, kind) for name, kind in types.items()]
    return pa.RecordBatch.from_arrays(columns, list(types))


def _group(key: tuple[Any, ...], batches: Batches, book: RuleBook | None, how: Pricing, by: list[str]) -> Any:
    """On an executor: the sums of a group."""
    first = next(batches)
    names = how.names.there()
    # The sums are of the whole: every line has the same keys.
    one, other = (f"{'_'.join(names)}.{end}" for end in ("institution", "municipality"))

    def keyed(batch: Any) -> Any:
        same = pa.repeat(pa.scalar(0, pa.uint8()), batch.num_rows)
        columns = [*[batch.column(name) for name in names], same, same]
        return pa.RecordBatch.from_arrays(columns, [*names, one, other])

    begin = keyed(first)
    stream = pa.RecordBatchReader.from_batches(begin.schema, chain([begin], map(keyed, batches)))
    _, _, told = table_price_sums(stream, book, how, one, other)
    if not how.tell:
        _refused(lambda: tally_told(told, how, one, other))
    numbers = [told[name] for name in ("rows", "wrong", *_SUMS)] + [told["net"] + told["tax"]]
    columns = [pa.array([value.as_py()], value.type) for value in key]
    columns += [pa.array([number], pa.int64()) for number in numbers]
    return pa.RecordBatch.from_arrays(columns, [*by, "rows", "wrong", *_SUMS, "amount"])


def _partition() -> int:
    context = TaskContext.get()
    return -1 if context is None else context.partitionId()
