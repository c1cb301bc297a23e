/** The page's server: on loopback only, with the guard before everything, serving the built page and its routes. */

import { readdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { ZodError } from "zod";
import { sheetNames } from "../model/sheet.ts";
import { UserError } from "../model/user-error.ts";
import { text } from "../model/words/text.ts";
import { columnsOf } from "../sheets/describe/describe-columns.ts";
import { readStarterWorkbook } from "../sheets/describe/starter-sheets.ts";
import { numberColumns } from "../sheets/mapping/section-mistakes.ts";
import type { Activity } from "./activities.ts";
import { answer } from "./answer.ts";
import type { BatchLine, ColumnReply, StartReply } from "./api-types.ts";
import { attachment } from "./attachment.ts";
import { batchRoutes } from "./batch-routes.ts";
import type { StoredBatch } from "./batch-store.ts";
import { openBatches } from "./batches.ts";
import { driftRoutes } from "./drift-routes.ts";
import { createGuard, type Guard } from "./guard.ts";
import type { PageWorld } from "./page-world.ts";
import { languageOf, refusalPage, welcomePage } from "./plain-pages.ts";
import { planRoutes } from "./plan-routes.ts";
import { statusesOfRun } from "./run-list.ts";
import { runRoutes } from "./run-routes.ts";
import { troubleOf } from "./trouble.ts";

export type PageServer = {
  /** With the one-time token. */
  readonly url: string;
  /** Stops what is being carried out, lets it come to its end, and closes. */
  close(): Promise<void>;
};

const jsonLimit = 16 * 1024 ** 2;

/** `port`: 0 for a free one. Throws UserError when the page was not built or the port is taken. */
export async function startPageServer(world: PageWorld, port = 0): Promise<PageServer> {
  const files = await readPageFiles(world.pageFolder);
  const batches = await openBatches(world);
  const plans = new Map<string, Activity>();
  const runs = new Map<string, Activity>();
  const runPart = runRoutes(batches, world, runs);
  const driftPart = driftRoutes(world);

  let guard: Guard | undefined;
  const app = new Hono();
  app.use(async (c, next) => guarded(c, guard, next));
  app.use("/api/*", limitBody);
  app.get("/api/start", async (c) => {
    const { version, target } = world;
    const stored = await batches.list();
    const lines = await Promise.all(stored.map((batch) => toBatchLine(batch, world.stateFolder)));
    const reply: StartReply = { version, target, batches: lines };
    return answer(c, reply);
  });
  app.get("/api/columns", (c) => answer(c, describeColumns()));
  app.get("/api/starter", async (c) =>
    c.body(await readStarterWorkbook(), 200, attachment("batch.xlsx", "application/octet-stream")),
  );
  app.route("/api/batches", planRoutes(batches, world, plans));
  app.route(
    "/api/batches",
    batchRoutes(batches, world, (id) => plans.get(id)?.isGoing() ?? false),
  );
  app.route("/api/runs", runPart.routes);
  app.route("/api/drifts", driftPart.routes);
  app.get("*", (c) => servePage(c, files));
  app.onError(explain);

  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  const bound = await listen(server, port);
  const oneTimeToken = world.makeToken();
  guard = createGuard(bound, oneTimeToken, world.makeToken);
  return {
    url: `http://127.0.0.1:${bound}/?token=${oneTimeToken}`,
    async close() {
      const activities = [...plans.values(), ...runs.values(), driftPart.activity()].filter(
        (each) => each !== undefined,
      );
      for (const activity of activities) activity.stop();
      for (const activity of activities) await activity.over.catch(() => undefined);
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await batches.close();
      await runPart.close();
    },
  };
}

const safetyHeaders = {
  "content-security-policy": Object.entries({
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:"],
    "connect-src": ["'self'"],
    "form-action": ["'none'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
  })
    .map(([directive, sources]) => [directive, ...sources].join(" "))
    .join("; "),
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
} as const;

/** The token is asked for once, by the printed URL; everything else by the cookie that it bought. */
async function guarded(c: Context, guard: Guard | undefined, next: () => Promise<void>): Promise<Response | undefined> {
  const refused = guard?.judge({
    method: c.req.method,
    host: c.req.header("host"),
    origin: c.req.header("origin"),
    site: c.req.header("sec-fetch-site"),
    cookie: c.req.header("cookie"),
  });
  for (const [name, value] of Object.entries(safetyHeaders)) c.header(name, value);
  const language = languageOf(c.req.header("accept-language"));
  if (refused !== "foreign_host" && c.req.method === "GET" && c.req.path === "/" && c.req.query("token")) {
    const cookie = guard?.spend(c.req.query("token") ?? "");
    if (cookie) return c.html(welcomePage(language), 200, { "set-cookie": cookie });
    return refused ? c.html(refusalPage("spent", language), 403) : c.html(welcomePage(language));
  }
  if (!guard || refused) {
    const status = refused === "no_session" ? 401 : 403;
    if (c.req.path.startsWith("/api/")) return answer(c, { code: refused ?? "not_ready", message: "" }, status);
    return c.html(refusalPage(refused === "no_session" ? "no_session" : "foreign", language), status);
  }
  await next();
  return undefined;
}

/** Uploads count their own bytes. What says no length beforehand is refused: no page of ours sends such a thing. */
async function limitBody(c: Context, next: () => Promise<void>): Promise<Response | undefined> {
  const length = c.req.header("content-length");
  if (!c.req.path.endsWith("/files")) {
    if (length === undefined && c.req.header("transfer-encoding") !== undefined)
      return answer(c, { code: "length_required", message: text("request_without_length") }, 411);
    if (Number(length ?? 0) > jsonLimit)
      return answer(c, { code: "too_large", message: text("request_too_large") }, 413);
  }
  await next();
  return undefined;
}

function servePage(c: Context, files: ReadonlyMap<string, PageFile>): Response | Promise<Response> {
  const file = files.get(c.req.path);
  if (!file) return c.notFound();
  return c.body(file.content, 200, { "content-type": file.type });
}

function explain(error: Error, c: Context): Response {
  if (error instanceof UserError) return answer(c, troubleOf(error), statusOf(error));
  if (error instanceof HTTPException) return error.getResponse();
  if (error instanceof ZodError || error instanceof SyntaxError)
    return answer(c, { code: "bad_request", message: text("request_not_understood") }, 400);
  return answer(c, { code: "bug", message: text("page_bug", { error: error.message }) }, 500);
}

function statusOf({ code }: UserError): 404 | 409 | 413 {
  if (code === "upload_too_large") return 413;
  return code.startsWith("no_such_") ? 404 : 409;
}

async function toBatchLine(batch: StoredBatch, stateFolder: string): Promise<BatchLine> {
  const { id, createdAt, name, files, found, runId } = batch;
  return {
    id,
    createdAt,
    files: files.map((file) => file.name),
    ...(name ? { name } : {}),
    ...(found ? { found } : {}),
    ...(runId ? { runId, ...(await statusesOfRun(stateFolder, runId)) } : {}),
  };
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(portTaken(port, error)));
    server.listen({ port, host: "127.0.0.1" }, () => resolve((server.address() as AddressInfo).port)); // of a TCP server
  });
}

