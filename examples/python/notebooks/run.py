"""Executes the notebooks beside this file.

    python examples/python/notebooks/run.py            # executes them and writes their outputs
    python examples/python/notebooks/run.py --check    # compares their texts with a fresh execution

Pictures are executed too, but only compared as being there: their bytes depend on the fonts.
"""

from __future__ import annotations

import difflib
import json
import os
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path
from typing import Any

import nbformat
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

HERE = Path(__file__).resolve().parent
#: What editors and kernels add, and nobody reads.
METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def executed(path: Path) -> Any:
    """The notebook with fresh outputs, as it is written."""
    notebook = nbformat.read(path, as_version=4)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    # Its list of fonts is there before a kernel tells that it takes a moment to make one.
    import_module("matplotlib.font_manager")
    # A backend that somebody chose for scripts would swallow the pictures.
    os.environ.pop("MPLBACKEND", None)
    with tempfile.TemporaryDirectory() as folder:
        # The kernel stands on this machine: no network, where the system can do without.
        local: dict[str, str] = {} if os.name == "nt" else {"transport": "ipc", "ip": f"{folder}/kernel"}
        kernel = AsyncKernelManager(kernel_name="python3", **local)
        NotebookClient(notebook, km=kernel, timeout=600, resources={"metadata": {"path": str(HERE)}}).execute()
    notebook.metadata = nbformat.from_dict(METADATA)
    for cell in notebook.cells:
        cell.metadata = nbformat.from_dict({})
        for output in cell.get("outputs", []):
            output.get("metadata", {}).clear()
            # Matplotlib's own description of a picture says nothing that a reader wants.
            if "image/png" in output.get("data", {}):
                output["data"].pop("text/plain", None)
    return notebook


def texts(notebook: Any) -> list[str]:
    """The sources and the texts of the outputs, line by line; a picture is one line."""
    lines: list[str] = []
    for number, cell in enumerate(notebook.cells, 1):
        lines += [f"--- cell {number}", *cell.source.splitlines()]
        for output in cell.get("outputs", []):
            parts = output.get("data") or {output.get("name", "error"): output.get("text") or output.get("traceback")}
            for kind, content in sorted(parts.items()):
                shown = content if isinstance(content, str) else json.dumps(content, ensure_ascii=False)
                lines += [f"--- {kind}", *(["(a picture)"] if kind.startswith("image/") else shown.splitlines())]
    return lines


def main() -> int:
    check = sys.argv[1:] == ["--check"]
    if sys.argv[1:] and not check:
        print(__doc__, file=sys.stderr)
        return 2
    rotten = 0
    for path in sorted(HERE.glob("*.ipynb")):
        begun = time.monotonic()
        fresh = executed(path)
        seconds = time.monotonic() - begun
        if not check:
            nbformat.write(fresh, path)
        before, after = (texts(notebook) for notebook in (nbformat.read(path, as_version=4), fresh))
        difference = list(difflib.unified_diff(before, after, f"{path.name} as committed", "executed now", lineterm="", n=1))
        rotten += bool(difference)
        print("\n".join(line[:300] for line in difference[:60]), end="\n" if difference else "")
        print(f"{path.name}: {'differs' if difference else 'as committed' if check else 'written'}, {seconds:.1f} s")
    if rotten:
        print("execute the notebooks and commit them: cargo xtask notebooks", file=sys.stderr)
    return 1 if rotten else 0


if __name__ == "__main__":
    sys.exit(main())
