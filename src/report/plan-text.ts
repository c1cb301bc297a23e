/** A plan as lines for a terminal: counts per sheet, what it takes away, every kind of change, examples, what is in no sheet, what a person must know. Pure. */
import type { PlanLine, PlannedAction, SavedPlan } from "../model/plan-line.ts";
import { formatAddress, type RowAddress, sheetNames } from "../model/sheet.ts";
import { joinAddresses } from "./group-text.ts";
import { type ChangeKind, describeChange, gatherChanges, pickExamples, takenAway } from "./plan-changes.ts";
import {
  formatCount,
  formatCountOrDash,
  formatNumberOf,
  formatRows,
  lengthOf,
  type Palette,
  toPrintable,
  wrap,
} from "./text-layout.ts";

const actions: readonly PlannedAction[] = ["create", "update", "none", "refused"];
const titles: Readonly<Record<PlannedAction, string>> = {
  create: "create",
  update: "update",
  delete: "remove",
  none: "unchanged",
  refused: "refused",
};

export type PlanScreen = { readonly width: number; readonly palette: Palette };

/** Refused rows are counted here; their causes are told with those of the sheets. */
export function renderPlan(plan: SavedPlan, screen: PlanScreen): string {
  const kinds = gatherChanges(plan.rows);
  const parts = [
    renderCounts(plan.rows, screen),
    renderTakenAway(plan.rows, screen),
    renderKinds(
      kinds.filter(({ field }) => field !== undefined),
      screen,
    ),
    renderExamples(kinds, screen),
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
  const text = formatCountOrDash(count).padStart(9);
  if (count === 0) return palette.quiet(text);
  if (action === "refused") return palette.bad(text);
  return action === "none" ? text : palette.good(text);
}

/** Rows of one loss that are named. */
const rowsNamed = 5;

/** What somebody would miss: first, and row by row as far as there is room. */
function renderTakenAway(rows: readonly PlanLine[], { palette, width }: PlanScreen): readonly string[] {
  const losses = new Map<string, RowAddress[]>();
  for (const { at, action, changes } of rows) {
    if (action !== "update") continue;
    for (const change of changes) {
      const lost = takenAway(change);
      if (lost === "") continue;
      const what = `${at.sheet} ${change.field}: ${lost}`;
      const places = losses.get(what) ?? [];
      losses.set(what, places);
      places.push(at);
    }
  }
  if (losses.size === 0) return [];
  const lines = [...losses]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([what, places]) => {
      const more = places.length > rowsNamed ? ", ..." : "";
      const where = `${joinAddresses(places.slice(0, rowsNamed))}${more}`;
      return cut(`${palette.bad(formatRows(places.length).padStart(10))}  ${toPrintable(what)}   ${where}`, width);
    });
  const shown = lines.slice(0, lossesShown);
  const left = lines.length - shown.length;
  return [
    palette.bad("! takes away"),
    ...shown,
    ...(left > 0
      ? [palette.bad(`${" ".repeat(12)}and ${formatCount(left)} more: --out plan.json lists them all`)]
      : []),
  ];
}

const lossesShown = 20;

/** Every kind of change, sheet by sheet: none is hidden by the number of the others. */
function renderKinds(kinds: readonly ChangeKind[], { palette, width }: PlanScreen): readonly string[] {
  if (kinds.length === 0) return [];
  const fieldWidth = Math.max(...kinds.map(({ field = "" }) => field.length));
  const lines = kinds.map(({ sheet, field = "", rows, alike }, index) => {
    const title = (kinds[index - 1]?.sheet === sheet ? "" : sheet).padEnd(9);
    const count = formatRows(rows.length).padStart(10);
    return cut(`${title}  ${count}  ${palette.caution(field.padEnd(fieldWidth))}  ${describeAlike(alike)}`, width);
  });
  return [palette.strong("changes"), ...lines];
}

/** The most frequent one, and how many others there are. */
function describeAlike(alike: ReadonlyMap<string, number>): string {
  const [[text, rows] = ["", 0]] = [...alike].toSorted(([, a], [, b]) => b - a);
  const change = toPrintable(text);
  if (alike.size === 1) return change;
  if (rows === 1) return `${formatCount(alike.size)} different, such as ${change}`;
  const others = alike.size - 1;
  return `in ${formatRows(rows)} ${change}; ${formatNumberOf(others, "other")}`;
}

const examplesShown = 20;

function renderExamples(kinds: readonly ChangeKind[], { palette, width }: PlanScreen): readonly string[] {
  const changed = new Set(kinds.flatMap(({ rows }) => rows)).size;
  const rows = pickExamples(kinds, examplesShown);
  if (rows.length === 0) return [];
  const places = rows.map(placeOf);
  const placeWidth = Math.min(48, Math.max(...places.map(lengthOf)));
  const lines = rows.map(({ action, changes }, index) => {
    const sign = action === "create" ? palette.good("+") : palette.caution("~");
    const what = changes.map((change) => `${change.field} ${describeChange(change)}`).join("; ");
    return cut(`${sign} ${(places[index] ?? "").padEnd(placeWidth)}  ${toPrintable(what)}`.trimEnd(), width);
  });
  const title = changed === rows.length ? "row by row" : `examples: ${rows.length} of ${formatRows(changed)}`;
  const rest = changed === rows.length ? [] : [palette.quiet("--out plan.json lists them all, and plan.csv to read")];
  return [palette.strong(title), ...lines, ...rest];
}

function placeOf({ at, customer, key }: PlanLine): string {
  const whose = at.sheet === "locations" ? `${customer}  ` : "";
  return toPrintable(`${formatAddress(at)}  ${whose}${key}`);
}

function cut(line: string, width: number): string {
  // colours take no room: some is left for them
  return line.length > width + 18 ? `${line.slice(0, width + 17)}…` : line;
}

function renderUnlisted({ unlisted }: SavedPlan, { palette }: PlanScreen): readonly string[] {
  if (unlisted.length === 0) return [];
  const customers = new Set(unlisted.map(({ customer }) => customer)).size;
  const lines = unlisted
    .slice(0, 10)
    .map(({ customer, kind, key }) => `    ${toPrintable(`${customer}  ${kind} ${key}`)}`);
  const left = unlisted.length - lines.length;
  return [
    `${palette.strong("at Webex and in no sheet")}  ${formatCount(unlisted.length)} in ${formatNumberOf(customers, "customer")}; left alone`,
    ...lines,
    ...(left > 0 ? [palette.quiet(`    and ${formatCount(left)} more: --out plan.json lists them all`)] : []),
  ];
}
