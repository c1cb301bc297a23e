/** The routes of comparisons: start one, follow it, list those that the state folder keeps, read and download what they found. */
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { Hono } from "hono";
import { z } from "zod";
import { type DriftLine, driftKinds, driftSheets } from "../model/drift.ts";
import { drift } from "../pipeline/drift.ts";
import { driftFileNames } from "../report/files/drift-files.ts";
import { driftLinesOf, findDrift, listDrifts } from "../run/drifts.ts";
import { findRun } from "../run/folder.ts";
import { driftFolder } from "../run/runs.ts";
import { type Activity, startActivity } from "./activities.ts";
import { answer } from "./answer.ts";
import type { DriftCustomer, DriftLinesReply, DriftReply, DriftsReply } from "./api-types.ts";
import { attachment } from "./attachment.ts";
import { streamEvents } from "./event-stream.ts";
import type { PageWorld } from "./page-world.ts";

export type DriftRoutes = { readonly routes: Hono; readonly activity: () => Activity | undefined };

/** One comparison at a time is made here. */
export function driftRoutes(world: PageWorld): DriftRoutes {
  const { stateFolder } = world;
  const routes = new Hono();
  let activity: Activity | undefined;

  routes.get("/", async (c) => {
    const drifts = (await listDrifts(stateFolder)).map(({ licenses: _licenses, ...summary }) => summary);
    const reply: DriftsReply = { drifts, isGoing: activity?.isGoing() ?? false };
    return answer(c, reply);
  });
  routes.post("/", async (c) => {
    const { runId } = startRequest.parse(await c.req.json().catch(() => ({})));
    const source = runId === undefined ? { of: "applied" as const } : { of: "run" as const, ...(await runOf(runId)) };
    if (!activity?.isGoing()) activity = startActivity((runContext) => compare(source, runContext), world);
    return answer(c, {});
  });
  routes.get("/events", (c) => streamEvents(c, activity));
  routes.post("/stop", async (c) => {
    activity?.stop();
    await activity?.over;
    return answer(c, {});
  });
  routes.get("/:id", async (c) => {
    const summary = await findDrift(stateFolder, c.req.param("id"));
    const files = await filesOf(summary.id);
    const reply: DriftReply = { summary, customers: await customersOf(summary.id), files };
    return answer(c, reply);
  });
  routes.get("/:id/lines", async (c) => {
    const { id } = await findDrift(stateFolder, c.req.param("id"));
    const { most, ...filter } = linesQuery.parse(c.req.query());
    const found: DriftLine[] = [];
    for await (const line of driftLinesOf(stateFolder, id)) if (isFound(line, filter)) found.push(line);
    const reply: DriftLinesReply = { total: found.length, lines: byCustomer(found).slice(0, most) };
    return answer(c, reply);
  });
  routes.get("/:id/files/:name", async (c) => {
    const { id } = await findDrift(stateFolder, c.req.param("id"));
    const name = (await filesOf(id)).find((each) => each === c.req.param("name"));
    if (name === undefined) return c.notFound();
    const content = Readable.toWeb(createReadStream(join(driftFolder(stateFolder, id), name))) as ReadableStream; // the same stream, under the name that the web gives it
    return c.body(content, 200, attachment(name, "application/octet-stream"));
  });
  return { routes, activity: () => activity };

  function compare(source: Parameters<typeof drift>[0]["source"], runContext: Parameters<typeof drift>[1]) {
    const { connect, limits, files } = world;
    const { csvDelimiter } = files;
    const request = { source, connect, concurrency: limits.concurrency };
    return drift({ ...request, ...(csvDelimiter === undefined ? {} : { csvDelimiter }) }, runContext);
  }

  async function runOf(asked: string) {
    const { runId } = await findRun(stateFolder, asked);
    return { runId };
  }

  /** In the order in which they are named first. */
  async function customersOf(id: string): Promise<readonly DriftCustomer[]> {
    const customers = new Map<string, DriftCustomer>();
    for await (const { customer, customerName } of driftLinesOf(stateFolder, id)) {
      const differences = (customers.get(customer)?.differences ?? 0) + 1;
      customers.set(customer, { customer, differences, ...(customerName ? { name: customerName } : {}) });
    }
    return [...customers.values()];
  }

  async function filesOf(id: string): Promise<readonly string[]> {
    const names: readonly string[] = await readdir(driftFolder(stateFolder, id)).catch(() => []);
    return driftFileNames.filter((name) => names.includes(name));
  }
}

const startRequest = z.object({ runId: z.string().exactOptional() });

const linesQuery = z.object({
  customer: z.string().exactOptional(),
  sheet: z.enum(driftSheets).exactOptional(),
  kind: z.enum(driftKinds).exactOptional(),
  text: z.string().exactOptional(),
  most: z.coerce.number().int().min(1).max(100_000).default(500),
});

type LinesFilter = Omit<z.infer<typeof linesQuery>, "most">;

function isFound(line: DriftLine, { customer, sheet, kind, text = "" }: LinesFilter): boolean {
  if (customer !== undefined && line.customer !== customer) return false;
  if (sheet !== undefined && line.sheet !== sheet) return false;
  if (kind !== undefined && line.kind !== kind) return false;
  const { customerName = "", key, column = "", inSheet = "", atTarget = "" } = line;
  const words = [line.customer, customerName, key, column, inSheet, atTarget].join(" ").toLowerCase();
  return words.includes(text.trim().toLowerCase());
}

function byCustomer(lines: readonly DriftLine[]): readonly DriftLine[] {
  const groups = new Map<string, DriftLine[]>();
  for (const line of lines) {
    const group = groups.get(line.customer);
    if (group) group.push(line);
    else groups.set(line.customer, [line]);
  }
  return [...groups.values()].flat();
}
