// The browser of the tests: Debian's Chromium, or the one that VSYS_TEST_CHROMIUM names, without a window and without
// a network of its own. Nothing is downloaded.

import { chromium } from "playwright-core";

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Starts the browser; close it when done. */
export function launch() {
  return chromium.launch({
    executablePath: process.env.VSYS_TEST_CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: QUIET,
  });
}
