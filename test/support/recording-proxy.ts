/** Stands between client and simulator, passes everything on untouched, and writes down what went by. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { type Dispatcher, request } from "undici";
import { onTestFinished } from "vitest";

export type Exchange = {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** What stands behind `Bearer`. */
  readonly token?: string;
  readonly requestBody: unknown;
  /** Absent when the connection broke before the answer. */
  readonly status?: number;
  readonly answerBody: unknown;
  /** When it came, milliseconds since the epoch. */
  readonly atMs: number;
};

export async function recordBetween(origin: string) {
  const exchanges: Exchange[] = [];
  const server = createServer(async (incoming, response) => {
    const body = await buffer(incoming);
    const asked = toExchange(incoming, body, origin);
    try {
      const { status, headers, answer } = await passOn(incoming, response, body, origin);
      exchanges.push({ ...asked, status, answerBody: parse(answer) });
      response.writeHead(status, headers).end(answer);
    } catch {
      exchanges.push({ ...asked, answerBody: undefined });
      response.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo; // a TCP server's address
  return { exchanges, baseUrl: `http://127.0.0.1:${port}/v1` };
}

function toExchange(request: IncomingMessage, body: Buffer, origin: string): Omit<Exchange, "status" | "answerBody"> {
  const { pathname, searchParams } = new URL(request.url ?? "/", origin);
  return {
    atMs: Date.now(),
    method: request.method ?? "GET",
    path: pathname,
    query: searchParams,
    ...tokenOf(request),
    requestBody: isForm(request) ? Object.fromEntries(new URLSearchParams(body.toString())) : parse(body),
  };
}

/** Asks what was asked, in the name of the host that was asked; throws when no whole answer comes, or the client does not wait for it. */
async function passOn(asked: IncomingMessage, response: ServerResponse, body: Buffer, origin: string) {
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const reply = await request(new URL(asked.url ?? "/", origin), {
    method: asked.method as Dispatcher.HttpMethod, // whatever the client sent
    headers: headersOf(asked),
    body: body.length > 0 ? body : null,
    signal: gone.signal,
  });
  const answer = Buffer.from(await reply.body.arrayBuffer());
  const own = /^(connection|transfer-encoding|content-length|keep-alive)$/;
  const headers = Object.fromEntries(Object.entries(reply.headers).filter(([name]) => !own.test(name)));
  return { status: reply.statusCode, headers, answer };
}

function headersOf(request: IncomingMessage): Record<string, string> {
  const kept = ["host", "authorization", "accept", "content-type", "user-agent"];
  return Object.fromEntries(
    kept.flatMap((name) => (request.headers[name] ? [[name, String(request.headers[name])]] : [])),
  );
}

function tokenOf({ headers }: IncomingMessage): { readonly token?: string } {
  const token = /^Bearer (.+)$/.exec(headers.authorization ?? "")?.[1];
  return token ? { token } : {};
}

function isForm({ headers }: IncomingMessage): boolean {
  return headers["content-type"] === "application/x-www-form-urlencoded";
}

function parse(body: Buffer): unknown {
  return body.length > 0 ? JSON.parse(body.toString("utf8")) : undefined;
}
