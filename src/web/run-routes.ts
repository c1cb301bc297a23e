/** The routes of runs: start, pause, resume, review, download. Runs are carried out by the same functions as on the command line. */

import { createReadStream, existsSync } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Readable } from "node:stream";
import { Hono } from "hono";
import { z } from "zod";
import { UserError } from "../model/user-error.ts";
import { languages } from "../model/words/language.ts";
import { text } from "../model/words/text.ts";
import { writeFailedOf } from "../outcome/failed-of-customer.ts";
import { apply } from "../pipeline/apply.ts";
import { handoverFile, packHandover } from "../pipeline/handover.ts";
import { resume } from "../pipeline/resume.ts";
import { outputNames } from "../report/files/outputs.ts";
import { readRunFacts } from "../run/facts.ts";
import { findRun, openRun, type RunFolder } from "../run/folder.ts";
import type { ApplyOptions } from "../run/options.ts";
import { readRunLine } from "../run/runs.ts";
import { openScratchRun } from "../run/scratch-run.ts";
import { type FailedForm, findFailedForm } from "../staging/failed-form.ts";
import { type Activity, startActivity } from "./activities.ts";
import { answer } from "./answer.ts";
import type { ReviewReply, RunFileReply, RunReply, RunsReply } from "./api-types.ts";
import { attachment } from "./attachment.ts";
import type { Batch } from "./batch.ts";
import type { StoredBatch } from "./batch-store.ts";
import type { Batches } from "./batches.ts";
import { streamEvents } from "./event-stream.ts";
import type { PageWorld } from "./page-world.ts";
import { openReviews } from "./reviews.ts";
import { answerPlace, answerRows } from "./row-query.ts";
import { listedRuns } from "./run-list.ts";
import { noRunYet } from "./run-state.ts";

export type RunRoutes = { readonly routes: Hono; readonly close: () => Promise<void> };

/** What the customers of a run are called, as the batch that it carries out was checked. */
async function namesIn(batches: Batches, runId: string): Promise<RunReply["names"]> {
  const stored = (await batches.list()).find((each) => each.runId === runId);
  const batch = stored && (await batches.get(stored.id));
  const customers = batch?.check.checked()?.customers ?? [];
  return Object.fromEntries(customers.flatMap(({ customer, name }) => (name ? [[customer, name]] : [])));
}

