"""Writes vectors so that people can read them: what fits on a line stays on one line."""

import json

WIDTH = 118


def _inline(value):
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def _lines(value, indent, lead):
    """`value` as text, its first line standing after `lead` characters."""
    flat = _inline(value)
    if lead + len(flat) <= WIDTH or not isinstance(value, (dict, list)) or not value:
        return flat
    inner = indent + 1
    pad = " " * inner
    if isinstance(value, dict):
        members = []
        for key, item in value.items():
            head = f"{pad}{json.dumps(key, ensure_ascii=False)}: "
            members.append(head + _lines(item, inner, len(head) + 1))
        return "{\n" + ",\n".join(members) + "\n" + " " * indent + "}"
    if all(isinstance(item, (int, str)) for item in value):
        # A column of plain values: as many a line as fit.
        rows, row = [], pad
        for index, item in enumerate(value):
            text = _inline(item) + ("," if index + 1 < len(value) else "")
            if len(row) > inner and len(row) + len(text) + 1 > WIDTH:
                rows.append(row.rstrip())
                row = pad
            row += text + " "
        return "[\n" + "\n".join([*rows, row.rstrip()]) + "\n" + " " * indent + "]"
    items = [pad + _lines(item, inner, inner + 1) for item in value]
    return "[\n" + ",\n".join(items) + "\n" + " " * indent + "]"


def vectors(list_of_vectors):
    """A whole vector file: one vector after the other, its members always on lines of their own."""
    blocks = []
    for vector in list_of_vectors:
        members = []
        for key, item in vector.items():
            head = f"  {json.dumps(key, ensure_ascii=False)}: "
            members.append(head + _lines(item, 2, len(head) + 1))
        blocks.append(" {\n" + ",\n".join(members) + "\n }")
    return "[\n" + ",\n".join(blocks) + "\n]\n"
