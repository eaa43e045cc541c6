"""Who may do what, on which day and on whose data.

Source: ROL-3 (the table of contents of 2021-02-17), ROL-4 (what that of 2020-12-18 has otherwise), ALC-4, ALC-6,
DES-1, DLV-1, APP-16, RES-1, PLN-7, PRV-4; rulings of manual-editions, rol-4 (X-28) and municipality-code (a ward is
its city). A question is three-valued: one «no» decides it, and only then what is missing is asked for.
"""

# In the order of ROL-5.
ROLES = ["nation", "prefecture", "municipality", "institution", "site", "maker", "wholesaler", "dry_ice_maker",
         "needle_store", "call_centre", "group_organiser", "medical_association", "resident", "system_administrator",
         "service_desk"]
DECEMBER, FEBRUARY, NOVEMBER = "2020-12-18", "2021-02-17", "2021-11-24"

# ROL-3: chapter, printed words, actions. «優先» of the last column is `priority-n` of the role in brackets.
ROL_3 = {
    "nation": [
        ("2", "クールマスタを登録する", ["cycle.register"]),
        ("3", "ワクチン分配量を登録・確定する", ["allocation.register", "allocation.fix"]),
        ("4", "DashBoardで情報を確認する", ["dashboard.read"]),
        ("5", "マスタを作成・編集する", ["master.edit"]),
        ("6", "物流実績を追跡する", ["logistics.trace"]),
        ("7", "V-SYSユーザー向けのナレッジを作成・編集・削除する", ["knowledge.edit"]),
        ("8", "コロナワクチンナビに掲載する国民向けのお知らせ・FAQを登録・修正する", ["public_notice.edit"]),
    ],
    "prefecture": [
        ("2", "ワクチン分配量を登録・確定する", ["allocation.register", "allocation.lock"]),
        ("3", "進捗状況を確認する", ["progress.read"]),
        ("4", "FAQ・マニュアル", ["manual.read"]),
    ],
    "municipality": [
        ("2", "医療機関・接種会場情報を確認・承認する", ["facility.approve"]),
        ("3", "接種会場単位へのワクチン分配量を登録する", ["allocation.register"]),
        ("4", "進捗状況を確認する", ["progress.read"]),
        ("5", "住民からの申請に対応する", ["resident_request.answer"]),
        ("6", "接種会場・医師情報・接種可能量・納品希望量を登録する", ["facility.register", "capacity.register"]),
        ("7", "特設の接種会場を運営する", ["special_site.operate"]),
        ("8", "FAQ・マニュアル", ["manual.read"]),
        ("priority-3", "医療機関・接種会場情報を確認・承認する", ["priority.facility_approve"]),
    ],
    "institution": [
        ("2", "医療機関・医師情報・接種可能量・納品希望量を登録する", ["facility.register", "capacity.register"]),
        ("3", "分配量・納入予定日を確認する", ["allocation.view", "delivery.view"]),
        ("4", "接種予約受付状況を更新する", ["booking_status.update"]),
        ("5", "接種実績等を報告する", ["results.report"]),
        ("6", "FAQ・マニュアル", ["manual.read"]),
        ("priority-2", "医療機関・医師情報を登録する", ["priority.facility_register"]),
        ("priority-4", "接種券付き予診票を作成する", ["priority.form_print"]),
        ("priority-6", "接種実績等を報告する", ["priority.results_report"]),
    ],
    "maker": [
        ("2", "ワクチン（種類・物流）マスタを作成・編集する", ["vaccine_master.edit"]),
        ("3", "ワクチンの供給量を登録する", ["supply.register"]),
        ("4", "卸業者（物流倉庫）へのワクチン分配量を確認する", ["wholesaler_allocation.view"]),
        ("5", "接種会場への納入予定日・納入実績を登録する", ["delivery.plan", "delivery.record"]),
        ("6", "FAQ・マニュアル", ["manual.read"]),
    ],
    "wholesaler": [
        ("2", "基本情報を登録する", ["wholesaler.register"]),
        ("3", "入荷情報・在庫情報を登録する", ["stock.register"]),
        ("4", "FAQ・マニュアル", ["manual.read"]),
        ("priority-5", "在庫情報を登録する", ["priority.stock_register"]),
    ],
    "dry_ice_maker": [
        ("2", "ドライアイスの配送先・交換期日を確認する", ["dry_ice_delivery.view"]),
        ("3", "FAQ・マニュアルを確認する", ["manual.read"]),
    ],
    "needle_store": [
        ("2", "針・シリンジの供給量を登録する", ["needle_supply.register"]),
        ("3", "物流倉庫への針・シリンジの入荷情報を登録する", ["needle_arrival.register"]),
        ("4", "FAQ・マニュアル", ["manual.read"]),
    ],
}
# ROL-4: the cells that differ; the rest of a role is as in ROL-3, unless all its cells stand here.
WHOLLY_PRINTED = ["municipality", "institution", "dry_ice_maker", "needle_store"]
ROL_4 = {
    "nation": [
        ("2", "ワクチン供給クールを作成・編集", ["cycle.register"]),
        ("5", "ワクチン・針・シリンジマスタを編集", ["master.edit"]),
        ("8", "予防接種案内サイト", ["public_notice.edit"]),
        ("priority-5", "【国】都道府県単位へ分配量登録", ["priority.allocation_register"]),
        ("priority-7", "【国】市町村単位へのワクチン分配量を確定", ["priority.allocation_fix"]),
    ],
    "prefecture": [
        ("priority-2", "【都道府県】医療機関情報を更新", ["priority.facility_update"]),
        ("priority-6", "【都道府県】市町村単位へ登録", ["priority.allocation_register"]),
        ("priority-8", "【都道府県】医療機関単位へ登録・確定", ["priority.allocation_fix"]),
    ],
    "municipality": [
        ("2", "協力医療機関情報を確認・確定", ["facility.approve"]),
        ("3", "医療機関以外の接種会場情報を登録・修正", ["facility.register"]),
        ("4", "接種会場単位への分配量", ["allocation.register"]),
        ("5", "進捗", ["progress.read"]),
        ("6", "住民からの申請", ["resident_request.answer"]),
        ("7", "医療機関以外の接種会場を運営", ["special_site.operate"]),
        ("priority-4", "【市町村】確認・確定", ["priority.facility_approve"]),
    ],
    "institution": [
        ("2", "医療機関・医師情報", ["facility.register"]),
        ("3", "割り当てられたワクチン量・納入予定日", ["allocation.view", "delivery.view"]),
        ("4", "接種予約受付状況", ["booking_status.update"]),
        ("5", "接種実績", ["results.report"]),
        ("priority-3", "【医療機関】詳細情報を登録", ["priority.facility_register"]),
        ("priority-9", "【医療機関】優先接種予約枠の設定・予約情報の登録", ["priority.booking_register"]),
        ("priority-11", "【医療機関】納入予定日を確認", ["priority.delivery_view"]),
        ("priority-12", "【医療機関】費用請求が可能な予診票を印刷", ["priority.form_print"]),
        ("priority-13", "【医療機関】接種実績", ["priority.results_report"]),
    ],
    "maker": [
        ("4", "地域卸業者（物流倉庫）へのワクチン分配量", ["wholesaler_allocation.view"]),
        ("5", "納入予定日・納入実績", ["delivery.plan", "delivery.record"]),
    ],
    "wholesaler": [
        ("4", "納入予定日を登録", ["delivery.plan"]),
        ("5", "納入実績を登録", ["delivery.record"]),
        ("priority-10", "【卸業者】納入予定日", ["priority.delivery_plan"]),
    ],
    "dry_ice_maker": [("2", "配送要否を確認", ["dry_ice_need.view"])],
    "needle_store": [
        ("2", "(種類・物流)マスタを作成・編集", ["needle_master.edit"]),
        ("3", "供給量", ["needle_supply.register"]),
        ("4", "地域卸業者への分配量", ["wholesaler_allocation.view"]),
    ],
}
# What other rules add: action, role, from, until, rule, assumption. The place of the FAQ is not told for every role
# of December 2020, so `manual.read` is only asked from February 2021 on.
ADDED = [
    *(("allocation." + step, role, DECEMBER, None, "ALC-4", None)
      for step in ("confirm", "edit", "complete") for role in ("prefecture", "municipality")),
    ("allocation.edit", "nation", DECEMBER, None, "ALC-4", None),
    ("capacity.register", "institution", DECEMBER, FEBRUARY, "DES-1", None),
    ("delivery.plan", "wholesaler", FEBRUARY, None, "DLV-1", "assumption.rol-4"),
    ("delivery.record", "wholesaler", FEBRUARY, None, "DLV-1", "assumption.rol-4"),
    ("allocation.view", "site", FEBRUARY, None, "ALC-6", None),
    ("delivery.view", "site", FEBRUARY, None, "ALC-6", None),
    ("account.login", "site", NOVEMBER, None, "APP-16", None),
    ("results.report", "site", NOVEMBER, None, "RES-1", None),
    ("plan.register", "site", NOVEMBER, None, "PLN-7", None),
    ("plan.change", "site", NOVEMBER, None, "PLN-7", None),
]
EVERYBODYS = {"account.login", "guidance.read", "manual.read"}
BOOSTER = {"plan.register", "plan.change"}
EDITIONS = [DECEMBER, FEBRUARY, NOVEMBER]


