"""Counts a month of claims a second time, without vsys, and compares it with what monthly_claims has written.

    python examples/python/monthly_check.py rows.csv out/monthly_claims --month 2022-01

Only the standard library: csv and decimal. What a row counts as is written here from the rules (CLM-1 to CLM-17, F-PRICE,
F-TIME, F-AGE, F-CODE), not from the library; municipalities and holidays are the public tables of vsys-core/data. The
hours are those of the invented clinic, whose rows this is for.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import io
import json
import sys
from collections import Counter, defaultdict
from decimal import ROUND_FLOOR, Decimal
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parents[2] / "vsys-core" / "data"
HEADINGS = {
    "券番号": "coupon_number",
    "市町村コード": "municipality",
    "生年月日": "birth_date",
    "接種日": "date",
    "接種時刻": "time",
    "時間区分": "class",
    "年齢区分": "age",
    "区分": "service",
    "回数": "dose",
    "接種券の有無": "coupon",
    "返戻": "returned",
}
CLASSES = {"時間内": "regular", "時間外": "off_hours", "休日": "holiday"}
AGES = {"6歳未満": "under_six", "6歳以上": "six_and_over"}
SERVICES = {"接種": "vaccination", "予診のみ": "consultation_only"}
COUPONS = {"あり": "with_coupon", "なし": "without_coupon"}
# CLM-1, CLM-2, F-PRICE: yen before tax, and the tax of the whole programme.
BASE = {"consultation_only": 1540, "vaccination": 2070}
UNDER_SIX = 660
SURCHARGE = {"regular": 0, "off_hours": 730, "holiday": 2130}
TAX = Decimal("1.10")
# The first vaccination that was paid for, the first day of the surcharges, and the first month on the new form.
FIRST_DAY = datetime.date(2021, 2, 17)
FIRST_SURCHARGE = datetime.date(2021, 4, 1)
NEW_FORM = (2021, 12)
# The hours of the invented clinic, minutes of the day by weekday; it was closed over the new year.
SPANS = {day: ((540, 720), (840, 1080)) for day in range(5)} | {5: ((540, 720),), 6: ()}
CLOSED = {datetime.date(2021, 12, day) for day in (29, 30, 31)} | {datetime.date(2022, 1, day) for day in (1, 3)}

Row = dict[str, str]
Line = tuple[str, str, str]


def table(name: str) -> list[Row]:
    """A table of vsys-core/data."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


HOLIDAYS = {row["date"] for row in table("holidays.csv")}
TOWNS = {row["code"]: row for row in table("municipalities.csv")}


def check_digit(code: str) -> str:
    """F-CODE: the weights 6 to 2, eleven minus the remainder, the last digit of that."""
    weighted = sum(int(digit) * weight for digit, weight in zip(code[:5], (6, 5, 4, 3, 2), strict=True))
    return str((11 - weighted % 11) % 10)


def is_digits(text: str, length: int) -> bool:
    """Ten full-width digits are digits to Python, but not to the form."""
    return len(text) == length and text.isascii() and text.isdigit()


def read_date(text: str) -> datetime.date | None:
    """A date in the one shape that is taken."""
    if len(text) != 10 or not text.isascii():
        return None
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        return None


def class_of(day: datetime.date, time: str) -> str:
    """F-TIME: a holiday is a Sunday, a national holiday, or a day without hours."""
    spans = () if day in CLOSED else SPANS[day.weekday()]
    if day.weekday() == 6 or day.isoformat() in HOLIDAYS or not spans:
        return "holiday"
    hour, minute = map(int, time.split(":"))
    now = hour * 60 + minute
    return "regular" if any(start <= now < end for start, end in spans) else "off_hours"


def age_of(birth: datetime.date, day: datetime.date) -> str:
    """F-AGE: six is reached on the eve of the birthday, and under six still holds on it."""
    sixth = datetime.date(birth.year + 6, birth.month, birth.day) if (birth.month, birth.day) != (2, 29) else None
    # A birthday on 02-29 is reached at the end of 02-28.
    last = sixth - datetime.timedelta(days=1) if sixth else datetime.date(birth.year + 6, 2, 28)
    return "under_six" if day <= last else "six_and_over"


def word(row: Row, column: str, words: dict[str, str], reasons: set[str], *, needed: bool = False) -> str | None:
    """One of the words of a column, in Japanese or English."""
    text = row[column]
    if not text and not needed:
        return None
    known = words.get(text, text if text in words.values() else None)
    if known is None:
        reasons.add("rows.cell.word")
    return known


