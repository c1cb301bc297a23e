import type { AddressInfo } from "node:net";
import { createServer } from "node:tls";
import { afterEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { z } from "zod";
import type { Failure } from "../../src/model/outcome.ts";
import type { Request } from "../../src/webex/http/request.ts";
import { canMakeCertificates, selfSigned } from "../support/certificates.ts";
import { clientOf, never } from "./support/client.ts";
import { type RawServer, startRawServer } from "./support/raw-server.ts";

let server: RawServer | undefined;
afterEach(() => server?.close());

const request: Request<unknown> = { method: "POST", route: "/things", body: {}, answer: z.unknown(), signal: never };

async function failureAt(origin: string, timeoutMs = 5000): Promise<Failure | undefined> {
  const { http } = clientOf(origin, { timeoutMs });
  const reply = await http.send(request);
  await http.close();
  return reply.ok ? undefined : reply.failure;
}

async function failureWhen(onRequest: Parameters<typeof startRawServer>[0], timeoutMs?: number) {
  server = await startRawServer(onRequest);
  return failureAt(server.origin, timeoutMs);
}

describe("a request may have arrived when", () => {
  it("the connection is reset before the answer", async () => {
    expect(await failureWhen((socket) => socket.resetAndDestroy())).toMatchObject({ kind: "unavailable", sent: true });
  });

  it("the connection is closed before the answer", async () => {
    expect(await failureWhen((socket) => socket.end())).toMatchObject({ kind: "unavailable", sent: true });
  });

  it("the answer breaks off in its middle", async () => {
    const half = 'HTTP/1.1 201 Created\r\nContent-Length: 100\r\n\r\n{"id":';
    const failure = await failureWhen((socket) => socket.end(half));
    expect(failure).toMatchObject({ kind: "unavailable", sent: true });
  });

  it("no answer comes in time", async () => {
    expect(await failureWhen(() => {}, 50)).toMatchObject({
      kind: "unavailable",
      sent: true,
      message: expect.stringContaining("gave no complete answer within 0.05 s"),
    });
  });

  it("an answer begins and does not end in time", async () => {
    const half = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{";
    expect(await failureWhen((socket) => socket.write(half), 50)).toMatchObject({ kind: "unavailable", sent: true });
  });

  it("garbage comes back", async () => {
    const failure = await failureWhen((socket) => socket.end("SSH-2.0-OpenSSH_9.2\r\n"));
    expect(failure).toMatchObject({ kind: "unavailable", sent: true });
  });

  it("the answer is larger than what we read", async () => {
    const large = 5 * 1024 * 1024;
    const failure = await failureWhen((socket) => {
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${large}\r\n\r\n`);
      socket.write(Buffer.alloc(large, " "));
    });
    expect(failure).toMatchObject({ kind: "contract", sent: true });
  });
});

describe("a request has not arrived when", () => {
  it("nothing listens there", async () => {
    expect(await failureAt(await closedOrigin())).toMatchObject({
      kind: "unavailable",
      sent: false,
      message: expect.stringContaining("No connection to"),
      hint: expect.stringContaining("--base-url"),
    });
  });

  it("there is no host of that name", async () => {
    expect(await failureAt("https://no-such-host.invalid")).toMatchObject({ kind: "unavailable", sent: false });
  });

  it.skipIf(!canMakeCertificates())(
    "the certificate of the other side is not trusted, whatever the environment says",
    async () => {
      vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
      onTestFinished(() => void vi.unstubAllEnvs());
      const server = createServer(selfSigned());
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      // A TCP server has an address of this kind once it listens.
      const { port } = server.address() as AddressInfo;
      expect(await failureAt(`https://127.0.0.1:${port}`)).toMatchObject({
        kind: "unavailable",
        sent: false,
        hint: expect.stringContaining("NODE_EXTRA_CA_CERTS"),
      });
      await new Promise((resolve) => server.close(resolve));
    },
  );
});

/** The address of a port that was free a moment ago. */
async function closedOrigin(): Promise<string> {
  const closed = await startRawServer(() => {});
  await closed.close();
  return closed.origin;
}
