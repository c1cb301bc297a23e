/** A comparison as lines for a terminal: counts per sheet, then what differs, customer by customer. Pure. */
import {
  type DriftKind,
  type DriftLine,
  type DriftSummary,
  driftKinds,
  driftSheets,
  isScarce,
} from "../../model/drift.ts";
import { formatAddress } from "../../model/sheet.ts";
import { sheetTitle, sheetTitleWidth } from "../../model/words/nouns.ts";
import { type TextKey, type Voice, voiceOf } from "../../model/words/text.ts";
import type { PlanScreen } from "./plan-text.ts";
import { cut, formatCountOrDash, toPrintable } from "./text-layout.ts";

const titles = {
  compared: "drift_compared",
  changed: "drift_changed",
  missing: "drift_missing",
  unlisted: "drift_unlisted",
  leftover: "drift_leftover",
} as const satisfies Readonly<Record<DriftKind | "compared", TextKey>>;

/** Differences that the screen names. */
const mostShown = 60;
/** Packages of which few licenses are left, that the screen names. */
const mostLicenses = 20;

export function renderDrift(summary: DriftSummary, lines: readonly DriftLine[], screen: PlanScreen): string {
  const parts = [
    renderCounts(summary, screen),
    renderLines(summary, lines, screen),
    renderLicenses(summary, screen),
    renderEnd(summary, screen),
  ];
  return parts
    .filter((part) => part.length > 0)
    .map((part) => part.join("\n"))
    .join("\n\n");
}

function renderCounts({ sheets }: DriftSummary, { palette, language }: PlanScreen): readonly string[] {
  const say = voiceOf(language);
  const hasLeftover = driftSheets.some((sheet) => sheets[sheet].leftover > 0);
  const kinds = driftKinds.filter((kind) => kind !== "leftover" || hasLeftover);
  const columns = ["compared" as const, ...kinds];
  const widthOf = (column: keyof typeof titles) => Math.max(9, say(titles[column]).length);
  const header = columns.map((column) => say(titles[column]).padStart(widthOf(column))).join("  ");
  const rows = driftSheets.map((sheet) => {
    const cells = columns.map((column) => {
      const text = formatCountOrDash(sheets[sheet][column]).padStart(widthOf(column));
      if (sheets[sheet][column] === 0) return palette.quiet(text);
      return column === "compared" ? text : palette.caution(text);
    });
    return `${sheetTitle(sheet, language).padEnd(sheetTitleWidth(language))}  ${cells.join("  ")}`;
  });
  return [palette.quiet(`${" ".repeat(sheetTitleWidth(language))}  ${header}`), ...rows];
}

function renderLines(
  { differences }: DriftSummary,
  lines: readonly DriftLine[],
  screen: PlanScreen,
): readonly string[] {
  const { palette, width, language } = screen;
  const say = voiceOf(language);
  const shown = byCustomer(lines).slice(0, mostShown);
  const told = shown.flatMap((line, index) => [
    ...(shown[index - 1]?.customer === line.customer ? [] : [palette.strong(toPrintable(line.customer))]),
    `  ${cut(describeLine(line, say), Math.max(40, width - 2))}`,
  ]);
  const left = differences - shown.length;
  return left > 0 ? [...told, palette.quiet(say("drift_more", { count: left }))] : told;
}

/** Customers in the order in which they are named first. */
function byCustomer(lines: readonly DriftLine[]): readonly DriftLine[] {
  const groups = new Map<string, DriftLine[]>();
  for (const line of lines) {
    const group = groups.get(line.customer);
    if (group) group.push(line);
    else groups.set(line.customer, [line]);
  }
  return [...groups.values()].flat();
}

/** `users.csv:17  ann@example.com  extension: 4507 in the sheet, 4508 at Webex`. */
export function describeLine(line: DriftLine, say: Voice): string {
  const { sheet, key, customer, at } = line;
  const where = at ? [formatAddress(at)] : [];
  const what = sheet === "customers" && key === customer ? [] : [key];
  return toPrintable([...where, ...what, describeDifference(line, say)].join("  "));
}

function describeDifference({ kind, column, inSheet = "", atTarget = "", message }: DriftLine, say: Voice): string {
  if (kind === "missing") return say("drift_is_missing");
  if (kind === "unlisted") return say("drift_is_unlisted");
  if (kind === "leftover") return say("drift_is_leftover");
  if (message) return [column, say(message)].filter(Boolean).join(": ");
  const cellOf = (value: string) => (value === "" ? say("drift_blank") : value);
  return say("drift_value", { column: column ?? "", inSheet: cellOf(inSheet), atTarget: cellOf(atTarget) });
}

function renderLicenses({ licenses }: DriftSummary, { palette, language }: PlanScreen): readonly string[] {
  const say = voiceOf(language);
  const scarce = licenses.filter(isScarce);
  if (scarce.length === 0) return [];
  const lines = scarce
    .slice(0, mostLicenses)
    .map(({ customer, package: code, used, total }) =>
      toPrintable(say("drift_licenses_short", { customer, code, used, total })),
    );
  return [palette.caution(say("drift_licenses_title")), ...lines.map((line) => `  ${line}`)];
}

function renderEnd(summary: DriftSummary, { palette, language }: PlanScreen): readonly string[] {
  const say = voiceOf(language);
  const { notCompared } = summary;
  const outcome = driftOutcome(summary, say);
  return [
    ...(notCompared > 0 ? [palette.bad(say("drift_not_compared", { count: notCompared }))] : []),
    `${summary.differences > 0 ? palette.caution(outcome) : palette.good(outcome)}; ${say("drift_sent_nothing")}`,
  ];
}

/** `12 differences in 3 of 40 customers`. */
export function driftOutcome(
  { differences, differing, customers }: Pick<DriftSummary, "differences" | "differing" | "customers">,
  say: Voice,
): string {
  return differences === 0
    ? say("drift_none", { count: customers })
    : say("drift_some", { differences, differing, customers });
}