class Month:
    """What a month comes to."""

    def __init__(self, billing: str) -> None:
        year, month = map(int, billing.split("-"))
        self.billing = (year, month)
        self.rows = 0
        self.kept_out = 0
        self.reasons: Counter[str] = Counter()
        self.sheets: dict[tuple[str, str], Counter[Line]] = defaultdict(Counter)
        self.apart: Counter[tuple[str, str, str]] = Counter()
        self.seen: set[tuple[Any, ...]] = set()
        self.places: list[tuple[int, str]] = []

    def months_to(self, day: datetime.date) -> int:
        """How many months lie between a vaccination and the claim."""
        return (self.billing[0] - day.year) * 12 + self.billing[1] - day.month

    def take(self, number: int, cells: list[str], header: list[str]) -> None:
        """Judges a row."""
        self.rows += 1
        reasons: set[str] = set()
        if any('"' in cell for cell in cells):
            reasons.add("rows.cell.quote_stray")
        if len(cells) != len(header):
            reasons.add("rows.row.width")
        if not reasons:
            self.judge({name: cell.strip() for name, cell in zip(header, cells, strict=True)}, reasons)
        self.kept_out += bool(reasons)
        for reason in reasons:
            self.reasons[reason] += 1
            self.places.append((number, reason))

    def judge(self, row: Row, reasons: set[str]) -> None:
        """First the cells, each on its own; then what they say together; then whether it was said before."""
        service = word(row, "service", SERVICES, reasons, needed=True)
        coupon = word(row, "coupon", COUPONS, reasons, needed=True)
        stated = word(row, "class", CLASSES, reasons)
        age = word(row, "age", AGES, reasons)
        day = read_date(row["date"])
        birth = read_date(row["birth_date"]) if row["birth_date"] else None
        if day is None or (row["birth_date"] and birth is None):
            reasons.add("rows.cell.date")
        code = row["municipality"]
        if not is_digits(code, 6):
            reasons.add("code.municipality.form")
        elif check_digit(code) != code[5]:
            reasons.add("code.municipality.check_digit")
        if row["coupon_number"] and not is_digits(row["coupon_number"], 10):
            reasons.add("code.coupon.form")
        if row["dose"] and row["dose"] not in "1234567":
            reasons.add("form.dose.range")
        if reasons or day is None:
            return
        self.judge_together(row, day, birth, age, stated, reasons)
        if reasons:
            return
        assert service is not None and coupon is not None
        found_age = age_of(birth, day) if birth else age
        time = class_of(day, row["time"]) if row["time"] else stated
        assert found_age is not None and time is not None
        city = TOWNS[code]["parent"] or code
        key: tuple[Any, ...]
        if row["coupon_number"]:
            same = (service, row["dose"]) if service == "vaccination" and row["dose"] else (service, day)
            key = (city, row["coupon_number"], same)
            if key in self.seen:
                reasons.add("claims.record.double")
                return
            self.seen.add(key)
        if time != "regular" and (day.year, day.month) < NEW_FORM:
            self.apart[(city, f"{day:%Y-%m}", time)] += 1
            time = "regular"
        self.sheets[(coupon, city)][(service, found_age, time)] += 1

    def judge_together(
        self,
        row: Row,
        day: datetime.date,
        birth: datetime.date | None,
        age: str | None,
        stated: str | None,
        reasons: set[str],
    ) -> None:
        """What the cells say together: who pays, whether it can be claimed now, and whether both accounts agree."""
        if row["municipality"] not in TOWNS:
            reasons.add("code.municipality.unknown")
        months = self.months_to(day)
        if months < 1:
            reasons.add("claims.month.not_after")
        elif row["returned"] in ("返戻", "yes", "はい", "○", "1") and months < 2:
            reasons.add("claims.month.return_too_early")
        if birth is None and age is None:
            reasons.add("claims.record.age_missing")
        elif birth and birth > day:
            reasons.add("claims.birth.after_vaccination")
        elif birth and age and age_of(birth, day) != age:
            reasons.add("claims.record.age_differs")
        time = class_of(day, row["time"]) if row["time"] else stated
        if time is None:
            reasons.add("claims.record.time_missing")
        elif stated and stated != time:
            reasons.add("claims.record.time_differs")
        if reasons:
            return
        if day < FIRST_DAY:
            reasons.add("claims.date.outside_programme")
        elif time != "regular" and day < FIRST_SURCHARGE:
            reasons.add("claims.addition.not_in_force")


def price(line: Line) -> int:
    """Yen before tax."""
    service, age, time = line
    return BASE[service] + (UNDER_SIX if age == "under_six" else 0) + SURCHARGE[time]


def amount(count: int, unit: int) -> int:
    """CLM-17: once for a printed line, fractions of a yen cut."""
    return int((Decimal(count * unit) * TAX).to_integral_value(rounding=ROUND_FLOOR))


