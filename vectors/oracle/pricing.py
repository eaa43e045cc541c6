#!/usr/bin/env python3
"""What claim lines cost, in `decimal`: 10,000 random lines, and columns of lines for the bulk prices.

    python3 vectors/oracle/pricing.py                                        the figures of the columns
    python3 vectors/oracle/pricing.py --call "target/release/examples/call"  asks a command about the random lines

Source: CLM-1, CLM-2, CLM-3, CLM-17; F-PRICE; rulings tariff, tax, rounding. Standard library only, and nothing
of the library itself. `vsys-py/tests/test_pricing.py` asks the Python face, `vsys-core/tests/claims_bulk/oracle.rs`
the columns.
"""

import argparse
import concurrent.futures
import decimal
import json
import random
import re
import shlex
import subprocess
import sys
from datetime import date, timedelta
from decimal import Decimal

# Whatever is computed here is exact: counts below 2^32, prices below 2^13, rates of at most 18 decimals.
decimal.getcontext().prec = 80
decimal.getcontext().traps[decimal.Inexact] = True

FIRST, ADDITIONS, END = date(2021, 2, 17), date(2021, 4, 1), date(2024, 4, 1)
SERVICES = {"vaccination": Decimal(2070), "consultation_only": Decimal(1540)}
AGES = {"six_and_over": Decimal(0), "under_six": Decimal(660)}
TIMES = {"regular": Decimal(0), "off_hours": Decimal(730), "holiday": Decimal(2130)}
TAX = Decimal("0.10")
ROUNDINGS = {"floor": decimal.ROUND_FLOOR, "ceil": decimal.ROUND_CEILING, "half-up": decimal.ROUND_HALF_UP}
# Lines whose printed price breaks the sum: under six and over, as printed.
PRINTED = {
    ("consultation_only", "under_six", "off_hours"): 2530,
    ("consultation_only", "under_six", "holiday"): 4830,
    ("consultation_only", "six_and_over", "holiday"): 387,
}


def whole(exact, rounding):
    """A number rounded to a whole one; how, the caller says."""
    with decimal.localcontext() as context:
        context.traps[decimal.Inexact] = False
        return exact.to_integral_value(ROUNDINGS[rounding])


def refusals(day, time, rate):
    """Code and path of everything that is wrong with a line, in the order of paths."""
    wrong = []
    if not FIRST <= day < END:
        wrong.append(("claims.date.outside_programme", "/date"))
    elif time != "regular" and day < ADDITIONS:
        wrong.append(("claims.addition.not_in_force", "/time"))
    if not 0 <= rate <= 1:
        wrong.append(("claims.tax.rate", "/tax_rate"))
    return sorted(wrong, key=lambda finding: finding[1])


def expected(request):
    """Prices and assumptions of a request, or code and path of everything that is wrong with it."""
    text = request.get("tax_rate", str(TAX))
    if not re.fullmatch(r"[0-9]{1,9}([.][0-9]{1,18})?", text):
        # What cannot be read is refused before any rule is asked.
        return {"refused": [("request.decimal.form", "/tax_rate")]}
    day, rate = date.fromisoformat(request["date"]), Decimal(text)
    wrong = refusals(day, request["time"], rate)
    if wrong:
        return {"refused": wrong}
    unit = SERVICES[request["service"]] + AGES[request["age"]] + TIMES[request["time"]]
    net = unit * request["count"]
    exact = net * (1 + rate)
    amount = whole(exact, request["rounding"])
    assumptions = ["assumption.rounding"] if amount != exact else []
    if (request["service"], request["age"], request["time"]) in PRINTED:
        assumptions.append("assumption.tariff")
    return {"price": int(unit), "net": int(net), "amount": int(amount), "assumptions": assumptions}


def rates(rng):
    """A rate of tax as text, or none at all: usual ones, long ones, wrong ones."""
    kind = rng.randrange(20)
    if kind < 6:
        return None
    if kind < 12:
        return rng.choice(["0.10", "0.08", "0.05", "0.035", "0.1", "0", "1", "0.333", "0.0825"])
    if kind < 19:
        digits = rng.randrange(1, 19)
        return f"0.{rng.randrange(10**digits):0{digits}}"
    return rng.choice(["1.01", "1.0000000001", "2", "10", "-0.05", "0.1000000000000000000"])


