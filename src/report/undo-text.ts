/** What an undo would take back, as lines for a terminal: counts per sheet, customers that go as a whole, what stays and where a person finds it. Pure. */
import type { PlanLine, PlannedAction } from "../model/plan-line.ts";
import { formatAddress, type SheetName, sheetNames } from "../model/sheet.ts";
import { formatCount, formatCountOrDash, formatRows, type Palette, toPrintable, wrap } from "./text-layout.ts";

type Screen = { readonly width: number; readonly palette: Palette };

const columns: readonly { readonly action: PlannedAction; readonly title: string }[] = [
  { action: "delete", title: "remove" },
  { action: "update", title: "roles only" },
  { action: "refused", title: "stays" },
  { action: "none", title: "not touched" },
];

/** How many rows of each kind are shown one by one. */
const rowsShown = 20;

/** Reads the rows once. */
export function renderUndo(rows: Iterable<PlanLine>, screen: Screen): string {
  const counts = new Map<SheetName, Map<PlannedAction, number>>();
  const whole = startList();
  const roles = startList();
  const stays = startList();
  for (const line of rows) {
    const { sheet } = line.at;
    const ofSheet = counts.get(sheet) ?? new Map<PlannedAction, number>();
    counts.set(sheet, ofSheet.set(line.action, (ofSheet.get(line.action) ?? 0) + 1));
    if (line.action === "delete" && sheet === "customers") whole.add(line);
    if (line.action === "update") roles.add(line);
    if (line.action === "refused") stays.add(line);
  }
  const { palette, width } = screen;
  const parts = [
    renderTable(counts, palette),
    whole.render(palette.strong("customers that go as a whole"), ({ at, key }) => [mark(palette.bad("-"), at, key)]),
    roles.render(palette.strong("roles taken back"), ({ at, key, changes }) => [
      mark(palette.caution("~"), at, key),
      ...changes.map(({ before, after }) => `    ${before || "none"} → ${after || "none"}`),
    ]),
    stays.render(palette.strong("stays, for a person to look at"), (line) => renderStaying(line, width, palette)),
  ];
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join("\n"))
    .join("\n\n");
}

function startList() {
  const shown: PlanLine[] = [];
  let all = 0;
  return {
    add(line: PlanLine): void {
      all += 1;
      if (shown.length < rowsShown) shown.push(line);
    },
    render(title: string, renderOne: (line: PlanLine) => readonly string[]): readonly string[] {
      if (all === 0) return [];
      const more = all > shown.length ? [`  and ${formatRows(all - shown.length)} more`] : [];
      return [`${title}  ${formatCount(all)}`, ...shown.flatMap(renderOne), ...more];
    },
  };
}

function renderTable(
  counts: ReadonlyMap<SheetName, ReadonlyMap<PlannedAction, number>>,
  palette: Palette,
): readonly string[] {
  const header = columns.map(({ title }) => title.padStart(11)).join("  ");
  const lines = sheetNames
    .filter((sheet) => counts.has(sheet))
    .map((sheet) => {
      const cells = columns.map(({ action }) => renderCount(counts.get(sheet)?.get(action) ?? 0, action, palette));
      return `${sheet.padEnd(9)}  ${cells.join("  ")}`;
    });
  return [palette.quiet(`${" ".repeat(9)}  ${header}`), ...lines];
}

function renderCount(count: number, action: PlannedAction, palette: Palette): string {
  const text = formatCountOrDash(count).padStart(11);
  if (count === 0) return palette.quiet(text);
  if (action === "none") return text;
  return action === "refused" ? palette.caution(text) : palette.bad(text);
}

function renderStaying(
  { at, key, reason = "", hint = "" }: PlanLine,
  width: number,
  palette: Palette,
): readonly string[] {
  const text = wrap(`${reason} ${hint}`, Math.max(20, width - 4)).map((line) => `    ${line}`);
  return [mark(palette.caution("!"), at, key), ...text];
}

function mark(sign: string, at: PlanLine["at"], key: string): string {
  return `${sign} ${toPrintable(formatAddress(at))}  ${toPrintable(key)}`;
}
