/** The table of statuses per sheet at the end of a run. Counts nothing itself. */
import { type RowStatus, rowStatuses } from "../../model/outcome.ts";
import { type SheetName, sheetNames } from "../../model/sheet.ts";
import type { Language } from "../../model/words/language.ts";
import { sheetTitle, sheetTitleWidth } from "../../model/words/nouns.ts";
import { statusWords } from "../../model/words/status-words.ts";
import { voiceOf } from "../../model/words/text.ts";
import type { Summary } from "../summary.ts";
import type { Counts } from "../tally.ts";
import { formatCount, formatCountOrDash, type Palette, wrap } from "./text-layout.ts";

type Column = { readonly status: RowStatus; readonly title: string };

const statusesOfCheck: readonly RowStatus[] = ["not_attempted", "blocked", "invalid"];

type Screen = { readonly width: number; readonly palette: Palette; readonly language: Language };

/** One line per sheet that has rows, under a header; without columns where there is no room. Empty for a run without rows. */
export function renderStatusTable(summary: Summary, { width, palette, language }: Screen): readonly string[] {
  const sheets = sheetNames.filter((sheet) => summary.sheets[sheet].rows > 0);
  if (sheets.length === 0) return [];
  const columns = columnsFor(summary, language);
  const titleOf = (sheet: SheetName) => sheetTitle(sheet, language);
  const nameWidth = Math.max(...sheets.map((sheet) => titleOf(sheet).length));
  const tableWidth = columns.reduce((sum, column) => sum + 2 + widthOf(column, summary), nameWidth);
  if (tableWidth > width)
    return sheets.flatMap((sheet) => listCounts(sheet, columns, summary, { width, palette, language }));
  const header = columns.map((column) => column.title.padStart(widthOf(column, summary))).join("  ");
  return [
    palette.quiet(`${" ".repeat(nameWidth)}  ${header}`),
    ...sheets.map((sheet) => {
      const cells = columns.map((column) => renderCell(column, summary.sheets[sheet], summary, palette));
      return `${titleOf(sheet).padEnd(nameWidth)}  ${cells.join("  ")}`;
    }),
  ];
}

/** `users  185 succeeded, 3 failed`. */
function listCounts(
  sheet: SheetName,
  columns: readonly Column[],
  { sheets }: Summary,
  { width, language }: Screen,
): readonly string[] {
  const titleWidth = sheetTitleWidth(language);
  const counts = columns.flatMap(({ status, title: name }) => {
    const count = sheets[sheet].statuses[status];
    return count > 0 ? [`${formatCount(count)} ${name}`] : [];
  });
  const lines = wrap(counts.join(", "), width - titleWidth - 2);
  return lines.map((line, index) => `${(index === 0 ? sheetTitle(sheet, language) : "").padEnd(titleWidth)}  ${line}`);
}

function columnsFor({ command, total }: Summary, language: Language): readonly Column[] {
  const words = statusWords[language];
  if (command === "validate" || command === "plan") {
    const good = voiceOf(language)("status_good");
    return statusesOfCheck.map((status) => ({ status, title: status === "not_attempted" ? good : words[status] }));
  }
  return rowStatuses
    .filter((status) => status !== "not_attempted" || total.statuses.not_attempted > 0)
    .map((status) => ({ status, title: words[status] }));
}

function widthOf({ status, title }: Column, { total }: Summary): number {
  return Math.max(title.length, formatCount(total.statuses[status]).length);
}

function renderCell(column: Column, counts: Counts, summary: Summary, palette: Palette): string {
  const count = counts.statuses[column.status];
  const text = formatCountOrDash(count).padStart(widthOf(column, summary));
  return count === 0 ? palette.quiet(text) : palette[toneOf(column, summary)](text);
}

function toneOf({ status }: Column, { command }: Summary): keyof Palette {
  const isGood = status === "not_attempted" && (command === "validate" || command === "plan");
  if (status === "succeeded" || isGood) return "good";
  if (status === "failed" || status === "invalid" || status === "blocked") return "bad";
  return status === "pending" || status === "not_attempted" ? "caution" : "strong";
}
