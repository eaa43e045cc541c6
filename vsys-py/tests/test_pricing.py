"""Prices of 10,000 random claim lines against an independent computation in `decimal`.

The lines and what is expected of them come from `vectors/oracle/pricing.py`, which shares no code with the
library: the tariff stands in it as the rules print it.
"""

import runpy
from collections import Counter
from pathlib import Path
from typing import Any

import vsys

ORACLE = Path(__file__).parents[2] / "vectors" / "oracle" / "pricing.py"


def found(request: dict[str, Any]) -> dict[str, Any]:
    try:
        answer = vsys.run("claims.price", request)
    except vsys.VsysError as error:
        return {"refused": [(finding["code"], finding["path"]) for finding in error.findings]}
    figures = {name: answer.answer[name] for name in ("price", "net", "amount")}
    return {**figures, "assumptions": list(answer.assumptions)}


def test_ten_thousand_lines_cost_what_decimal_says() -> None:
    seen: Counter[str] = Counter()
    differ = []
    for request, expected in runpy.run_path(str(ORACLE))["lines"]():
        got = found(request)
        if got != expected:
            differ.append((request, expected, got))
        seen.update(code for code, _ in expected.get("refused", []))
        seen.update(expected.get("assumptions", []))
        seen["priced" if "price" in expected else "refused"] += 1
    assert differ[:5] == []
    # Lines of every kind were among them.
    assert seen["priced"] + seen["refused"] == 10_000
    kinds = ["claims.date.outside_programme", "claims.addition.not_in_force", "claims.tax.rate"]
    kinds += ["request.decimal.form", "assumption.rounding", "assumption.tariff"]
    assert all(seen[kind] > 100 for kind in [*kinds, "priced"]), seen
