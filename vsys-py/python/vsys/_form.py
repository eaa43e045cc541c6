"""The check of screening forms, form after form, without JSON on the way."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from . import types
from ._answer import Answer, run
from ._encode import encode
from ._vsys import FormFaults
from ._vsys import FormLimits as _FormLimits

if TYPE_CHECKING:
    from typing_extensions import Self

__all__ = ["FormFaults", "FormLimits"]


class FormLimits(_FormLimits):
    """What screening forms are held against (接種間隔・接種対象年齢・本日), read once.

    >>> limits = FormLimits(minimum_interval_days=18, minimum_age=5, today="2022-12-31")
    >>> limits.check("1061403573", "131016", "1937-05-29", "2022-12-07", 3, "2022-07-01").valid
    True
    >>> list(limits.check("106140357", "131016", "1937-05-29", "2022-12-07", 3, "2022-11-20"))
    ['coupon', 'interval']

    No interval is published, so it must be said; and exactly one of ``minimum_age`` (years) and
    ``minimum_age_days``. ``check`` gives the faults that ``form.check`` has, in a fraction of the time;
    ``explain`` is that operation.

    Raises:
        VsysError: The limits cannot be read, with the codes of ``form.check``.
    """

    __slots__ = ("_members",)
    _members: dict[str, object]

    def __new__(
        cls,
        *,
        minimum_interval_days: int,
        today: datetime.date | str,
        minimum_age: int | None = None,
        minimum_age_days: int | None = None,
    ) -> Self:
        ages = {"minimum_age": minimum_age, "minimum_age_days": minimum_age_days}
        members: dict[str, object] = {"minimum_interval_days": minimum_interval_days, "today": today}
        members |= {name: age for name, age in ages.items() if age is not None}
        limits = super().__new__(cls, encode(members))
        limits._members = members
        return limits

    def explain(
        self,
        coupon: str,
        municipality: str,
        birth_date: datetime.date | str,
        date: datetime.date | str,
        dose: int,
        previous_date: datetime.date | str | None = None,
    ) -> Answer[types.FormAnswer]:
        """The whole answer of the operation ``form.check``: every fault with its message and help.

        Raises:
            VsysError: The operation refuses the form, as one whose dose is no count.
        """
        form: dict[str, Any] = {
            "coupon": coupon,
            "municipality": municipality,
            "birth_date": birth_date,
            "date": date,
            "dose": dose,
        }
        if previous_date is not None:
            form["previous_date"] = previous_date
        return run("form.check", form | self._members)

    def __repr__(self) -> str:
        return f"FormLimits({', '.join(f'{name}={value!r}' for name, value in self._members.items())})"
