// J5: node j5.mjs FOLDER ENGINE. The answer is the verdict on every form of the folder; what is timed is one form.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

const FORM = {
  coupon: "1061403573", municipality: "131016", birth_date: "1937-05-29",
  date: "2022-12-07", dose: 3, previous_date: "2022-07-01",
};

function codeFits(code) {
  if (!/^[0-9]{6}$/.test(code)) return false;
  const total = [6, 5, 4, 3, 2].reduce((sum, weight, at) => sum + weight * (code.charCodeAt(at) - 48), 0);
  return code.charCodeAt(5) - 48 === (11 - (total % 11)) % 10;
}

/** Days since 1970-01-01, or nothing for what is no date. */
function day(text) {
  const parts = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(text);
  if (!parts) return undefined;
  const time = Date.UTC(+parts[1], +parts[2] - 1, +parts[3]);
  const date = new Date(time);
  return date.getUTCMonth() === +parts[2] - 1 && date.getUTCDate() === +parts[3] ? time / 86_400_000 : undefined;
}

function across(form) {
  const date = day(form.date), birth = day(form.birth_date);
  const previous = form.previous_date === null ? undefined : day(form.previous_date);
  return !(previous !== undefined && date - previous < 18) && date - birth >= 5 * 365;
}

function plain(form) {
  if (!/^[0-9]{10}$/.test(form.coupon) || !codeFits(form.municipality)) return false;
  if (!(Number.isInteger(form.dose) && form.dose >= 1 && form.dose <= 7)) return false;
  if (day(form.birth_date) === undefined || day(form.date) === undefined) return false;
  if (form.previous_date !== null && day(form.previous_date) === undefined) return false;
  return across(form);
}

async function withAjv() {
  const { default: Ajv } = await import("ajv");
  const { default: formats } = await import("ajv-formats");
  const ajv = new Ajv();
  formats(ajv);
  ajv.addKeyword({ keyword: "code", validate: (_, text) => codeFits(text), errors: false });
  ajv.addKeyword({ keyword: "across", validate: (_, form) => across(form), errors: false });
  return ajv.compile({
    allOf: [{
      type: "object",
      required: ["coupon", "municipality", "birth_date", "date", "dose"],
      properties: {
        coupon: { type: "string", pattern: "^[0-9]{10}$" },
        municipality: { type: "string", code: true },
        birth_date: { type: "string", format: "date" },
        date: { type: "string", format: "date" },
        dose: { type: "integer", minimum: 1, maximum: 7 },
        previous_date: { type: ["string", "null"], format: "date" },
      },
    }, { across: true }],
  });
}

async function withZod() {
  const { z } = await import("zod");
  const date = z.string().refine((text) => day(text) !== undefined);
  const schema = z.object({
    coupon: z.string().regex(/^[0-9]{10}$/),
    municipality: z.string().refine(codeFits),
    birth_date: date,
    date,
    dose: z.number().int().min(1).max(7),
    previous_date: date.nullable(),
  }).refine(across);
  return (form) => schema.safeParse(form).success;
}

function checksum(numbers) {
  let [sum, place] = [0n, 0n];
  for (const number of numbers) {
    place += 1n;
    sum += BigInt(number + 1) * (((place * 0x9e3779b97f4a7c15n) & 0xffffffffffffffffn) | 1n);
  }
  return sum & 0xffffffffffffffffn;
}

const [folder, engine] = process.argv.slice(2);
const check = await { plain: () => plain, ajv: withAjv, zod: withZod }[engine]();
const forms = JSON.parse(readFileSync(`${folder}/forms.json`, "utf8"));
const inner = 20_000;
let kept = 0;
const run = () => {
  for (let at = 0; at < inner; at += 1) kept += check(FORM) ? 1 : 0;
};
run();
console.log("ready", String(checksum(forms.map((form) => (check(form) ? 1 : 0)))));
for await (const _ of createInterface({ input: process.stdin })) {
  const begun = process.hrtime.bigint();
  run();
  console.log((Number(process.hrtime.bigint() - begun) / inner).toFixed(1));
}
if (kept % inner !== 0) throw new Error("the form is right");
