// The binding of the package, as every form of the site uses it.

import { bind } from "../vsys/bind.js";

import { inEveryLanguage, language, word } from "./language.js";

/** Binds a form: findings stand beside their fields with the rule that speaks, and follow the language of the page. */
export function bindForm(form, options) {
  const binding = bind(form, { label: nameOf, word: withRule, ...options });
  inEveryLanguage(() => {
    binding.language = language();
  });
  return binding;
}

/** What cannot be read has the binding's own words; whatever a rule says names the rule. */
function withRule({ code, message, rule }, lang) {
  return code.startsWith("request.") ? undefined : `${message[lang]} [${rule}]`;
}

/** A field by its own name, behind that of the group it stands in. */
function nameOf(control) {
  const own = control.getAttribute("aria-label");
  if (own !== null) {
    return own;
  }
  let group = control.closest("fieldset");
  while (group?.querySelector(":scope > legend:not(.hidden)") === null) {
    group = group.parentElement.closest("fieldset");
  }
  const words = [group?.querySelector("legend"), control.labels?.[0]].map((element) => element?.textContent.trim());
  return words.filter(Boolean).join(word(": ", "："));
}
