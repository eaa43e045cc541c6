// Made by `cargo xtask gen` from the table of operations; do not edit.

import type * as all from "./operations.js";

/** Tells the versions of library, wire and data. 版を示す。 */
export declare const version: typeof all.version;
/** The operations `calendar.*` of every build. */
export declare const calendar: Pick<typeof all.calendar, "cycles" | "deadline" | "holiday">;
/** The operations `claims.*` of every build. */
export declare const claims: Pick<typeof all.claims, "check" | "classify" | "deadline" | "diff" | "price" | "route" | "select" | "sheets" | "support" | "tariff">;
/** The operations `code.*` of every build. */
export declare const code: Pick<typeof all.code, "institution">;
/** The operations `needle.*` of every build. */
export declare const needle: Pick<typeof all.needle, "fill">;
/** The operations `plan.*` of every build. */
export declare const plan: Pick<typeof all.plan, "change" | "decide" | "preview" | "register" | "status">;
