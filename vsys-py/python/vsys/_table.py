"""What is easier said in Python about a table: other libraries, and a look at the first rows."""

from __future__ import annotations

import html as _html
from importlib import import_module
from typing import Any

from ._vsys import Table

# How many rows a notebook shows.
_SHOWN = 20


def _library(package: str, method: str) -> Any:
    try:
        return import_module(package)
    except ImportError as missing:
        raise ImportError(f"Table.{method}() needs the package {package}: pip install {package}") from missing


def to_polars(table: Table) -> Any:
    """A ``polars.DataFrame`` of the same memory."""
    return _library("polars", "to_polars").DataFrame(table)


def to_pyarrow(table: Table) -> Any:
    """A ``pyarrow.Table`` of the same memory."""
    return _library("pyarrow", "to_pyarrow").table(table)


def to_pandas(table: Table) -> Any:
    """A ``pandas.DataFrame``."""
    pandas = _library("pandas", "to_pandas")
    if hasattr(pandas.DataFrame, "from_arrow"):
        return pandas.DataFrame.from_arrow(table)
    return _library("pyarrow", "to_pandas").table(table).to_pandas()


def html(table: Table) -> str:
    """The first rows as an HTML table; numbers to the right, gaps empty."""
    try:
        columns = table.to_dict(_SHOWN)
    except TypeError:
        return f"<pre>{_html.escape(repr(table))}</pre>"
    # Personal data are not shown by chance: to_dict() and the other libraries have them.
    columns |= {name: ["…"] * len(columns[name]) for name in table.personal_columns}
    rows = min(table.num_rows, _SHOWN)
    head = "".join(f"<th>{_html.escape(name)}</th>" for name in columns)
    body = "".join(
        "<tr>" + "".join(_cell(values[row]) for values in columns.values()) + "</tr>" for row in range(rows)
    )
    more = f"<p>{rows:,} / {table.num_rows:,}</p>" if table.num_rows > rows else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _cell(value: object) -> str:
    if value is None:
        return "<td></td>"
    if isinstance(value, int) and not isinstance(value, bool):
        return f'<td style="text-align: right">{value:,}</td>'
    return f"<td>{_html.escape(str(value))}</td>"
