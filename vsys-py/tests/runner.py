"""The conformance runner of this face.

Frames on standard input until its end: a line ``<operation> <request byte length>`` and the bytes.
Each is answered by a line ``<ok 0|1> <length>`` and the bytes.
"""

import sys

import vsys


def main() -> None:
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    while line := source.readline():
        operation, length = line.decode().split()
        answer = vsys.call(operation, source.read(int(length)))
        ok = not answer.startswith(b'{"error":')
        sink.write(b"%d %d\n" % (ok, len(answer)))
        sink.write(answer)
        sink.flush()


if __name__ == "__main__":
    main()
