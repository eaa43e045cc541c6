// The library's own tables, as it publishes them: CSV with a head of comments.

/** The records of a table: one object a row, by the names of its columns. */
export async function table(path) {
  const response = await fetch(new URL(`../data/${path}`, import.meta.url));
  if (!response.ok) {
    throw new Error(`${path}: ${response.status}`);
  }
  const [names, ...rows] = cells(await response.text());
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])));
}

function cells(text) {
  return text
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => [...line.matchAll(CELL)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain));
}

const CELL = /(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g;