function portTaken(port: number, error: Error): UserError {
  return new UserError("port_taken", text("page_port_taken", { port, reason: error.message }), text("leave_out_port"));
}

function describeColumns() {
  const facts = sheetNames.map((sheet) => {
    const columns = columnsOf(sheet).map(
      ({ name, isRequired, optionalWith, description, example, choices }): ColumnReply => ({
        name,
        isRequired,
        ...(optionalWith === undefined ? {} : { optionalWith }),
        description,
        example,
        ...(choices ? { choices } : {}),
        isNumber: numberColumns.includes(name),
      }),
    );
    return [sheet, columns] as const;
  });
  return Object.fromEntries(facts);
}

type PageFile = { readonly type: string; readonly content: Buffer<ArrayBuffer> };

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** By path of the URL: `/`, `/assets/index-abc.js`. Throws UserError when the page was not built. */
async function readPageFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const files = new Map<string, PageFile>();
  for (const name of names.map((each) => each.replaceAll("\\", "/"))) {
    const type = types[extname(name)];
    if (!type || name === "report.html") continue;
    const path = name === "index.html" ? "/" : `/${name}`;
    files.set(path, { type, content: await readFile(join(folder, name)) });
  }
  if (files.has("/")) return files;
  throw new UserError("page_not_built", text("page_not_built", { folder }), text("build_page"));
}
