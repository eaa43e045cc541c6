"""J5: python j5.py FOLDER ENGINE. The answer is the verdict on every form of the folder; what is timed is one form."""

from __future__ import annotations

import datetime
import json
import sys
from collections.abc import Callable
from typing import Annotated, Any, Optional

from protocol import checksum, serve

FORM: dict[str, Any] = {
    "coupon": "1061403573", "municipality": "131016", "birth_date": "1937-05-29",
    "date": "2022-12-07", "dose": 3, "previous_date": "2022-07-01",
}  # fmt: skip


def code_fits(code: str) -> bool:
    if len(code) != 6 or not code.isascii() or not code.isdigit():
        return False
    total = int(code[0]) * 6 + int(code[1]) * 5 + int(code[2]) * 4 + int(code[3]) * 3 + int(code[4]) * 2
    return int(code[5]) == (11 - total % 11) % 10


def plain(form: dict[str, Any]) -> list[str]:
    """The check by its definition, with the standard library."""
    wrong = []
    if not (len(form["coupon"]) == 10 and form["coupon"].isascii() and form["coupon"].isdigit()):
        wrong.append("coupon")
    if not code_fits(form["municipality"]):
        wrong.append("municipality")
    birth = date = previous = None
    try:
        birth = datetime.date.fromisoformat(form["birth_date"])
    except ValueError:
        wrong.append("birth_date")
    try:
        date = datetime.date.fromisoformat(form["date"])
    except ValueError:
        wrong.append("date")
    if not 1 <= form["dose"] <= 7:
        wrong.append("dose")
    if form["previous_date"] is not None:
        try:
            previous = datetime.date.fromisoformat(form["previous_date"])
        except ValueError:
            wrong.append("previous_date")
        if previous and date and (date - previous).days < 18:
            wrong.append("interval")
    if birth and date and (date - birth).days < 5 * 365:
        wrong.append("age")
    return wrong


def with_pydantic() -> Callable[[dict[str, Any]], bool]:
    import pydantic

    def fits(code: str) -> str:
        if not code_fits(code):
            raise ValueError("municipality")
        return code

    class Form(pydantic.BaseModel):
        coupon: Annotated[str, pydantic.StringConstraints(pattern=r"^[0-9]{10}$")]
        municipality: Annotated[str, pydantic.AfterValidator(fits)]
        birth_date: datetime.date
        date: datetime.date
        dose: Annotated[int, pydantic.Field(ge=1, le=7)]
        previous_date: Optional[datetime.date] = None

        @pydantic.model_validator(mode="after")
        def across(self) -> Any:
            if self.previous_date and (self.date - self.previous_date).days < 18:
                raise ValueError("interval")
            if (self.date - self.birth_date).days < 5 * 365:
                raise ValueError("age")
            return self

    def check(form: dict[str, Any]) -> bool:
        try:
            Form.model_validate(form)
        except pydantic.ValidationError:
            return False
        return True

    return check


def with_jsonschema() -> Callable[[dict[str, Any]], bool]:
    """The fields one by one; a schema says nothing of check digits and of days between dates."""
    import jsonschema

    date = {"type": "string", "format": "date"}
    schema = {
        "type": "object",
        "properties": {
            "coupon": {"type": "string", "pattern": "^[0-9]{10}$"},
            "municipality": {"type": "string", "pattern": "^[0-9]{6}$"},
            "birth_date": date, "date": date, "dose": {"type": "integer", "minimum": 1, "maximum": 7},
        },
    }  # fmt: skip
    check = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    return lambda form: not list(check.iter_errors(form))


def main() -> None:
    folder, engine = sys.argv[1:]
    with open(f"{folder}/forms.json", encoding="utf-8") as file:
        forms = json.load(file)
    engines: dict[str, Callable[[], Callable[[dict[str, Any]], bool]]] = {
        "plain": lambda: lambda form: not plain(form), "pydantic": with_pydantic, "jsonschema": with_jsonschema,
    }  # fmt: skip
    check = engines[engine]()
    verdicts = checksum([int(check(form)) for form in forms])
    inner = 300 if engine == "jsonschema" else 4_000

    def run() -> None:
        check(FORM)

    serve(run, lambda _: str(verdicts), inner)


if __name__ == "__main__":
    main()
