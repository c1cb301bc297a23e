/** What `fix` would write, before and after, and what it leaves to a person: as lines of text. */
import { basename, dirname } from "node:path";
import type { Language } from "../../model/words/language.ts";
import { voiceOf } from "../../model/words/text.ts";
import type { ErrorGroup } from "../error-groups.ts";
import { renderGroups } from "./group-text.ts";
import { type Palette, toPrintable, wrap } from "./text-layout.ts";

/** A cell of failed/ that gets another text. */
export type FixedCell = {
  /** As people call it: `failed/users.csv`. */
  readonly file: string;
  readonly row: number;
  readonly column: string;
  readonly code: string;
  readonly before: string;
  readonly after: string;
};

export type Fixes = {
  readonly runId: string;
  readonly cells: readonly FixedCell[];
  /** Why rows stay refused, with their places in failed/; what a repair is known for is not among it. */
  readonly remaining: readonly ErrorGroup[];
  /** Rows that a person still has to correct, or that wait for such a row. */
  readonly rowsLeft: number;
  /** Rows that repairs of other codes put right. */
  readonly rowsRepairable: number;
};

type Screen = { readonly width: number; readonly palette: Palette; readonly language: Language };

const cellsShown = 10;
const causesShown = 10;

/** The cells by code, the first of each with what stands there and what will. */
export function renderFixes({ cells }: Fixes, { palette, language }: Screen): string {
  const say = voiceOf(language);
  return [...new Set(cells.map(({ code }) => code))]
    .flatMap((code) => {
      const fixed = cells.filter((cell) => cell.code === code);
      const shown = fixed.slice(0, cellsShown).map((cell) => `  ${renderCell(cell, palette)}`);
      const left = fixed.length - shown.length;
      const more = left > 0 ? [palette.quiet(`  ${say("more_cells", { count: left })}`)] : [];
      return [`${say("cells", { count: fixed.length })}  ${palette.strong(code)}`, ...shown, ...more];
    })
    .map((line) => `${line}\n`)
    .join("");
}

function renderCell({ file, row, column, before, after }: FixedCell, palette: Palette): string {
  const location = `${file}:${row} ${column}`;
  return `${toPrintable(location)}  ${palette.bad(shown(before))} -> ${palette.good(shown(after))}`;
}

function shown(text: string): string {
  return `"${toPrintable(text)}"`;
}

/** The folder once, and the files in it. */
export function renderWritten(paths: readonly string[], { width, language }: Screen): string {
  const label = `${voiceOf(language)("label_written")}   `;
  const names = wrap(paths.map((path) => basename(path)).join(", "), width - label.length);
  const folder = toPrintable(dirname(paths[0] ?? ""));
  return [`${label}${folder}`, ...names.map((line) => `${" ".repeat(label.length)}${line}`)].join("\n");
}

/** What is left, the causes with the most rows first. `repairAll`: the command for what other codes can repair. */
export function renderRemaining(
  { remaining, rowsLeft, rowsRepairable }: Fixes,
  { width, palette, language }: Screen,
  repairAll: string,
): string {
  const say = voiceOf(language);
  const others =
    rowsRepairable === 0 ? [] : wrap(say("other_repairs", { rows: rowsRepairable, command: repairAll }), width);
  if (rowsLeft === 0) return toLines(others.length > 0 ? others : [say("none_left_by_hand")]);
  const more = remaining.length - causesShown;
  const end = more > 0 ? [palette.quiet(say("more_causes_in_file", { count: more }))] : [];
  const causes = renderGroups(remaining.slice(0, causesShown), { width, palette, language });
  return toLines([...others, say("left_by_hand", { rows: rowsLeft }), "", ...causes, ...end]);
}

function toLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join("");
}
