/** An error code explained on the screen: what it means, an example, what to do. Looks nothing up. */
import { explanationWords } from "../../model/words/explanation-words.ts";
import type { Language } from "../../model/words/language.ts";
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
  readonly resolution: string;
  /** Where Webex gives it; absent for a code of ours. */
  readonly where?: string;
  /** May the same row succeed later as it is? */
  readonly isRetryable?: boolean;
};

/** Code and title, then a labelled paragraph for each thing known. */
export function renderExplanation(
  explanation: Explanation,
  { width, palette }: Pick<Screen, "width" | "palette">,
  language: Language,
): string {
  const { code, title, severity, meaning, example, resolution, where, isRetryable } = explanation;
  const words = explanationWords[language];
  const paragraphs = [
    [words.meaning, meaning],
    [words.where, where],
    [words.example, example],
    [words.resolution, resolution],
    [words.retry, isRetryable ? words.mayRetry : undefined],
  ] as const;
  const labelWidth = Math.max(...paragraphs.map(([label]) => label.length)) + 2;
  const lines = paragraphs.flatMap(([label, text]) =>
    text ? renderParagraph(label, text, { width, labelWidth }) : [],
  );
  const weight = severity ? palette.quiet(`  (${words.severity[severity]})`) : "";
  return `${palette.strong(toPrintable(code))}  ${toPrintable(title)}${weight}\n\n${lines.join("\n")}\n`;
}

type Widths = { readonly width: number; readonly labelWidth: number };

function renderParagraph(label: string, text: string, { width, labelWidth }: Widths): readonly string[] {
  const lines = wrap(text, Math.max(20, width - labelWidth));
  return lines.map((line, index) => `${(index === 0 ? label : "").padEnd(labelWidth)}${line}`);
}
