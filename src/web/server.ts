/** The page's server: loopback only, the guard before everything, the built page, and the requests of the page. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { HTTPException } from "hono/http-exception";
import { ZodError } from "zod";
import { UserError } from "../model/user-error.ts";
import { readStarterWorkbook } from "../sheets/starter-sheets.ts";
import type { Activity } from "./activities.ts";
import type { StartReply } from "./api-types.ts";
import { attachment } from "./attachment.ts";
import { batchRoutes } from "./batch-routes.ts";
import { openBatches } from "./batches.ts";
import { describeColumns } from "./column-replies.ts";
import { createGuard, type Guard } from "./guard.ts";
import { type PageFile, readPageFiles } from "./page-files.ts";
import type { PageWorld } from "./page-world.ts";
import { languageOf, refusalPage, welcomePage } from "./plain-pages.ts";
import { planRoutes } from "./plan-routes.ts";
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

  let guard: Guard | undefined;
  const app = new Hono();
  app.use(async (c, next) => guarded(c, guard, next));
  app.use("/api/*", bodyLimitBut("/files"));
  app.get("/api/start", async (c) => {
    const { version, target } = world;
    const stored = await batches.list();
    const reply: StartReply = { version, target, batches: stored.map(toBatchLine) };
    return c.json(reply);
  });
  app.get("/api/columns", (c) => c.json(describeColumns()));
  app.get("/api/starter", async (c) =>
    c.body(await readStarterWorkbook(), 200, attachment("batch.xlsx", "application/octet-stream")),
  );
  app.route("/api/batches", planRoutes(batches, world, plans));
  app.route(
    "/api/batches",
    batchRoutes(batches, world, (id) => plans.get(id)?.isGoing() ?? false),
  );
  app.route("/api/runs", runPart.routes);
  app.get("*", (c) => servePage(c, files));
  app.onError(explain);

  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  const bound = await listen(server, port);
  const oneTimeToken = world.makeToken();
  guard = createGuard(bound, oneTimeToken, world.makeToken);
  return {
    url: `http://127.0.0.1:${bound}/?token=${oneTimeToken}`,
    async close() {
      const activities = [...plans.values(), ...runs.values()];
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
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
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
    if (cookie) return c.html(welcomePage, 200, { "set-cookie": cookie });
    return refused ? c.html(refusalPage("spent", language), 403) : c.html(welcomePage);
  }
  if (!guard || refused) {
    const status = refused === "no_session" ? 401 : 403;
    if (c.req.path.startsWith("/api/")) return c.json({ code: refused ?? "not_ready", message: "refused" }, status);
    return c.html(refusalPage(refused === "no_session" ? "no_session" : "foreign", language), status);
  }
  await next();
  return undefined;
}

/** Uploads count their own bytes. */
function bodyLimitBut(ending: string) {
  const limited = bodyLimit({ maxSize: jsonLimit });
  return (c: Context, next: () => Promise<void>) => (c.req.path.endsWith(ending) ? next() : limited(c, next));
}

function servePage(c: Context, files: ReadonlyMap<string, PageFile>): Response | Promise<Response> {
  const file = files.get(c.req.path);
  if (!file) return c.notFound();
  return c.body(file.content, 200, { "content-type": file.type });
}

function explain(error: Error, c: Context): Response {
  if (error instanceof UserError) return c.json(troubleOf(error), statusOf(error));
  if (error instanceof HTTPException) return error.getResponse();
  if (error instanceof ZodError || error instanceof SyntaxError)
    return c.json({ code: "bad_request", message: "The request cannot be understood." }, 400);
  return c.json({ code: "bug", message: `This is a bug of wholesale-import: ${error.message}` }, 500);
}

function statusOf({ code }: UserError): 404 | 409 | 413 {
  if (code === "upload_too_large") return 413;
  return code.startsWith("no_such_") ? 404 : 409;
}

function toBatchLine({
  id,
  createdAt,
  files,
  runId,
}: Awaited<ReturnType<Awaited<ReturnType<typeof openBatches>>["list"]>>[number]) {
  return { id, createdAt, files: files.map(({ name }) => name), ...(runId ? { runId } : {}) };
}

function listen(server: ReturnType<typeof createServer>, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => reject(portTaken(port, error)));
    server.listen({ port, host: "127.0.0.1" }, () => resolve((server.address() as AddressInfo).port)); // of a TCP server
  });
}

function portTaken(port: number, error: Error): UserError {
  return new UserError(
    "port_taken",
    `The page cannot be served on port ${port}: ${error.message}.`,
    "Leave --port out to take a free one.",
  );
}
