"""The pictures: what stands where, in both languages, with every letter there."""

import importlib
import sys
import warnings
from collections.abc import Iterator
from fractions import Fraction
from io import BytesIO
from itertools import combinations
from typing import Any

import matplotlib as mpl

mpl.use("agg")

import matplotlib.pyplot as plt  # noqa: E402
import pytest  # noqa: E402
from matplotlib.axes import Axes  # noqa: E402
from matplotlib.colors import to_rgba  # noqa: E402
from matplotlib.patches import Rectangle  # noqa: E402
from matplotlib.text import Text  # noqa: E402

import vsys  # noqa: E402
from vsys import plot  # noqa: E402
from vsys.plot import _canvas, _font  # noqa: E402

SITE = {"role": "site", "code": "ID-0101", "account": "ID-0101"}
SETUP = {"product": "moderna-booster", "start": "2022-02-28", "cycles": 5}
#: Invented amounts for every prefecture: code × 31, so that some have four digits.
AMOUNTS = {code: int(code) * 31 for code in plot.TILES}
MONTHS = {
    "2021-12": {"regular": 1_200, "off_hours": 300, "holiday": 150},
    "2022-01": {"regular": 2_200, "off_hours": 30, "holiday": 450},
}


@pytest.fixture(autouse=True)
def clean() -> Iterator[None]:
    before = dict(mpl.rcParams)
    vsys.language("en")
    with warnings.catch_warnings():
        # A letter that no font has is a warning of matplotlib's.
        warnings.simplefilter("error")
        yield
    vsys.language("en")
    plt.close("all")
    assert dict(mpl.rcParams) == before


def picture(ax: Axes) -> None:
    """Draws it, as a reader would have it."""
    whole = ax.get_figure(root=True)
    assert whole is not None
    whole.savefig(BytesIO(), format="png")


def texts(ax: Axes) -> list[str]:
    """Every text of the drawn picture."""
    picture(ax)
    found = [text for text in ax.findobj(Text) if isinstance(text, Text) and text.get_visible()]
    return [text.get_text() for text in found if text.get_text()]


def tiles(ax: Axes) -> dict[str, Rectangle]:
    found = {str(patch.get_gid()): patch for patch in ax.patches if isinstance(patch, Rectangle) and patch.get_gid()}
    return {gid.removeprefix("tile-"): patch for gid, patch in found.items() if gid.startswith("tile-")}


def plan(boxes: tuple[int, ...]) -> list[dict[str, int]]:
    return [{"cycle": number, "boxes": count} for number, count in enumerate(boxes, 1)]


def registered() -> vsys.Answer[Any]:
    request = {"setup": SETUP, "at": "2022-01-15T10:00", "actor": SITE, "booster_id": True}
    return vsys.run("plan.register", {**request, "rows": plan((5, 0, 3, 7, 2))})


def changed() -> vsys.Answer[Any]:
    request = {"plan": registered().answer["plan"], "at": "2022-01-16T10:00", "actor": SITE, "booster_id": True}
    return vsys.run("plan.change", {**request, "rows": plan((5, 2, 3, 9, 2))})


def test_a_japanese_font_is_installed() -> None:
    assert _font.family() is not None, "install fonts-ipaexfont"


