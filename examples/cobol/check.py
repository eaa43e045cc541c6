"""The fixed-length files of the COBOL example: made from a CSV, and its results counted a second time, without vsys.

    python examples/cobol/check.py make rows.csv FOLDER --encoding cp932
    python examples/cobol/check.py compare FOLDER --encoding cp932 --sheets out/monthly_claims/sheets.csv

`make` writes VACCINATIONS and PARAMETERS from a CSV that `monthly_claims --generate` has written, and adds records with
every fault that only a fixed-length file has. `compare` reads VACCINATIONS again and holds PRICED, REJECTS and SHEETS of
the COBOL program against a count of its own, and the sheets against those of the Rust example.

Only the standard library, and the rules as `examples/python/monthly_check.py` writes them down.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "python"))

import monthly_check as rules

# A record of the example: its number, the name of the place, and the record of the copybook.
HEAD = (("reference", 8), ("place", 30))
ITEMS = (
    ("coupon_number", 10),
    ("municipality", 6),
    ("birth_date", 8),
    ("date", 8),
    ("time", 4),
    ("class", 20),
    ("age", 20),
    ("service", 20),
    ("dose", 1),
    ("coupon", 20),
    ("returned", 8),
)
LENGTH = sum(width for _, width in ITEMS)
WORDS = {
    "class": rules.CLASSES,
    "age": rules.AGES | {"６歳未満": "under_six", "６歳以上": "six_and_over"},
    "service": rules.SERVICES,
    "coupon": rules.COUPONS | {"接種券貼付あり": "with_coupon", "接種券貼付なし": "without_coupon"},
    "returned": {"返戻": "yes", "いいえ": "no", "1": "yes", "0": "no", "○": "yes", "はい": "yes"},
}
NEEDED = ("municipality", "date", "service", "coupon")
PLACES = ("青ヶ丘小学校体育館", "南里公民館", "白浜保健センター")
MONTH, TOWN = "2022-01", "131032"

Row = dict[str, str]


def item(text: str, width: int, encoding: str) -> bytes:
    """A text as an item: what does not fit is cut, perhaps within a character."""
    return text.encode(encoding)[:width].ljust(width)


def record(number: int, row: Row, encoding: str) -> bytes:
    """A record of the file."""
    head = {"reference": f"A{number:07}", "place": PLACES[number % len(PLACES)]}
    texts = [item(head[name], width, encoding) for name, width in HEAD]
    for name, width in ITEMS:
        text = row[name]
        if name in ("date", "birth_date"):
            text = text.replace("-", "")
        elif name == "time":
            text = text.replace(":", "")
        texts.append(item(text, width, encoding))
    return b"".join(texts)


GOOD: Row = {
    "coupon_number": "0000000019",
    "municipality": TOWN,
    "birth_date": "1950-01-01",
    "date": "2021-12-06",
    "time": "10:00",
    "class": "時間内",
    "age": "",
    "service": "接種",
    "dose": "3",
    "coupon": "あり",
    "returned": "",
}


def broken(encoding: str) -> list[tuple[bytes, set[str]]]:
    """Records that no CSV has, with the codes that each must come back with, by hand."""

    def with_bytes(name: str, value: bytes) -> bytes:
        whole = record(1, GOOD, encoding)
        start = sum(width for _, width in HEAD)
        for other, width in ITEMS:
            if other == name:
                return whole[:start] + value.ljust(width)[:width] + whole[start + width :]
            start += width
        raise KeyError(name)

    half = "接種".encode(encoding)
    blank = b" " * (sum(width for _, width in HEAD) + LENGTH)
    return [
        (record(1, GOOD, encoding)[:-1], {"cobol.record.length"}),
        (record(1, GOOD, encoding) + b"  ", {"cobol.record.length"}),
        (record(1, GOOD, encoding)[:20], {"cobol.record.length"}),
        (blank, {"cobol.item.blank"}),
        (with_bytes("date", b"20211301"), {"cobol.item.date"}),
        (with_bytes("date", b"00000000"), {"cobol.item.blank"}),
        (with_bytes("date", b"2021120 "), {"cobol.item.date"}),
        (with_bytes("birth_date", b"19500230"), {"cobol.item.date"}),
        (with_bytes("time", b"2460"), {"cobol.item.time"}),
        # Half a character, at the end of the item and before a space.
        (with_bytes("service", half[:-1]), {"cobol.item.encoding"}),
        (with_bytes("age", b"\x81 "), {"cobol.item.encoding"}),
        (with_bytes("class", half), {"cobol.item.word"}),
        (with_bytes("dose", b"9"), {"form.dose.range"}),
        (with_bytes("returned", b"X"), {"cobol.item.word"}),
        (with_bytes("municipality", b"131997"), {"code.municipality.unknown"}),
        (with_bytes("municipality", b"13103"), {"code.municipality.form"}),
        (
            with_bytes("coupon", b"?").replace(b"20211206", b"2021120X").replace(b"131032", b"131033"),
            {"cobol.item.word", "cobol.item.date", "code.municipality.check_digit"},
        ),
    ]


def make(rows: Path, folder: Path, encoding: str) -> None:
    """VACCINATIONS and PARAMETERS."""
    header, lines = rules.rows_of(rows)
    # A quotation mark or a comma too many is a fault of a CSV; a fixed-length file has neither.
    whole = [cells for _, cells in lines if len(cells) == len(header) and not any('"' in cell for cell in cells)]
    records = [record(index, dict(zip(header, cells, strict=True)), encoding) for index, cells in enumerate(whole, 1)]
    for index, (wrong, _) in enumerate(broken(encoding)):
        records.insert(index * 7, wrong)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "VACCINATIONS").write_bytes(b"".join(line + b"\n" for line in records))
    parameters = [
        ("ENCODING", {"cp932": "CP932", "utf-8": "UTF-8"}[encoding]),
        ("MONTH", MONTH.replace("-", "")),
        ("TOWN", TOWN),
        ("NAME", "青ヶ丘診療所"),
        ("ADDRESS", "東京都港区青ヶ丘一丁目"),
    ]
    for day, spans in rules.SPANS.items():
        if spans:
            times = [f"{minute // 60:02}{minute % 60:02}" for span in spans for minute in span]
            parameters.append(("OPEN", f"{day + 1} {' '.join(times)}"))
    parameters += [("CLOSED", f"{day:%Y%m%d}") for day in sorted(rules.CLOSED)]
    text = "".join(f"{name:8} {value}\n" for name, value in parameters)
    (folder / "PARAMETERS").write_bytes(text.encode(encoding))


def read_day(text: str) -> str | None:
    """Eight digits as a date of the CSV."""
    if not rules.is_digits(text, 8):
        return None
    written = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    return written if rules.read_date(written) else None


def read(line: bytes, encoding: str) -> tuple[Row, set[str]]:
    """The items of a record as the CSV has them, or what is wrong with each."""
    row: Row = {}
    reasons: set[str] = set()
    if len(line) != sum(width for _, width in HEAD) + LENGTH:
        return row, {"cobol.record.length"}
    start = sum(width for _, width in HEAD)
    for name, width in ITEMS:
        raw = line[start : start + width]
        start += width
        is_date = name in ("date", "birth_date")
        text = raw.decode("latin-1") if is_date or name in ("time", "dose") else ""
        if not text:
            try:
                text = raw.decode(encoding)
            except UnicodeDecodeError:
                reasons.add("cobol.item.encoding")
                continue
        text = text.strip()
        if is_date and text == "00000000":
            text = ""
        row[name] = text
        if not text:
            if name in NEEDED:
                reasons.add("cobol.item.blank")
        elif is_date:
            # Padding within the item is no digit.
            day = read_day(raw.decode("latin-1"))
            row[name] = day or ""
            reasons |= set() if day else {"cobol.item.date"}
        elif name == "time":
            good = rules.is_digits(text, 4) and int(text[:2]) < 24 and int(text[2:]) < 60
            row[name] = f"{text[:2]}:{text[2:]}" if good else ""
            reasons |= set() if good else {"cobol.item.time"}
        elif name in WORDS:
            words = WORDS[name]
            known = words.get(text, text if text in words.values() else None)
            row[name] = known or ""
            reasons |= set() if known else {"cobol.item.word"}
        elif name == "municipality":
            if not rules.is_digits(text, 6):
                reasons.add("code.municipality.form")
            elif rules.check_digit(text) != text[5]:
                reasons.add("code.municipality.check_digit")
        elif name == "coupon_number" and not rules.is_digits(text, 10):
            reasons.add("code.coupon.form")
        elif name == "dose" and text not in tuple("1234567"):
            reasons.add("form.dose.range")
    return row, reasons


def count(folder: Path, encoding: str) -> rules.Month:
    """Judges every record of the file."""
    month = rules.Month(MONTH)
    for number, line in enumerate((folder / "VACCINATIONS").read_bytes().split(b"\n")[:-1], 1):
        month.rows += 1
        row, reasons = read(line, encoding)
        if not reasons:
            month.judge(row, reasons)
        month.kept_out += bool(reasons)
        month.reasons.update(reasons)
        month.places += [(number, reason) for reason in reasons]
    return month


def cut(line: bytes, widths: tuple[int, ...], encoding: str) -> list[str]:
    """The items of a printed line."""
    found, start = [], 0
    for width in widths:
        found.append(line[start : start + width].decode(encoding).strip())
        start += width
    return found


def number(text: str) -> int:
    """A printed number."""
    return int(text.replace(",", "") or "0")


def lines_of(path: Path) -> list[bytes]:
    """The lines of a file of the program, as long as they were written."""
    return [line.ljust(1200) for line in path.read_bytes().split(b"\n")[:-1]]


Printed = dict[tuple[str, str, str, str], tuple[int, int]]


def sheets_of(path: Path, encoding: str) -> tuple[Printed, dict[tuple[str, str, str], tuple[int, int]]]:
    """The printed lines of the sheets, and what is claimed apart."""
    printed: Printed = {}
    apart: dict[tuple[str, str, str], tuple[int, int]] = {}
    code = coupon = ""
    for line in lines_of(path):
        kind = line[:1]
        if kind == b"1":
            _, title, code, coupon, addressee = cut(line, (2, 60, 8, 30, 60), encoding)
            # The summary goes to the federation, the other sheets to the mayors; every title is whole.
            assert addressee.endswith("御中" if not code else "長 様"), addressee
            assert title.endswith("請求総括書" if not code else "市区町村別請求書"), title
        elif kind == b"5":
            _, town, _, month, time, unit, many, yen = cut(line, (2, 8, 30, 8, 12, 7, 15, 21), encoding)
            key = (town, f"{month[:4]}-{month[4:]}", rules.CLASSES[time])
            assert number(unit) == rules.SURCHARGE[key[2]], line
            apart[key] = (number(many), number(yen))
        else:
            _, service, label, _, many, yen = cut(line, (2, 12, 30, 7, 15, 21), encoding)
            printed[(code, coupon, service, label)] = (number(many), number(yen))
    return printed, apart


def compare(folder: Path, encoding: str, sheets: Path | None) -> list[str]:
    """Everything in which the files differ from this count."""
    found: list[str] = []

    def same(what: str, expected: object, written: object) -> None:
        if expected != written:
            found.append(f"{what}: expected {expected}, written {written}")

    # What was judged here agrees with what was expected by hand.
    for index, (wrong, codes) in enumerate(broken(encoding)):
        row, reasons = read(wrong, encoding)
        if not reasons:
            rules.Month(MONTH).judge(row, reasons)
        same(f"broken record {index}", codes, reasons)

    month = count(folder, encoding)
    rejects = lines_of(folder / "REJECTS")
    listed = []
    for line in rejects:
        place, _, _, _, name, _, severity, _, code, _, _, message, _ = cut(
            line, (8, 1, 8, 1, 30, 1, 1, 1, 40, 24, 30, 400, 400), encoding
        )
        if severity == "E":
            listed.append((int(place), code))
        if not message or message.isascii():
            found.append(f"record {place}: no reason in Japanese")
        if name and name not in PLACES and not code.startswith("cobol.record"):
            found.append(f"record {place}: the place came back as {name}")
    same("reasons", sorted(set(month.places) ^ set(listed))[:5], [])

    claimed = Counter[tuple[int, int]]()
    for line in lines_of(folder / "PRICED"):
        *_, service, age, time, unit, _, apart, extra = cut(line, (8, 1, 6, 1, 30, 1, 12, 12, 12, 7, 1, 12, 7), encoding)
        key = (rules.SERVICES[service], rules.AGES[age], rules.CLASSES[time])
        same("unit price", rules.price(key), number(unit))
        same("surcharge apart", rules.SURCHARGE[rules.CLASSES[apart]] if apart else 0, number(extra))
        claimed[(number(unit), number(extra))] += 1
    same("records claimed", month.rows - month.kept_out, sum(claimed.values()))

    printed, apart_lines = sheets_of(folder / "SHEETS", encoding)
    expected = rules.printed(month, True, TOWN)
    for line_key in sorted(expected.keys() | printed.keys()):
        same(f"sheet {line_key}", expected.get(line_key), printed.get(line_key))
    aparts = {key: (many, rules.amount(many, rules.SURCHARGE[key[2]])) for key, many in month.apart.items()}
    same("apart", aparts, apart_lines)

    if sheets is not None:
        rust = {
            (row[2], row[3], row[12], row[13]): (int(row[15]), int(row[16])) for row in rules.written_csv(sheets)
        }
        for line_key in sorted(rust.keys() | printed.keys()):
            same(f"Rust's sheet {line_key}", rust.get(line_key), printed.get(line_key))
    kinds = len({code for _, code in listed})
    print(f"{month.rows} records, {month.kept_out} kept out for {kinds} reasons, {len(month.sheets)} municipal sheets", end="")
    print(f", {sum(month.apart.values())} surcharges apart: " + (f"{len(found)} differences" if found else "the same"))
    return found


def main() -> int:
    """0 when everything agrees."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    tasks = parser.add_subparsers(dest="task", required=True)
    maker, comparer = tasks.add_parser("make"), tasks.add_parser("compare")
    maker.add_argument("rows", type=Path)
    comparer.add_argument("--sheets", type=Path)
    for task in (maker, comparer):
        task.add_argument("folder", type=Path)
        task.add_argument("--encoding", choices=("cp932", "utf-8"), default="cp932")
    words = parser.parse_args()
    if words.task == "make":
        make(words.rows, words.folder, words.encoding)
        return 0
    found = compare(words.folder, words.encoding, words.sheets)
    for line in found[:20]:
        print(line, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
