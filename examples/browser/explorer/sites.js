// Invented sites: as many in each municipality as its population calls for, the same at every visit.

const SITES = 60_000;
/** Of five sites one is a hub (基本型接種施設); every municipality has at least one. */
const SITES_PER_HUB = 5;

/** Hubs and satellites for the municipalities; `apportion` is the library's. */
export function inventSites(towns, apportion) {
  const recipients = towns.map(({ code, population }) => ({ id: code, weight: population, floor: 1 }));
  const shared = apportion({ supply: SITES, recipients });
  if (!shared.ok) {
    throw new Error(shared.error.message.en);
  }
  const between = stream(20_210_510);
  const sites = { hubs: [], satellites: [] };
  for (const { id: municipality, amount } of shared.answer.amounts) {
    const hubs = Math.ceil(amount / SITES_PER_HUB);
    for (let number = 1; number <= amount; number += 1) {
      const id = `${municipality}-${String(number).padStart(4, "0")}`;
      if (number <= hubs) {
        sites.hubs.push({ id, municipality, capacity: between(300, 3_000) });
      } else {
        const hub = `${municipality}-${String(between(1, hubs)).padStart(4, "0")}`;
        sites.satellites.push({ id, hub, capacity: between(60, 900) });
      }
    }
  }
  return sites;
}

/** Whole numbers between two bounds, from a seed (mulberry32). */
function stream(seed) {
  let state = seed;
  return (least, most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return least + (((mixed ^ (mixed >>> 14)) >>> 0) % (most - least + 1));
  };
}
