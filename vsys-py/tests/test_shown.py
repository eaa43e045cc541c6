"""What a console and a notebook show of answers, findings and errors."""

import copy
import json
import pickle
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest

import vsys

PLACES = [{"id": "Aogaoka", "weight": 3_000}, {"id": "Minamisato", "weight": 2_000}, {"id": "Shirahama", "weight": 1_000}]
#: The void elements that HTML lets stand open.
VOID = {"br"}


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    vsys.language("en")
    yield
    vsys.language("en")


def shared(supply: int = 7_000, **more: object) -> vsys.Answer[object]:
    return vsys.run("allocation.apportion", {"supply": supply, "recipients": PLACES, **more})


class Page(HTMLParser):
    """The cells and texts of a page; fails on elements that do not close."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.cells: dict[str, str] = {}
        self.texts: list[str] = []
        self.style = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.style = dict(attrs).get("style") or ""
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1] != "style":
            self.texts.append(data)
        if self.open[-1] in ("td", "th"):
            self.cells[data] = self.style


def test_an_allocation_on_a_console() -> None:
    # 7,000 × 3/6, 2/6 and 1/6: 3,500, 2,333.3 and 1,166.7.
    assert repr(shared()) == """\
allocation.apportion: shares whole units in proportion to weights, exactly
  given      7,000
  left_over  0
  method     largest-remainder

amounts (3 rows)
  id          amount
  Aogaoka      3,500
  Minamisato   2,333
  Shirahama    1,167
  total        7,000

assumptions: assumption.proposal-method
findings: none"""


def test_the_same_in_japanese() -> None:
    vsys.language("ja")
    lines = repr(shared()).splitlines()
    assert lines[0] == "allocation.apportion: 重みに比例して整数単位を配分する"
    assert "amounts（3 件）" in lines
    assert "  合計         7,000" in lines
    assert lines[-2:] == ["前提: assumption.proposal-method", "指摘: なし"]


def test_first_rows_and_the_totals_of_all() -> None:
    recipients = [{"id": f"r{number:03}", "weight": 1} for number in range(250)]
    answer = vsys.allocation.apportion(supply=1_000, recipients=recipients)  # type: ignore[arg-type]
    text = repr(answer)
    assert len(text.splitlines()) < 25
    assert "r009" in text and "r010" not in text
    assert "… 240 more rows" in text
    assert "total   1,000" in text
    page = Page(answer._repr_html_())
    assert "r019" in page.cells and "r020" not in page.cells
    assert "… 230 more rows" in page.cells
    assert page.cells["1,000"].startswith("text-align:right")


def test_columns_stand_under_one_another_with_wide_letters() -> None:
    request = {"cycle": 5, "delivery_week": "2021-05-10", "product": "pfizer-12plus"}
    towns = [{"code": "131032", "weight": 10}, {"code": "011002", "weight": 7}]
    supply = {"vaccine": 1_000, "needles": 20_000}
    answer = vsys.run("allocation.cascade", {**request, "supply": supply, "municipalities": towns})
    table = repr(answer).split("municipalities (2 rows)\n")[1].splitlines()[:4]
    # A letter of Japanese takes two columns, so that the texts are shorter by one for each.
    assert {len(line) + sum(ord(sign) > 0x2E80 for sign in line) for line in table} == {len(table[0])}
    assert repr(answer).index("prefectures (2 rows)") < repr(answer).index("municipalities (2 rows)")
    assert "warning" in repr(answer).splitlines()[-1]


def test_prices_and_ranks_are_not_added_up() -> None:
    page = Page(vsys.claims.tariff(date="2021-12-01")._repr_html_())
    assert "price" in page.cells
    assert "tfoot" not in page.tags, "neither prices nor the components of prices add up"
    shown = repr(shared(explain="figures"))
    assert "total" not in shown.split("explanations")[1]


def test_a_notebook_shows_assumptions_and_findings() -> None:
    answer = shared()
    page = Page(answer._repr_html_())
    assert page.cells["3,500"].startswith("text-align:right")
    assert "text-align:left" in page.cells["Aogaoka"]
    [ruling] = [
        row["ruling"]["en"]
        for row in vsys.rules.assumptions().answer["assumptions"]
        if row["id"] == "assumption.proposal-method"
    ]
    assert f" {ruling}" in page.texts
    assert " none" in page.texts
    assert "color:#" not in answer._repr_html_() and "background:#" not in answer._repr_html_()


def test_what_callers_write_is_escaped() -> None:
    evil = "<script>alert('1')</script>"
    answer = vsys.run("allocation.apportion", {"supply": 3, "recipients": [{"id": evil, "weight": 1}]})
    assert "<script" not in answer._repr_html_()
    assert evil in Page(answer._repr_html_()).cells
    with pytest.raises(vsys.VsysError) as caught:
        vsys.run("allocation.apportion", {"supply": 3, "recipients": [{"id": evil, "weight": -1}], evil: 1})
    for html in (caught.value._repr_html_(), caught.value.findings._repr_html_()):
        assert "<script" not in html
        assert "request.field.unknown" in Page(html).cells


def test_control_characters_do_not_reach_a_console() -> None:
    with pytest.raises(vsys.VsysError) as caught:
        vsys.run("quantity.convert", {"a\u001b[31m\nb": 1})
    assert "\u001b" not in repr(caught.value.findings)
    assert "/a [31m b" in repr(caught.value.findings)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_an_error(language: str) -> None:
    with pytest.raises(vsys.VsysError) as caught:
        vsys.run("quantity.convert", {"boxes": -1, "colour": "red"})
    error = caught.value
    vsys.language(language)  # type: ignore[arg-type]
    message, help = (text[language] for text in (error.message, error.help))  # type: ignore[literal-required]
    assert repr(error) == f"<VsysError {error}>"
    page = Page(error._repr_html_())
    assert f" {message}" in page.texts
    assert help in page.texts
    for finding in error.findings:
        assert finding["path"] in page.cells
        assert finding["rule"] in page.cells
        assert finding["message"][language] in page.cells  # type: ignore[literal-required]


def test_findings_are_a_list() -> None:
    with pytest.raises(vsys.VsysError) as caught:
        vsys.run("quantity.convert", {"boxes": -1, "colour": "red"})
    findings = caught.value.findings
    plain = list(findings)
    assert isinstance(findings, list)
    assert findings == plain and plain == findings
    assert json.dumps(findings) == json.dumps(plain)
    assert findings[0] is plain[0] and findings[1:] == plain[1:]
    for twin in (copy.deepcopy(findings), pickle.loads(pickle.dumps(findings))):
        assert twin == plain and isinstance(twin, vsys.Findings)
    assert len(repr(findings).splitlines()) == 2 + len(plain)
    assert repr(vsys.version().findings) == "[]"


def test_every_answer_of_the_vectors_can_be_shown(vectors: list[tuple[str, dict[str, object]]]) -> None:
    answers = 0
    for operation, request in vectors:
        try:
            answer: vsys.Answer[object] | vsys.VsysError = vsys.run(operation, request)
            answers += 1
        except vsys.VsysError as error:
            answer = error
        assert operation in repr(answer) or isinstance(answer, vsys.VsysError)
        assert max(len(line) for line in repr(answer).splitlines()) < 2_000
        Page(answer._repr_html_())
    assert answers > 300
