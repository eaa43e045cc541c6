// The tile map: 47 buttons on a grid, one stop of the tabulator, arrows from neighbour to neighbour.

import { make } from "../shared/dom.js";
import { figure, language, signed } from "../shared/language.js";
import { TILES } from "./tiles.js";

/** Beyond so many boxes from the quota one bound moves hundreds; the colours then follow the square root. */
const FAR = 5;

/** Makes the map; `choose` is called with the code of a prefecture. */
export function tileMap(element, choose) {
  const tiles = new Map();
  for (const [code, tile] of TILES) {
    const button = make("button", { type: "button", class: "tile", tabindex: -1, "data-code": code, onclick: () => choose(code) });
    button.style.gridArea = `${tile.row + 1} / ${tile.column + 1}`;
    tiles.set(code, button);
    element.append(button);
  }
  tiles.get("13").tabIndex = 0;
  element.addEventListener("keydown", (event) => {
    const move = ARROWS[event.key];
    const from = event.target.closest("[data-code]")?.dataset.code;
    const to = move && from && neighbour(TILES.get(from), move);
    if (to) {
      event.preventDefault();
      tiles.get(from).tabIndex = -1;
      tiles.get(to).tabIndex = 0;
      tiles.get(to).focus();
    }
  });
  return { draw: (rows, by) => draw(tiles, rows, by), mark: (code) => mark(tiles, code) };
}

const ARROWS = { ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1] };

/** The nearest tile in a direction: straight on before aside. */
function neighbour(from, [right, down]) {
  let best;
  for (const [code, { column, row }] of TILES) {
    const ahead = (column - from.column) * right + (row - from.row) * down;
    const aside = Math.abs((column - from.column) * down) + Math.abs((row - from.row) * right);
    const far = ahead + 2 * aside;
    if (ahead > 0 && (best === undefined || far < best.far)) {
      best = { code, far };
    }
  }
  return best?.code;
}

function draw(tiles, rows, by) {
  // Without a reason there is no quota to stand apart from.
  const apart = rows.map(({ reason, vaccine }) => (reason === undefined ? 0 : vaccine - number(reason.quota ?? reason.share)));
  const most = Math.max(...apart.map(Math.abs), 0.5);
  const largest = Math.max(...rows.map(({ vaccine }) => vaccine), 1);
  const far = most > FAR;
  rows.forEach(({ code, vaccine }, index) => {
    const button = tiles.get(code);
    const tile = TILES.get(code);
    const shown = tile[language()];
    const ratio = by === "amount" ? vaccine / largest : Math.abs(apart[index]) / most;
    button.dataset.side = by === "amount" ? "amount" : apart[index] < 0 ? "below" : "above";
    button.style.setProperty("--much", `${Math.round(100 * (far || by === "amount" ? Math.sqrt(ratio) : ratio))}%`);
    button.replaceChildren(
      make("span", { "aria-hidden": "true", class: "short" }, [...shown].slice(0, language() === "en" ? 2 : 1).join("")),
      make("span", { class: "name" }, shown),
      " ",
      make("b", {}, figure(vaccine)),
      " ",
      make("span", { class: "apart" }, rows[index].reason === undefined ? "…" : signed(apart[index], far ? 0 : 2)),
    );
  });
}

function mark(tiles, chosen) {
  for (const [code, button] of tiles) {
    button.setAttribute("aria-pressed", String(code === chosen));
    button.tabIndex = code === (chosen ?? "13") ? 0 : -1;
  }
}

/** An exact fraction as a number, to show. */
export function number(fraction) {
  const [over, under] = fraction.split("/").map(BigInt);
  return Number((over * 10_000n) / under) / 10_000;
}
