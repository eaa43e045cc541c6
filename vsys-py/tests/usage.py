"""Uses the package as a typed program would; checked by ``mypy --strict`` and run."""

import datetime
from decimal import Decimal

import vsys
from vsys.types import RecipientRequest, StateDocument, SupplyRequest


def boxes(recipients: list[RecipientRequest]) -> dict[str, int]:
    answer = vsys.allocation.apportion(supply=100, recipients=recipients, method="webster")
    return {row["id"]: row["amount"] for row in answer.answer["amounts"]}


def opened(supply: SupplyRequest) -> StateDocument:
    answer = vsys.allocation.cascade(
        cycle=1,
        delivery_week=datetime.date(2021, 3, 1),
        product="pfizer-12plus",
        supply=supply,
        state=True,
    )
    # It is there when it was asked for.
    state = answer.answer.get("state")
    assert state is not None
    return state


def main() -> None:
    print(boxes([{"id": "Aogaoka", "weight": 3}, {"id": "Minamisato", "weight": 1, "cap": 20}]))

    fill = vsys.needle.fill(
        product="pfizer-12plus",
        delivery_week="2021-03-01",
        boxes=100,
        purpose="plan",
        policy={"name": "reserve", "rate": Decimal("0.10")},
    )
    print(fill.answer, fill.assumptions)

    # The state travels in requests: what was answered goes in again.
    state = opened({"vaccine": 10, "needles": 20})
    fixed = vsys.allocation.advance(state=state, actor={"role": "nation"}, event={"kind": "fix"})
    status: str = fixed.answer["transition"]["to"]
    print(status)

    # Form after form, without JSON on the way.
    limits = vsys.form.FormLimits(minimum_interval_days=18, minimum_age=5, today=datetime.date(2022, 12, 31))
    faults: vsys.form.FormFaults = limits.check("1061403573", "131016", "1937-05-29", "2022-12-07", 3, "2022-11-20")
    tell: list[str] = [word for word in faults if not faults.valid]
    print(tell, limits.explain("1061403573", "131016", "1937-05-29", "2022-12-07", 1).answer["valid"])

    book: vsys.RuleBook = vsys.RuleBook('{"products":[]}')
    try:
        vsys.quantity.convert(product="pfizer-12plus", delivery_week="2021-03-01", boxes=1, book=book)
    except vsys.VsysError as error:
        finding: vsys.Finding = error.findings[0]
        print(error.code, finding["rule"], error.help["ja"])


if __name__ == "__main__":
    main()
