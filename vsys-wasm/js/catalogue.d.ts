/** An operation: its name, what it does in English and in Japanese, and whether the small package has it. */
export interface CatalogueEntry {
  readonly name: string;
  readonly en: string;
  readonly ja: string;
  readonly small: boolean;
}

/** Every operation, in the order of their names; nothing of it is loaded by a page that does not ask for it. */
export declare const OPERATIONS: readonly CatalogueEntry[];
