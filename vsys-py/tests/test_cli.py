"""The console script, as a shell runs it."""

import json
import os
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

import vsys

PLACES = "id,name,weight,floor,cap\n011002,札幌市,1961575,,\n131032,港区,259036,10,\n131041,新宿区,345231,,40\n"
HERE = {name: value for name, value in os.environ.items() if name not in ("LANG", "LC_ALL", "LC_MESSAGES", "NO_COLOR")}
#: What the colours of a terminal begin with.
ESCAPE = "\x1b["


def told(*words: str, given: bytes | str = "", code: int = 0, **environment: str) -> tuple[str, str]:
    """What a command writes to standard output and to standard error."""
    done = subprocess.run(
        [sys.executable, "-m", "vsys", *words],
        input=given.encode() if isinstance(given, str) else given,
        capture_output=True,
        env=HERE | {"PYTHONUTF8": "1"} | environment,
        timeout=60,
    )
    assert done.returncode == code, done.stderr.decode()
    return done.stdout.decode(), done.stderr.decode()


def on_a_terminal(*words: str, **environment: str) -> str:
    """What the command shows where both outputs are a terminal."""
    return terminal([sys.executable, "-m", "vsys", *words], **environment)


def terminal(command: list[str], **environment: str) -> str:
    """What a program shows where both outputs are a terminal."""
    pty = pytest.importorskip("pty", reason="a terminal of Unix")
    leader, follower = pty.openpty()
    environment = HERE | {"PYTHONUTF8": "1", "TERM": "xterm"} | environment
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=follower, stderr=follower, env=environment)
    os.close(follower)
    shown = b""
    while True:
        try:
            piece = os.read(leader, 65_536)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    process.wait(timeout=60)
    os.close(leader)
    return shown.decode().replace("\r\n", "\n")


def test_it_is_installed() -> None:
    [script] = [entry for entry in entry_points(group="console_scripts") if entry.name == "vsys"]
    assert script.value == "vsys._cli:main"
    assert callable(script.load())


def test_call_takes_words_a_file_and_standard_input(tmp_path: Path) -> None:
    request = '{"date": "2021-07-22"}'
    file = tmp_path / "request.json"
    file.write_text(request)
    expected = vsys.call("calendar.holiday", request).decode() + "\n"
    for words in ((request,), (f"@{file}",), ("-",)):
        assert told("call", "calendar.holiday", *words, "--json", given=request) == (expected, "")
    out, _ = told("call", "calendar.holiday", request)
    assert "holiday  True" in out
    assert "version: 版を示す" in told("call", "version", "--lang", "ja")[0]


def test_a_refusal_tells_every_finding_and_exits_with_2(tmp_path: Path) -> None:
    request = '{"boxes": -1, "colour": "red"}'
    out, err = told("call", "quantity.convert", request, code=2)
    assert out == ""
    for piece in ("4 findings:", "/boxes", "/delivery_week", "/product", "/colour", "request.field.unknown", "WIRE-1"):
        assert piece in err
    out, err = told("call", "quantity.convert", request, "--lang", "ja", code=2)
    assert "指摘 4 件:" in err and "エラー" in err
    out, err = told("call", "quantity.convert", request, "--json", code=2)
    assert out == vsys.call("quantity.convert", request).decode() + "\n"
    assert err == ""
    assert "request.operation.unknown" in told("call", "no.such", code=2)[1]
    assert "request.operation.unknown" in told("schema", "no.such", code=2)[1]
    assert "No such file" in told("call", "version", f"@{tmp_path / 'nothing'}", code=2)[1]
    assert "usage:" in told("fly", code=2)[1]
    assert "usage:" in told(code=2)[1]
    assert "request.text.utf8" in told("call", "calendar.holiday", "-", given=b'{"date":"\xff"}', code=2)[1]


def test_operations_and_schema() -> None:
    out, _ = told("operations")
    assert len(out.splitlines()) == len(vsys.operations())
    assert "allocation.apportion" in out and "shares whole units" in out
    rows = json.loads(told("operations", "--json")[0])
    assert [(row["name"], row["en"], row["ja"]) for row in rows] == vsys.operations()
    assert json.loads(told("schema", "version")[0]) == json.loads(vsys.schema("version"))
    assert json.loads(told("--version")[0])["answer"] == vsys.version().answer


def test_allocate_as_a_table() -> None:
    # The cap of 40 leaves 960 for weights 1,961,575 and 259,036: 848.02 and 111.98.
    out, err = told("allocate", "-", "--supply", "1000", given=PLACES)
    assert out == """\
allocation.apportion: shares whole units in proportion to weights, exactly
amount (3 rows)
  id      name       weight  floor  cap  amount
  011002  札幌市  1,961,575                 848
  131032  港区      259,036     10          112
  131041  新宿区    345,231          40      40
  total                                   1,000

method: largest-remainder
assumptions: assumption.proposal-method
"""
    assert err == ""
    # The default and the other methods are the library's.
    words = ("--method", "adams", "--explain", "--lang", "ja")
    out, _ = told("allocate", "-", "--supply", "4", *words, given="id,weight\nA,3\nB,1\n")
    assert "方式: adams" in out
    assert "Aの配分は 3 です" in out and "合計" in out


