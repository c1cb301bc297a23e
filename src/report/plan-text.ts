/** A plan as lines for a terminal: counts per sheet, changes field by field, what is in no sheet, what a person must know. Pure. */
import type { PlanLine, PlannedAction, SavedPlan } from "../model/plan-line.ts";
import { formatAddress, sheetNames } from "../model/sheet.ts";
import { formatCount, formatRows, type Palette, toPrintable, wrap } from "./text-layout.ts";

const actions: readonly PlannedAction[] = ["create", "update", "delete", "none", "refused"];
const titles: Readonly<Record<PlannedAction, string>> = {
  create: "create",
  update: "update",
  delete: "remove",
  none: "unchanged",
  refused: "refused",
};

/** How many rows are shown one by one, of each kind. */
const rowsShown = 20;

export type PlanScreen = { readonly width: number; readonly palette: Palette };

export function renderPlan(plan: SavedPlan, screen: PlanScreen): string {
  const parts = [
    renderCounts(plan.rows, screen),
    renderChanges(
      plan.rows.filter(({ action }) => action === "update"),
      screen,
    ),
    renderUnlisted(plan, screen),
    plan.notes.flatMap((note) => wrap(note, screen.width).map(screen.palette.caution)),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function renderCounts(rows: readonly PlanLine[], { palette }: PlanScreen): readonly string[] {
  const header = actions.map((action) => titles[action].padStart(9)).join("  ");
  const sheets = sheetNames.filter((sheet) => rows.some(({ at }) => at.sheet === sheet));
  const lines = sheets.map((sheet) => {
    const ofSheet = rows.filter(({ at }) => at.sheet === sheet);
    const counts = actions.map((action) => renderCount(ofSheet, action, palette));
    return `${sheet.padEnd(9)}  ${counts.join("  ")}`;
  });
  return [palette.quiet(`${" ".repeat(9)}  ${header}`), ...lines];
}

function renderCount(rows: readonly PlanLine[], action: PlannedAction, palette: Palette): string {
  const count = rows.filter((row) => row.action === action).length;
  const text = (count === 0 ? "-" : formatCount(count)).padStart(9);
  if (count === 0) return palette.quiet(text);
  if (action === "refused") return palette.bad(text);
  return action === "none" ? text : palette.good(text);
}

/** Alike changes together first, then row by row. */
function renderChanges(rows: readonly PlanLine[], { palette, width }: PlanScreen): readonly string[] {
  if (rows.length === 0) return [];
  const groups = new Map<string, number>();
  for (const { at, changes } of rows) {
    for (const { field, before, after } of changes) {
      const isOften = `${at.sheet} ${field}: ${before || "blank"} → ${after || "blank"}`;
      groups.set(isOften, (groups.get(isOften) ?? 0) + 1);
    }
  }
  const alike = [...groups].filter(([, count]) => count > 2).sort((a, b) => b[1] - a[1]);
  const shown = rows.slice(0, rowsShown).flatMap((row) => renderRow(row, palette, width));
  const left = rows.length - rowsShown;
  return [
    palette.strong("changes"),
    ...alike.slice(0, 10).map(([change, count]) => `${formatRows(count).padStart(10)}  ${toPrintable(change)}`),
    ...shown,
    ...(left > 0 ? [palette.quiet(`and ${formatRows(left)} more: --out plan.json lists them all`)] : []),
  ];
}

function renderRow({ at, key, changes }: PlanLine, palette: Palette, width: number): readonly string[] {
  const head = `${palette.caution("~")} ${toPrintable(formatAddress(at))}  ${toPrintable(key)}`;
  return [head, ...changes.map((change) => `    ${renderChange(change, width)}`)];
}

function renderChange({ field, before, after }: PlanLine["changes"][number], width: number): string {
  const text = toPrintable(`${field.padEnd(14)} ${before || "blank"} → ${after || "blank"}`);
  return text.length > width ? `${text.slice(0, width - 1)}…` : text;
}

function renderUnlisted({ unlisted }: SavedPlan, { palette }: PlanScreen): readonly string[] {
  if (unlisted.length === 0) return [];
  const customers = new Set(unlisted.map(({ customer }) => customer)).size;
  const lines = unlisted
    .slice(0, 10)
    .map(({ customer, kind, key }) => `    ${toPrintable(`${customer}  ${kind} ${key}`)}`);
  const left = unlisted.length - lines.length;
  return [
    `${palette.strong("at Webex and in no sheet")}  ${formatCount(unlisted.length)} in ${formatCount(customers)} ${customers === 1 ? "customer" : "customers"}; left alone`,
    ...lines,
    ...(left > 0 ? [palette.quiet(`    and ${formatCount(left)} more: --out plan.json lists them all`)] : []),
  ];
}
