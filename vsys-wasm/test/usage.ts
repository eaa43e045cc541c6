// Uses the package as a typed program would; checked by `tsc --strict`.

import { OPERATIONS } from "../pkg/catalogue.js";
import * as vsys from "../pkg/index.js";
import type { Failure, Finding, Outcome, RecipientRequest, StateDocument } from "../pkg/index.js";

export function boxes(recipients: readonly RecipientRequest[]): Map<string, number> {
  const result = vsys.allocation.apportion({ supply: 100, recipients, method: "webster" });
  if (!result.ok) {
    throw new Error(tell(result.error));
  }
  return new Map(result.answer.amounts.map((row) => [row.id, row.amount]));
}

export function tell(error: Failure): string {
  // The code tells the type of the details.
  switch (error.code) {
    case "request.word.unknown":
      return error.details.expected.join(", ");
    case "request.number.out_of_range":
      return `${error.details.least} to ${error.details.most}`;
    default:
      return error.message.en;
  }
}

// The state travels in requests: what was answered goes in again.
export function fix(state: StateDocument): StateDocument {
  const result = vsys.allocation.advance({ state, actor: { role: "nation" }, event: { kind: "fix" } });
  return result.ok ? result.answer.state : state;
}

export const versions: Outcome<vsys.VersionAnswer> = vsys.version();
export const listed: Outcome<unknown> = vsys.run("rules.list", { kind: "text" });
export const inSmall: string[] = OPERATIONS.filter(({ small }) => small).map(({ name, ja }) => `${name}: ${ja}`);
export const raw: Uint8Array = vsys.call("version", "{}");
export const book = new vsys.RuleBook({ products: [] });
export const findings: Finding[] = versions.ok ? versions.findings : versions.error.findings;

const limits: vsys.FormLimits = { minimum_interval_days: 18, minimum_age: 5, today: "2022-12-31" };
const check: (record: vsys.FormRecord) => vsys.FormResult = vsys.formChecker(limits);
export const record = { coupon: "1061403573", municipality: "131016", birth_date: "1937-05-29", date: "2022-12-07", dose: 3 };
export const faults: readonly vsys.FormFault[] = check(record).faults;
export const tooYoung: boolean = check({ ...record, previous_date: "2022-07-01" }).faults.includes("age");
export const told: Outcome<vsys.FormAnswer> = vsys.form.check({ ...record, ...limits });
// @ts-expect-error: no interval is published, so it must be said.
vsys.formChecker({ minimum_age: 5, today: "2022-12-31" });
// @ts-expect-error: there is no such member.
check({ ...record, age: 85 });
// @ts-expect-error: a result is not changed.
check(record).valid = true;

// @ts-expect-error: a required member is missing.
vsys.quantity.convert({ product: "pfizer-12plus" });
// @ts-expect-error: there is no such method.
vsys.allocation.apportion({ supply: 1, recipients: [], method: "fair" });
// @ts-expect-error: there is no such member.
vsys.calendar.holiday({ date: "2021-07-22", day: 22 });
// @ts-expect-error: an outcome is told apart before its answer is read.
vsys.version().answer;
