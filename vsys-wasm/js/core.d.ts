import type { Failure } from "./operations.js";

/** A text in both languages. */
export interface Bilingual {
  en: string;
  ja: string;
}

/** A violation of a rule or a warning. */
export interface Finding {
  code: string;
  message: Bilingual;
  /** Where it stands in the request (RFC 6901). */
  path?: string;
  /** Where it stands in a CSV. */
  place?: { cell: string; column: string; file: string; row: number };
  /** The rule that says so. */
  rule: string;
  severity: "error" | "warning";
  /** The offending JSON text, cut at 200 characters; absent for personal fields. */
  value?: string;
}

/** An operation answered. */
export interface Success<T> {
  ok: true;
  answer: T;
  /** The assumptions that were made; see `rules.assumptions`. */
  assumptions: string[];
  /** Warnings; operations that judge list violations of rules here too. */
  findings: Finding[];
  /** How many there are, when not all are listed. */
  findings_total?: number;
}

/** What is wrong. `code` tells the type of `details`. */
export interface ErrorOf<Code extends string, Details> {
  assumptions: string[];
  code: Code;
  details: Details;
  /** Every fault of the request, in order of place. */
  findings: Finding[];
  findings_total?: number;
  /** What to do. */
  help: Bilingual;
  message: Bilingual;
}

/** An operation refused, or its request cannot be read. */
export interface Refused {
  ok: false;
  error: Failure;
}

export type Outcome<T> = Success<T> | Refused;

/** What the constructors throw. */
export declare class VsysError extends Error {
  readonly error: Failure;
}

/** Tables of the caller's own in place of the bundled ones. */
export declare class RuleBook {
  /**
   * `tables`: `products`, `holidays`, `municipalities`, each as a whole; as a value, or as JSON in text or bytes.
   * @throws {VsysError} with every finding of the tables.
   */
  constructor(tables?: object | string | Uint8Array);
  /** Runs an operation with these tables: wire bytes out. */
  call(operation: string | Uint8Array, request: string | Uint8Array): Uint8Array;
  /** Gives the memory back at once. */
  free(): void;
}

/** Runs an operation with the bundled tables: text or bytes in, wire bytes out. */
export declare function call(operation: string | Uint8Array, request: string | Uint8Array): Uint8Array;

/**
 * Runs an operation by its name. `request` is JSON in text or bytes, or a value of plain objects, lists, strings,
 * numbers, BigInts and booleans.
 * @throws {TypeError} on a value that has no JSON.
 */
export declare function run(operation: string, request?: unknown, book?: RuleBook): Outcome<unknown>;
