#!/usr/bin/env python3
"""Runs every vector through a command and compares what comes back with what the vector says.

    python3 vectors/oracle/check.py --call "target/release/examples/call"
    python3 vectors/oracle/check.py --call "cargo run -q --release --example call --" --schemas

The command gets the operation as its last argument and the request on standard input; exit status
0 = answered, 2 = refused. Exit status of this program: 0 = all agree, 1 = differences, 2 = the
vectors themselves are faulty. `--schemas` also holds requests and answers against
`<command> --schema <operation>`, with the PyPI package `jsonschema`; without it that is an error.
"""

import argparse
import base64
import concurrent.futures
import json
import pathlib
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
MEMBERS = {"id", "expected_from", "source", "call", "ok", "answer"}


def load(root):
    """Every vector with its file; faults of the files themselves."""
    found, faults, seen = [], [], {}
    for path in sorted(root.glob("*/*.json")):
        try:
            vectors = json.loads(path.read_text(encoding="utf-8"))
        except ValueError as error:
            faults.append(f"{path}: {error}")
            continue
        for vector in vectors:
            name = f"{path.relative_to(root)}: {vector.get('id')}"
            if set(vector) != MEMBERS:
                faults.append(f"{name}: members {sorted(vector)}")
                continue
            if vector["expected_from"] not in ("source", "oracle") or not vector["source"]:
                faults.append(f"{name}: expected_from or source")
            ways = set(vector["call"]) - {"operation"}
            if len(ways) != 1 or not ways <= {"request", "raw", "raw_base64"}:
                faults.append(f"{name}: exactly one of request, raw, raw_base64")
                continue
            if not vector["answer"]:
                faults.append(f"{name}: nothing is expected")
            if vector["id"] in seen:
                faults.append(f"{name}: the id stands in {seen[vector['id']]} too")
            seen[vector["id"]] = path.relative_to(root)
            found.append((path.relative_to(root), vector))
    return found, faults


def body(call):
    """The bytes of a request."""
    if "raw" in call:
        return call["raw"].encode("utf-8")
    if "raw_base64" in call:
        return base64.b64decode(call["raw_base64"], validate=True)
    return json.dumps(call["request"], ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def differences(want, got, at=""):
    """Where an answer does not match the pattern."""
    if isinstance(want, dict):
        if not isinstance(got, dict):
            return [f"{at or '/'}: expected an object, got {show(got)}"]
        out = []
        for key, value in want.items():
            if key not in got:
                out.append(f"{at}/{key}: expected {show(value)}, got nothing")
            else:
                out += differences(value, got[key], f"{at}/{key}")
        return out
    if isinstance(want, list):
        if not isinstance(got, list):
            return [f"{at}: expected a list, got {show(got)}"]
        if len(want) != len(got):
            return [f"{at}: expected {len(want)} elements {show(want)}, got {len(got)} {show(got)}"]
        return [line for i, (w, g) in enumerate(zip(want, got)) for line in differences(w, g, f"{at}/{i}")]
    # In Python True == 1; on the wire they differ.
    if type(want) is not type(got) or want != got:
        return [f"{at}: expected {show(want)}, got {show(got)}"]
    return []


def show(value):
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 300 else text[:300] + "…"


def run(command, vector):
    """What the command answers: bytes and status."""
    done = subprocess.run([*command, vector["call"]["operation"]], input=body(vector["call"]), capture_output=True)
    return done.returncode, done.stdout, done.stderr


def judge(command, vector, schemas):
    """The differences of one vector, and the answer."""
    status, out, err = run(command, vector)
    if status not in (0, 2):
        return [f"exit status {status}: {err.decode('utf-8', 'replace')[:500]}"], None
    try:
        answer = json.loads(out)
    except ValueError as error:
        return [f"the answer is no JSON: {error}"], None
    lines = []
    if (status == 0) != vector["ok"]:
        lines.append(f"expected ok = {vector['ok']}, got exit status {status}: {show(answer)}")
    lines += differences(vector["answer"], answer)
    if schemas is not None:
        lines += schemas.faults(vector, answer)
    return lines, answer


class Schemas:
    """The schemas of the operations, fetched once each."""

    def __init__(self, command, operations):
        import jsonschema  # a PyPI package, only wanted here

        self.validators = {}
        for operation in operations:
            done = subprocess.run([*command, "--schema", operation], capture_output=True)
            if done.returncode != 0:
                continue
            documents = json.loads(done.stdout)
            for side in ("request", "answer"):
                validator = jsonschema.Draft202012Validator
                validator.check_schema(documents[side])
                self.validators[operation, side] = validator(documents[side])

    def faults(self, vector, answer):
        operation = vector["call"]["operation"]
        lines = []
        pairs = [("answer", answer)]
        if vector["ok"] and "request" in vector["call"]:
            pairs.append(("request", vector["call"]["request"]))
        for side, value in pairs:
            validator = self.validators.get((operation, side))
            if validator is None:
                continue
            for error in validator.iter_errors(value):
                place = "/".join(map(str, error.absolute_path))
                lines.append(f"schema of the {side}: /{place}: {error.message[:300]}")
        return lines


def codes_of(answer):
    """Every code that an answer names."""
    found = set()
    if isinstance(answer, dict):
        error = answer.get("error", answer)
        if "code" in error:
            found.add(error["code"])
        found.update(finding["code"] for finding in error.get("findings", []))
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--call", required=True, help="the command, without the operation")
    parser.add_argument("--schemas", action="store_true", help="also hold everything against the schemas")
    parser.add_argument("--only", default="", help="only vectors whose id begins so")
    parser.add_argument("--codes", action="store_true", help="also list operations and codes seen")
    arguments = parser.parse_args()
    command = shlex.split(arguments.call)
    found, faults = load(ROOT)
    if faults or not found:
        print("\n".join(faults or ["no vectors"]))
        return 2
    chosen = [(path, vector) for path, vector in found if vector["id"].startswith(arguments.only)]
    operations = sorted({vector["call"]["operation"] for _, vector in chosen})
    schemas = Schemas(command, operations) if arguments.schemas else None
    codes, failed = {}, 0
    with concurrent.futures.ThreadPoolExecutor() as pool:
        results = pool.map(lambda pair: judge(command, pair[1], schemas), chosen)
        for (path, vector), (lines, answer) in zip(chosen, results):
            for code in codes_of(answer):
                codes.setdefault(code, []).append(vector["id"])
            if lines:
                failed += 1
                print(f"{path}: {vector['id']}")
                print("".join(f"    {line}\n" for line in lines[:20]), end="")
    if arguments.codes:
        listed = subprocess.run([*command, "--list"], capture_output=True, text=True).stdout.split()
        print("operations without a vector:", sorted(set(listed) - set(operations)) or "none")
        for code in sorted(codes):
            print(f"{code}  ({len(codes[code])}, first {codes[code][0]})")
    print(f"{len(chosen)} vectors, {failed} differ")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
