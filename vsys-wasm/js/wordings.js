// What the reader finds, in the words of a form: nobody who types into a field thinks of types and members.

const choose = { en: "choose one", ja: "選択してください" };

const WORDINGS = {
  "request.date.form": () => ({ en: "enter a date such as 2022-03-08", ja: "日付は 2022-03-08 のように入力してください" }),
  "request.decimal.form": () => ({ en: "enter a rate such as 0.10", ja: "率は 0.10 のように入力してください" }),
  "request.field.missing": (field) => (isChoice(field) ? choose : { en: "fill this in", ja: "入力してください" }),
  "request.number.not_integer": () => ({ en: "enter a whole number", ja: "整数で入力してください" }),
  "request.text.surrogate": () => ({ en: "this has half a character: type it again", ja: "壊れた文字があります。入力し直してください" }),
  "request.time.form": () => ({
    en: "enter a date and time such as 2022-03-08 15:00",
    ja: "日時は 2022-03-08 15:00 のように入力してください",
  }),
  "request.type.mismatch": (field) =>
    field.kind.type === "integer"
      ? { en: "enter a whole number", ja: "整数で入力してください" }
      : isChoice(field) ? choose : { en: "this cannot be read", ja: "読み取れません。入力し直してください" },
  "request.word.unknown": () => choose,
};

function isChoice({ kind, controls: [control] }) {
  return ["boolean", "list"].includes(kind.type) || ["radio", "checkbox", "select-one"].includes(control.type);
}

/** The words for a finding at a field, or at none. */
export function wording(finding, field, language) {
  const own = field === undefined || !Object.hasOwn(WORDINGS, finding.code) ? undefined : WORDINGS[finding.code](field);
  return (own ?? finding.message)[language];
}

const SEVERITY = { error: { en: "Error: ", ja: "エラー：" }, warning: { en: "Note: ", ja: "注意：" } };

/** What stands before a message, so that it is told by more than its colour. */
export function severity(finding, language) {
  return SEVERITY[finding.severity][language];
}

/** What the live line says. */
export function count(errors, warnings, unfinished, language) {
  if (language === "ja") {
    const found = [errors > 0 && `エラー ${errors} 件`, warnings > 0 && `注意 ${warnings} 件`].filter(Boolean).join("、");
    return found || (unfinished ? "" : "問題は見つかりませんでした");
  }
  const some = (number, word) => number > 0 && `${number} ${word}${number === 1 ? "" : "s"}`;
  const found = [some(errors, "error"), some(warnings, "note")].filter(Boolean).join(", ");
  return found || (unfinished ? "" : "No problems found");
}

/** What there is beside those that are listed. */
export function more(number, language) {
  return language === "ja" ? `ほか ${number} 件` : `and ${number} more`;
}
