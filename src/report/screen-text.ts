/** The end of a run as lines for a terminal: statuses per sheet, causes, paths. Pure; prints nothing, measures no terminal. */
import type { Issue } from "../model/issue.ts";
import { formatAddress } from "../model/sheet.ts";
import { renderChecklists } from "./checklist-text.ts";
import { renderGroups } from "./group-text.ts";
import { renderStatusTable } from "./status-table.ts";
import type { Summary } from "./summary.ts";
import { formatCount, formatRows, type Palette, toPrintable, wrap } from "./text-layout.ts";
import type { WrittenReports } from "./write-reports.ts";

export type Screen = {
  /** In characters. */
  readonly width: number;
  readonly palette: Palette;
};

const groupsShown = 10;
/** Where the screen is all that a person gets. */
const groupsShownAlone = 40;

/** The table, the refused files and the causes with the most rows, blank lines between them. `hasFiles`: errors.csv has them all. */
export function renderSummary(summary: Summary, screen: Screen, hasFiles = true): string {
  const { width, palette } = screen;
  return joinParts([
    [...renderStatusTable(summary, palette), ...notAskedAbout(summary).map(palette.quiet)],
    ...causesOf(summary, screen, hasFiles),
    renderChecklists(summary.checklist ?? [], palette),
    hasFiles ? [] : wayToFiles(summary, width),
    summary.stopped ? wrap(`stopped: ${summary.stopped.reason}`, width).map(palette.caution) : [],
  ]);
}

function notAskedAbout({ total }: Summary): readonly string[] {
  if (total.notAskedAbout === 0) return [];
  const rows = formatRows(total.notAskedAbout);
  return [`of the unchanged, ${rows} were not asked about: the same as when last applied (--refresh always asks)`];
}

function wayToFiles({ total }: Summary, width: number): readonly string[] {
  const { invalid, blocked } = total.statuses;
  if (invalid + blocked === 0) return [];
  return wrap("With --out DIR, the rows to correct stand in DIR/failed/, and all problems in DIR/errors.csv.", width);
}

/** The refused files, the causes with the most rows, and what is left for a person; empty when all is good. */
export function renderCauses(summary: Summary, screen: Screen): string {
  return joinParts([...causesOf(summary, screen, true), renderChecklists(summary.checklist ?? [], screen.palette)]);
}

function causesOf(summary: Summary, { width, palette }: Screen, hasFiles: boolean): readonly (readonly string[])[] {
  const shown = summary.errorGroups.slice(0, hasFiles ? groupsShown : groupsShownAlone);
  const left = summary.errorGroups.length - shown.length;
  const where = hasFiles ? ": see errors.csv" : "";
  const more = left > 0 ? [palette.quiet(`and ${formatCount(left)} more causes${where}`)] : [];
  const codes = shown[0] ? wrap(`more about a [code]: wholesale-import explain ${shown[0].code}`, width) : [];
  return [
    summary.fileIssues.flatMap((issue) => renderFileIssue(issue, width, palette)),
    [...renderGroups(shown, { width, palette, isPlan: summary.command === "plan" }), ...more],
    codes.map(palette.quiet),
  ];
}

function renderFileIssue(issue: Issue, width: number, palette: Palette): readonly string[] {
  const tone = issue.severity === "error" ? palette.bad : palette.caution;
  const place = toPrintable(issue.at.row > 0 ? formatAddress(issue.at) : issue.at.file);
  const text = issue.hint ? `${issue.message} ${issue.hint}` : issue.message;
  const lines = wrap(text, Math.max(20, width - place.length - 2));
  return lines.map((line, index) => `${index === 0 ? tone(place) : " ".repeat(place.length)}  ${line}`);
}

/**
 * Where the result files are, what was written differently than asked, and which file to correct. `nextCommand`: what to
 * type once it is corrected.
 */
export function renderPaths(written: WrittenReports, { palette }: Screen, nextCommand?: string): string {
  const failed = written.failed.map((file) => file.path).join(", ");
  const hasProblems = written.run.errorGroups.length + written.run.fileIssues.length > 0;
  const next = nextCommand ? `, then: ${palette.strong(nextCommand)}` : "";
  return joinParts([
    [
      ...written.notices.map((notice) => palette.caution(toPrintable(notice))),
      `results   ${toPrintable(written.results)}`,
      ...(hasProblems ? [`errors    ${toPrintable(written.errors)}`] : []),
      ...(failed ? [`correct   ${toPrintable(failed)}${next}`] : []),
    ],
  ]);
}

function joinParts(parts: readonly (readonly string[])[]): string {
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}
