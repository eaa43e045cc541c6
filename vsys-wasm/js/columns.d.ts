import type { Outcome, RuleBook } from "./core.js";
import type { ApportionRequest, CascadeRequest } from "./operations.js";

/**
 * Whole numbers, one a row. In a `Float64Array` what is no whole number (`NaN`, −0, fractions) is a finding with its row;
 * where a bound may be left open, `Infinity` (or 2^64−1 in a `BigUint64Array`) leaves it open.
 */
export type Numbers = Uint32Array | Float64Array | BigUint64Array;

/** Recipients in columns of one length. */
export interface RecipientColumns {
  /** The weights, 0 to 2^53−1; 0 gets exactly the floor. */
  weight: Numbers;
  /** The least each must get; absent = 0. */
  floor?: Numbers;
  /** The most each may get; open = unlimited. */
  cap?: Numbers;
  /** Ids, which decide ties; absent = a recipient is known by its row, and the earlier row is the smaller code. */
  id?: readonly string[];
}

/** Units shared out among rows. */
export interface SharedColumns {
  /** The amounts, row by row: whole numbers, which a `Float64Array` holds exactly up to 2^53−1. */
  amounts: Float64Array;
  /** What no cap had room for. */
  left_over: number;
  /** The method used. */
  method: NonNullable<ApportionRequest["method"]>;
  /** Equal claims where the supply ended, if the cut passes through some. */
  tie?: { decided: string; rows: Uint32Array; units: number };
}

/** The operations over typed arrays. */
export declare const columns: {
  /**
   * Shares a supply among the rows of columns: `allocation.apportion` without a record for every recipient. Findings have
   * places such as `/columns/floor/3`.
   */
  readonly apportion: (
    options: Omit<ApportionRequest, "recipients" | "explain">,
    columns: RecipientColumns,
  ) => Outcome<SharedColumns>;
};

/** What is asked of the rows of a level; open = not said. */
export interface NodeColumns {
  /** The weight; absent = the sum of the level below, of hubs their capacity in doses. */
  weight?: Numbers;
  /** The least, in boxes. */
  floor?: Numbers;
  /** The most, in boxes. */
  cap?: Numbers;
}

/** A hierarchy in columns. */
export interface NetworkColumns {
  /** 都道府県: `code` is 1 to 47. */
  prefectures?: NodeColumns & { code: Numbers };
  /** 市町村: `code` with its check digit, such as 131032. */
  municipalities?: NodeColumns & { code: Numbers };
  /** 基本型接種施設: the code of the municipality, and the capacity in doses (接種可能量). */
  hubs: NodeColumns & { municipality: Numbers; capacity?: Numbers; id?: readonly string[] };
  /** サテライト: the row of the hub, and the capacity in doses. */
  satellites?: { hub: Numbers; capacity: Numbers; id?: readonly string[] };
}

/** What a level received, in boxes. */
export interface LevelColumns {
  vaccine: Float64Array;
  needles: Float64Array;
  syringes: Float64Array;
  /** Vaccine that was received and not given on. */
  left_over: Float64Array;
}

/** A supply shared through all levels. */
export interface CascadedColumns {
  method: NonNullable<CascadeRequest["method"]>;
  ties: { decided: string; giver: string; level: string; tied: string[]; units: number }[];
  /** One row. */
  nation: LevelColumns;
  /** In the order of their codes. */
  prefectures: LevelColumns & { code: Uint32Array };
  /** In the order of their codes. */
  municipalities: LevelColumns & { code: Uint32Array };
  /** In the order of the rows that were given. */
  hubs: {
    vaccine: Float64Array;
    needles: Float64Array;
    syringes: Float64Array;
    /** Vials that the hub keeps for its own capacity. */
    own_vials: Float64Array;
    /** Vials that nobody's capacity has room for. */
    vials_left_over: Float64Array;
  };
  /** In the order of the rows that were given. */
  satellites: { vials: Float64Array };
}

/** A supply shared through a hierarchy of figures. */
export interface TreeShares {
  /** The amounts of each level from the top; the last one has the rows that were given. */
  levels: Float64Array[];
  /** What no recipient of the lowest level got. */
  left_over: number;
}

/**
 * A hierarchy by numbers alone (階層): who gives to how many, level by level from the top. `new Tree([Uint32Array.of(2),
 * Uint32Array.of(2, 1)])` is a nation with two prefectures, of two municipalities and one. Names, boxes, needles and
 * imported amounts are for {@link Network}; this is for figures, and faster.
 */
export declare class Tree {
  /** @throws {VsysError} A level has not one number for each recipient of the level above (`allocation.column.length`). */
  constructor(levels: readonly Uint32Array[]);
  /** How many recipients the lowest level has. */
  readonly recipients: number;
  /** How many levels receive. */
  readonly levels: number;
  /**
   * Shares whole units through all levels, each giver's among its recipients as `columns.apportion`. Givers have the sums of
   * their recipients' weights, floors and caps. Ties go by the larger weight, then by the earlier row, and are not told.
   */
  share(
    options: Pick<ApportionRequest, "supply" | "method" | "first_units">,
    columns: Omit<RecipientColumns, "id">,
  ): Outcome<TreeShares>;
  /** Gives the memory back at once. */
  free(): void;
}

type NetworkOptions = Omit<CascadeRequest, "prefectures" | "municipalities" | "hubs" | "satellites" | "explain">;

/** A hierarchy that is read once; then every supply is shared in milliseconds, without JSON. */
export declare class Network {
  /**
   * `options` is the request of `allocation.cascade` without its rows; codes and packs are looked up on its delivery week.
   * @throws {VsysError} with every finding of options and columns; places such as `/hubs/columns/weight/3`.
   */
  constructor(options: NetworkOptions, levels: NetworkColumns, book?: RuleBook);
  /** Shares; `supply` in place of that of the options. */
  cascade(supply?: CascadeRequest["supply"]): Outcome<CascadedColumns>;
  /** Gives the memory back at once. */
  free(): void;
}