def test_the_tiles_are_japan() -> None:
    assert sorted(plot.TILES) == [f"{number:02}" for number in range(1, 48)]
    places = {(tile.column, tile.row) for tile in plot.TILES.values()}
    assert len(places) == 47
    at = plot.TILES
    # North above and east on the right, between places whose order on the globe nobody doubts.
    north = ["01", "02", "05", "06", "07", "09", "11", "14"]
    assert [at[code].row for code in north] == sorted(at[code].row for code in north)
    east = ["42", "41", "40", "35", "34", "33", "28", "26", "25", "21", "19", "13", "12"]
    assert [at[code].column for code in east] == sorted(at[code].column for code in east)
    south = max(at.values(), key=lambda tile: tile.row)
    assert south.en == "Okinawa" and south.column == 0
    # No two main islands touch along an edge: a strait is a gap or a corner.
    islands = {"01": 0, **dict.fromkeys(["36", "37", "38", "39"], 2), "47": 4}
    islands |= dict.fromkeys(["40", "41", "42", "43", "44", "45", "46"], 3)
    for one, other in combinations(at, 2):
        apart = abs(at[one].column - at[other].column) + abs(at[one].row - at[other].row)
        assert apart > 1 or islands.get(one, 1) == islands.get(other, 1), (one, other)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_tile_map_of_an_allocation(language: str) -> None:
    vsys.language(language)  # type: ignore[arg-type]
    recipients = [{"id": code, "weight": weight} for code, weight in AMOUNTS.items()]
    answer = vsys.run(
        "allocation.apportion", {"supply": 16_000, "recipients": recipients, "explain": "figures"}
    )
    ax = plot.tile_map(answer)
    shown = texts(ax)
    drawn = tiles(ax)
    assert set(drawn) == set(plot.TILES)
    whole = sum(AMOUNTS.values())
    for row in answer.answer["amounts"]:
        tile = plot.TILES[row["id"]]
        assert (int(drawn[row["id"]].get_x()), int(drawn[row["id"]].get_y())) == (tile.column, tile.row)
        quota = Fraction(16_000 * AMOUNTS[row["id"]], whole)
        apart = f"{float(row['amount'] - quota):+.2f}".replace("-", "−")
        assert (apart if apart.strip("+−") != "0.00" else "0.00") in shown
        assert f"{row['amount']:,}" in shown
        assert (tile.ja if language == "ja" else tile.en) in shown
    assert ("都道府県別の配分（計 16,000 箱）" if language == "ja" else "16,000 boxes by prefecture") in shown


def test_colours_say_below_and_above() -> None:
    ax = plot.tile_map({"13": 10, "27": 30, "01": 20}, quota={"13": 12, "27": Fraction(57, 2), "01": 20.0})
    drawn = tiles(ax)
    red, _, blue, _ = to_rgba(drawn["13"].get_facecolor())
    assert blue > red, "below the quota is purple"
    red, _, blue, _ = to_rgba(drawn["27"].get_facecolor())
    assert red > blue, "above it is orange"
    assert min(to_rgba(drawn["01"].get_facecolor())) > 0.9, "at it is white"
    assert to_rgba(drawn["02"].get_facecolor())[3] == 0, "a prefecture without an amount is empty"
    assert {"−2.00", "+1.50", "0.00", "10", "30", "20"} <= set(texts(ax))


def test_amounts_alone_and_what_is_no_allocation() -> None:
    ax = plot.tile_map(AMOUNTS, unit=("people", "人"))
    assert "1,457" in texts(ax)
    with pytest.raises(ValueError, match="no prefecture codes: 48"):
        plot.tile_map({"48": 1})
    with pytest.raises(ValueError, match="an allocation is"):
        plot.tile_map(vsys.version())
    with pytest.raises(ValueError, match="a plan is"):
        plot.plan(vsys.version())
    with pytest.raises(ValueError, match="no claim sheets"):
        plot.claims([])


def test_a_cascade_has_prefectures_and_municipalities() -> None:
    request: dict[str, Any] = {"cycle": 5, "delivery_week": "2021-05-10", "product": "pfizer-12plus"}
    request |= {"supply": {"vaccine": 1_000}, "needles": {"policy": "per-level"}}
    towns = [("131032", 10), ("131041", 7), ("011002", 7)]
    request["municipalities"] = [{"code": code, "weight": weight} for code, weight in towns]
    first = vsys.run("allocation.cascade", request)
    assert {"708", "292"} <= set(texts(plot.tile_map(first)))
    request["municipalities"] = [{"code": code, "weight": 8} for code, _ in towns]
    second = vsys.run("allocation.cascade", request)
    # 1,000 over 24 parts, 10 and 7 in Tokyo: 416 + 292 and 292; over three equal ones: 667 and 333.
    vsys.language("ja")
    ax = plot.compare(first, second, level="municipalities")
    # Of Tokyo's 667 two equal ones take 334 and 333; the smaller code has the odd one.
    assert {"港区", "新宿区", "札幌市", "416 → 334", "292 → 333"} <= set(texts(ax))


