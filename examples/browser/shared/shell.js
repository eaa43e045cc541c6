// What every page has: the bar with its pages and switches, the foot, and the copy for offline use.

import { make } from "./dom.js";
import { language, remember, speak, translate } from "./language.js";
import { workerAddress } from "./trusted.js";

const HERE = new URL("../", import.meta.url);

const PAGES = [
  ["plan/", "接種計画", "Plan"],
  ["application/", "職域申込", "Application"],
  ["claims/", "請求", "Claims"],
  ["explorer/", "配分", "Allocation"],
];

document.body.prepend(
  make("a", { class: "skip", href: "#main", "data-en": "Skip to the content" }, "本文へ"),
  bar(),
);
document.body.append(foot());
translate(document.documentElement);
stayOffline();

/** Puts the versions into the foot, once the library is loaded. */
export function tellVersion(version) {
  if (version.ok) {
    const { data, library } = version.answer;
    document.querySelector("#version").textContent = `vsys ${library} ・ data ${data}`;
  }
}

function bar() {
  const pages = PAGES.map(([path, ja, en]) => {
    const address = new URL(path, HERE);
    const current = location.pathname.startsWith(address.pathname);
    return make("li", {}, make("a", { href: address.href, "aria-current": current ? "page" : null, "data-en": en }, ja));
  });
  const themes = make("select", { id: "theme", "aria-label": "配色", "data-en-aria-label": "Colours" }, [
    make("option", { value: "auto", "data-en": "Auto" }, "自動"),
    make("option", { value: "light", "data-en": "Light" }, "明"),
    make("option", { value: "dark", "data-en": "Dark" }, "暗"),
  ]);
  themes.value = document.documentElement.dataset.theme;
  themes.addEventListener("change", () => {
    document.documentElement.dataset.theme = themes.value;
    remember("theme", themes.value);
  });
  // In the other language, as that is whom it is for.
  const other = make("button", { type: "button", class: "quiet" });
  const name = () => {
    other.lang = language() === "en" ? "ja" : "en";
    other.textContent = language() === "en" ? "日本語" : "English";
  };
  name();
  other.addEventListener("click", () => {
    speak(other.lang);
    name();
  });
  return make(
    "header",
    { class: "bar" },
    make(
      "div",
      { class: "bar-inner" },
      make("a", { class: "brand", href: new URL("index.html", HERE).href }, make("b", {}, "vsys"), make("span", { "data-en": "forms that know the rules" }, "規則を知る画面")),
      make("nav", { "aria-label": "ページ", "data-en-aria-label": "Pages" }, make("ul", {}, pages)),
      make("div", { class: "switches" }, other, themes),
    ),
  );
}

function foot() {
  return make(
    "footer",
    { class: "foot" },
    make(
      "p",
      { "data-en": "Everything is computed in this page. What you enter is sent nowhere, and the pages work without a network." },
      "計算はすべてこの画面の中で行われます。入力はどこにも送られず、通信がなくても使えます。",
    ),
    make(
      "p",
      { "data-en": "A demonstration with invented persons, companies and sites; results are no official decisions. An independent project, not affiliated with any public body. Populations: Ministry of Internal Affairs and Communications, resident register of 2021-01-01, adapted (CC BY 4.0)." },
      "実演用の画面です。人物・企業・会場は架空で、結果は公的な決定ではありません。公的機関とは関係のない独立した取組みです。人口は総務省「住民基本台帳に基づく人口（令和3年1月1日現在）」を加工して作成（CC BY 4.0）。",
    ),
    make("p", { id: "version" }),
  );
}

/** After the first visit every page is on the machine. */
function stayOffline() {
  if ("serviceWorker" in navigator && window.isSecureContext) {
    navigator.serviceWorker.register(workerAddress("offline.js"), { scope: HERE.pathname }).catch(() => {
      // A browser that keeps no workers, such as a private window, goes on with the network.
    });
  }
}