def scope(action, role):
    """PRV-4: governments see what concerns them, everybody else his own."""
    if role == "nation" or action in EVERYBODYS:
        return "all"
    return {"prefecture": "own_prefecture", "municipality": "own_municipality"}.get(role, "own")


def permissions():
    """Every permission: (action, role) → list of from, until, chapter, rule, assumption."""
    table = {}

    def add(action, role, *rest):
        table.setdefault((action, role), []).append(rest)

    for role, cells in ROL_3.items():
        told = {chapter for chapter, _, _ in ROL_4[role]}
        cells_3 = [("1", "", ["account.login"]), ("common", "", ["guidance.read"]), *cells]
        for chapter, _, actions in cells_3:
            for action in actions:
                add(action, role, FEBRUARY, None, chapter, "ROL-3", None)
                whole = role in WHOLLY_PRINTED and chapter not in ("1", "common")
                if not whole and chapter not in told and not chapter.startswith("priority") and action != "manual.read":
                    add(action, role, DECEMBER, FEBRUARY, chapter, "ROL-4", None)
        for chapter, _, actions in ROL_4[role]:
            for action in actions:
                add(action, role, DECEMBER, FEBRUARY, chapter, "ROL-4", None)
    for action, role, since, until, rule, assumption in ADDED:
        add(action, role, since, until, None, rule, assumption)
    return table


