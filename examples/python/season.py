"""A season of a workplace's booster vaccination, told through the operations alone.

A company applies, is sent back, applies again and is confirmed; it registers a plan, changes it within and
above the total first registered; the rows freeze, the nation decides, the allocation is fixed. Every line is
drawn from an answer; nothing is decided here. Persons, company and site are invented.

    python examples/python/season.py [--lang en]
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any

import vsys

LANG = "en" if sys.argv[1:] == ["--lang", "en"] else "ja"

Json = dict[str, Any]

HOLDER = "12345-1010101010"
SITE = {"role": "site", "code": HOLDER, "account": "ID-0001"}
NATION = {"role": "nation", "account": "ID-0002"}
BOOSTER = {"role": "site", "code": "ID-0101", "account": "ID-0101"}

ADDRESS = {"postal_code": "1050000", "prefecture": "13", "municipality_code": "131032", "municipality": "港区", "street": "見本1-2-3"}
PERSON = {"name": "架空 花子", "telephone": "03-0000-0001", "mail": "hanako@example.jp", "affiliation": "架空商事", "department": "総務部", "title": "課長"}
DOCTOR = {"affiliation": "見本クリニック", "name": "架空 太郎", "kana": "カクウ タロウ", "telephone": "03-0000-0002", "no_mail": True}

STORED = {"company": {"name": "架空商事", "representative": "架空 一郎", "telephone": "03-0000-0000", "address": ADDRESS}}
FORM = {
    "continue_id": True,
    "site": {"change": True, "entry": {"name": "架空商事 本社会場", "pattern": "01", "elevator": True, "fax": "03-0000-0003", "address": {**ADDRESS, "postal_code": "105-0000"}}},
    "staff_1": PERSON,
    "receiver_1": {"same_as_staff": True},
    "doctor": DOCTOR,
    "vaccine_keeper": {"undecided": True},
    "needle_keeper": {"undecided": True},
    "weekend_contact": {"undecided": True},
    "consent": {"staffing": True, "place": True, "office": True, "minimum": False, "plan": True},
}
CORRECTED = {
    **FORM,
    "site": {"change": True, "entry": {"name": "架空商事 本社会場", "pattern": "01", "elevator": True, "fax": "03-0000-0003", "address": ADDRESS}},
    "consent": {"staffing": True, "place": True, "office": True, "minimum": True, "plan": True},
}

SETUP = {"product": "moderna-booster", "start": "2022-02-28", "cycles": 5}


def word(en: str, ja: str) -> str:
    return {"en": en, "ja": ja}[LANG]


def chapter(number: int, en: str, ja: str) -> None:
    print(f"\n{number}. {word(en, ja)}")


def findings(list_of_findings: Iterable[Any]) -> None:
    for finding in list_of_findings:
        mark = {"error": "×", "warning": "△"}[finding["severity"]]
        print(f"    {mark} {finding.get('path', '')}: {finding['message'][LANG]} [{finding['rule']}]")


def ask(operation: str, request: Json) -> vsys.Answer[Any]:
    """One operation; a refusal ends the story."""
    return vsys.run(operation, request)


def refused(operation: str, request: Json) -> None:
    """One operation whose refusal is part of the story."""
    try:
        ask(operation, request)
    except vsys.VsysError as error:
        print(f"  {word('refused', '拒否')} ({operation}): {error.code}")
        findings(error.findings)
    else:
        raise SystemExit(f"{operation} was to refuse")


def step(answer: vsys.Answer[Any]) -> None:
    """What a move left behind: the log entry, the warnings and the notices."""
    step = answer.answer["step"]
    log = step["log"]
    nothing = word("not there yet", "未登録")
    print(f"  {log['at'].replace('T', ' ')} {log['account']}: {step['event'][LANG]} [{step['rule']}]: {step['from'][LANG] if 'from' in step else nothing} → {step['to'][LANG]}")
    findings(answer.findings)
    for notice in step["notices"]:
        print(f"    ✉ {notice['text'][LANG]}")


def rows(plan: Json, at: str, confirmed: Sequence[Json], allocated: Sequence[Json] = ()) -> None:
    """The plan as the screen shows it."""
    answer = ask("plan.status", {"plan": plan, "at": at, "confirmed": confirmed, "allocated": list(allocated)})
    print(f"  {at.replace('T', ' ')}")
    for row in answer.answer["rows"]:
        given = f"{row['allocated']}" if "allocated" in row else word("open", "未定")
        asked = f" ({word('asked for', '確認待ち')}: {row['requested']})" if "requested" in row and row["requested"] != row["boxes"] else ""
        print(f"    {row['cycle']}: {row['start']}–{row['end']} {row['boxes']}{word(' boxes', '箱')}{asked} = {row['doses']}{word(' doses', '回分')}, {word('needles', '針')} {row['needles']}, {word('allocated', '分配実績')} {given}; {row['reason'][LANG]}")
    totals = answer.answer["totals"]
    print(f"    {word('total', '合計')}: {totals['boxes']}{word(' boxes', '箱')} = {totals['doses']}{word(' doses', '回分')} ({word('first registered', '初回登録時')} {totals['initial_boxes']})")


def main() -> None:
    print(word("A season of booster vaccination at a workplace", "職域追加接種の一季節"))

    chapter(1, "The application", "申込み")
    refused("application.advance", {"actor": SITE, "at": "2021-12-20T11:00", "event": {"kind": "submit"}, "holder": HOLDER, "form": FORM, "stored": STORED})
    first = ask("application.advance", {"actor": SITE, "at": "2021-12-20T11:20", "event": {"kind": "submit"}, "holder": HOLDER, "form": CORRECTED, "stored": STORED})
    step(first)

    chapter(2, "Sent back, and applied again", "要再申込と再度の申込み")
    comment = "会場の所在地と郵便番号を見直してください。"
    returned = ask("application.advance", {"application": first.answer["application"], "actor": NATION, "at": "2021-12-22T15:05", "event": {"kind": "review", "deficient": True, "comment": comment}})
    step(returned)
    again = {**CORRECTED, "continue_id": False}
    second = ask("application.advance", {"application": returned.answer["application"], "actor": SITE, "at": "2021-12-23T09:30", "event": {"kind": "submit"}, "form": again})
    step(second)
    refused("application.advance", {"application": second.answer["application"], "actor": SITE, "at": "2021-12-23T09:31", "event": {"kind": "withdraw"}})

    chapter(3, "Confirmed, with a new ID and a delegation letter", "確認済み・新規IDと委任状")
    confirmed = ask("application.advance", {"application": second.answer["application"], "actor": NATION, "at": "2021-12-24T11:05", "event": {"kind": "review", "deficient": False}})
    step(confirmed)
    print(f"    {confirmed.answer['outcome']['note'][LANG]}")
    letter = ask("contract.letter", {"actor": NATION, "at": "2021-12-27T10:00", "event": "issue", "new_id": "letter-01", "site": "ID-0101"})
    step(letter)
    for at, event in [("2021-12-28T09:00", "login"), ("2021-12-28T09:05", "download"), ("2021-12-29T09:00", "login")]:
        letter = ask("contract.letter", {"letter": letter.answer["letter"], "actor": BOOSTER, "at": at, "event": event})
        step(letter)
        shown = word("the pop-up is shown", "ポップアップを表示する") if letter.answer["pop_up"] else word("no pop-up", "ポップアップは表示しない")
        print(f"    {shown}; {word('downloads', 'ダウンロード回数')}: {letter.answer['letter']['downloads']}")

    chapter(4, "The plan", "接種計画の登録")
    boxes = [4, 3, 2, 3, 0]
    plan = ask("plan.register", {"actor": BOOSTER, "at": "2022-01-20T10:00", "booster_id": True, "setup": SETUP, "rows": [{"cycle": cycle, "boxes": count} for cycle, count in enumerate(boxes, 1)]})
    step(plan)
    rows(plan.answer["plan"], "2022-01-20T10:00", [])

    chapter(5, "A change within the total", "合計の範囲内の変更")
    fixed = [{"cycle": 1, "at": "2022-02-07T17:00"}, {"cycle": 2, "at": "2022-02-28T17:00"}]
    plan = ask("plan.change", {"plan": plan.answer["plan"], "actor": BOOSTER, "at": "2022-03-01T12:00", "booster_id": True, "confirmed": fixed, "rows": [{"cycle": 4, "boxes": 2}, {"cycle": 5, "boxes": 1}]})
    step(plan)
    refused("plan.change", {"plan": plan.answer["plan"], "actor": BOOSTER, "at": "2022-03-01T12:05", "booster_id": True, "confirmed": fixed, "rows": [{"cycle": 1, "boxes": 5}, {"cycle": 4, "boxes": 2, "needles": 9}]})

    chapter(6, "A change above the total", "合計を超える変更")
    change = {"plan": plan.answer["plan"], "actor": BOOSTER, "at": "2022-03-07T16:00", "booster_id": True, "confirmed": fixed, "rows": [{"cycle": 3, "boxes": 3}, {"cycle": 5, "boxes": 2}]}
    preview = ask("plan.preview", change)
    print(f"  {word('before sending', '送信前の確認')}: {word('the nation must confirm', '国の確認が必要')} = {json.dumps(preview.answer['needs_confirmation'])}, {word('next deadline', '次の〆切')} {preview.answer['next_deadline']['deadline'].replace('T', ' ')}")
    plan = ask("plan.change", change)
    step(plan)

    chapter(7, "Frozen while cycle 3 is allocated", "第3クールの分配作業による変更停止")
    rows(plan.answer["plan"], "2022-03-08T15:01", fixed)
    refused("plan.change", {**change, "plan": plan.answer["plan"], "at": "2022-03-08T15:01", "rows": [{"cycle": 5, "boxes": 3}]})

    chapter(8, "The nation decides", "国の確認")
    refused("plan.decide", {"plan": plan.answer["plan"], "actor": BOOSTER, "at": "2022-03-09T10:00", "decision": "confirm", "confirmed": fixed})
    plan = ask("plan.decide", {"plan": plan.answer["plan"], "actor": NATION, "at": "2022-03-09T10:00", "decision": "confirm", "confirmed": fixed})
    step(plan)

    chapter(9, "The allocation of cycle 3 is fixed", "第3クールの分配量の確定")
    fixed = [*fixed, {"cycle": 3, "at": "2022-03-14T17:00"}]
    given = [{"cycle": 1, "boxes": 4}, {"cycle": 2, "boxes": 3}, {"cycle": 3, "boxes": 2}]
    rows(plan.answer["plan"], "2022-03-15T09:00", fixed, given)


if __name__ == "__main__":
    main()
