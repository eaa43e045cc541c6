"""The rulebook of a national vaccination campaign: quantities, codes, cycles and allocation.

    >>> import vsys
    >>> vsys.quantity.convert(product="pfizer-12plus", delivery_week="2021-03-01", boxes=2).answer["doses"]
    1950

Every operation of the table is a function with types: ``vsys.allocation.apportion``,
``vsys.calendar.deadline``, ``vsys.version`` and so on. ``vsys.run`` takes the operation's name,
``vsys.call`` takes and gives the bytes of the wire. A refusal is a :class:`VsysError`.

ワクチン接種事業の規則集。表にあるすべての操作を、型のついた関数として呼べます。
"""

from . import _operations, tables
from ._answer import Answer, run
from ._error import Bilingual, Cell, Finding, Findings, VsysError
from ._language import language
from ._operations import *  # noqa: F403
from ._vsys import RuleBook, Table, call, operations, schema

__all__ = [
    "Answer",
    "Bilingual",
    "Cell",
    "Finding",
    "Findings",
    "RuleBook",
    "Table",
    "VsysError",
    "call",
    "language",
    "operations",
    "run",
    "schema",
    "tables",
]
__all__ += _operations.__all__
