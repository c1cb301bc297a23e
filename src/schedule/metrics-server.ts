/** Serves `/metrics` and `/healthz` to whoever may reach the port: counts and times only. */

import { createServer, type Server } from "node:http";
import { UserError } from "../model/user-error.ts";
import { inEnglish, text } from "../model/words/text.ts";

export type MetricsSource = {
  readonly contentType: string;
  read(): Promise<string>;
};

/** `isHealthy`: false makes `/healthz` answer 503. */
export type Health = { readonly isHealthy: boolean; readonly state: string };

export type MetricsServer = AsyncDisposable & { readonly url: string };

/** `listen`: `host:port` or `port` (then on loopback); port 0 takes a free one. Throws UserError where nobody can listen. */
export async function serveMetrics(
  listen: string,
  source: MetricsSource,
  health: () => Health,
): Promise<MetricsServer> {
  const { host, port } = readAddress(listen);
  const server = createServer((request, response) => {
    const answer = (status: number, type: string, text: string) => {
      response
        .writeHead(status, { "content-type": type, "cache-control": "no-store" })
        .end(request.method === "HEAD" ? "" : text);
    };
    const path = request.url?.split("?")[0];
    const isReading = request.method === "GET" || request.method === "HEAD";
    if (!isReading || (path !== "/metrics" && path !== "/healthz"))
      return answer(404, "text/plain", `${inEnglish(text("nothing_here"))}\n`);
    if (path === "/healthz") {
      const { isHealthy, state } = health();
      return answer(isHealthy ? 200 : 503, "application/json", `${JSON.stringify({ isHealthy, state })}\n`);
    }
    source.read().then(
      (text) => answer(200, source.contentType, text),
      () => answer(500, "text/plain", `${inEnglish(text("figures_unreadable"))}\n`),
    );
  });
  await listening(server, host, port);
  return { url: urlOf(server, host), [Symbol.asyncDispose]: () => closed(server) };
}

function readAddress(listen: string): { readonly host: string; readonly port: number } {
  const [, bracketed, named, port = ""] = /^(?:(?:\[(.+)\]|([^:]+)):)?(\d+)$/.exec(listen) ?? [];
  if (port === "" || Number(port) > 65_535)
    throw new UserError("bad_address", text("not_an_address", { address: listen }), text("write_address"));
  return { host: bracketed ?? named ?? "127.0.0.1", port: Number(port) };
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error) =>
      reject(
        new UserError(
          "cannot_listen",
          text("cannot_listen", { address: `${host}:${port}`, reason: error.message }),
          text("other_metrics_port"),
        ),
      ),
    );
    server.listen(port, host, resolve);
  });
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
