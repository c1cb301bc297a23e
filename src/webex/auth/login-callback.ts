/** A page on this machine that a browser is sent back to after a login. Serves one address, to loopback only, until it was visited rightly. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { UserError } from "../../model/user-error.ts";
import type { Language } from "../../model/words/language.ts";
import { say, type Text, text } from "../../model/words/text.ts";
import { isLoopback } from "../http/base-url.ts";

/** What to do with a visit: `done` ends the waiting, `refuse` goes on with it. */
export type Visit = { readonly said: Text; readonly outcome: "done" | "refuse" };

export type Callback = {
  /** Resolves after the visit that is `done`; rejects with the signal's reason. */
  readonly visited: Promise<void>;
  close(): Promise<void>;
};

/**
 * Listens at the address of `redirectUri`, and asks `onVisit` about each visit's query.
 * Throws `UserError` for an address that is not on this machine, or whose port is taken.
 */
export async function listenForCallback(
  redirectUri: string,
  onVisit: (query: URLSearchParams) => Visit,
  signal: AbortSignal,
  language: Language,
): Promise<Callback> {
  const address = checkRedirectUri(redirectUri);
  const { promise: visited, resolve, reject } = withResolvers();
  visited.catch(() => {});
  const server = createServer((request, response) => {
    const visit = judge(request, address, onVisit);
    answer(response, visit, language);
    if (visit.outcome === "done") response.once("finish", resolve);
  });
  await listen(server, address);
  const giveUp = () => reject(signal.reason);
  signal.addEventListener("abort", giveUp, { once: true });
  if (signal.aborted) giveUp();
  return {
    visited,
    close() {
      signal.removeEventListener("abort", giveUp);
      return close(server);
    },
  };
}

function checkRedirectUri(redirectUri: string): URL {
  const address = URL.canParse(redirectUri) ? new URL(redirectUri) : undefined;
  if (address?.protocol === "http:" && isLoopback(address) && address.port) return address;
  throw new UserError("bad_redirect_uri", text("redirect_uri_elsewhere"), text("register_redirect_uri"));
}

/** A page of another site may send a browser here under a name of its own: the host must be the one that we serve. */
function judge(request: IncomingMessage, address: URL, onVisit: (query: URLSearchParams) => Visit): Visit {
  const asked = request.url ?? "/";
  const url = URL.canParse(asked, address.href) ? new URL(asked, address) : undefined;
  const isOurs = request.method === "GET" && request.headers.host === address.host && url?.origin === address.origin;
  return isOurs && url.pathname === address.pathname
    ? onVisit(url.searchParams)
    : { said: text("nothing_here"), outcome: "refuse" };
}

function answer(response: ServerResponse, { said, outcome }: Visit, language: Language) {
  response.writeHead(outcome === "done" ? 200 : 400, {
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    connection: "close",
  });
  response.end(`${say(said, language)}\n`);
}

function listen(server: Server, address: URL): Promise<void> {
  const host = address.hostname === "[::1]" ? "::1" : "127.0.0.1";
  return new Promise((resolve, reject) => {
    server.once("error", () => {
      const { port } = address;
      reject(new UserError("port_taken", text("redirect_port_taken", { port }), text("free_redirect_port", { port })));
    });
    server.listen(Number(address.port), host, resolve);
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function withResolvers() {
  let resolve: () => void = () => {};
  let reject: (reason: unknown) => void = () => {};
  const promise = new Promise<void>((fulfil, refuse) => {
    resolve = fulfil;
    reject = refuse;
  });
  return { promise, resolve, reject };
}
