/** A plan as lines for a terminal: counts per sheet, what it takes away, every kind of change, examples, what is in no sheet, what a person must know. Pure. */
import type { PlanLine, PlannedAction, SavedPlan } from "../../model/plan-line.ts";
import { formatAddress, type RowAddress, sheetNames } from "../../model/sheet.ts";
import type { Language } from "../../model/words/language.ts";
import { nouns, sheetTitle, sheetTitleWidth } from "../../model/words/nouns.ts";
import { say, type TextKey, type Voice, voiceOf } from "../../model/words/text.ts";
import { type ChangeKind, describeChange, gatherChanges, pickExamples, takenAway } from "../plan-changes.ts";
import { joinAddresses } from "./group-text.ts";
import { cut, formatCountOrDash, lengthOf, type Palette, padEnd, toPrintable, wrap } from "./text-layout.ts";

/** A plan without removals is not told of them. */
function actionsIn(rows: readonly PlanLine[]): readonly PlannedAction[] {
  const isRemoving = rows.some(({ action }) => action === "delete");
  return ["create", "update", ...(isRemoving ? (["delete"] as const) : []), "none", "refused"];
}

const titles = {
  create: "action_create",
  update: "action_update",
  delete: "action_delete",
  none: "action_none",
  refused: "action_refused",
} as const satisfies Readonly<Record<PlannedAction, TextKey>>;

export type PlanScreen = { readonly width: number; readonly palette: Palette; readonly language: Language };

