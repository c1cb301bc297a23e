/** Requests about runs: begin, pause, go on, look at, download. Runs are carried out by the same functions as the command line's. */
import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { Hono } from "hono";
import { z } from "zod";
import { UserError } from "../model/user-error.ts";
import { apply, resume } from "../pipeline/apply.ts";
import type { ApplyOptions } from "../pipeline/request.ts";
import { findRun } from "../pipeline/run-folder.ts";
import { listRuns, readRunLine } from "../pipeline/runs.ts";
import { type Activity, startActivity } from "./activities.ts";
import type { ReviewReply, RunFileReply, RunReply } from "./api-types.ts";
import { attachment } from "./attachment.ts";
import type { Batch } from "./batch.ts";
import type { Batches } from "./batches.ts";
import { streamEvents } from "./event-stream.ts";
import type { PageWorld } from "./page-world.ts";
import { openReviews } from "./reviews.ts";
import { answerRows } from "./row-query.ts";
import { noRunYet } from "./run-state.ts";

export type RunRoutes = { readonly routes: Hono; readonly close: () => Promise<void> };

/** `activities`: runs under way and those that ended here, by run id. */
export function runRoutes(batches: Batches, world: PageWorld, activities: Map<string, Activity>): RunRoutes {
  const routes = new Hono();
  const reviews = openReviews(world.stateFolder);

  const describe = async (runId: string): Promise<RunReply> => {
    const activity = activities.get(runId);
    const trouble = activity?.trouble();
    return {
      line: await readRunLine(world.stateFolder, runId),
      state: activity?.state() ?? noRunYet,
      isGoing: activity?.isGoing() ?? false,
      ...(trouble ? { trouble } : {}),
    };
  };
  /** Resolves to its run id as soon as the run has one. */
  const begin = async (work: Parameters<typeof startActivity>[0]) => {
    const activity = startActivity(work, world);
    const started = await activity.first("started");
    if (started?.type !== "started") throw notBegun(activity);
    activities.set(started.runId, activity);
    return started.runId;
  };

  routes.get("/", async (c) => {
    const lines = await listRuns(world.stateFolder);
    const runs = await Promise.all(lines.map(async (line) => ({ ...line, ...(await statusesOf(world, line.runId)) })));
    return c.json({ runs });
  });
  routes.post("/", async (c) => {
    const { batch: id } = z.object({ batch: z.string() }).parse(await c.req.json());
    const batch = await batches.get(id);
    const options = { ...optionsOf(world), ...signedPlanOf(batch) };
    const input = batch.input();
    if (!input) throw new UserError("no_sheets", "The batch has no sheet.", "Upload one first.");
    const request = { batch: input, options, connect: world.connect };
    const runId = await begin((surroundings) => apply(request, surroundings));
    await batch.setRun(runId);
    return c.json({ runId });
  });
  routes.get("/:id", async (c) => c.json(await describe(c.req.param("id"))));
  routes.get("/:id/events", (c) => streamEvents(c, activities.get(c.req.param("id"))));
  routes.post("/:id/pause", async (c) => {
    const activity = activities.get(c.req.param("id"));
    activity?.stop();
    await activity?.over;
    return c.json(await describe(c.req.param("id")));
  });
  routes.post("/:id/resume", async (c) => {
    const { runId } = await findRun(world.stateFolder, c.req.param("id"));
    if (!activities.get(runId)?.isGoing())
      await begin((surroundings) => resume(runId, optionsOf(world), world.connect, surroundings));
    return c.json(await describe(runId));
  });
  routes.get("/:id/review", async (c) => {
    const { runId, path } = await findRun(world.stateFolder, c.req.param("id"));
    const { overview, rows } = await reviews.get(runId, activities.get(runId)?.isGoing() ?? false);
    const { summary, customers, timeline } = overview;
    const files = rows.source.facts().files;
    const reply: ReviewReply = { summary, customers, timeline, files, downloads: await downloadsIn(path) };
    return c.json(reply);
  });
  routes.get("/:id/rows", async (c) => {
    const { runId } = await findRun(world.stateFolder, c.req.param("id"));
    const { overview, rows, version } = await reviews.get(runId, activities.get(runId)?.isGoing() ?? false);
    return c.json(answerRows({ version, index: overview.index, rows }, c.req.query()));
  });
  routes.get("/:id/files/:name{.+}", async (c) => {
    const folder = await findRun(world.stateFolder, c.req.param("id"));
    const wanted = c.req.param("name");
    const found = (await downloadsIn(folder.path)).find(({ path }) => path === wanted);
    if (!found) return c.notFound();
    const content = Readable.toWeb(createReadStream(join(folder.path, found.path))) as ReadableStream; // the same stream, under the name that the web gives it
    return c.body(content, 200, attachment(found.path.replace("/", "-"), "application/octet-stream"));
  });
  routes.post("/:id/correct", async (c) => {
    const folder = await findRun(world.stateFolder, c.req.param("id"));
    const failed = (await downloadsIn(folder.path)).filter(({ path }) => path.startsWith("failed/"));
    if (failed.length === 0)
      throw new UserError("nothing_to_retry", "The run left no rows to correct.", "Look at another run.");
    const batch = await batches.create();
    for (const { path } of failed)
      await batch.addFile(path.slice("failed/".length), createReadStream(join(folder.path, path)));
    return c.json({ id: batch.id });
  });
  return { routes, close: () => reviews.close() };
}

function notBegun(activity: Activity): UserError {
  const { code, message, hint } = activity.trouble() ?? {
    code: "not_begun",
    message: "The run ended before it began.",
    hint: "Look at the check.",
  };
  return new UserError(code, message, hint);
}

function optionsOf({ limits }: PageWorld): ApplyOptions {
  return { limits, isStrict: false, isRemovingPackages: false, confirm: async () => true };
}

/** Nothing is written that a person has not seen as a plan. */
function signedPlanOf(batch: Batch): Pick<ApplyOptions, "signedPlan"> {
  const signedPlan = batch.plan();
  if (signedPlan) return { signedPlan };
  throw new UserError("no_plan", "There is no plan of the batch as it is now.", "Make one, and look at it first.");
}

const resultFiles = ["results.csv", "errors.csv", "summary.json", "report.html"];

/** What a person may take away from a run: a list of names that are there, of which a request names one. */
async function downloadsIn(folder: string): Promise<readonly RunFileReply[]> {
  const failed = (await readdir(join(folder, "failed")).catch(() => [])).filter((name) => name.endsWith(".csv"));
  const paths = [...resultFiles, ...failed.sort().map((name) => `failed/${name}`)];
  const found = await Promise.all(
    paths.map(async (path) => {
      const facts = await stat(join(folder, path)).catch(() => undefined);
      return facts?.isFile() ? [{ path, bytes: facts.size }] : [];
    }),
  );
  return found.flat();
}

const summarySchema = z.object({ total: z.object({ statuses: z.record(z.string(), z.number()) }) });

/** As the run's summary.json tells them; none for a run that has not come to its end. */
async function statusesOf({ stateFolder }: PageWorld, runId: string) {
  try {
    const { path } = await findRun(stateFolder, runId);
    const { total } = summarySchema.parse(JSON.parse(await readFile(join(path, "summary.json"), "utf8")));
    return { statuses: total.statuses };
  } catch {
    return {};
  }
}
