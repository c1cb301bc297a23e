/** The routes of a batch's plan: made by the same function as on the command line, read by customer. */
import { Hono } from "hono";
import { z } from "zod";
import type { PlanLine, SavedPlan } from "../model/plan-line.ts";
import type { PlanCounts } from "../model/run-event.ts";
import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";
import { plan } from "../pipeline/plan.ts";
import { planOptionsSchema } from "../run/options.ts";
import { type Activity, startActivity } from "./activities.ts";
import { answer } from "./answer.ts";
import type { CustomerPlan, PlanOffer, PlanReply } from "./api-types.ts";
import type { Batch } from "./batch.ts";
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
  routes.get("/:id/plan", async (c) => answer(c, describePlan(planOf(await batches.get(c.req.param("id"))))));
  routes.get("/:id/plan/lines", async (c) => {
    const { rows } = planOf(await batches.get(c.req.param("id")));
    const { customer, action } = c.req.query();
    const found = rows.filter(
      (line) => (customer === undefined || line.customer === customer) && (!action || line.action === action),
    );
    return answer(c, { total: found.length, lines: found.slice(0, linesAtOnce) });
  });
  return routes;
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

/** What is asked comes beside what the plan before it was made with. */
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

function describePlan(saved: SavedPlan): PlanReply {
  const { target, notes, checklist, unlisted, rows } = saved;
  const removals = removalsIn(rows);
  const { isDeletingOrganizations } = planOptionsSchema.parse(saved);
  const organizations = isDeletingOrganizations ? "go" : "stay";
  return {
    ...{ target, notes, checklist, unlisted, counts: countLines(rows), customers: byCustomer(rows), removals },
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

/** Templates belong to no customer: their name is blank. */
function byCustomer(rows: readonly PlanLine[]): readonly CustomerPlan[] {
  const lines = new Map<string, PlanLine[]>();
  for (const line of rows) {
    const known = lines.get(line.customer) ?? [];
    known.push(line);
    lines.set(line.customer, known);
  }
  return [...lines].map(([customer, each]) => ({ customer, counts: countLines(each) }));
}
