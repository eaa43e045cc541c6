import type { FormAnswer, FormRequest } from "./operations.js";

/** What screening forms are held against: exactly one of `minimum_age` (years) and `minimum_age_days`. */
export type FormLimits = Pick<FormRequest, "minimum_interval_days" | "today" | "minimum_age" | "minimum_age_days">;

/** What a screening form says (予診票の記載). */
export type FormRecord = Omit<FormRequest, keyof FormLimits>;

/** What can be wrong with a screening form (予診票の不備). */
export type FormFault = FormAnswer["faults"][number];

/** The faults of a form; frozen, and the same object for the same faults. */
export interface FormResult {
  /** What is wrong, in the order of the schema. */
  readonly faults: readonly FormFault[];
  /** Whether nothing is wrong but for warnings. */
  readonly valid: boolean;
}

/**
 * A function that checks screening forms against limits: the faults that `form.check` has, in a fraction of the time.
 * The messages are told by `form.check({ ...record, ...limits })`.
 *
 * The function throws a `TypeError` on a member of another type.
 * @throws {VsysError} when the limits cannot be read, with the codes of `form.check`.
 */
export declare function formChecker(limits: FormLimits): (record: FormRecord) => FormResult;
