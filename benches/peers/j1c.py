"""J1c: python j1c.py FOLDER numpy CASE, where a case is `one` or the number of scenarios."""

from __future__ import annotations

import sys
from typing import Any

import numpy as np

from protocol import checksum, column, serve
from sharing import hamilton

VIALS, TOWNS, REGIONS = 3_120_000, 1_741, 47


def main() -> None:
    folder, _, case = sys.argv[1:]
    weight, floor, cap = (column(folder, f"j1_site_{name}").astype(np.int64) for name in ("w", "lo", "hi"))
    town, region = column(folder, "j1_site_muni", "<u2"), column(folder, "j1_muni_pref", "<u2")
    towns = np.searchsorted(town, np.arange(TOWNS + 1))
    regions = np.searchsorted(region, np.arange(REGIONS + 1))

    def split(given: Any, columns: list[Any], starts: Any) -> Any:
        parts = [slice(begin, end) for begin, end in zip(starts, starts[1:])]
        return np.concatenate([hamilton(*(c[part] for c in columns), int(s)) for part, s in zip(parts, given)])

    def cascade(weight: Any) -> Any:
        at_town = [np.add.reduceat(c, towns[:-1]) for c in (weight, floor, cap)]
        at_region = [np.add.reduceat(c, regions[:-1]) for c in at_town]
        top = hamilton(*at_region, VIALS)
        return split(split(top, at_town, regions), [weight, floor, cap], towns)

    if case == "one":
        serve(lambda: cascade(weight), lambda amounts: str(checksum(amounts)))
    else:
        scenarios = column(folder, "j1_scen_w").reshape(-1, len(weight)).astype(np.int64)[: int(case)]
        serve(lambda: [cascade(w) for w in scenarios], lambda runs: str(checksum([checksum(run) for run in runs])))


if __name__ == "__main__":
    main()
