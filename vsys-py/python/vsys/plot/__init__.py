"""Pictures of answers: ``pip install vsys[plot]``.

    >>> from vsys import plot
    >>> shared = {"13": 708, "01": 292}
    >>> axes = plot.tile_map(shared, quota={"13": 708.3, "01": 291.7})

Each function takes an answer, its ``answer`` member or a plain mapping, draws on ``ax`` or on a figure of its
own, and gives the axes back. Nothing global is changed. :func:`vsys.language` chooses the language; where no
Japanese font is installed, Japanese labels fall back to English, with one warning.

回答を図にします。
"""

try:
    import matplotlib as _matplotlib
except ImportError as error:
    raise ImportError("vsys.plot draws with matplotlib: pip install 'vsys[plot]'") from error

from ._claims import claims
from ._compare import compare
from ._plan import plan
from ._tile_map import tile_map
from ._tiles import TILES, Tile

del _matplotlib

__all__ = ["TILES", "Tile", "claims", "compare", "plan", "tile_map"]
