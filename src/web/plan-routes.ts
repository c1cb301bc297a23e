/** The routes of a batch's plan: made by the same function as on the command line, read by customer. */
import { Hono } from "hono";
import { z } from "zod";
import type { PlanLine, SavedPlan } from "../model/plan-line.ts";
import type { PlanCounts } from "../model/run-event.ts";
import { type SheetName, sheetNames } from "../model/sheet.ts";
import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";
import { linkTemplate } from "../pipeline/link-template.ts";
import { plan } from "../pipeline/plan.ts";
import { planOptionsSchema } from "../run/options.ts";
import { type Activity, startActivity } from "./activities.ts";
import { answer } from "./answer.ts";
import type { CustomerPlan, PlanOffer, PlanReply, ShownPlanLine } from "./api-types.ts";
import type { Batch } from "./batch.ts";
import type { Checked } from "./batch-check.ts";
import type { Batches } from "./batches.ts";
import { streamEvents } from "./event-stream.ts";
import type { PageWorld } from "./page-world.ts";

const linesAtOnce = 500;

/** `activities`: plans under way and those that ended, by batch. */
export function planRoutes(batches: Batches, world: PageWorld, activities: Map<string, Activity>): Hono {
  const routes = new Hono();
  routes.post("/:id/plan", async (c) => {
    const batch = await batches.get(c.req.param("id"));
    await batch.check.settled();
    const going = activities.get(batch.id);
    const asked = planRequest.parse(await c.req.json().catch(() => ({})));
    if (!going?.isGoing()) activities.set(batch.id, startPlan(batch, world, asked));
    return answer(c, {});
  });
  routes.get("/:id/plan/events", (c) => streamEvents(c, activities.get(c.req.param("id"))));
  routes.get("/:id/plan", async (c) => answer(c, describePlan(await batches.get(c.req.param("id")))));
  routes.get("/:id/plan/lines", async (c) => {
    const batch = await batches.get(c.req.param("id"));
    const { customer, action, sheet } = linesQuery.parse(c.req.query());
    const found = planOf(batch).rows.filter(
      (line) =>
        (customer === undefined || line.customer === customer) &&
        (action === undefined || shownAction(line) === action) &&
        (sheet === undefined || line.at.sheet === sheet),
    );
    const factsOf = factsOfRows(batch.check.checked());
    const lines = found.slice(0, linesAtOnce).map((line) => ({ ...line, facts: factsOf(line) }));
    return answer(c, { total: found.length, lines });
  });
  /** Remembers the ID of a template that somebody has made meanwhile; the plan is made anew after it. */
  routes.post("/:id/templates", async (c) => {
    await batches.get(c.req.param("id"));
    const link = linkRequest.parse(await c.req.json());
    await using connection = await world.connect(() => undefined);
    const signals = { stop: new AbortController().signal, abort: new AbortController().signal };
    linkTemplate(
      link,
      connection.facts,
      world.runContext(() => undefined, signals),
    );
    return answer(c, {});
  });
  return routes;
}

const actions = ["create", "update", "delete", "unchanged", "refused"] as const;

const linesQuery = z.object({
  customer: z.string().exactOptional(),
  action: z.enum(actions).exactOptional(),
  sheet: z.enum(sheetNames).exactOptional(),
});

const linkRequest = z.object({ name: z.string().max(1000), provisioningId: z.string().max(1000) });

function shownAction({ action }: PlanLine): (typeof actions)[number] {
  return action === "none" ? "unchanged" : action;
}

/** Which cells tell a person what is created. */
const tellingColumns: Readonly<Record<SheetName, readonly string[]>> = {
  templates: ["country", "subscription"],
  profiles: [],
  customers: ["packages", "template", "city", "country", "hq_phone_numbers"],
  locations: ["city", "phone_numbers", "main_number"],
  users: ["first_name", "last_name", "package", "addons", "location", "phone_number", "extension"],
};

/** Of rows that are created; the others tell their changes. */
function factsOfRows(checked: Checked | undefined) {
  const rows = new Map<string, number>();
  for (const { id, file, row } of checked?.index.find({}) ?? []) rows.set(`${row} ${file}`, id);
  return ({ at, action }: PlanLine): ShownPlanLine["facts"] => {
    const id = rows.get(`${at.row} ${at.file}`);
    if (!checked || id === undefined || action !== "create") return [];
    const names = checked.index.positions.get(at.file) ?? [];
    const { cells } = checked.rows.one(id);
    return tellingColumns[at.sheet].flatMap((column) => {
      const value = cells[names.indexOf(column)]?.trim() ?? "";
      return value === "" ? [] : [{ column, value }];
    });
  };
}