def test_allocate_as_csv_and_json(tmp_path: Path) -> None:
    file = tmp_path / "places.csv"
    cp932 = PLACES.replace("id,", "市町村コード,").replace("weight", "重み").replace("\n", "\r\n")
    expected = [848, 112, 40]
    for content in (PLACES.encode(), b"\xef\xbb\xbf" + PLACES.encode(), cp932.encode("cp932")):
        file.write_bytes(content)
        out, err = told("allocate", str(file), "--supply", "1000", "--csv")
        rows = [line.split(",") for line in out.splitlines()]
        assert rows[0][-1] == "amount"
        assert [int(row[-1]) for row in rows[1:]] == expected
        assert [row[1] for row in rows[1:]] == ["札幌市", "港区", "新宿区"]
        assert "assumption.proposal-method" in err
        answer = json.loads(told("allocate", str(file), "--supply", "1000", "--json")[0])
        assert [row["amount"] for row in answer["answer"]["amounts"]] == expected
    target = tmp_path / "out.csv"
    told("allocate", str(file), "--supply", "1000", "--csv", "-o", str(target))
    assert target.read_bytes().startswith(b"\xef\xbb\xbf")
    assert target.read_text("utf-8-sig").splitlines()[1].endswith(",848")
    assert list(tmp_path.glob("*.part")) == []
    assert "CP932" in told("allocate", "-", "--supply", "1", given=b"id,weight\na\x81\n\x81,1", code=2)[1]


def test_findings_name_the_cell() -> None:
    sheet = "id,weight,cap\na,1.5,-2\n\n\"b\nb\",,3\nc,３,x\n"
    out, err = told("allocate", "-", "--supply", "ten", "--json", given=sheet, code=2)
    paths = [finding["path"] for finding in json.loads(out)["error"]["findings"]]
    out, err = told("allocate", "-", "--supply", "ten", given=sheet, code=2)
    assert out == ""
    lines = err.splitlines()[3:]
    assert len(lines) == len(paths)
    # Row 2; a blank one; a cell of two lines in row 4; row 5, as a spreadsheet counts.
    for place in ("- B2 (weight)", "- C2 (cap)", "- B4 (weight)", "- B5 (weight)", "- C5 (cap)", "/supply"):
        assert sum(f"{place}:" in line for line in lines) == 1, place
    for wrong, fault in (
        ("", "no column id"),
        ("id,wight\na,1\n", "no column weight"),
        ("id,weight,cap\na,1\n", "row 2: 2 cells, but 3 columns"),
        ("id,code,weight\na,b,1\n", "two columns are id"),
        ('id,weight\n"a,1\n', "row 2"),
    ):
        assert fault in told("allocate", "-", "--supply", "1", given=wrong, code=2)[1]


def test_colours_only_on_a_terminal() -> None:
    words = ("call", "quantity.convert", '{"boxes": -1}')
    assert ESCAPE in on_a_terminal("call", "version")
    assert ESCAPE in on_a_terminal(*words)
    for environment in ({"NO_COLOR": "1"}, {"TERM": "dumb"}):
        shown = on_a_terminal(*words, **environment)
        assert ESCAPE not in shown and "3 findings:" in shown
    assert ESCAPE not in told(*words, code=2)[1]


def test_progress_only_on_a_terminal(tmp_path: Path) -> None:
    file = tmp_path / "many.csv"
    file.write_text("id,weight\n" + "".join(f"r{number},1\n" for number in range(400_000)))
    shown = on_a_terminal("allocate", str(file), "--supply", "400001", "--csv", "-o", str(tmp_path / "out.csv"))
    # Nothing but the clock decides whether this was long enough to show progress; what it shows is asked below.
    assert "method: " in shown
    _, err = told("allocate", str(file), "--supply", "400001", "--csv", "-o", str(tmp_path / "out.csv"))
    assert "rows read" not in err and "recipients: " not in err

    program = "import sys; from vsys._cli import _console; _console._MOMENT = -1.0; "
    program += "print(sum(_console.Console().progress(range(40_000), 'rows read:')), file=sys.stdout)"
    assert "rows read: 40,000" in terminal([sys.executable, "-c", program])


def test_the_language_of_the_system() -> None:
    assert "版を示す" in told("call", "version", LANG="ja_JP.UTF-8")[0]
    assert "tells the versions" in told("call", "version", LANG="ja_JP.UTF-8", LC_ALL="C")[0]
    assert "tells the versions" in told("call", "version", "--lang", "en", LANG="ja_JP.UTF-8")[0]


def test_a_reader_that_has_seen_enough() -> None:
    command = f"'{sys.executable}' -m vsys operations | head -1"
    done = subprocess.run(["sh", "-c", command], capture_output=True, env=HERE, timeout=60)
    assert done.stdout.startswith(b"access.decide")
    assert done.stderr == b""
