import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { getMe } from "../../src/webex/people.ts";
import { clientOf, never } from "./support/client.ts";
import { served } from "./support/served.ts";

/** A proxy that opens no tunnel, and remembers for whom it should have. */
async function refusingProxy() {
  const asked: string[] = [];
  const proxy: Server = createServer();
  proxy.on("connect", (request, socket) => {
    asked.push(request.url ?? "");
    socket.end("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n");
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => void proxy.close(() => resolve()).closeAllConnections()));
  // A TCP server has an address of this kind once it listens.
  const { port } = proxy.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, asked };
}

describe("a proxy", () => {
  it("is asked for a tunnel to Webex, and when it opens none the request has not left", async () => {
    const proxy = await refusingProxy();
    const { http } = clientOf("https://webex.invalid", { proxy: { httpsProxy: proxy.url } });
    onTestFinished(() => http.close());
    expect(await getMe(http, never)).toMatchObject({ failure: { kind: "unavailable", sent: false } });
    expect(proxy.asked).toEqual(["webex.invalid:443"]);
  });

  it("is left out for hosts that need none", async () => {
    const proxy = await refusingProxy();
    const settings = { httpsProxy: proxy.url, noProxy: "webex.invalid" };
    const { http } = clientOf("https://webex.invalid", { proxy: settings });
    onTestFinished(() => http.close());
    expect(await getMe(http, never)).toMatchObject({ failure: { kind: "unavailable", sent: false } });
    expect(proxy.asked).toEqual([]);
  });

  it("is never asked for this machine", async () => {
    const proxy = await refusingProxy();
    const { http } = await served(() => ({ body: { id: "me", orgId: "org" } }), {
      proxy: { httpProxy: proxy.url, httpsProxy: proxy.url },
    });
    expect(await getMe(http, never)).toMatchObject({ ok: true });
    expect(proxy.asked).toEqual([]);
  });
});
