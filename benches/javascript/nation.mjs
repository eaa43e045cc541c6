// The nation of the benchmarks (J1, J1c): the same rows as benches/python/allocation.py makes, and the sharing as one writes
// it in plain JavaScript. Works in Node and in a page; the codes of the municipalities are given.

export const [TOWNS, SITES, VIALS] = [1_741, 60_000, 3_120_000];
const MUNICIPALITIES_OF = [
  179, 40, 33, 35, 25, 35, 59, 44, 25, 35, 63, 54, 62, 33, 30, 15, 19, 17, 27, 77, 42, 35, 54, 29, 19, 26, 43, 41,
  39, 30, 19, 19, 27, 23, 19, 24, 17, 20, 34, 60, 20, 21, 45, 18, 26, 43, 41,
];
const WORD = (1n << 64n) - 1n;

/** splitmix64 of seed and index. */
function mixed(seed, index) {
  let x = (BigInt(index) * 0x9e3779b97f4a7c15n + BigInt(seed)) & WORD;
  x = ((x ^ (x >> 30n)) * 0xbf58476d1ce4e5b9n) & WORD;
  x = ((x ^ (x >> 27n)) * 0x94d049bb133111ebn) & WORD;
  return x ^ (x >> 31n);
}

const stream = (seed, rows) => Array.from({ length: rows }, (_, row) => mixed(seed, row + 1) >> 32n);
const scaled = (part, most) => (part * BigInt(most)) >> 32n;
const power = (part, squarings) => (squarings === 0 ? part : power((part * part) >> 32n, squarings - 1));

/** Town, weight, floor and cap of each site; the sites stand in the order of their towns. */
export function nation() {
  const people = stream(101, TOWNS).map((part) => 160n + scaled(power(part, 1), 40_000) + scaled(power(part, 6), 3_700_000));
  const upto = [];
  people.reduce((sum, number) => (upto.push(sum + number), sum + number), 0n);
  const town = Uint32Array.from({ length: SITES }, (_, row) => {
    if (row < TOWNS) {
      return row;
    }
    const drawn = mixed(102, row - TOWNS + 1) % upto.at(-1);
    let [low, high] = [0, TOWNS];
    while (low < high) {
      const middle = (low + high) >> 1;
      [low, high] = upto[middle] <= drawn ? [middle + 1, high] : [low, middle];
    }
    return low;
  }).sort();
  const weight = stream(103, SITES).map((part) => 20n + scaled(power(part, 2), 900) + scaled(power(part, 5), 6_000));
  const whole = weight.reduce((sum, number) => sum + number, 0n);
  const [width, lifted] = [stream(120, SITES), stream(121, SITES)];
  const cap = weight.map((number, row) => 1n + (number * BigInt(VIALS) * (scaled(width[row], 896) + 128n)) / (whole * 256n));
  const floor = weight.map((number, row) => {
    const above = 1n + (number * BigInt(VIALS) * 3n) / (2n * whole);
    return scaled(lifted[row], 100) < 10n ? (above < cap[row] ? above : cap[row]) : 0n;
  });
  return { town, weight: Uint32Array.from(weight, Number), floor: Uint32Array.from(floor, Number), cap: Uint32Array.from(cap, Number) };
}

/** How many recipients each giver has: the nation, the 47, the towns. */
export function sizes({ town }) {
  const sites = new Uint32Array(TOWNS);
  town.forEach((index) => (sites[index] += 1));
  return [Uint32Array.of(MUNICIPALITIES_OF.length), Uint32Array.from(MUNICIPALITIES_OF), sites];
}

