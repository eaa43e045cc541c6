import datetime
from collections.abc import Iterator
from typing import final

from typing_extensions import Self, disjoint_base

__all__ = ["FormFaults", "FormLimits", "RuleBook", "call", "operations", "schema"]

@final
class RuleBook:
    """The tables that the operations read: the bundled ones, or the caller's own in their place."""

    def __new__(cls, json: bytes | bytearray | str | None = None, /) -> RuleBook: ...
    def call(self, operation: str, request: bytes | bytearray | str, /) -> bytes: ...

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
