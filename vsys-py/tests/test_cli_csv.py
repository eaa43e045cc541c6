"""``vsys price`` and ``vsys check-csv`` as a shell runs them, with what people have on their disks."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from test_cli import ESCAPE, on_a_terminal, told

import vsys

#: CLM-4: 50 × 2,070 and 5 × 1,540 with 10 percent are 122,320; an addition of 660 on a line of two is 6,006.
LINES = '''接種日,件数,区分,年齢区分,備考,医療機関コード,市町村コード
2021-04-01,50,接種,6歳以上,"複数
行",1319000019,131032
2021-04-01,5,予診のみ,6歳以上,,1319000019,131032

2022-03-31,2,接種,6歳未満,"a, ""b""",1319000027,131041
'''


def test_totals_and_sums() -> None:
    for content in (LINES.encode(), b"\xef\xbb\xbf" + LINES.encode(), LINES.replace("\n", "\r\n").encode("cp932")):
        answer = json.loads(told("price", "-", "--json", given=content)[0])
        whole = answer["answer"]
        assert {name: whole[name] for name in ("rows", "wrong", "count", "net", "tax", "amount")} == {
            "rows": 3, "wrong": 0, "count": 57, "net": 116_660, "tax": 11_666, "amount": 128_326,
        }  # fmt: skip
        assert [row["amount"] for row in whole["institutions"]] == [122_320, 6_006]
        assert [(row["municipality"], row["coupon"], row["amount"]) for row in whole["municipalities"]] == [
            ("131032", "with_coupon", 122_320),
            ("131041", "with_coupon", 6_006),
        ]
        assert answer["findings"] == [] and list(answer) == ["answer", "assumptions", "findings"]
    assert whole["encoding"] == "CP932" and whole["unread"] == ["備考"]
    out, err = told("price", "-", given=LINES)
    assert "amount  128,326" in out and "municipalities (2 rows)" in out and err == "columns that are not read: 備考\n"
    out, _ = told("price", "-", "--lang", "ja", given="date\n2021-05-01\n")
    assert "amount  2,277" in out and "請求の明細" in out and "institutions" not in out


def test_the_sheet_with_prices(tmp_path: Path) -> None:
    target = tmp_path / "priced.csv"
    given = tmp_path / "lines.csv"
    given.write_bytes(LINES.encode("cp932"))
    told("price", str(given), "--csv", "-o", str(target))
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(target.read_text("utf-8-sig"))))
    before = [row for row in csv.reader(io.StringIO(LINES)) if row]
    assert [row[:-4] for row in rows] == before
    assert [row[-4:] for row in rows] == [
        ["unit", "net", "tax", "amount"],
        ["2070", "103500", "10350", "113850"],
        ["1540", "7700", "770", "8470"],
        ["2730", "5460", "546", "6006"],
    ]
    out, err = told("price", str(given), "--csv")
    assert list(csv.reader(io.StringIO(out))) == rows
    assert "assumptions: " in err and list(tmp_path.glob("*.part")) == []


def test_faults_of_cells_and_of_prices_at_once(tmp_path: Path) -> None:
    given = tmp_path / "lines.csv"
    wrong = LINES.replace("2022-03-31,2,", "2020-03-31,2,").replace(",5,予診のみ", ",五,予診")
    given.write_text(wrong, encoding="utf-8")
    target = tmp_path / "out.csv"
    out, err = told("price", str(given), "--csv", "-o", str(target), code=2)
    assert out == "" and not target.exists()
    for place in ("B3 (件数)", "C3 (区分)", "A5 (接種日)"):
        assert sum(f"{place}:" in line for line in err.splitlines()) == 1, place
    assert "3 findings:" in err
    error = json.loads(told("price", str(given), "--json", code=2)[0])["error"]
    assert [finding["place"]["cell"] for finding in error["findings"]] == ["B3", "C3", "A5"]
    assert error["code"] == error["findings"][0]["code"] and error["help"]["ja"]
    # Told instead of refused, what has a price is priced.
    out, err = told("price", str(given), "--csv", "--faulty", "tell")
    assert [row[-1] for row in csv.reader(io.StringIO(out))] == ["amount", "113850", "", ""]
    assert "3 findings:" in err
    whole = json.loads(told("price", str(given), "--json", "--faulty", "tell")[0])["answer"]
    assert (whole["rows"], whole["wrong"], whole["amount"]) == (3, 2, 113_850)


@pytest.mark.parametrize("command", [("price",), ("check-csv", "--as", "claim-lines")])
def test_files_that_are_none(command: tuple[str, ...], tmp_path: Path) -> None:
    for content, told_of in (
        (b"", "rows."),
        (b"\xef\xbb\xbf", "rows."),
        (b"count,service\n1,x\n", "date"),
        (b"date,date\n2021-05-01,2021-05-01\n", "date"),
        (b"date\n2021-05-01,1\n", "rows."),
        (b'date\n"2021-05-01\n', "rows."),
        (b"date\n\x81\n", "rows."),
        (b"\xff\xfed\x00a\x00t\x00e\x00\n\x00", "rows."),
        (bytes(range(256)), "rows."),
    ):
        _, err = told(*command, "-", given=content, code=2)
        assert told_of in err, content
        assert "Traceback" not in err
        answer = json.loads(told(*command, "-", "--json", given=content, code=2)[0])
        assert (answer.get("error") or answer)["findings"], content
    _, err = told(*command, str(tmp_path / "nothing.csv"), code=2)
    assert "No such file" in err
    assert "Is a directory" in told(*command, str(tmp_path), code=2)[1]
    # A header alone is a sheet without rows.
    assert told(*command, "-", given="date\n")[1] == ""


def test_check_against_columns_of_ones_own(tmp_path: Path) -> None:
    sheet = "code,人口,開設日\n131032,259036,2021-05-10\n131033,-1,2021-02-30\n131032,,2021-05-10\n"
    words = ("--column", "code=municipality", "--column", "人口=int64", "--column", "開設日=date")
    for content in (sheet.encode(), sheet.encode("cp932")):
        out, err = told("check-csv", "-", *words, "--unique", "code", given=content, code=2)
        places = ["A3 (code)", "B3 (人口)", "C3 (開設日)", "A4 (code)", "B4 (人口)"]
        lines = [line for line in err.splitlines() if line.startswith("  ")]
        assert len(lines) == len(places)
        assert all(f"{place}:" in line for place, line in zip(places, lines))
        assert "3 rows, " in out
    answer = json.loads(told("check-csv", "-", *words, "--json", given=sheet, code=2)[0])
    assert answer["answer"] == {"encoding": "UTF-8", "rows": 3}
    assert [finding["place"]["cell"] for finding in answer["findings"]] == ["A3", "B3", "C3", "B4"]
    out, err = told("check-csv", "-", "--column", "code=text", "--optional", "人口=int64", "--optional", "x=date", given="code,人口\na,\n")
    assert "no fault" in out and err == ""
    # A column that nobody declared is a fault: a name may be misspelt.
    assert "B1 (b)" in told("check-csv", "-", "--column", "a=text", given="a,b\n1,2\n", code=2)[1]
    hidden = told("check-csv", "-", "--column", "code=municipality", "--personal", "code", given="code\nsecret\n", code=2)
    assert "A2 (code)" in hidden[1] and "secret" not in "".join(hidden)
    for wrong, fault in (
        ((), "--as SHEET or --column"),
        (("--as", "sites", *words), "--as SHEET or --column"),
        (("--column", "code"), "NAME=KIND"),
        (("--column", "code=number"), "NAME=KIND"),
        (("--column", "code=text", "--unique", "id"), "declares id"),
    ):
        assert fault in told("check-csv", "-", *wrong, given=sheet, code=2)[1]


def test_many_rows(tmp_path: Path) -> None:
    given, target = tmp_path / "many.csv", tmp_path / "priced.csv"
    rows = 150_000
    lines = [f"2021-05-{number % 31 + 1:02},{number % 7},接種\r\n" for number in range(997)]
    given.write_bytes(("接種日,件数,区分\r\n" + "".join(lines[number % 997] for number in range(rows))).encode("cp932"))
    shown = on_a_terminal("price", str(given), "--csv", "-o", str(target))
    assert ESCAPE in shown and "assumptions: " in shown
    with target.open(encoding="utf-8-sig", newline="") as file:
        priced = list(csv.reader(file))
    assert len(priced) == rows + 1
    assert all(int(row[3]) == 2_070 and int(row[6]) == int(row[1]) * 2_277 for row in priced[1:])
    # A third of all cells are wrong; the first ten thousand are listed.
    given.write_text("date\n" + "2021-05-32\n2021-05-01\n2021-05-02\n" * (rows // 3), encoding="utf-8")
    out, err = told("check-csv", str(given), "--as", "claim-lines", code=2)
    assert "150,000 rows, ASCII" in out
    assert "50,000 findings:" in err and "and 40,000 more" in err and "many.csv A2 (date)" in err