def random_day(rng):
    edge = rng.choice([FIRST, ADDITIONS, END, None, None, None, None])
    if edge is not None:
        return edge + timedelta(days=rng.randrange(-3, 4))
    return date(2021, 1, 15) + timedelta(days=rng.randrange(1200))


def lines(number=10_000, seed=20_210_217):
    """Random requests, each with what is to be expected; the same every time."""
    rng = random.Random(seed)
    for _ in range(number):
        request = {
            "date": random_day(rng).isoformat(),
            "service": rng.choice(list(SERVICES)),
            "age": rng.choice(list(AGES)),
            "time": rng.choice(list(TIMES)),
            "count": rng.choice([rng.randrange(100), rng.randrange(10_000), rng.randrange(2**31 + 1)]),
            "rounding": rng.choice(list(ROUNDINGS)),
        }
        rate = rates(rng)
        if rate is not None:
            request["tax_rate"] = rate
        yield request, expected(request)


# Columns: lines as pure functions of stream and index, as in `benches/src/claim_lines.rs`.

MASK = 2**64 - 1
ROWS = 10_000
COLUMN_RATES = ["0.10", "0.08", "0.05", "0.0333", "1"]


def stream(seed, index):
    """splitmix64."""
    z = (seed + (index + 1) * 0x9E3779B97F4A7C15) & MASK
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 & MASK
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB & MASK
    return z ^ (z >> 31)


def column_line(row):
    """Day (from 2021-02-01 on), count, and codes of service, age and time."""
    count = stream(2, row) >> 32 >> stream(3, row) % 32
    return stream(1, row) % 1170, count, stream(4, row) % 2, stream(5, row) % 2, stream(6, row) % 3


def columns(rate, rounding):
    """Priced rows, then the sums of count, net and tax, and a checksum of net and tax in the order of rows."""
    rate, priced, sums, check = Decimal(rate), 0, [0, 0, 0], 0
    for row in range(ROWS):
        day, count, service, age, time = column_line(row)
        day = date(2021, 2, 1) + timedelta(days=day)
        service, age, time = list(SERVICES)[service], list(AGES)[age], list(TIMES)[time]
        net = tax = MASK
        if not refusals(day, time, rate):
            unit = SERVICES[service] + AGES[age] + TIMES[time]
            net = int(unit * count)
            tax = int(whole(unit * count * rate, rounding))
            priced += 1
            sums = [total + part for total, part in zip(sums, (count, net, tax))]
        for place, part in ((2 * row + 1, net), (2 * row + 2, tax)):
            check += (part + 1) * ((place * 0x9E3779B97F4A7C15 & MASK) | 1)
    return priced, sums, check & MASK


def difference(command, pair):
    """How a command answers one request otherwise; nothing where it agrees."""
    request, want = pair
    done = subprocess.run([*command, "claims.price"], input=json.dumps(request).encode(), capture_output=True)
    answer = json.loads(done.stdout)
    if "error" in answer:
        got = {"refused": [(finding["code"], finding["path"]) for finding in answer["error"]["findings"]]}
    else:
        got = {name: answer["answer"][name] for name in ("price", "net", "amount")}
        got["assumptions"] = answer["assumptions"]
    return None if got == want else f"{json.dumps(request)}: expected {want}, got {got}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--call", help="the command, without the operation")
    parser.add_argument("--number", type=int, default=10_000, help="how many lines are asked about")
    arguments = parser.parse_args()
    if arguments.call is None:
        for rate in COLUMN_RATES:
            for rounding in ROUNDINGS:
                priced, (count, net, tax), check = columns(rate, rounding)
                print(f'("{rate}", "{rounding}", {priced}, [{count}, {net}, {tax}], {check}),')
        return 0
    command = shlex.split(arguments.call)
    with concurrent.futures.ThreadPoolExecutor() as pool:
        found = list(pool.map(lambda pair: difference(command, pair), lines(arguments.number)))
    differ = [line for line in found if line is not None]
    print("\n".join(differ[:20]))
    print(f"{len(found)} lines, {len(differ)} differ")
    return 1 if differ or not found else 0


if __name__ == "__main__":
    sys.exit(main())
