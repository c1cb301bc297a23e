/** A plan as a file: written for a person to sign, read again to be applied, refused when it no longer fits. */
import { readFile, writeFile } from "node:fs/promises";
import { z } from "zod";
import { parseJson } from "../model/json.ts";
import type { PlanLine, SavedPlan } from "../model/plan-line.ts";
import { formatAddress, sheetNames } from "../model/sheet.ts";
import { UserError } from "../model/user-error.ts";
import type { Language } from "../model/words/language.ts";
import { speak, type Text, text } from "../model/words/text.ts";
import { writePlanCsv } from "../report/files/plan-csv.ts";
import { cut, lengthOf, padEnd, toPrintable } from "../report/screen/text-layout.ts";
import { targetFactsSchema } from "../run/facts.ts";
import { planOptionsSchema } from "../run/options.ts";
import { saidSchema } from "../run/said-schema.ts";

const changeSchema = z.object({ field: z.string(), before: z.string(), after: z.string() });

const addressSchema = z.object({ sheet: z.enum(sheetNames), file: z.string(), row: z.number() });

const lineSchema = z.object({
  at: addressSchema,
  customer: z.string(),
  key: z.string(),
  action: z.enum(["create", "update", "none", "delete", "refused"]),
  changes: z.array(changeSchema),
  assigned: z.string().exactOptional(),
  taken: z
    .array(
      z.object({
        column: z.string(),
        profile: z.string(),
        row: z.string(),
        isTemplate: z.literal(true).exactOptional(),
      }),
    )
    .exactOptional(),
  reason: saidSchema.exactOptional(),
  code: z.string().exactOptional(),
  column: z.string().exactOptional(),
  hint: saidSchema.exactOptional(),
  digest: z.string(),
});

const checklistSchema = z.object({
  template: z.string(),
  at: addressSchema,
  steps: z.array(z.object({ page: saidSchema, field: saidSchema, value: saidSchema })),
  next: z.string(),
});

const planSchema = planOptionsSchema.extend({
  v: z.literal(1),
  createdAt: z.string(),
  inputs: z.array(z.string()),
  mapping: z.string().exactOptional(),
  target: targetFactsSchema,
  notes: z.array(saidSchema),
  unlisted: z.array(z.object({ customer: z.string(), kind: z.enum(["user", "location"]), key: z.string() })),
  checklist: z.array(checklistSchema),
  rows: z.array(lineSchema),
});

/**
 * A line per row, so that two plans can be compared with any tool. Beside it the same to be read, in the language given:
 * the path of that file.
 */
export async function savePlan(
  path: string,
  signed: SavedPlan,
  language: Language,
  csvDelimiter?: string,
): Promise<string> {
  const { rows, ...plan } = signed;
  const head = JSON.stringify(speak(plan, "en"), null, 1).replace(/\n?\}$/, "");
  const lines = rows.map((row) => `  ${JSON.stringify(speak(row, "en"))}`).join(",\n");
  await writeFile(path, `${head},\n "rows": [\n${lines}\n ]\n}\n`, { mode: 0o600 });
  return await writePlanCsv(`${path.replace(/\.json$/, "")}.csv`, signed, language, csvDelimiter);
}

export async function readPlan(path: string): Promise<SavedPlan> {
  const content = await readFile(path, "utf8").catch(() => undefined);
  if (content === undefined) throw new UserError("plan_unreadable", text("plan_missing", { path }), text("make_plan"));
  const parsed = planSchema.safeParse(parseJson(content));
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0];
  throw new UserError(
    "plan_unreadable",
    text("not_a_plan", { path, part: where?.path.join(".") ?? "", reason: where?.message ?? "" }),
    text("make_plan_again"),
  );
}

const shown = 10;

/** In columns: the address and the name of a row are cut there. */
const rowWidth = 100;

/** Why a signed plan is not carried out, and the first rows that moved, as lines of a table. */
export type Moved = { readonly reason: Text; readonly details: readonly Text[] };

/** What moved, for people, when a plan made now differs from the signed one; undefined when it is the same. */
export function findMoved(signed: SavedPlan, now: Iterable<PlanLine>): Moved | undefined {
  const before = new Map(signed.rows.map((line) => [locationOf(line), line]));
  const moved: (readonly [PlanLine, Text])[] = [];
  for (const line of now) {
    const was = before.get(locationOf(line));
    before.delete(locationOf(line));
    if (was?.digest !== line.digest || was.action !== line.action) moved.push([line, describeMove(was, line)]);
  }
  for (const gone of before.values()) moved.push([gone, text("row_gone")]);
  if (moved.length === 0) return undefined;
  const at = signed.createdAt.slice(0, 16).replace("T", " ");
  return { reason: text("plan_outdated", { count: moved.length, at }), details: renderMoved(moved) };
}

function renderMoved(moved: readonly (readonly [PlanLine, Text])[]): readonly Text[] {
  const lines = moved.slice(0, shown).map(([{ at, key }]) => [formatAddress(at), key].map((cell) => toPrintable(cell)));
  const widthOf = (column: number) => Math.max(...lines.map((cells) => lengthOf(cells[column] ?? "")));
  const [locations, keys] = [widthOf(0), widthOf(1)];
  const more = moved.length > shown ? [text("and_more", { count: moved.length - shown })] : [];
  return [
    ...moved.slice(0, shown).map(([, what], index) => {
      const [location = "", key = ""] = lines[index] ?? [];
      return text("row_moved", { row: cut(`${padEnd(location, locations)}  ${padEnd(key, keys)}`, rowWidth), what });
    }),
    ...more,
  ];
}

function locationOf({ at }: PlanLine): string {
  return `${at.sheet} ${formatAddress(at)}`;
}

function describeMove(was: PlanLine | undefined, is: PlanLine): Text {
  if (!was) return text("row_new");
  if (was.action !== is.action) {
    const actions = { before: text(`action_${was.action}`), after: text(`action_${is.action}`) };
    return text("row_planned_otherwise", { ...actions, ...(is.reason ? { reason: is.reason } : {}) });
  }
  const changes = is.changes.filter(
    (change) =>
      !was.changes.some(
        (other) => other.field === change.field && other.before === change.before && other.after === change.after,
      ),
  );
  return changes.length > 0 ? text("fields_changed", { changes }) : text("request_changed");
}
