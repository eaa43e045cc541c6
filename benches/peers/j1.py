"""J1: python j1.py FOLDER ENGINE CASE, where a case is `muni` or `site`."""

from __future__ import annotations

import sys

import numpy as np

import sharing
from protocol import checksum, column, serve

SUPPLY = {"muni": 16_000, "site": 3_120_000}


def main() -> None:
    folder, engine, case = sys.argv[1:]
    weight, floor, cap = (column(folder, f"j1_{case}_{name}").astype(np.int64) for name in ("w", "lo", "hi"))
    supply, inner = SUPPLY[case], 50 if case == "muni" else 3
    said = lambda amounts: str(checksum(amounts))  # noqa: E731
    if engine == "numpy":
        serve(lambda: sharing.hamilton(weight, floor, cap, supply), said, inner)
    elif engine == "numpy-unbounded":
        serve(lambda: sharing.hamilton_unbounded(weight, supply), said, inner)
    elif engine == "numpy-webster":
        serve(lambda: sharing.webster(weight, floor, cap, supply), said, inner)
    elif engine == "apportionment":
        import apportionment.methods as methods

        votes, nobody = weight.tolist(), [""] * len(weight)
        serve(lambda: methods.compute("hamilton", votes, supply, parties=nobody), said)
    else:
        raise SystemExit(f"no such engine: {engine}")


if __name__ == "__main__":
    main()
