"""A first look at vsys from Python. The places are invented.

cargo xtask test sets everything up; with the package installed: python examples/python/quick_start.py
"""

import datetime

import vsys

# Boxes, vials and doses of a delivery week: the pack in force is looked up, never guessed.
week = datetime.date(2021, 5, 10)
quantity = vsys.quantity.convert(product="pfizer-12plus", delivery_week=week, boxes=100).answer
print(f"100 boxes = {quantity['doses']:,} doses")

# Whole boxes in proportion to weights, exactly. Every answer names the assumptions it rests on.
shared = vsys.allocation.apportion(
    supply=7,
    recipients=[
        {"id": "Aogaoka", "weight": 3},
        {"id": "Minamisato", "weight": 2},
        {"id": "Shirahama", "weight": 1},
    ],
)
for row in shared.answer["amounts"]:
    print(f"{row['id']}: {row['amount']}")
print("assumptions:", ", ".join(shared.assumptions))

# A refusal tells everything that is wrong at once, with the place and the rule.
vsys.language("ja")
try:
    vsys.run("quantity.convert", {"product": "pfizer-12plus", "boxes": 1.5})
except vsys.VsysError as error:
    print(error)
    for finding in error.findings:
        print(f"  {finding['path']}: {finding['message']['ja']} [{finding['rule']}]")