@pytest.mark.parametrize("language", ["en", "ja"])
def test_two_methods_side_by_side(language: str) -> None:
    vsys.language(language)  # type: ignore[arg-type]
    recipients = [{"id": code, "weight": weight} for code, weight in (("13", 6_000), ("27", 2_590), ("31", 410))]
    request = {"supply": 9, "recipients": recipients}
    first = vsys.run("allocation.apportion", request)
    second = vsys.run("allocation.apportion", {**request, "method": "adams"})
    # Quotas 6, 2.59 and 0.41: largest remainders give 6, 3, 0. Adams gives everybody one first.
    assert [row["amount"] for row in first.answer["amounts"]] == [6, 3, 0]
    assert [row["amount"] for row in second.answer["amounts"]] == [5, 3, 1]
    ax = plot.compare(first, second)
    shown = texts(ax)
    bars = {str(bar.get_gid()): bar.get_width() for bar in ax.patches if isinstance(bar, Rectangle)}
    assert bars == {"bar-13": -1, "bar-31": 1}
    if language == "ja":
        expected = {"東京", "鳥取", "6 → 5", "0 → 1", "3 件のうち 1 件は同じ", "アダムズ法 − 最大剰余法"}
    else:
        expected = {"Tokyo", "Tottori", "6 → 5", "0 → 1", "1 of 3 recipients get the same"}
    assert expected <= set(shown)
    with pytest.raises(ValueError, match="not of the same recipients"):
        plot.compare(first, {"13": 6})


def test_the_largest_differences_are_drawn_first() -> None:
    first = {f"r{number:02}": 100 for number in range(50)}
    second = {id: 100 + place for place, id in enumerate(first)}
    ax = plot.compare(first, second, labels=("before", "after"), most=5)
    assert {"r49", "r45", "100 → 149"} <= set(texts(ax))
    assert "r44" not in texts(ax)
    assert "1 of 50 recipients get the same; 5 of 49 differences drawn" in texts(ax)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_plan_against_its_initial_total(language: str) -> None:
    vsys.language(language)  # type: ignore[arg-type]
    ax = plot.plan(registered())
    lines = {str(line.get_gid()): list(line.get_ydata()) for line in ax.lines}
    assert lines["sum"] == [5, 5, 8, 15, 17]
    assert set(lines["initial"]) == {17}
    title = "初回登録時の合計 17 箱、現在 17 箱" if language == "ja" else "Initial total 17 boxes, now 17"
    assert title in texts(ax)


def test_a_change_that_waits_for_the_nation() -> None:
    ax = plot.plan(changed())
    assert "Initial total 17 boxes, asked for 21 (+4)" in texts(ax)
    assert {"cycle 2\n0 → 2", "cycle 4\n7 → 9", "cycle 3\n3", "asked for, waiting for the nation"} <= set(texts(ax))
    state = {"plan": changed().answer["plan"], "at": "2022-03-01T10:00"}
    state |= {"confirmed": [{"cycle": 1, "at": "2022-02-10T10:00"}], "allocated": [{"cycle": 1, "boxes": 4}]}
    ax = plot.plan(vsys.run("plan.status", state))
    assert "allocated" in texts(ax)
    assert "Initial total 17 boxes, asked for 21 (+4)" in texts(ax)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_claims_by_class_and_month(language: str) -> None:
    vsys.language(language)  # type: ignore[arg-type]
    ax = plot.claims(MONTHS)
    shown = texts(ax)
    assert {"1,650", "2,680", "1,200", "300", "150", "30", "450", "2021-12", "2022-01"} <= set(shown)
    names = {"時間内", "休日", "請求月", "件数"} if language == "ja" else {"within hours", "holiday", "cases"}
    assert names <= set(shown)


