// What a form may ask for, and what not, is known to the compiler.

import { bind, type Binding } from "../pkg/bind.js";
import type { Outcome, PlanPreviewAnswer } from "../pkg/index.js";

declare const form: HTMLFormElement;

const binding: Binding<"plan.preview"> = bind(form, {
  operation: "plan.preview",
  language: "ja",
  request: (entered) => ({ ...entered, at: "2022-01-17T10:00" }),
  onOutcome: (outcome) => {
    if (outcome.ok) {
      const boxes: number = outcome.answer.totals.boxes;
      void boxes;
    } else {
      outcome.error.findings.map((finding) => finding.message.ja);
    }
  },
  onSubmit: (outcome: Outcome<PlanPreviewAnswer>) => void outcome,
  word: (finding, language) => (finding.code === "plan.boxes.frozen" ? finding.message[language] : undefined),
});
binding.language = "en";
binding.reveal();
binding.destroy();

bind(form, { operation: "claims.check", summary: null, run: async () => ({ ok: true, answer: undefined as never, assumptions: [], findings: [] }) });

// @ts-expect-error there is no such operation
bind(form, { operation: "plan.prevue" });
// @ts-expect-error nor such a language
binding.language = "fr";