/** `activities`: runs under way and those that ended here, by run id. */
export function runRoutes(batches: Batches, world: PageWorld, activities: Map<string, Activity>): RunRoutes {
  const routes = new Hono();
  const reviews = openReviews(world.stateFolder);

  const describe = async (runId: string): Promise<RunReply> => {
    const activity = activities.get(runId);
    const trouble = activity?.trouble();
    return {
      line: await readRunLine(world.stateFolder, runId),
      names: await namesIn(batches, runId),
      state: activity?.state() ?? noRunYet,
      isGoing: activity?.isGoing() ?? false,
      ...(trouble ? { trouble } : {}),
    };
  };
  /** Resolves to its run id as soon as the run has one. */
  const begin = async (work: Parameters<typeof startActivity>[0]) => {
    const activity = startActivity(work, world);
    const started = await activity.first("started");
    if (started?.type !== "started" || started.runId === undefined) throw notBegun(activity);
    activities.set(started.runId, activity);
    return started.runId;
  };

  routes.get("/", async (c) => {
    const reply: RunsReply = { runs: await listedRuns(world.stateFolder) };
    return answer(c, reply);
  });
  routes.post("/", async (c) => {
    const { batch: id, removals } = runRequest.parse(await c.req.json());
    const batch = await batches.get(id);
    const options = { ...optionsOf(world), ...signedPlanOf(batch), ...(removals ? typed(removals) : {}) };
    const input = batch.input();
    if (!input) throw new UserError("no_sheets", text("batch_without_sheets"), text("upload_sheet_first"));
    const { corrects } = batch.stored();
    const asRetry = corrects === undefined ? {} : ({ command: "retry", retryOf: corrects } as const);
    const request = { batch: input, options, connect: world.connect, ...asRetry };
    const runId = await begin((runContext) => apply(request, runContext));
    await batch.setRun(runId);
    return answer(c, { runId });
  });
  routes.get("/:id", async (c) => answer(c, await describe(c.req.param("id"))));
  routes.get("/:id/events", (c) => streamEvents(c, activities.get(c.req.param("id"))));
  routes.post("/:id/pause", async (c) => {
    const activity = activities.get(c.req.param("id"));
    activity?.stop();
    await activity?.over;
    return answer(c, await describe(c.req.param("id")));
  });
  routes.post("/:id/resume", async (c) => {
    const { runId } = await findRun(world.stateFolder, c.req.param("id"));
    if (!activities.get(runId)?.isGoing())
      await begin((runContext) => resume(runId, optionsOf(world), world.connect, runContext));
    return answer(c, await describe(runId));
  });
  routes.get("/:id/review", async (c) => {
    const { runId, path } = await findRun(world.stateFolder, c.req.param("id"));
    const { overview, rows } = await reviews.get(runId, activities.get(runId)?.isGoing() ?? false);
    const { summary, causes, customers, timeline } = overview;
    const files = rows.source.facts().files;
    const reply: ReviewReply = { summary, causes, customers, timeline, files, downloads: await downloadsIn(path) };
    return answer(c, reply);
  });
  routes.get("/:id/rows", async (c) => {
    const { runId } = await findRun(world.stateFolder, c.req.param("id"));
    const { overview, rows, version } = await reviews.get(runId, activities.get(runId)?.isGoing() ?? false);
    return answer(c, answerRows({ version, index: overview.index, rows }, c.req.query()));
  });
  routes.get("/:id/place", async (c) => {
    const { runId } = await findRun(world.stateFolder, c.req.param("id"));
    const { overview, rows, version } = await reviews.get(runId, activities.get(runId)?.isGoing() ?? false);
    return answer(c, answerPlace({ version, index: overview.index, rows }, c.req.query()));
  });
  routes.get("/:id/files/:name{.+}", async (c) => {
    const folder = await findRun(world.stateFolder, c.req.param("id"));
    const wanted = c.req.param("name");
    const found = (await downloadsIn(folder.path)).find(({ path }) => path === wanted);
    if (!found) return c.notFound();
    const content = Readable.toWeb(createReadStream(join(folder.path, found.path))) as ReadableStream; // the same stream, under the name that the web gives it
    return c.body(content, 200, attachment(found.path.replace("/", "-"), "application/octet-stream"));
  });
  /** `customer`: its page, or with `file=csv` its CSV file; of all customers an archive of both. */
  routes.get("/:id/handover", async (c) => {
    const { runId } = await findRun(world.stateFolder, c.req.param("id"));
    const { customer, file, language: asked } = c.req.query();
    const { csvDelimiter } = world.files;
    const language = languages.find((each) => each === asked) ?? "en";
    const request = { runId, language, ...(csvDelimiter === undefined ? {} : { csvDelimiter }) };
    const never = new AbortController().signal;
    const around = world.runContext(() => undefined, { stop: never, abort: never });
    if (customer !== undefined) {
      const kind = file === "csv" ? "csv" : "html";
      const { name, content } = await handoverFile({ ...request, customer, kind }, around);
      return c.body(content, 200, attachment(name, "application/octet-stream"));
    }
    await using scratch = await openScratchRun();
    const path = join(scratch.path, "handover.zip");
    await packHandover(request, path, around);
    return c.body(await readFile(path), 200, attachment(`handover-${runId}.zip`, "application/zip"));
  });
  /** `customer`: of this one alone. Asked for again, it is the batch that was made before. */
  routes.post("/:id/correct", async (c) => {
    const folder = await findRun(world.stateFolder, c.req.param("id"));
    const customer = c.req.query("customer");
    const form = await findFailedForm(folder.path, copiesOf(folder));
    if (customer === undefined) refuseParts(form, folder.runId);
    await using scratch = await openScratchRun();
    const parts = join(scratch.path, "failed");
    const paths = customer === undefined ? form.inputs : await writeFailedOf(customer, folder, form, parts);
    if (paths.length === 0)
      throw new UserError("nothing_to_retry", text("no_rows_to_correct"), text("choose_another_run"));
    const isSame = (batch: StoredBatch) => batch.corrects === folder.runId && batch.customer === customer;
    const before = (await batches.list()).find(isSame);
    if (before) return answer(c, { id: before.id });
    const batch = await batches.create({ corrects: folder.runId, ...(customer === undefined ? {} : { customer }) });
    const mappings = [...new Set(paths.map((path) => join(dirname(path), "mapping.json")))].filter(existsSync);
    for (const path of [...mappings, ...paths]) await batch.addFile(basename(path), createReadStream(path));
    return answer(c, { id: batch.id });
  });
  return { routes, close: () => reviews.close() };
}

function copiesOf(folder: RunFolder): readonly string[] | undefined {
  using runFile = openRun(folder);
  return readRunFacts(runFile).copies;
}

/** The page takes files whole. */
function refuseParts({ sheets = {} }: FailedForm, runId: string): void {
  if (Object.keys(sheets).length === 0) return;
  throw new UserError(
    "corrected_in_parts",
    text("corrected_in_parts"),
    text("retry_on_command_line", { command: `wholesale-import retry ${runId}` }),
  );
}

function notBegun(activity: Activity): UserError {
  const { code, message, hint } = activity.trouble() ?? {
    code: "not_begun",
    message: text("run_not_started"),
    hint: text("review_check"),
  };
  return new UserError(code, message, hint);
}

/** `removals`: numbers that a person has typed. */
const runRequest = z.object({
  batch: z.string(),
  removals: z.object({ users: z.number(), customers: z.number() }).optional(),
});

function typed(removals: Readonly<Record<"users" | "customers", number>>): Pick<ApplyOptions, "confirmRemovals"> {
  return { confirmRemovals: async (count, of) => removals[of] === count };
}

function optionsOf({ limits, files }: PageWorld): ApplyOptions {
  return { limits, files, confirm: async () => true };
}

/** Nothing is written that a person has not seen as a plan. */
function signedPlanOf(batch: Batch): Pick<ApplyOptions, "signedPlan"> {
  const signedPlan = batch.plan();
  if (signedPlan) return { signedPlan };
  throw new UserError("no_plan", text("batch_without_plan"), text("review_plan_first"));
}

/** What a person may take away from a run: a list of names that are there, of which a request names one. */
async function downloadsIn(folder: string): Promise<readonly RunFileReply[]> {
  const failed = (await readdir(join(folder, "failed")).catch(() => [])).filter((name) => /\.(csv|xlsx)$/.test(name));
  const paths = [...outputNames, ...failed.sort().map((name) => `failed/${name}`)];
  const found = await Promise.all(
    paths.map(async (path) => {
      const facts = await stat(join(folder, path)).catch(() => undefined);
      return facts?.isFile() ? [{ path, bytes: facts.size }] : [];
    }),
  );
  return found.flat();
}