TABLE = permissions()
ACTIONS = sorted({action for action, _ in TABLE})
# ALC-4 (steps 2 and 4) and ROL-7 (special sites) give these to governments too, beside the tables of contents: who may
# is not to be read off the two tables alone, and is not asked here.
BESIDE_THE_TABLES = {"allocation.view", "booking_status.update", "delivery.view", "results.report"}


def on(action, day):
    """Who may on a day: role → from, until, chapter, rule, assumption."""
    return {role: row for role in ROLES for row in TABLE.get((action, role), [])
            if row[0] <= day and (row[1] is None or day < row[1])}


# Wards of the questions asked; a ward is its city for allocation (F-CODE).
CITY_OF = {"141011": "141003", "141020": "141003", "141313": "141305", "271021": "271004"}


def city(code):
    return CITY_OF.get(code, code)


def own(action, role, code, target):
    """Whether the data are the actor's: a truth value, and what is missing where it cannot be told."""
    wanted = scope(action, role)
    if wanted == "all":
        return True, []
    member = {"own_prefecture": "prefecture", "own_municipality": "municipality", "own": "owner"}[wanted]
    what = target.get(member)
    if member == "prefecture" and what is None and "municipality" in target:
        what = target["municipality"][:2]
    missing = [] if code else ["actor.code"]
    missing += [] if what else ["target." + member]
    if missing:
        return None, missing
    return (city(code) == city(what) if member == "municipality" else code == what), []


def answer(request):
    """Whether the question is answered, and the envelope."""
    action, day, actor, target = request["action"], request["date"], request["actor"], request.get("target", {})
    role = actor["role"]
    wrong = []
    if action not in ACTIONS:
        wrong.append(("access.action.unknown", "/action"))
    if day < DECEMBER:
        wrong.append(("access.date.before", "/date"))
    if {"prefecture", "municipality"} <= set(target) and target["municipality"][:2] != target["prefecture"]:
        wrong.append(("access.target.contradiction", "/target/municipality"))
    if wrong:
        return False, refused(wrong, {"editions": EDITIONS} if wrong[0][0] == "access.date.before" else None)
    able = on(action, day)
    out = {"allowed": False, "expected_roles": list(able), "reason": {}}
    if role in able:
        since, until, chapter, rule, _ = able[role]
        mine, missing = own(action, role, actor.get("code"), target)
        booster = request.get("booster_id") if action in BOOSTER else True
        if booster is None:
            missing = missing + ["booster_id"]
        if mine is False or booster is False:
            # With both wrong either rule would do.
            if not (mine is False and booster is False):
                out["rule"] = "PRV-4" if mine is False else "PLN-7"
        elif missing:
            missing = sorted(missing, key=lambda name: name.split("."))
            details = {"input": missing[0]}
            return False, refused([("access.input.missing", "/" + name.replace(".", "/")) for name in missing], details)
        else:
            out |= {"allowed": True, "rule": rule}
        out["scope"] = scope(action, role)
        out["edition"] = {"from": since} | ({"until": until} if until else {}) | ({"chapter": chapter} if chapter else {})
    elif len({row[3] for row in able.values()}) == 1:
        out["rule"] = next(iter(able.values()))[3]
    named = {row[4] for row in able.values() if row[4]}
    divided = {tuple(on(action, edition)) for edition in EDITIONS}
    if len(divided) > 1:
        named.add("assumption.manual-editions")
    envelope = {"answer": out, "findings": []}
    # Who reads the manuals in December 2020 is told for some roles only.
    if action != "manual.read":
        envelope["assumptions"] = sorted(named)
    return True, envelope


def refused(wrong, details):
    findings = [{"code": code, "path": path, "severity": "error"} for code, path in wrong]
    return {"error": {"code": wrong[0][0], **({"details": details} if details else {}), "findings": findings}}
