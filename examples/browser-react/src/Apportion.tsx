import { useId, useMemo, useState } from "react";
import { allocation, type ApportionRequest } from "vsys/web";

type Method = NonNullable<ApportionRequest["method"]>;

const METHODS: Record<Method, string> = {
  "largest-remainder": "最大剰余法",
  webster: "ウェブスター法",
  jefferson: "ジェファーソン法",
  adams: "アダムズ法",
  hill: "ヒル法",
};

/** Invented towns. */
const TOWNS = [
  { id: "青ヶ丘市", weight: 259_036 },
  { id: "南里市", weight: 281_317 },
  { id: "白浜町", weight: 12_040 },
];

/** Boxes over three towns; the library judges while the figure is typed. */
export function Apportion() {
  const [typed, setTyped] = useState("101");
  const [method, setMethod] = useState<Method>("largest-remainder");
  const id = useId();

  // Synchronous and fast: no effect, no state of loading.
  const outcome = useMemo(() => allocation.apportion({ supply: numberOf(typed), recipients: TOWNS, method }), [typed, method]);

  return (
    <main>
      <h1>配分</h1>
      <label htmlFor={`${id}-supply`}>総箱数</label>
      <input
        id={`${id}-supply`}
        inputMode="numeric"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        aria-invalid={!outcome.ok}
        aria-describedby={`${id}-findings`}
      />
      <label htmlFor={`${id}-method`}>方式</label>
      <select id={`${id}-method`} value={method} onChange={(event) => setMethod(event.target.value as Method)}>
        {Object.entries(METHODS).map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
      <div id={`${id}-findings`} role="status">
        {outcome.ok
          ? null
          : outcome.error.findings.map(({ code, message, rule }) => (
              <p key={code}>
                {message.ja} [{rule}]
              </p>
            ))}
      </div>
      {outcome.ok && (
        <table>
          <tbody>
            {outcome.answer.amounts.map(({ id: town, amount }) => (
              <tr key={town}>
                <th scope="row">{town}</th>
                <td>{amount}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </main>
  );
}

/** What is no number goes to the library as NaN, which says what is wrong with it. */
function numberOf(typed: string): number {
  const plain = typed.normalize("NFKC");
  return /^\d{1,15}$/.test(plain) ? Number(plain) : Number.NaN;
}
