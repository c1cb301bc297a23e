/** Places where notices go, on loopback: an HTTP server that keeps what it gets, and a mail server that does. */
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { onTestFinished } from "vitest";

export type Received = {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
};

export type Reply = { readonly status: number; readonly headers?: Readonly<Record<string, string>> };

export type Receiver = Awaited<ReturnType<typeof openReceiver>>;

/** Answers the nth request (from 1) as `reply` says; 204 without it. */
export async function openReceiver(reply: (count: number) => Reply = () => ({ status: 204 })) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    received.push({ method: request.method ?? "", path: request.url ?? "", headers: request.headers, body });
    const { status, headers = {} } = reply(received.length);
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(status === 204 ? "" : "{}");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received }; // it listens on a port
}

/** A URL on which nobody answers. */
export async function closedUrl(): Promise<string> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo; // it listens on a port
  server.close();
  return `http://127.0.0.1:${port}/`;
}

export type Mail = {
  readonly from: string;
  readonly to: readonly string[];
  readonly user: string;
  readonly source: string;
};

/** Takes every mail, from whoever knows the password. */
export async function openMailServer(password: string, options: SMTPServerOptions = {}) {
  const mails: Mail[] = [];
  const server = new SMTPServer({
    allowInsecureAuth: true,
    disabledCommands: ["STARTTLS"],
    onAuth: ({ username = "", password: given }, _session, done) =>
      given === password ? done(null, { user: username }) : done(new Error("wrong password")),
    async onData(stream, { envelope, user }, done) {
      let source = "";
      for await (const chunk of stream) source += chunk;
      const from = envelope.mailFrom ? envelope.mailFrom.address : "";
      mails.push({ from, to: envelope.rcptTo.map(({ address }) => address), user: String(user), source });
      done();
    },
    ...options,
  });
  server.on("error", () => undefined);
  const listening = server.listen(0, "127.0.0.1");
  await once(listening, "listening");
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = listening.address() as AddressInfo; // it listens on a port
  return { port, mails };
}
