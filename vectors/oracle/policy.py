"""Evaluates a formula of allocation layer by layer in exact fractions. Slow and plain on purpose; nothing
here comes from the library.

Source: F-POLICY, the formulas of 2021 by cycle; rulings proposal-method and share-rounding for what is not published.
"""

import re
from fractions import Fraction

from apportion import Recipient, apportion

ROUND = {
    "ceil": lambda value: -((-value.numerator) // value.denominator),
    "floor": lambda value: value.numerator // value.denominator,
    "half-up": lambda value: (2 * value.numerator + value.denominator) // (2 * value.denominator),
}


def figure(text, of):
    """The value of «8/5*a - b» or «min(a, b)», never below zero; `of` gives the value of a name."""
    text = text.replace(" ", "")
    if text.startswith("min("):
        return min(figure(part, of) for part in text[4:-1].split(","))
    total = Fraction(0)
    for sign, factor, name in re.findall(r"([+-]?)(?:(\d+(?:/\d+)?)(?:\*|(?=[+-]|$)))?([a-z][a-z0-9_]*)?", text):
        if not factor and not name:
            continue
        value = Fraction(factor or 1) * (of(name) if name else 1)
        total += -value if sign == "-" else value
    return max(total, Fraction(0))


class Formula:
    """What is known between two layers."""

    def __init__(self, request):
        self.ids = request["ids"]
        self.columns = {column["name"]: dict(zip(self.ids, column["values"])) for column in request.get("columns", [])}
        self.left = request.get("supply")
        self.given = {}
        self.layers = []
        self.tied = False

    def value(self, text, id):
        def of(name):
            if name == "given":
                return sum(amounts[id] for name, amounts in self.given.items() if not name.startswith("cut:"))
            if name in self.columns:
                return self.columns[name][id]
            return self.given[name if name in self.given else "cut:" + name][id]

        return figure(text, of)

    def run(self, layer):
        takes = [id for id in self.ids
                 if ("only" not in layer or id in layer["only"]) and ("except" not in layer or id not in layer["except"])]
        budget, extra = None, {}
        if layer["kind"] in ("equal", "proportional", "pro-rata", "fill"):
            budget = layer.get("budget", self.left)
            extra["budget"] = budget
        amounts = getattr(self, "_" + layer["kind"].replace("-", "_"))(layer, takes, budget, extra)
        whole = {id: amounts.get(id, 0) for id in self.ids}
        if layer["kind"] == "cut":
            for id in takes:
                self.given[layer["of"]][id] -= whole[id]
            self.given["cut:" + layer["name"]] = whole
        else:
            self.given[layer["name"]] = whole
        if self.left is not None:
            self.left += sum(whole.values()) * (1 if layer["kind"] == "cut" else -1)
            assert self.left >= 0, layer
        self.layers.append((layer, whole, extra))

    def _fixed(self, layer, takes, _budget, _extra):
        return {id: _round(layer, self.value(layer["amount"], id)) for id in takes}

    _grant = _fixed

    def _shortfall(self, layer, takes, _budget, _extra):
        def missing(id):
            return max(self.value(layer["target"], id) - self.value(layer["stock"], id), Fraction(0))

        part = Fraction(layer["share"]) / layer.get("unit", 1)
        return {id: _round(layer, part * missing(id)) for id in takes}

    _coverage = _shortfall

    def _cut(self, layer, takes, _budget, _extra):
        taken = {}
        for id in takes:
            before = self.given[layer["of"]][id]
            over = self.value(layer["stock"], id) > self.value(layer["above"], id)
            taken[id] = before - _round(layer, before * Fraction(layer["keep"])) if over else 0
        return taken

    def _equal(self, layer, takes, budget, extra):
        return self._shared({**layer, "by": "1"}, takes, budget, extra)

    def _proportional(self, layer, takes, budget, extra):
        return self._shared(layer, takes, budget, extra)

    def _pro_rata(self, layer, takes, budget, extra):
        asked = {id: self.value(layer["amount"], id) for id in takes}
        if "rounding" not in layer:
            return self._shared({**layer, "by": layer["amount"], "cap": layer["amount"]}, takes, budget, extra)
        factor = min(Fraction(1), Fraction(budget) / max(sum(asked.values()), Fraction(1)))
        return {id: min(ROUND[layer["rounding"]](asked[id] * factor), asked[id]) for id in takes}

    def _shared(self, layer, takes, budget, extra):
        extra["method"] = layer.get("method", "largest-remainder")
        weights = {id: self.value(layer["by"], id) for id in takes}
        common = 1
        for value in weights.values():
            common = common * value.denominator // _gcd(common, value.denominator)
        rows = []
        for id in takes:
            floor = ROUND["ceil"](self.value(layer["floor"], id)) if "floor" in layer else 0
            cap = ROUND["floor"](self.value(layer["cap"], id)) if "cap" in layer else None
            rows.append(Recipient(id, int(weights[id] * common), floor, cap))
        result = apportion(budget, rows, extra["method"], layer.get("first_units", "refuse"))
        if result.tie:
            extra["tie"] = result.tie
        return result.amounts

    def _fill(self, layer, takes, budget, extra):
        turns = []
        for id in takes:
            per = self.value(layer.get("per", "1"), id)
            wanted = _round(layer, self.value(layer["amount"], id))
            if per:
                turns.append((self.value(layer["rate"], id) / per, wanted, id))
        down = layer["order"] == "descending"
        turns.sort(key=lambda turn: (-turn[0] if down else turn[0], -turn[1], turn[2].encode()))
        served, left, open_ = {}, budget, True
        for _, wanted, id in turns[: layer.get("most")]:
            if not open_:
                break
            if wanted <= left:
                served[id] = wanted
            else:
                served[id] = left if layer.get("last", "part") == "part" else 0
                open_ = False
            left -= served[id]
            # An amount of nothing closes no budget.
        wanting = [turn for turn in turns if turn[1] > 0]
        got = [turn for turn in wanting if served.get(turn[2], 0) > 0]
        behind = [turn for turn in wanting if served.get(turn[2], 0) == 0]
        if got and behind and got[-1][0] == behind[0][0]:
            rate = behind[0][0]
            tied = [turn for turn in wanting if turn[0] == rate]
            extra["tie"] = {"tied": sorted((id for _, _, id in tied), key=str.encode),
                            "units": sum(served.get(id, 0) for _, _, id in tied),
                            "decided": "larger-weight" if got[-1][1] > behind[0][1] else "smaller-code"}
        return served


def _round(layer, value):
    if "rounding" in layer:
        return ROUND[layer["rounding"]](value)
    assert value.denominator == 1, (layer, value)
    return int(value)


def _gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def evaluate(request):
    """The answer to a request with a formula of its own: amounts, layers, what is left."""
    formula = Formula(request)
    for layer in request["policy"]["layers"]:
        formula.run(layer)
    amounts = {id: sum(given[id] for name, given in formula.given.items() if not name.startswith("cut:")) for id in formula.ids}
    answer = {"amounts": [{"id": id, "amount": amounts[id]} for id in formula.ids], "given": sum(amounts.values()), "layers": []}
    for layer, given, extra in formula.layers:
        # Cuts of later layers change what a layer gave.
        final = given if layer["kind"] == "cut" else formula.given[layer["name"]]
        answer["layers"].append({"name": layer["name"], "kind": layer["kind"], "open": False, "missing": [],
                                 "amounts": [final[id] for id in formula.ids], "total": sum(final.values()), **extra})
    if formula.left is not None:
        answer["left"] = formula.left
    return answer