/** Refused rows are counted here; their causes are told with those of the sheets. */
export function renderPlan(plan: SavedPlan, screen: PlanScreen): string {
  const kinds = gatherChanges(plan.rows, screen.language);
  const parts = [
    renderCounts(plan.rows, screen),
    renderRemoved(plan.rows, screen),
    renderTakenAway(plan.rows, screen),
    renderKinds(
      kinds.filter(({ field }) => field !== undefined),
      screen,
    ),
    renderExamples(kinds, screen),
    renderProfiles(plan.rows, screen),
    renderUnlisted(plan, screen),
    plan.notes.flatMap((note) => wrap(say(note, screen.language), screen.width).map(screen.palette.caution)),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function renderCounts(rows: readonly PlanLine[], { palette, language }: PlanScreen): readonly string[] {
  const say = voiceOf(language);
  const actions = actionsIn(rows);
  const widthOf = (action: PlannedAction) => Math.max(9, say(titles[action]).length);
  const header = actions.map((action) => say(titles[action]).padStart(widthOf(action))).join("  ");
  const sheets = sheetNames.filter((sheet) => rows.some(({ at }) => at.sheet === sheet));
  const lines = sheets.map((sheet) => {
    const ofSheet = rows.filter(({ at }) => at.sheet === sheet);
    const counts = actions.map((action) => renderCount(ofSheet, action, widthOf(action), palette));
    return `${sheetTitle(sheet, language).padEnd(sheetTitleWidth(language))}  ${counts.join("  ")}`;
  });
  return [palette.quiet(`${" ".repeat(sheetTitleWidth(language))}  ${header}`), ...lines];
}

function renderCount(rows: readonly PlanLine[], action: PlannedAction, width: number, palette: Palette): string {
  const count = rows.filter((row) => row.action === action).length;
  const text = formatCountOrDash(count).padStart(width);
  if (count === 0) return palette.quiet(text);
  if (action === "refused" || action === "delete") return palette.bad(text);
  return action === "none" ? text : palette.good(text);
}

const removalsShown = 20;

/** Who and what goes: before all else, row by row as far as there is room. */
function renderRemoved(rows: readonly PlanLine[], { palette, width, language }: PlanScreen): readonly string[] {
  const say = voiceOf(language);
  const removed = rows.filter(({ action }) => action === "delete");
  if (removed.length === 0) return [];
  const lines = removed.slice(0, removalsShown).map((row) => palette.bad(`- ${cut(withLosses(row, say), width - 2)}`));
  const left = removed.length - lines.length;
  return [
    palette.bad(say("removed_title", { rows: removed.length })),
    ...lines,
    ...(left > 0 ? [palette.bad(`  ${say("more_in_plan", { count: left })}`)] : []),
  ];
}

/** A customer takes others with it. */
function withLosses(row: PlanLine, say: Voice): string {
  const what = row.changes.map((change) => `${change.field} ${describeChange(change, say)}`).join("; ");
  return what === "" ? addressOf(row) : `${addressOf(row)}  ${toPrintable(what)}`;
}

/** Rows of one loss that are named. */
const rowsNamed = 5;

/** What somebody would miss: first, and row by row as far as there is room. */
function renderTakenAway(rows: readonly PlanLine[], { palette, width, language }: PlanScreen): readonly string[] {
  const say = voiceOf(language);
  const losses = new Map<string, RowAddress[]>();
  for (const { at, action, changes } of rows) {
    if (action !== "update") continue;
    for (const change of changes) {
      const lost = takenAway(change, say);
      if (lost === "") continue;
      const what = `${sheetTitle(at.sheet, language)} ${change.field}: ${lost}`;
      const addresses = losses.get(what) ?? [];
      losses.set(what, addresses);
      addresses.push(at);
    }
  }
  if (losses.size === 0) return [];
  const lines = [...losses]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .map(([what, addresses]) => {
      const more = addresses.length > rowsNamed ? ", ..." : "";
      const where = `${joinAddresses(addresses.slice(0, rowsNamed))}${more}`;
      const text = toPrintable(`${what}   ${where}`);
      return `${palette.bad(say("rows", { rows: addresses.length }).padStart(10))}  ${cut(text, Math.max(20, width - 12))}`;
    });
  const shown = lines.slice(0, lossesShown);
  const left = lines.length - shown.length;
  return [
    palette.bad(say("removes_title")),
    ...shown,
    ...(left > 0 ? [palette.bad(`${" ".repeat(12)}${say("more_in_plan", { count: left })}`)] : []),
  ];
}

const lossesShown = 20;

/** Every kind of change, sheet by sheet: none is hidden by the number of the others. */
function renderKinds(kinds: readonly ChangeKind[], { palette, width, language }: PlanScreen): readonly string[] {
  const say = voiceOf(language);
  if (kinds.length === 0) return [];
  const fieldWidth = Math.max(...kinds.map(({ field = "" }) => field.length));
  const lines = kinds.map(({ sheet, field = "", rows, alike }, index) => {
    const title = (kinds[index - 1]?.sheet === sheet ? "" : sheetTitle(sheet, language)).padEnd(
      sheetTitleWidth(language),
    );
    const count = say("rows", { rows: rows.length }).padStart(10);
    const room = Math.max(20, width - 16 - sheetTitleWidth(language) - fieldWidth);
    return `${title}  ${count}  ${palette.caution(field.padEnd(fieldWidth))}  ${cut(describeAlike(alike, say), room)}`;
  });
  return [palette.strong(say("changes_title")), ...lines];
}

/** The most frequent one, and how many others there are. */
function describeAlike(alike: ReadonlyMap<string, number>, say: Voice): string {
  const [[text, rows] = ["", 0]] = [...alike].toSorted(([, a], [, b]) => b - a);
  const change = toPrintable(text);
  if (alike.size === 1) return change;
  if (rows === 1) return say("different_such_as", { count: alike.size, change });
  const others = alike.size - 1;
  return say("most_and_others", { rows, change, others });
}

const examplesShown = 20;

function renderExamples(kinds: readonly ChangeKind[], { palette, width, language }: PlanScreen): readonly string[] {
  const say = voiceOf(language);
  const changed = new Set(kinds.flatMap(({ rows }) => rows)).size;
  const rows = pickExamples(kinds, examplesShown);
  if (rows.length === 0) return [];
  const addresses = rows.map(addressOf);
  const addressWidth = Math.min(48, width - 2, Math.max(...addresses.map(lengthOf)));
  const lines = rows.map(({ action, changes, assigned = "" }, index) => {
    const sign = action === "create" ? palette.good("+") : palette.caution("~");
    const chosen = assigned === "" ? [] : [assigned.replaceAll(";", "; ")];
    const what = [...changes.map((change) => `${change.field} ${describeChange(change, say)}`), ...chosen].join("; ");
    const address = cut(addresses[index] ?? "", width - 2);
    const room = width - 4 - Math.max(addressWidth, lengthOf(address));
    return `${sign} ${padEnd(address, addressWidth)}  ${cut(toPrintable(what), room)}`.trimEnd();
  });
  const title = changed === rows.length ? say("row_by_row") : say("examples_of", { shown: rows.length, rows: changed });
  const rest = changed === rows.length ? [] : [palette.quiet(say("all_in_plan"))];
  return [palette.strong(title), ...lines, ...rest];
}

/** Which cells each profile fills, and in how many rows. */
function renderProfiles(rows: readonly PlanLine[], { palette, width, language }: PlanScreen): readonly string[] {
  const say = voiceOf(language);
  const profiles = new Map<string, { readonly rows: Set<PlanLine>; readonly columns: Set<string> }>();
  for (const line of rows) {
    for (const { profile, row, column } of line.taken ?? []) {
      const name = `${profile} (${row})`;
      const known = profiles.get(name) ?? { rows: new Set(), columns: new Set() };
      profiles.set(name, known);
      known.rows.add(line);
      known.columns.add(column);
    }
  }
  if (profiles.size === 0) return [];
  const lines = [...profiles].slice(0, profilesShown).map(([name, filled]) => {
    const count = say("rows", { rows: filled.rows.size }).padStart(10);
    return cut(toPrintable(`${count}  ${name}: ${[...filled.columns].join(", ")}`), width);
  });
  const left = profiles.size - lines.length;
  return [
    palette.strong(say("profiles_title")),
    ...lines,
    ...(left > 0 ? [palette.quiet(`${" ".repeat(12)}${say("more_in_plan", { count: left })}`)] : []),
  ];
}

const profilesShown = 10;

function addressOf({ at, customer, key }: PlanLine): string {
  const whose = at.sheet === "locations" ? `${customer}  ` : "";
  return toPrintable(`${formatAddress(at)}  ${whose}${key}`);
}

function renderUnlisted({ unlisted }: SavedPlan, { palette, language }: PlanScreen): readonly string[] {
  const say = voiceOf(language);
  if (unlisted.length === 0) return [];
  const customers = new Set(unlisted.map(({ customer }) => customer)).size;
  const lines = unlisted
    .slice(0, 10)
    .map(({ customer, kind, key }) => `    ${toPrintable(`${customer}  ${nouns[language][`${kind}s`][0]} ${key}`)}`);
  const left = unlisted.length - lines.length;
  return [
    `${palette.strong(say("unlisted_title"))}  ${say("unlisted_left", { count: unlisted.length, customers })}`,
    ...lines,
    ...(left > 0 ? [palette.quiet(`    ${say("more_in_plan", { count: left })}`)] : []),
  ];
}
