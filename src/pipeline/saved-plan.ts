/** A plan as a file: written for a person to sign, read again to be applied, refused when it no longer fits. */
import { readFile, writeFile } from "node:fs/promises";
import { z } from "zod";
import type { PlanLine, SavedPlan } from "../model/plan-line.ts";
import { formatAddress, sheetNames } from "../model/sheet.ts";
import { UserError } from "../model/user-error.ts";
import { writePlanCsv } from "../report/plan-csv.ts";
import { formatRows } from "../report/text-layout.ts";
import { targetFactsSchema } from "./run-facts.ts";

const changeSchema = z.object({ field: z.string(), before: z.string(), after: z.string() });

const addressSchema = z.object({ sheet: z.enum(sheetNames), file: z.string(), row: z.number() });

const lineSchema = z.object({
  at: addressSchema,
  customer: z.string(),
  key: z.string(),
  action: z.enum(["create", "update", "none", "delete", "refused"]),
  changes: z.array(changeSchema),
  reason: z.string().exactOptional(),
  code: z.string().exactOptional(),
  column: z.string().exactOptional(),
  hint: z.string().exactOptional(),
  digest: z.string(),
});

const checklistSchema = z.object({
  template: z.string(),
  at: addressSchema,
  steps: z.array(z.object({ page: z.string(), field: z.string(), value: z.string() })),
  next: z.string(),
});

const planSchema = z.object({
  v: z.literal(1),
  createdAt: z.string(),
  inputs: z.array(z.string()),
  target: targetFactsSchema,
  isRemovingPackages: z.boolean(),
  isPrechecking: z.boolean().exactOptional(),
  only: z.array(z.string()).exactOptional(),
  limit: z.number().exactOptional(),
  notes: z.array(z.string()),
  unlisted: z.array(z.object({ customer: z.string(), kind: z.enum(["user", "location"]), key: z.string() })),
  checklist: z.array(checklistSchema),
  rows: z.array(lineSchema),
});

/** A line per row, so that two plans can be compared with any tool. Beside it the same to be read: the path of that file. */
export async function savePlan(path: string, signed: SavedPlan): Promise<string> {
  const { rows, ...plan } = signed;
  const head = JSON.stringify(plan, null, 1).replace(/\n?\}$/, "");
  const lines = rows.map((row) => `  ${JSON.stringify(row)}`).join(",\n");
  await writeFile(path, `${head},\n "rows": [\n${lines}\n ]\n}\n`, { mode: 0o600 });
  return await writePlanCsv(`${path.replace(/\.json$/, "")}.csv`, signed);
}

export async function readPlan(path: string): Promise<SavedPlan> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined)
    throw new UserError(
      "plan_unreadable",
      `There is no plan at ${path}.`,
      "Make one: wholesale-import plan <input> --out plan.json.",
    );
  const parsed = planSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0];
  throw new UserError(
    "plan_unreadable",
    `${path} is not a plan of this program: ${where?.path.join(".") || "the whole"}: ${where?.message}.`,
    "Make it again: wholesale-import plan <input> --out plan.json.",
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const shown = 10;

/** What moved, for people, when a plan made now differs from the signed one; undefined when it is the same. */
export function findMoved(signed: SavedPlan, now: Iterable<PlanLine>): string | undefined {
  const before = new Map(signed.rows.map((line) => [placeOf(line), line]));
  const moved: string[] = [];
  for (const line of now) {
    const was = before.get(placeOf(line));
    before.delete(placeOf(line));
    if (was?.digest !== line.digest || was.action !== line.action) moved.push(describeMove(was, line));
  }
  for (const gone of before.values()) moved.push(`${formatAddress(gone.at)} ${gone.key}: the row is gone`);
  if (moved.length === 0) return undefined;
  const more = moved.length > shown ? ` and ${moved.length - shown} more` : "";
  const rows = `${formatRows(moved.length)} ${moved.length === 1 ? "has" : "have"}`;
  return `the plan no longer fits, ${rows} moved since ${signed.createdAt}: ${moved.slice(0, shown).join("; ")}${more}. Nothing was sent; make a new plan`;
}

function placeOf({ at }: PlanLine): string {
  return `${at.sheet} ${formatAddress(at)}`;
}

function describeMove(was: PlanLine | undefined, is: PlanLine): string {
  const where = `${formatAddress(is.at)} ${is.key}`;
  if (!was) return `${where}: the row is new`;
  if (was.action !== is.action)
    return `${where}: was ${was.action}, is ${is.action}${is.reason ? ` (${is.reason})` : ""}`;
  const changed = is.changes.filter(
    (change) =>
      !was.changes.some(
        (other) => other.field === change.field && other.before === change.before && other.after === change.after,
      ),
  );
  const fields = changed.map(({ field, before, after }) => `${field} ${before || "blank"} → ${after || "blank"}`);
  return `${where}: ${fields.join(", ") || "what would be sent has changed"}`;
}
