/** The page's server in this process, on the built-in simulator, and requests to it as a browser or a stranger sends them. */

import { mkdir, writeFile } from "node:fs/promises";
import { type IncomingHttpHeaders, request } from "node:http";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Language } from "../../src/model/words/language.ts";
import { speak } from "../../src/model/words/text.ts";
import type { ResultOptions } from "../../src/report/files/write-reports.ts";
import { runContext } from "../../src/run/context.ts";
import { defaultLimits } from "../../src/run/defaults.ts";
import { connect } from "../../src/runtime.ts";
import { systemClock } from "../../src/system-clock.ts";
import { systemRandom, systemToken } from "../../src/system-random.ts";
import { defaultUploadLimits, type PageWorld, type UploadLimits } from "../../src/web/page-world.ts";
import { startPageServer } from "../../src/web/server.ts";

export type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };

export type Asking = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Says so, and sends nothing. */
  readonly claims?: number;
};

export type Served = {
  readonly port: number;
  readonly url: string;
  /** Exactly as told: no header is added but the host. */
  ask(path: string, asking?: Asking): Promise<Reply>;
  /** As the page does, with its cookie and its origin. */
  askAsPage(path: string, asking?: Asking): Promise<Reply>;
};

/** Closed when the test ends. `folder`: gets the state folder and a page. `webex`: a simulator other than the built-in one. */
export async function serve(
  folder: string,
  uploads: Partial<UploadLimits> = {},
  webex?: { readonly baseUrl: string },
  files: ResultOptions = {},
): Promise<Served> {
  const stateFolder = join(folder, "state");
  const pageFolder = join(folder, "page");
  await mkdir(pageFolder, { recursive: true });
  await mkdir(stateFolder, { recursive: true });
  await writeFile(join(pageFolder, "index.html"), "<h1>the page</h1>");
  const world: PageWorld = {
    stateFolder,
    version: "0.0.0",
    target: { name: "simulator" },
    clock: systemClock,
    random: systemRandom,
    makeToken: systemToken,
    runContext: (emit, signals) => runContext({ stateFolder, emit, signals }),
    connect: (onRequest) =>
      connect({ name: "simulator", stateFolder, onRequest, ...(webex ? { baseUrl: webex.baseUrl } : {}) }),
    limits: defaultLimits,
    files,
    uploads: { ...defaultUploadLimits, ...uploads },
    pageFolder,
  };
  const server = await startPageServer(world);
  onTestFinished(() => server.close());
  const port = Number(new URL(server.url).port);
  const ask = (path: string, asking?: Asking) => send(port, path, asking);
  let cookie: Promise<string> | undefined;
  const logIn = async () => {
    const { pathname, search } = new URL(server.url);
    const reply = await ask(`${pathname}${search}`);
    return reply.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
  };
  return {
    port,
    url: server.url,
    ask,
    async askAsPage(path, asking = {}) {
      cookie ??= logIn();
      const own = { cookie: await cookie, origin: `http://127.0.0.1:${port}` };
      return ask(path, { ...asking, headers: { ...own, ...asking.headers } });
    },
  };
}

/** What the answer tells a page, in the language that the page is read in. */
export function readIn(language: Language, { body }: Pick<Reply, "body">) {
  return speak(JSON.parse(body), language);
}

function send(port: number, path: string, { method = "GET", headers = {}, body, claims }: Asking = {}): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const length = claims === undefined ? {} : { "content-length": String(claims) };
    const asked = request({ host: "127.0.0.1", port, path, method, headers: { ...length, ...headers } }, (reply) => {
      let text = "";
      reply.setEncoding("utf8");
      reply.on("data", (piece: string) => {
        text += piece;
      });
      reply.on("end", () => {
        asked.destroy();
        resolve({ status: reply.statusCode ?? 0, headers: reply.headers, body: text });
      });
    });
    asked.on("error", reject);
    if (claims === undefined) asked.end(body);
    else asked.flushHeaders();
  });
}
