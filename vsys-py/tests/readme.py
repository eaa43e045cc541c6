"""Runs the examples of README.md and compares what they come to with what their comments say.

Run by ``cargo xtask test`` in an environment that holds nothing but the wheel, so it needs nothing itself. The
pictures need more than the wheel; their tests are in ``test_plot.py``.
"""

import ast
import re
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
#: The headings whose examples need nothing but the wheel.
HEADINGS = ("Quick start", "Errors")


def examples() -> list[str]:
    """The blocks of Python below the headings."""
    sections = README.read_text(encoding="utf-8").split("\n## ")
    chosen = [section for section in sections if section.split("\n", 1)[0] in HEADINGS]
    assert len(chosen) == len(HEADINGS)
    return [block for section in chosen for block in re.findall(r"```python\n(.*?)```", section, re.DOTALL)]


def run(source: str, names: dict[str, object]) -> int:
    """Runs an example; ``expression  # value`` is compared. Tells how many comparisons there were."""
    lines = source.splitlines()
    compared = 0
    for statement in ast.parse(source).body:
        assert statement.end_lineno is not None
        if isinstance(statement, ast.Expr):
            value = eval(compile(ast.Expression(statement.value), str(README), "eval"), names)
            _, _, comment = lines[statement.end_lineno - 1].partition("# ")
            try:
                expected = ast.literal_eval(comment.strip())
            except (SyntaxError, ValueError):
                continue
            assert value == expected, f"{lines[statement.end_lineno - 1]} but it is {value}"
            compared += 1
        else:
            exec(compile(ast.Module([statement], []), str(README), "exec"), names)
    return compared


def main() -> None:
    names: dict[str, object] = {}
    compared = sum(run(block, names) for block in examples())
    assert compared >= 2, "the quick start says what its lines come to"
    print(f"README.md: {len(examples())} examples, {compared} values as they stand there")


if __name__ == "__main__":
    main()
