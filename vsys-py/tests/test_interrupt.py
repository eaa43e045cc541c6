"""Ctrl-C ends long work at once, and the process goes on."""

from __future__ import annotations

import signal
import subprocess
import sys
import textwrap
import time

import pytest

# What each program calls, long enough that a call which does not listen is told from one that does.
CALLS = {
    "call": """
        import json
        recipients = [{"id": f"r{number:07}", "weight": number % 997 + 1} for number in range(900_000)]
        request = json.dumps({"supply": 10_000_000, "recipients": recipients}).encode()
        work = lambda: vsys.call("allocation.apportion", request)
    """,
    "run with tables of one's own": """
        import json
        book = vsys.RuleBook("{}")
        recipients = [{"id": f"r{number:07}", "weight": number % 997 + 1} for number in range(900_000)]
        request = json.dumps({"supply": 10_000_000, "recipients": recipients})
        work = lambda: vsys.run("allocation.apportion", request, book=book)
    """,
    "apportion": """
        import pyarrow as pa
        ids = [f"r{number * 7919 % 1_000_003:07}" for number in range(1_000_000)]
        table = pa.table({"id": ids, "weight": range(1, 1_000_001)})
        work = lambda: vsys.tables.apportion(table, supply=10_000_000, explain="text")
    """,
    "price_sums": """
        import datetime, pyarrow as pa
        day = pa.array([datetime.date(2021, 5, 1)] * 100_000)
        batch = pa.record_batch({"date": day, "institution": pa.array([f"i{n}" for n in range(100_000)]), "municipality": [0] * 100_000})
        whole = pa.Table.from_batches([batch] * 200)
        work = lambda: vsys.tables.price_sums(whole)
    """,
    "read_csv": """
        text = b"a\\n" + b"131032\\n" * 8_000_000
        work = lambda: vsys.tables.read_csv(text, {"a": "municipality"})
    """,
}

PROGRAM = """
import sys, time
import vsys
{call}
begun = time.monotonic()
work()
print(time.monotonic() - begun, flush=True)
try:
    while True:
        work()
except KeyboardInterrupt:
    print("stopped", flush=True)
print(len(vsys.call("rules.list", "{{}}")) > 1000, flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="a signal is sent to the process alone")
@pytest.mark.parametrize("name", CALLS)
def test_a_real_signal(name: str) -> None:
    program = PROGRAM.format(call=textwrap.dedent(CALLS[name]))
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        whole = float(process.stdout.readline())
        # Early in the second call, of which most is still to be done.
        time.sleep(whole / 10)
        sent = time.monotonic()
        process.send_signal(signal.SIGINT)
        assert process.stdout.readline() == "stopped\n"
        waited = time.monotonic() - sent
        assert process.stdout.readline() == "True\n"
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.wait()
    assert waited < whole / 2, f"{waited:.2f} s of {whole:.2f} s"


def test_a_source_that_was_stopped() -> None:
    program = """
import pyarrow as pa
import vsys
batch = pa.record_batch({"weight": pa.array(range(1_000), pa.int64())})
endless = (batch for _ in iter(int, 1))
reader = pa.RecordBatchReader.from_batches(batch.schema, endless)
print("ready", flush=True)
try:
    vsys.tables.apportion(reader, supply=1, id=None)
except KeyboardInterrupt:
    print("stopped", flush=True)
"""
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "ready\n"
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        assert process.stdout.readline() == "stopped\n"
        assert process.wait(60) == 0
    finally:
        process.kill()
        process.wait()
