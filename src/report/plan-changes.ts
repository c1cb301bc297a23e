/** The changes of a plan, gathered by sheet and field: how many rows each has, what they take away, which rows show them best. Pure; renders nothing. */
import { packageFacts } from "../model/packages.ts";
import type { Change } from "../model/plan.ts";
import type { PlanLine } from "../model/plan-line.ts";
import { type SheetName, sheetNames } from "../model/sheet.ts";
import type { Language } from "../model/words/language.ts";
import { type Voice, voiceOf } from "../model/words/text.ts";

/** One field of one sheet, or the creation of its rows. */
export type ChangeKind = {
  readonly sheet: SheetName;
  /** Absent: the rows are created. */
  readonly field?: string;
  readonly rows: readonly PlanLine[];
  /** By the text of the change: how many rows have this very one. */
  readonly alike: ReadonlyMap<string, number>;
};

type GrowingKind = Omit<ChangeKind, "rows" | "alike"> & {
  readonly rows: PlanLine[];
  readonly alike: Map<string, number>;
};

/** By sheet, in the order of the sheets, the most frequent first. */
export function gatherChanges(rows: Iterable<PlanLine>, language: Language): readonly ChangeKind[] {
  const say = voiceOf(language);
  const kinds = new Map<string, GrowingKind>();
  const count = (row: PlanLine, field: string | undefined, text: string) => {
    const { sheet } = row.at;
    const name = `${sheet} ${field ?? ""}`;
    const about = { sheet, ...(field === undefined ? {} : { field }) };
    const kind: GrowingKind = kinds.get(name) ?? { ...about, rows: [], alike: new Map() };
    kinds.set(name, kind);
    kind.rows.push(row);
    kind.alike.set(text, (kind.alike.get(text) ?? 0) + 1);
  };
  for (const row of rows) {
    if (row.action === "create") count(row, undefined, "");
    if (row.action !== "update") continue;
    for (const change of row.changes) count(row, change.field, describeChange(change, say));
  }
  const rank = ({ sheet }: ChangeKind) => sheetNames.indexOf(sheet);
  return [...kinds.values()].toSorted((a, b) => rank(a) - rank(b) || b.rows.length - a.rows.length);
}

const listFields: ReadonlySet<string> = new Set(["packages", "roles", "phone_numbers"]);

/** `+ webex_suite  - webex_voice` of a list, `before → after` of anything else. */
export function describeChange(change: Change, say: Voice): string {
  const { field, before, after } = change;
  if (!listFields.has(field.replace(/^hq_/, "")))
    return `${before || say("blank_value")} → ${after || say("blank_value")}`;
  const [was, is] = [partsOf(before), partsOf(after)];
  const added = is.filter((part) => !was.includes(part));
  const gone = was.filter((part) => !is.includes(part));
  return [describeParts("+", added), describeParts("-", gone)].filter(Boolean).join("  ");
}

/** Some hundred numbers are told by the first and the last of them. */
function describeParts(sign: "+" | "-", parts: readonly string[]): string {
  if (parts.length <= 3) return parts.map((part) => `${sign} ${part}`).join("  ");
  return `${sign} ${parts.length}: ${parts[0]} … ${parts.at(-1)}`;
}

/** What a change takes from somebody, for people: a value made blank, a part of a list, a lower limit, a lower package. Empty: nothing. */
export function takenAway({ field, before, after }: Change, say: Voice): string {
  if (before === "") return "";
  if (field.replace(/^hq_/, "") === "phone_numbers" && after === "")
    return describeParts("-", partsOf(before)).slice(2);
  if (after === "") return say("made_blank");
  if (field === "package") return lowerPackage(before, after, say);
  if (field === "package_limits") return lowerLimits(before, after, say);
  if (!listFields.has(field)) return "";
  const kept = partsOf(after);
  return partsOf(before)
    .filter((part) => !kept.includes(part) && !part.endsWith(" failed"))
    .join(", ");
}

function partsOf(list: string): readonly string[] {
  return list.split(";").filter(Boolean);
}

function lowerPackage(before: string, after: string, say: Voice): string {
  const [was, is] = [baseOf(before), baseOf(after)];
  return was && is && is.level < was.level ? say("becomes", { what: "", before: was.code, after: is.code }) : "";
}

function baseOf(packages: string) {
  return packageFacts.find(({ code, use }) => use === "base" && partsOf(packages).includes(code));
}

function lowerLimits(before: string, after: string, say: Voice): string {
  const limits = new Map(partsOf(after).map(readLimit));
  const lowered = partsOf(before)
    .map(readLimit)
    .filter(([code, limit]) => (limits.get(code) ?? 0) < limit);
  const describe = (code: string, limit: number) => {
    const after = limits.get(code);
    return say("becomes", {
      what: `${code} `,
      before: String(limit),
      after: after === undefined ? say("no_limit") : String(after),
    });
  };
  return lowered.map(([code, limit]) => describe(code, limit)).join(", ");
}

function readLimit(part: string): readonly [string, number] {
  const [code = "", limit] = part.split("=");
  return [code, Number(limit)];
}

/** At most `count` rows, every kind and every sheet among them as far as they go, in the order of the sheets; of a kind every n-th row. */
export function pickExamples(kinds: readonly ChangeKind[], count: number): readonly PlanLine[] {
  const chosen = new Set<PlanLine>();
  const rarestFirst = kinds.toSorted((a, b) => a.rows.length - b.rows.length);
  for (const [index, { rows }] of rarestFirst.entries()) {
    const others = rows.filter((row) => !chosen.has(row)); // a row with two changes stands in two kinds
    const share = Math.min(others.length, Math.ceil((count - chosen.size) / (kinds.length - index)));
    for (let each = 0; each < share; each += 1) {
      const row = others[Math.floor((each * others.length) / share)];
      if (row) chosen.add(row);
    }
  }
  const rank = ({ at }: PlanLine) => sheetNames.indexOf(at.sheet);
  return [...chosen].toSorted((a, b) => rank(a) - rank(b) || a.at.file.localeCompare(b.at.file) || a.at.row - b.at.row);
}
