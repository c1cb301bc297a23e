/** Stands between program and simulator: passes requests on, answers some of them itself, goes away and comes back. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

export type OwnAnswer = { readonly status: number; readonly headers?: Readonly<Record<string, string>> };

/** What it answers by itself; `undefined`: the request goes on to the simulator. */
export type Meddling = (method: string, path: string) => OwnAnswer | undefined;

export type MeddlingProxy = AsyncDisposable & {
  readonly baseUrl: string;
  /** When requests came, milliseconds since the epoch. */
  readonly arrivals: readonly number[];
  meddle(meddling: Meddling): void;
  /** Breaks every connection and takes no new one. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
};

export async function startMeddlingProxy(origin: string): Promise<MeddlingProxy> {
  const arrivals: number[] = [];
  let meddling: Meddling = () => undefined;
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    arrivals.push(Date.now());
    const own = meddling(request.method ?? "", request.url ?? "");
    if (own) return void response.writeHead(own.status, own.headers).end(JSON.stringify({ message: "meddled with" }));
    await passOn(request, response, origin);
  };
  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const goAway = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  await listen(0);
  const { port } = server.address() as AddressInfo; // a TCP server that listens has one
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    arrivals,
    meddle: (next) => {
      meddling = next;
    },
    goAway,
    comeBack: () => listen(port),
    [Symbol.asyncDispose]: goAway,
  };
}

async function passOn(request: IncomingMessage, response: ServerResponse, origin: string): Promise<void> {
  const body = await buffer(request);
  const { method = "GET", url = "/" } = request;
  const headers = { authorization: String(request.headers.authorization), "content-type": "application/json" };
  const reply = await fetch(new URL(url, origin), { method, headers, ...(body.length > 0 ? { body } : {}) });
  const answer = Buffer.from(await reply.arrayBuffer());
  const kept = [...reply.headers].filter(([name]) => !/^(connection|transfer-encoding|content-length)$/.test(name));
  response.writeHead(reply.status, Object.fromEntries(kept)).end(answer);
}