/** What rows of a plan want that nobody has allowed yet, by the code of their refusal. */
const offers = {
  exists_under_other_id: "isAdopting",
  customer_removal_not_allowed: "isRemovingCustomers",
} as const satisfies Readonly<Record<string, PlanOffer>>;

const planRequest = z.object({
  allow: z.enum(["isAdopting", "isRemovingCustomers"]).optional(),
  /** Of customers that go. */
  organizations: z.enum(["stay", "go"]).optional(),
});

/** The request is added to the options of the plan before it. */
function startPlan(batch: Batch, world: PageWorld, { allow, organizations }: z.infer<typeof planRequest>): Activity {
  const before = batch.plan();
  const options = {
    ...(before ? planOptionsSchema.parse(before) : {}),
    ...(allow ? { [allow]: true } : {}),
    ...(organizations ? { isDeletingOrganizations: organizations === "go" } : {}),
  };
  const version = batch.check.version();
  const input = batch.input();
  return startActivity(async (runContext) => {
    if (!input) throw new UserError("no_sheets", text("batch_without_sheets"), text("upload_sheet_first"));
    const { concurrency } = world.limits;
    const planned = await plan({ ...options, batch: input, connect: world.connect, concurrency }, runContext);
    batch.setPlan(planned.plan, version);
  }, world);
}

function planOf(batch: Batch): SavedPlan {
  const saved = batch.plan();
  if (saved) return saved;
  throw new UserError("no_plan", text("batch_without_plan"), text("review_plan_first"));
}

function describePlan(batch: Batch): PlanReply {
  const saved = planOf(batch);
  const { target, notes, checklist, unlisted, rows } = saved;
  const names = new Map(batch.check.checked()?.customers.map(({ customer, name }) => [customer, name]));
  const removals = removalsIn(rows);
  const { isDeletingOrganizations } = planOptionsSchema.parse(saved);
  const organizations = isDeletingOrganizations ? "go" : "stay";
  return {
    ...{ target, notes, checklist, unlisted, removals, counts: countLines(rows), sheets: bySheet(rows) },
    customers: byCustomer(rows, names),
    ...(removals.customers > 0 ? { organizations } : {}),
    offers: offersIn(rows),
  };
}

function offersIn(rows: readonly PlanLine[]): readonly PlanOffer[] {
  const codes = new Set(rows.map(({ code }) => code));
  return Object.entries(offers).flatMap(([code, offer]) => (codes.has(code) ? [offer] : []));
}

/** Users who go by rows of their own, and those who go with their customers. */
function removalsIn(rows: readonly PlanLine[]): PlanReply["removals"] {
  const going = rows.filter(({ action }) => action === "delete");
  const customers = going.filter(({ at }) => at.sheet === "customers");
  const taken = customers.flatMap(({ changes }) => changes.filter(({ field }) => field === "users"));
  const alone = going.filter(({ at }) => at.sheet === "users").length;
  return { customers: customers.length, users: alone + taken.reduce((sum, { before }) => sum + Number(before), 0) };
}

function countLines(rows: readonly PlanLine[]): PlanCounts {
  const counts = { create: 0, update: 0, delete: 0, unchanged: 0, refused: 0 };
  for (const { action } of rows) counts[action === "none" ? "unchanged" : action] += 1;
  return counts;
}

function bySheet(rows: readonly PlanLine[]): PlanReply["sheets"] {
  const sheets = sheetNames.map((sheet) => [sheet, rows.filter(({ at }) => at.sheet === sheet)] as const);
  return Object.fromEntries(sheets.flatMap(([sheet, own]) => (own.length > 0 ? [[sheet, countLines(own)]] : [])));
}

/** Templates belong to no customer: their name is blank. */
function byCustomer(
  rows: readonly PlanLine[],
  names: ReadonlyMap<string, string | undefined>,
): readonly CustomerPlan[] {
  const lines = new Map<string, PlanLine[]>();
  for (const line of rows) {
    const known = lines.get(line.customer) ?? [];
    known.push(line);
    lines.set(line.customer, known);
  }
  return [...lines].map(([customer, own]) => {
    const name = names.get(customer);
    return { customer, ...(name ? { name } : {}), counts: countLines(own), sheets: bySheet(own) };
  });
}
