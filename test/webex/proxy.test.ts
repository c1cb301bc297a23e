import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { speak } from "../../src/model/words/text.ts";
import { getMe } from "../../src/webex/resources/me.wire.ts";
import { clientOf, never } from "./support/client.ts";
import { served } from "./support/served.ts";

/** A proxy that opens no tunnel, and remembers for whom it should have. */
async function refusingProxy(status = "407 Proxy Authentication Required") {
  const asked: string[] = [];
  const proxy: Server = createServer();
  proxy.on("connect", (request, socket) => {
    asked.push(request.url ?? "");
    socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\n\r\n`);
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

  it.each([
    ["407 Proxy Authentication Required", /refuses a connection to https:\/\/webex\.invalid.*407.*password/s, true],
    ["403 Forbidden", /403 Forbidden/, true],
    ["503 Service Unavailable", /503 Service Unavailable/, undefined],
  ])("that answers %s is explained, with the setting", async (status, words, isLasting) => {
    const proxy = await refusingProxy(status);
    const { http } = clientOf("https://webex.invalid", { proxy: { httpsProxy: proxy.url } });
    onTestFinished(() => http.close());
    const reply = await getMe(http, never);
    expect(reply).toMatchObject({ failure: { message: expect.stringMatching(words), hint: expect.anything() } });
    expect(reply.ok || reply.failure.isLasting).toBe(isLasting);
    expect(JSON.stringify(speak(reply, "en"))).toContain("HTTPS_PROXY");
  });

  it("without a scheme is one of http", async () => {
    const proxy = await refusingProxy();
    const { http } = clientOf("https://webex.invalid", { proxy: { httpsProxy: proxy.url.slice("http://".length) } });
    onTestFinished(() => http.close());
    await getMe(http, never);
    expect(proxy.asked).toEqual(["webex.invalid:443"]);
  });

  it.each([
    ["socks5://proxy.example:1080", /SOCKS proxy \(socks5:\/\/\)/],
    ["ftp://proxy.example", /not the address of a proxy/],
    ["http://", /not the address of a proxy/],
    ["not a proxy at all", /not the address of a proxy/],
    ["http://user:secret%zz@proxy.example", /% in its user name or password/],
  ])("setting %j is refused by its name, and never shown", (httpsProxy, words) => {
    const open = () => clientOf("https://webex.invalid", { proxy: { httpsProxy } });
    expect(open).toThrow(words);
    expect(open).toThrow(expect.objectContaining({ code: "bad_proxy", hint: expect.stringContaining("http://") }));
    expect(open).not.toThrow(/secret/);
  });

  it("setting that is not used has no effect", async () => {
    const proxy = await refusingProxy();
    const { http } = clientOf("https://webex.invalid", { proxy: { httpsProxy: proxy.url, httpProxy: "socks5://x" } });
    onTestFinished(() => http.close());
    await getMe(http, never);
    expect(proxy.asked).toHaveLength(1);
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
