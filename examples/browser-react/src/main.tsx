import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import init from "vsys/web";

import { Apportion } from "./Apportion";

const root = document.querySelector("#root");
if (root === null) {
  throw new Error("the page has no #root");
}

// Once, before the first component; every call is an ordinary function afterwards.
await init();

createRoot(root).render(
  <StrictMode>
    <Apportion />
  </StrictMode>,
);
