import type { Finding, Outcome, RuleBook } from "./core.js";
import type { Operations } from "./operations.js";

/** The languages of findings. */
export type Language = "ja" | "en";

export interface BindOptions<Name extends keyof Operations> {
  /** The operation that judges what is entered; those that judge (`*.preview`, `*.validate`, `*.check`) suit best. */
  operation: Name;
  /** Absent = English where the page says `lang="en"`, else Japanese. */
  language?: Language;
  /**
   * What the form does not ask: members that go with what is entered, which stands above them; or a function that makes
   * the request of what is entered. Findings are shown by the places of the request.
   */
  request?: object | ((entered: object) => object);
  /** Tables of the caller's own. */
  book?: RuleBook;
  /** Runs the operation elsewhere, such as in a worker; of answers that come late only the last counts. */
  run?: (operation: Name, request: object) => Outcome<Operations[Name]["answer"]> | Promise<Outcome<Operations[Name]["answer"]>>;
  /** Where all findings are listed; absent = at the end of the form; `null` = nowhere. */
  summary?: Element | null;
  /** After every check. */
  onOutcome?: (outcome: Outcome<Operations[Name]["answer"]>, binding: Binding<Name>) => void;
  /** When the form is submitted and nothing is wrong. The form itself goes nowhere. */
  onSubmit?: (outcome: Outcome<Operations[Name]["answer"]>, request: object) => void;
  /** Other words for a finding; `undefined` = the usual ones. */
  word?: (finding: Finding, language: Language, control: Element | undefined) => string | undefined;
  /** Another name for a field in the summary; `undefined` = its label, behind the head of its row. */
  label?: (control: Element, path: string) => string | undefined;
}

/** A form that is bound to an operation. */
export interface Binding<Name extends keyof Operations = keyof Operations> {
  /** What the operation came to, last. */
  readonly outcome: Outcome<Operations[Name]["answer"]> | undefined;
  /** What was asked, last. */
  readonly request: object | undefined;
  /** The language of the findings; setting it says them again. */
  language: Language;
  /** Reads, judges and shows at once: after rows were added or values set by a program. */
  check(): Outcome<Operations[Name]["answer"]> | Promise<Outcome<Operations[Name]["answer"]>>;
  /** Shows the findings of fields that nobody has come to yet. */
  reveal(): void;
  /** Takes everything away that the binding has added to the page. */
  destroy(): void;
}

/**
 * Binds a form, or any element with fields, to an operation. Findings appear beside their fields while somebody types,
 * once a frame; what was typed stays as it is, and nothing is sent anywhere.
 * @throws {TypeError} when two fields stand at one place, a place is written wrongly, or there is no such operation.
 */
export declare function bind<Name extends keyof Operations>(root: HTMLElement, options: BindOptions<Name>): Binding<Name>;
