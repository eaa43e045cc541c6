"""The interpreter's lock is released while an operation works."""

import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import vsys


def test_another_thread_goes_on_during_a_call() -> None:
    recipients = [{"id": f"r{number:06}", "weight": number % 997 + 1} for number in range(400_000)]
    request = json.dumps({"supply": 10_000_000, "recipients": recipients}).encode()
    beats: list[float] = []
    stop = threading.Event()

    def beat() -> None:
        while not stop.is_set():
            beats.append(time.perf_counter())
            time.sleep(0.001)

    thread = threading.Thread(target=beat)
    thread.start()
    begun = time.perf_counter()
    answer = vsys.call("allocation.apportion", request)
    ended = time.perf_counter()
    stop.set()
    thread.join()
    assert answer.startswith(b'{"answer":')
    # Beats at both ends could come from before and after; those in the middle cannot.
    quarter = (ended - begun) / 4
    assert any(begun + quarter < beat < ended - quarter for beat in beats)


def test_many_threads_get_the_same_answer() -> None:
    book = vsys.RuleBook()
    expected = vsys.call("rules.list", "{}")
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: book.call("rules.list", "{}"), range(64))) == {expected}
