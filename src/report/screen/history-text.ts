/** What runs did, as lines for a terminal: what and with which result, below it what changed, and who did it in which run. Pure. */
import type { RowAction, RowStatus } from "../../model/outcome.ts";
import type { Change } from "../../model/plan.ts";
import type { Language } from "../../model/words/language.ts";
import { statusWords } from "../../model/words/status-words.ts";
import { type Text, type TextKey, voiceOf } from "../../model/words/text.ts";
import { toneOfWord } from "../files/output.ts";
import { describeChange } from "../plan-changes.ts";
import type { PlanScreen } from "./plan-text.ts";
import { flow, type Palette, padEnd, toPrintable, wrap } from "./text-layout.ts";

/** A line as it is told. */
export type ToldLine = {
  readonly at: string;
  readonly runId: string;
  readonly command: string;
  readonly target?: string;
  readonly customer: string;
  readonly key: string;
  readonly row: string;
  readonly action: RowAction;
  readonly status: RowStatus;
  readonly changes: readonly Change[];
  readonly message?: Text;
  readonly operator?: string;
  readonly ticket?: string;
  readonly undoneBy?: string;
};

const actions = {
  create: "action_create",
  update: "action_update",
  delete: "action_delete",
  none: "action_none",
} as const satisfies Readonly<Record<RowAction, TextKey>>;

const indent = 21;

export function renderHistoryLine(line: ToldLine, { palette, width, language }: PlanScreen): string {
  const say = voiceOf(language);
  const { at, action, status, customer, key, changes, message } = line;
  const when = `${at.slice(0, 10)} ${at.slice(11, 19)}`;
  const what = [say(actions[action]).padEnd(actionWidth(language)), toned(status, language, palette)].join("  ");
  const whom = [...new Set([key, customer])].filter(Boolean).map(toPrintable).join("  ");
  const details = [
    ...changes.map((change) => `${change.field} ${describeChange(change, say)}`),
    ...(message ? [say(message)] : []),
  ];
  const room = Math.max(20, width - indent);
  return [
    `${when}  ${what}  ${whom}`,
    ...details.flatMap((detail) => wrap(detail, room)).map((each) => " ".repeat(indent) + each),
    " ".repeat(indent) + palette.quiet(flow(sourceOf(line, language), " · ", room, indent)),
  ].join("\n");
}

function sourceOf({ operator, ticket, command, runId, row, target, undoneBy }: ToldLine, language: Language) {
  const say = voiceOf(language);
  const parts = [
    ...(operator ? [say("history_for", { operator })] : []),
    ...(ticket ? [ticket] : []),
    `${command} ${runId}`,
    row,
    ...(target ? [target] : []),
    ...(undoneBy ? [say("history_undone", { runId: undoneBy })] : []),
  ];
  return parts.map(toPrintable);
}

function actionWidth(language: Language): number {
  const say = voiceOf(language);
  return Math.max(...Object.values(actions).map((key) => say(key).length));
}

function toned(status: RowStatus, language: Language, palette: Palette): string {
  const words = statusWords[language];
  const text = padEnd(words[status], Math.max(...Object.values(words).map((each) => each.length)));
  const tone = toneOfWord(status);
  return tone === "plain" || tone === "header" ? text : palette[tone](text);
}