def rows_of(path: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """Header and rows with their numbers, in either encoding; a cell keeps its quotation marks."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp932")
    reader = csv.reader(io.StringIO(text, newline=""), quoting=csv.QUOTE_NONE)
    header = [HEADINGS.get(name, name) for name in next(reader)]
    return header, [(number, cells) for number, cells in enumerate(reader, start=2) if cells]


def written_csv(path: Path) -> list[list[str]]:
    """The rows of a file of the job, without its header."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))[1:]


def printed(month: Month, include_own: bool, own: str) -> dict[tuple[str, str, str, str], tuple[int, int]]:
    """Every printed line of every sheet, with its subtotals and total: by sheet, coupon, class and label."""
    labels_age = {english: japanese for japanese, english in AGES.items()}
    labels_time = {english: japanese for japanese, english in CLASSES.items()}
    new = month.billing >= (2022, 1)
    lines: dict[tuple[str, str, str, str], tuple[int, int]] = {}

    def sheet(code: str, coupon: str, counts: Counter[Line]) -> None:
        all_count = all_amount = 0
        for word_service, service in (("予診のみ", "consultation_only"), ("接種", "vaccination")):
            sum_count = sum_amount = 0
            for age in ("under_six", "six_and_over"):
                for time in ("regular", "off_hours", "holiday") if new else ("regular",):
                    label = f"{labels_age[age]}({labels_time[time]})" if new else labels_age[age]
                    count = counts[(service, age, time)]
                    yen = amount(count, price((service, age, time)))
                    lines[(code, coupon, word_service, label)] = (count, yen)
                    sum_count += count
                    sum_amount += yen
            lines[(code, coupon, word_service, "小計")] = (sum_count, sum_amount)
            all_count += sum_count
            all_amount += sum_amount
        lines[(code, coupon, "合計", "")] = (all_count, all_amount)

    everything: Counter[Line] = Counter()
    for (coupon, code), counts in month.sheets.items():
        sheet(code, "②クーポン券あり" if coupon == "with_coupon" else "①クーポン券なし", counts)
        if include_own or code != own:
            everything.update(counts)
    sheet("", "", everything)
    return lines


def differences(month: Month, out: Path, include_own: bool, own: str) -> list[str]:
    """Everything in which the files differ from this count."""
    found: list[str] = []

    def same(what: str, expected: object, written: object) -> None:
        if expected != written:
            found.append(f"{what}: expected {expected}, written {written}")

    summary = json.loads((out / "summary.json").read_text(encoding="utf-8"))
    claimed = sum(sum(counts.values()) for counts in month.sheets.values())
    same("rows", {"read": month.rows, "claimed": claimed, "kept_out": month.kept_out}, summary["rows"])
    same("rows claimed or kept out", month.rows, claimed + month.kept_out)
    reasons = {entry["code"]: entry["rows"] for entry in summary["kept_out_by_reason"]}
    same("reasons", dict(sorted(month.reasons.items())), dict(sorted(reasons.items())))

    # Every row with an error stands in the list, under its number and every reason.
    listed = Counter((int(row[0]), row[4]) for row in written_csv(out / "findings.csv") if row[3] in ("誤り", "error"))
    same("list of findings", sorted(set(month.places) ^ set(listed))[:5], [])

    # The sheets, line by line: columns 市区町村番号 2, 被接種者区分 3, 区分 12, 種類 13, 請求件数 15, 請求金額 16.
    lines = printed(month, include_own, own)
    sheets = {
        (row[2], row[3], row[12], row[13]): (int(row[15]), int(row[16])) for row in written_csv(out / "sheets.csv")
    }
    for key in sorted(lines.keys() | sheets.keys()):
        same(f"sheet {key}", lines.get(key), sheets.get(key))

    apart = {
        (row[0], row[2], CLASSES.get(row[3], row[3])): (int(row[5]), int(row[6]))
        for row in written_csv(out / "apart.csv")
    }
    expected = {key: (count, amount(count, SURCHARGE[key[2]])) for key, count in month.apart.items()}
    for place in sorted(expected.keys() | apart.keys()):
        same(f"apart {place}", expected.get(place), apart.get(place))
    same("apart in all", sum(count for count, _ in expected.values()), summary["apart"]["total"]["count"])
    return found


def main() -> int:
    """0 when everything agrees."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("rows", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--month", default="2022-01")
    parser.add_argument("--own", choices=("include", "exclude"), default="include")
    parser.add_argument("--municipality", default="131032")
    words = parser.parse_args()
    month = Month(words.month)
    header, rows = rows_of(words.rows)
    for number, cells in rows:
        month.take(number, cells, header)
    found = differences(month, words.out, words.own == "include", words.municipality)
    for line in found[:20]:
        print(line, file=sys.stderr)
    sheets = len(month.sheets)
    print(f"{month.rows} rows, {month.kept_out} kept out for {len(month.reasons)} reasons, {sheets} municipal sheets, ", end="")
    print(f"{sum(month.apart.values())} surcharges apart: " + (f"{len(found)} differences" if found else "the same"))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