def test_claims_of_sheets() -> None:
    head = {"municipality": "131032", "address": "東京都港区見本1-2-3", "representative": "架空 太郎"}
    head |= {"telephone": "03-0000-0000", "facility_class": "2", "institution": "1319999996", "name": "見本クリニック"}
    case = {"coupon": "with_coupon", "municipality": "131105", "service": "vaccination", "age": "six_and_over"}
    request = {"billing_month": "2022-04", "vaccination_month": "2022-03", "form": "new", "include_own": True}
    cases = [{**case, "count": 100}, {**case, "time": "off_hours", "count": 50}, {**case, "time": "holiday", "count": 5}]
    answer = vsys.run("claims.sheets", {**request, "head": head, "cases": cases})
    assert {"155", "100", "50", "5", "2022-04"} <= set(texts(plot.claims(answer)))
    # (2,070 + 730) × 1.1 × 50 = 154,000 yen off hours.
    assert {"154,000", "within hours", "yen with tax"} <= set(texts(plot.claims([answer], of="amount")))
    assert {"155", "vaccination"} <= set(texts(plot.claims([answer.answer], by="service")))
    assert {"155", "six and over"} <= set(texts(plot.claims([answer], by="age")))


def overlaps(ax: Axes) -> list[tuple[str, str]]:
    """Texts that lie over one another in the drawn picture."""
    picture(ax)
    hidden = set() if ax.axison else {*ax.get_xticklabels(), *ax.get_yticklabels()}
    found = [text for text in ax.findobj(Text) if isinstance(text, Text) and text not in hidden]
    drawn = [text for text in found if text.get_visible() and text.get_text().strip()]
    boxes = [(text.get_text(), text.get_window_extent().padded(-1)) for text in drawn]
    return [(one, other) for (one, a), (other, b) in combinations(boxes, 2) if a.overlaps(b)]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_no_text_lies_over_another(language: str) -> None:
    vsys.language(language)  # type: ignore[arg-type]
    quota = {code: Fraction(amount * 9, 10) for code, amount in AMOUNTS.items()}
    shifted = {code: amount + 12 for code, amount in AMOUNTS.items()}
    for ax in (
        plot.tile_map(AMOUNTS, quota),
        plot.tile_map({code: 12_345_678 for code in AMOUNTS}),
        plot.compare(AMOUNTS, shifted),
        plot.plan(changed()),
        plot.claims({**MONTHS, "2022-02": {"regular": 3_000, "off_hours": 10, "holiday": 11, "other": 12}}),
    ):
        assert overlaps(ax) == []
    _, pair = plt.subplots(1, 2, figsize=(12, 5))
    assert overlaps(plot.tile_map(AMOUNTS, quota, ax=pair[0])) == []


def test_axes_of_ones_own_and_nothing_global() -> None:
    vsys.language("ja")
    _, (left, right) = plt.subplots(1, 2)
    assert plot.claims(MONTHS, ax=left, title="左") is left
    assert plot.plan(registered(), ax=right) is right
    assert "左" in texts(left) and "初回登録時の合計" in texts(right)
    left.set_ylim(0, 5_000_000)
    texts(left)


def test_letters_are_read_on_every_colour() -> None:
    colours = [mpl.colormaps["PuOr_r"](number / 40) for number in range(41)]
    colours += [to_rgba(colour) for colour, _ in _canvas.SERIES]

    def luminance(colour: Any) -> float:
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in to_rgba(colour)[:3]]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for colour in colours:
        one, other = sorted((luminance(colour), luminance(_canvas.ink(colour))))
        assert (other + 0.05) / (one + 0.05) >= 3, colour


def test_without_a_japanese_font(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_font, "family", lambda: None)
    _font._warn.cache_clear()
    vsys.language("ja")
    with pytest.warns(UserWarning, match="no Japanese font.*fonts-ipaexfont") as caught:
        shown = texts(plot.tile_map(AMOUNTS))
        plot.tile_map(AMOUNTS)
    assert len(caught) == 1, "once"
    assert caught[0].filename == __file__
    assert "Tokyo" in shown and "東京" not in shown


def test_without_matplotlib(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    monkeypatch.delitem(sys.modules, "vsys.plot")
    with pytest.raises(ImportError, match=r"pip install 'vsys\[plot\]'"):
        importlib.import_module("vsys.plot")
