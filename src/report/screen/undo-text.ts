/** What an undo would take back, as lines for a terminal: counts per sheet, customers that go as a whole, what stays and where a person finds it. Pure. */

import type { PlanLine, PlannedAction } from "../../model/plan-line.ts";
import { formatAddress, type SheetName, sheetNames } from "../../model/sheet.ts";
import type { Language } from "../../model/words/language.ts";
import { sheetTitle, sheetTitleWidth } from "../../model/words/nouns.ts";
import { say, type TextKey, type Voice, voiceOf } from "../../model/words/text.ts";
import { formatCount, formatCountOrDash, type Palette, toPrintable, wrap } from "./text-layout.ts";

type Screen = { readonly width: number; readonly palette: Palette; readonly language: Language };

const columns = [
  { action: "delete", title: "undo_remove" },
  { action: "create", title: "undo_return" },
  { action: "update", title: "undo_back" },
  { action: "refused", title: "undo_stays" },
  { action: "none", title: "undo_untouched" },
] as const satisfies readonly { readonly action: PlannedAction; readonly title: TextKey }[];

/** How many rows of each kind are shown one by one. */
const rowsShown = 20;

/** Reads the rows once. */
export function renderUndo(rows: Iterable<PlanLine>, screen: Screen): string {
  const counts = new Map<SheetName, Map<PlannedAction, number>>();
  const { palette, language } = screen;
  const say = voiceOf(language);
  const whole = startList(say);
  const roles = startList(say);
  const stays = startList(say);
  for (const line of rows) {
    const { sheet } = line.at;
    const ofSheet = counts.get(sheet) ?? new Map<PlannedAction, number>();
    counts.set(sheet, ofSheet.set(line.action, (ofSheet.get(line.action) ?? 0) + 1));
    if (line.action === "delete" && sheet === "customers") whole.add(line);
    if (line.action === "update") roles.add(line);
    if (line.action === "refused") stays.add(line);
  }
  const parts = [
    renderTable(counts, screen),
    whole.render(palette.strong(say("undo_whole_customers")), ({ at, key }) => [mark(palette.bad("-"), at, key)]),
    roles.render(palette.strong(say("undo_back_title")), ({ at, key, changes }) => [
      mark(palette.caution("~"), at, key),
      ...changes.map(
        ({ field, before, after }) => `    ${field} ${before || say("undo_none")} → ${after || say("undo_none")}`,
      ),
    ]),
    stays.render(palette.strong(say("undo_stays_title")), (line) => renderStaying(line, screen)),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function startList(say: Voice) {
  const shown: PlanLine[] = [];
  let all = 0;
  return {
    add(line: PlanLine): void {
      all += 1;
      if (shown.length < rowsShown) shown.push(line);
    },
    render(title: string, renderOne: (line: PlanLine) => readonly string[]): readonly string[] {
      if (all === 0) return [];
      const more = all > shown.length ? [`  ${say("more_rows", { rows: all - shown.length })}`] : [];
      return [`${title}  ${formatCount(all)}`, ...shown.flatMap(renderOne), ...more];
    },
  };
}

function renderTable(
  counts: ReadonlyMap<SheetName, ReadonlyMap<PlannedAction, number>>,
  { palette, language }: Screen,
): readonly string[] {
  const say = voiceOf(language);
  const header = columns.map(({ title }) => say(title).padStart(11)).join("  ");
  const lines = sheetNames
    .filter((sheet) => counts.has(sheet))
    .map((sheet) => {
      const cells = columns.map(({ action }) => renderCount(counts.get(sheet)?.get(action) ?? 0, action, palette));
      return `${sheetTitle(sheet, language).padEnd(sheetTitleWidth(language))}  ${cells.join("  ")}`;
    });
  return [palette.quiet(`${" ".repeat(sheetTitleWidth(language))}  ${header}`), ...lines];
}

function renderCount(count: number, action: PlannedAction, palette: Palette): string {
  const text = formatCountOrDash(count).padStart(11);
  if (count === 0) return palette.quiet(text);
  if (action === "none") return text;
  return action === "refused" ? palette.caution(text) : palette.bad(text);
}

function renderStaying({ at, key, reason, hint }: PlanLine, { width, palette, language }: Screen): readonly string[] {
  const texts = [reason, hint].flatMap((said) => (said ? [say(said, language)] : []));
  const text = wrap(texts.join(" "), Math.max(20, width - 4)).map((line) => `    ${line}`);
  return [mark(palette.caution("!"), at, key), ...text];
}

function mark(sign: string, at: PlanLine["at"], key: string): string {
  return `${sign} ${toPrintable(formatAddress(at))}  ${toPrintable(key)}`;
}
