// Japanese in the markup, English beside it: `data-en` is the text of an element, `data-en-title` and the like its
// attributes. Texts made by scripts come from `word` and `said`.

const JAPANESE = new WeakMap();
const listeners = new Set();

/** The language in use: `ja` or `en`. */
export function language() {
  return document.documentElement.lang === "en" ? "en" : "ja";
}

/** One of two words. */
export function word(en, ja) {
  return language() === "en" ? en : ja;
}

/** A bilingual text of the library. */
export function said(text) {
  return text[language()];
}

/** A number with its separators. */
export function figure(value) {
  return FORMATS[language()].format(value);
}

/** A number with its sign. */
export function signed(value, places = 0) {
  const format = new Intl.NumberFormat(language(), {
    maximumFractionDigits: places,
    minimumFractionDigits: places,
    signDisplay: "exceptZero",
  });
  return format.format(value).replace("-", "−");
}

/** Calls back now and whenever the language changes. */
export function inEveryLanguage(draw) {
  listeners.add(draw);
  draw();
}

/** Changes the language of the page. */
export function speak(lang) {
  document.documentElement.lang = lang;
  remember("lang", lang);
  translate(document.documentElement);
  listeners.forEach((draw) => draw());
}

/** Puts the marked texts below an element into the language in use. */
export function translate(root) {
  const english = language() === "en";
  for (const element of [root, ...root.querySelectorAll("*")]) {
    for (const { name, value } of [...element.attributes]) {
      if (name === "data-en" || name.startsWith("data-en-")) {
        exchange(element, name.slice("data-en-".length), english ? value : undefined);
      }
    }
  }
}

/** Keeps a choice for the next visit; where nothing can be kept it lasts as long as the page. */
export function remember(name, value) {
  try {
    localStorage.setItem(`vsys.${name}`, value);
  } catch {
    // Storage is switched off.
  }
}

const FORMATS = { en: new Intl.NumberFormat("en"), ja: new Intl.NumberFormat("ja") };

function exchange(element, attribute, english) {
  const kept = JAPANESE.get(element) ?? {};
  kept[attribute] ??= attribute === "" ? element.textContent : element.getAttribute(attribute);
  JAPANESE.set(element, kept);
  const text = english ?? kept[attribute];
  if (attribute === "") {
    element.textContent = text;
  } else {
    element.setAttribute(attribute, text);
  }
}