/** Largest remainder within bounds, exact while every product stays below 2^53; ties by larger weight, then row. */
export function hamilton(weight, floor, cap, supply) {
  const rows = weight.length;
  const total = (column) => column.reduce((a, b) => a + b, 0);
  for (const bound of [floor, cap]) {
    if (total(bound) === supply) {
      return Float64Array.from(bound);
    }
  }
  let [low, high, level] = [0, 0, 0];
  let sum = 0;
  for (let row = 0; row < rows; row += 1) {
    high = Math.max(high, cap[row] / Math.max(weight[row], 1));
    sum += weight[row];
  }
  level = supply / sum;
  const at = new Int8Array(rows);
  let weights, rest;
  for (let pass = 0; ; pass += 1) {
    if (pass > 200) {
      throw new Error("no level was found");
    }
    [weights, rest] = [0, supply];
    let clipped = 0;
    for (let row = 0; row < rows; row += 1) {
      const share = level * weight[row];
      at[row] = share <= floor[row] ? -1 : share >= cap[row] ? 1 : 0;
      clipped += at[row] < 0 ? floor[row] : at[row] > 0 ? cap[row] : share;
      rest -= at[row] < 0 ? floor[row] : at[row] > 0 ? cap[row] : 0;
      weights += at[row] === 0 ? weight[row] : 0;
    }
    const holds = () => {
      for (let row = 0; row < rows; row += 1) {
        const side = rest * weight[row] <= floor[row] * weights ? -1 : rest * weight[row] >= cap[row] * weights ? 1 : 0;
        if (side !== at[row]) {
          return false;
        }
      }
      return true;
    };
    if ((weights === 0 && rest === 0) || (weights > 0 && holds())) {
      break;
    }
    [low, high] = clipped < supply ? [level, high] : [low, level];
    const better = weights > 0 ? rest / weights : -1;
    level = low < better && better < high ? better : (low + high) / 2;
  }
  const amounts = new Float64Array(rows);
  const free = [];
  const remainder = new Float64Array(rows);
  let units = rest;
  for (let row = 0; row < rows; row += 1) {
    if (at[row] === 0) {
      remainder[row] = (rest * weight[row]) % weights;
      amounts[row] = (rest * weight[row] - remainder[row]) / weights;
      units -= amounts[row];
      free.push(row);
    } else {
      amounts[row] = at[row] < 0 ? floor[row] : cap[row];
    }
  }
  free.sort((a, b) => remainder[b] - remainder[a] || weight[b] - weight[a] || a - b);
  free.slice(0, units).forEach((row) => (amounts[row] += 1));
  return amounts;
}

/** The same from the nation through 47 and 1,741 to the sites. */
export function levels({ town, weight, floor, cap }) {
  const starts = Array.from({ length: TOWNS }, (_, index) => town.indexOf(index));
  const above = [];
  MUNICIPALITIES_OF.reduce((sum, number) => (above.push(sum), sum + number), 0);
  const sums = (column, begins) => Float64Array.from(begins, (begin, at) => column.subarray(begin, begins[at + 1] ?? column.length).reduce((a, b) => a + b, 0));
  const split = (given, columns, begins) => {
    const parts = begins.map((begin, at) => hamilton(...columns.map((column) => column.subarray(begin, begins[at + 1] ?? column.length)), given[at]));
    return Float64Array.from(parts.flatMap((part) => [...part]));
  };
  const wide = [weight, floor, cap].map((column) => Float64Array.from(column));
  const atTown = wide.map((column) => sums(column, starts));
  const atTop = atTown.map((column) => sums(column, above));
  return split(split(hamilton(...atTop, VIALS), atTown, above), wide, starts);
}

/** The checksum of the other languages. */
export function checksum(amounts) {
  return amounts.reduce((sum, amount, row) => (sum + (BigInt(amount) + 1n) * (((BigInt(row + 1) * 0x9e3779b97f4a7c15n) & WORD) | 1n)) & WORD, 0n);
}

/** Nanoseconds of the least and the median of many runs, A B A B … */
export async function sideBySide(works, runs, now = () => performance.now() * 1e6) {
  const times = works.map(() => []);
  for (let run = 0; run < runs; run += 1) {
    for (const [at, { work, calls }] of works.entries()) {
      const begun = now();
      for (let call = 0; call < calls; call += 1) {
        await work(call);
      }
      times[at].push((now() - begun) / calls);
    }
  }
  return works.map(({ name }, at) => {
    times[at].sort((a, b) => a - b);
    return { name, least: times[at][0], median: times[at][runs >> 1] };
  });
}
