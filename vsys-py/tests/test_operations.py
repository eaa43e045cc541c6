"""Every operation of the table is there, with the members of its schema."""

import inspect
import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

import vsys

TABLE = {name: (en, ja) for name, en, ja in vsys.operations()}


def function(name: str) -> Callable[..., vsys.Answer[Any]]:
    found: Any = vsys
    for part in name.split("."):
        found = getattr(found, part)
    return found  # type: ignore[no-any-return]


def schema(name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    whole = json.loads(vsys.schema(name))
    request = whole["request"]
    return request["$defs"][request["$ref"].removeprefix("#/$defs/")], whole["answer"]


def test_the_table_is_not_empty() -> None:
    assert {"version", "allocation.apportion", "quantity.convert", "rules.list"} <= set(TABLE)


@pytest.mark.parametrize("name", TABLE)
def test_arguments_are_the_members_of_the_request(name: str) -> None:
    request, _ = schema(name)
    parameters = inspect.signature(function(name)).parameters
    assert set(parameters) - {"book"} == set(request["properties"])
    required = {name for name, parameter in parameters.items() if parameter.default is inspect.Parameter.empty}
    assert required == set(request["required"])
    assert all(parameter.kind is inspect.Parameter.KEYWORD_ONLY for parameter in parameters.values())


@pytest.mark.parametrize("name", TABLE)
def test_it_is_described(name: str) -> None:
    text = function(name).__doc__ or ""
    en, ja = TABLE[name]
    assert en[1:] in text
    assert ja in text


@pytest.mark.parametrize("name", TABLE)
def test_it_says_what_it_answers_and_where_its_rules_stand(name: str) -> None:
    text = function(name).__doc__ or ""
    _, answers = schema(name)
    answer = answers["oneOf"][0]["properties"]["answer"]
    members = answers["$defs"][answer["$ref"].removeprefix("#/$defs/")]["properties"]
    for member in members:
        assert f"- ``{member}`` (" in text.partition("Returns:")[2].partition("Raises:")[0]
    for rule in vsys.rules.list().answer["rules"]:
        if name in rule["operations"] and not rule["id"].startswith("WIRE-"):
            assert f"        {rule['id']}: " in text.partition("Source:")[2]
            assert all(source["title"] in text for source in rule["sources"])


@pytest.mark.parametrize("name", TABLE)
def test_it_can_be_called(name: str) -> None:
    request, answers = schema(name)
    required = request["required"]
    if required:
        with pytest.raises(vsys.VsysError) as caught:
            function(name)(**dict.fromkeys(required))
        paths = {finding["path"] for finding in caught.value.findings if finding["code"] == "request.type.mismatch"}
        assert paths == {f"/{member}" for member in required}
        raw = vsys.call(name, json.dumps(dict.fromkeys(required)))
    else:
        raw = vsys.call(name, "{}")
        try:
            answer = function(name)()
        except vsys.VsysError as error:
            assert json.loads(raw)["error"]["code"] == error.code
        else:
            assert json.loads(raw)["answer"] == answer.answer
    jsonschema.Draft202012Validator(answers).validate(json.loads(raw))


@pytest.mark.parametrize("name", TABLE)
def test_its_schema_is_one(name: str) -> None:
    whole = json.loads(vsys.schema(name))
    for part in ("request", "answer"):
        jsonschema.Draft202012Validator.check_schema(whole[part])
