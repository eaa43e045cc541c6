// The sheets that the library renders, shown as they print: its markup, its style, in a tree of their own.

import { parsed } from "../shared/trusted.js";

/** Width of a page of A4 between its margins, in CSS pixels, and a little air. */
const PAGE = 720;

/** Shows documents of the library below an element, shrunk to its width on the screen and true to size on paper. */
export function printedIn(element) {
  const root = element.attachShadow({ mode: "open" });
  const theirs = new CSSStyleSheet();
  const ours = new CSSStyleSheet();
  root.adoptedStyleSheets = [theirs, ours];
  const shrink = () => {
    const zoom = Math.min(1, element.clientWidth / PAGE);
    ours.replaceSync(`@media screen { .sheet { zoom: ${zoom.toFixed(3)} } }`);
  };
  new ResizeObserver(shrink).observe(element);
  return (html) => {
    // The policy of the site knows no style in markup; a sheet of style that a script constructs is no markup.
    const [style, text] = /<style>([^]*?)<\/style>/.exec(html) ?? ["", ""];
    const pages = parsed(html.replace(style, "")).body;
    // The page's own margins and size stand in the style of this site, as they count outside of the tree only.
    theirs.replaceSync(text.replace(/@page\s*\{[^}]*\}/, ""));
    const place = element.scrollTop;
    root.replaceChildren(document.adoptNode(pages));
    element.scrollTop = place;
  };
}
