/** Stands between client and simulator, passes everything on untouched, and writes down what went by. */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { onTestFinished } from "vitest";

export type Exchange = {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** What stands behind `Bearer`. */
  readonly token?: string;
  readonly requestBody: unknown;
  readonly status: number;
  readonly answerBody: unknown;
};

export async function recordBetween(origin: string) {
  const exchanges: Exchange[] = [];
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const { pathname, searchParams } = new URL(request.url ?? "/", origin);
    const reply = await fetch(new URL(request.url ?? "/", origin), {
      method: request.method ?? "GET",
      headers: headersOf(request),
      ...(body.length > 0 ? { body } : {}),
    });
    const answer = Buffer.from(await reply.arrayBuffer());
    exchanges.push({
      method: request.method ?? "GET",
      path: pathname,
      query: searchParams,
      ...tokenOf(request),
      requestBody: isForm(request) ? Object.fromEntries(new URLSearchParams(body.toString())) : parse(body),
      status: reply.status,
      answerBody: parse(answer),
    });
    const headers = Object.fromEntries(
      [...reply.headers].filter(([name]) => !/^(connection|transfer-encoding|content-length)$/.test(name)),
    );
    response.writeHead(reply.status, headers).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo; // a TCP server's address
  return { exchanges, baseUrl: `http://127.0.0.1:${port}/v1` };
}

function headersOf(request: IncomingMessage): Record<string, string> {
  const kept = ["authorization", "accept", "content-type", "user-agent"];
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
