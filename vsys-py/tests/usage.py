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

    book: vsys.RuleBook = vsys.RuleBook('{"products":[]}')
    try:
        vsys.quantity.convert(product="pfizer-12plus", delivery_week="2021-03-01", boxes=1, book=book)
    except vsys.VsysError as error:
        finding: vsys.Finding = error.findings[0]
        print(error.code, finding["rule"], error.help["ja"])


if __name__ == "__main__":
    main()
