/** An HTTP server on loopback that gives prepared answers and remembers what it was asked. No rules of Webex here: that is the simulator. */
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Asked = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: unknown;
};

export type Prepared = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON; a string or bytes go out as they are. */
  readonly body?: unknown;
};

/** What to answer; a function may also write to the socket itself and give `undefined`. */
export type Answering = (
  asked: Asked,
  response: ServerResponse,
) => Prepared | undefined | Promise<Prepared | undefined>;

export type AnswerServer = {
  readonly origin: string;
  readonly asked: readonly Asked[];
  close(): Promise<void>;
};

/** Starts a server on a free port. `answering` is asked for each request, in their order. */
export async function startAnswerServer(answering: Answering): Promise<AnswerServer> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const url = new URL(request.url ?? "/", "http://localhost");
    const text = Buffer.concat(chunks).toString("utf8");
    const one = {
      method: request.method ?? "",
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
      body: text ? parse(text) : undefined,
    };
    asked.push(one);
    const prepared = await answering(one, response);
    if (prepared) write(response, prepared);
  });
  const origin = await listen(server);
  return { origin, asked, close: () => close(server) };
}

/** Form bodies stay text. */
function parse(text: string): unknown {
  return text.startsWith("{") || text.startsWith("[") ? JSON.parse(text) : text;
}

function write(response: ServerResponse, { status = 200, headers = {}, body }: Prepared) {
  const isText = typeof body === "string" || body instanceof Uint8Array;
  response.writeHead(status, {
    ...(body !== undefined && !isText && { "content-type": "application/json" }),
    ...headers,
  });
  response.end(isText || body === undefined ? body : JSON.stringify(body));
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      // A TCP server has an address of this kind once it listens.
      const { port } = server.address() as AddressInfo;
      resolve(`http://127.0.0.1:${port}`);
    });
  });
}

function close(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
}
