import { writeFile } from "node:fs/promises";
import { createSecureServer } from "node:http2";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { TLSSocket } from "node:tls";
import { describe, expect, it, onTestFinished } from "vitest";
import { canMakeCertificates, selfSigned } from "../support/certificates.ts";
import { samplesFolder, startProgram } from "../support/run-program.ts";
import { simulateWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

type Caller = { readonly authorization: unknown; readonly certificate: unknown };

/** gRPC: who you are is not known here. */
const unauthenticated = { ":status": 200, "content-type": "application/grpc", "grpc-status": "16" };

/** A cluster behind TLS that knows nobody, and writes down who calls. */
async function openCluster() {
  const folder = await makeTemporaryFolder();
  const { key, cert } = selfSigned();
  const [certPath, keyPath] = [join(folder, "cert.pem"), join(folder, "key.pem")];
  await Promise.all([writeFile(certPath, cert), writeFile(keyPath, key)]);
  const callers: Caller[] = [];
  const server = createSecureServer({ key, cert, ca: cert, requestCert: true, rejectUnauthorized: false });
  server.on("stream", (stream, { authorization }) => {
    const socket = stream.session?.socket as TLSSocket; // that of a secure server
    callers.push({ authorization, certificate: socket.getPeerCertificate().subject?.CN });
    stream.respond(unauthenticated, { endStream: true });
  });
  server.on("sessionError", () => {}); // whoever does not trust us hangs up
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo; // a TCP server's address
  return { folder, callers, certPath, keyPath, address: `127.0.0.1:${port}` };
}

async function commands(): Promise<readonly (readonly string[])[]> {
  const { baseUrl } = await simulateWebex();
  const target = ["--target", "simulator", "--base-url", baseUrl];
  return [
    ["apply", samplesFolder, "--engine", "temporal", ...target],
    ["worker", ...target],
  ];
}

const apiKey = "the-key-of-acme";

describe.runIf(canMakeCertificates())("a cluster behind TLS", () => {
  it("receives the API key and the certificate of the caller, which no output shows", async () => {
    const { folder, callers, certPath, keyPath, address } = await openCluster();
    const environment = {
      TEMPORAL_ADDRESS: address,
      TEMPORAL_NAMESPACE: "acme",
      TEMPORAL_API_KEY: apiKey,
      TEMPORAL_TLS_SERVER_CA_CERT_PATH: certPath,
      TEMPORAL_TLS_SERVER_NAME: "temporal.example",
      TEMPORAL_TLS_CLIENT_CERT_PATH: certPath,
      TEMPORAL_TLS_CLIENT_KEY_PATH: keyPath,
    };
    for (const command of await commands()) {
      callers.length = 0;
      const { code, out, err } = await startProgram(command, folder, environment).ended;
      expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(`${address}, namespace acme`) });
      expect(callers[0]).toMatchObject({ authorization: `Bearer ${apiKey}`, certificate: "127.0.0.1" });
      expect(out + err).not.toContain(apiKey);
    }
  });

  it("is not called where its certificate is not trusted", async () => {
    const { folder, callers, address } = await openCluster();
    const environment = { TEMPORAL_ADDRESS: address, TEMPORAL_API_KEY: apiKey };
    for (const command of await commands()) {
      const { code, err } = await startProgram(command, folder, environment).ended;
      expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/self-signed certificate|UnknownIssuer/) });
    }
    expect(callers).toEqual([]);
  });
});
