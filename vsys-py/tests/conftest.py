"""What several tests read."""

import json
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def vectors() -> list[tuple[str, dict[str, object]]]:
    """The operation and the request of every vector that has one."""
    found: list[tuple[str, dict[str, object]]] = []
    for path in sorted((Path(__file__).parents[2] / "vectors").glob("*/*.json")):
        listed = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(listed, list):
            continue
        for vector in listed:
            call = vector.get("call", {})
            if isinstance(call.get("request"), dict):
                found.append((call["operation"], call["request"]))
    assert len(found) > 500
    return found
