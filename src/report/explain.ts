/** An error code explained on the screen: what it means, an example, the way out. Looks nothing up. */
import type { Screen } from "./screen-text.ts";
import { toPrintable, wrap } from "./text-layout.ts";

/** What is known of a code, of ours or of Webex's. */
export type Explanation = {
  readonly code: string;
  readonly title: string;
  /** Absent where Webex decides. */
  readonly severity?: "error" | "warning" | "either";
  readonly meaning: string;
  readonly example?: string;
  readonly wayOut: string;
  /** Where Webex gives it; absent for a code of ours. */
  readonly where?: string;
  /** May the same row succeed later as it is? */
  readonly isRetryable?: boolean;
};

const labelWidth = 9;

const severityWords = { error: "(error)", warning: "(warning)", either: "(error or warning)" } as const;

/** Code and title, then a labelled paragraph for each thing known. */
export function renderExplanation(explanation: Explanation, { width, palette }: Screen): string {
  const { code, title, severity, meaning, example, wayOut, where, isRetryable } = explanation;
  const paragraphs = [
    ["means", meaning],
    ["seen in", where],
    ["example", example],
    ["way out", wayOut],
    ["retry", isRetryable ? "may succeed later as it is: wholesale-import retry" : undefined],
  ] as const;
  const lines = paragraphs.flatMap(([label, text]) => (text ? renderParagraph(label, text, width) : []));
  const weight = severity ? palette.quiet(`  ${severityWords[severity]}`) : "";
  return `${palette.strong(toPrintable(code))}  ${toPrintable(title)}${weight}\n\n${lines.join("\n")}\n`;
}

function renderParagraph(label: string, text: string, width: number): readonly string[] {
  const lines = wrap(text, Math.max(20, width - labelWidth));
  return lines.map((line, index) => `${(index === 0 ? label : "").padEnd(labelWidth)}${line}`);
}
