/** One customer whose organization Webex does not let us read costs its own rows, and nobody else's. */
import { expect, it, onTestFinished } from "vitest";
import { startMeddlingProxy } from "../support/meddling-proxy.ts";
import { operator } from "../support/operator.ts";
import type { Batch } from "../support/write-batch.ts";

const customers = [{}, {}];
const batch: Batch = { templates: [{}], customers, locations: [{}], users: [{}, { customer: "C2" }] };

it.each([
  [401, "route_refused", "Webex refuses GET "],
  [403, "http_403", "meddled with"],
])("where it answers %i, its rows fail with the reason, and the others continue", async (status, code, reason) => {
  const given = await operator({}, async (origin) => {
    const proxy = await startMeddlingProxy(origin);
    onTestFinished(() => proxy[Symbol.asyncDispose]());
    proxies.push(proxy);
    return proxy.baseUrl;
  });
  await given.apply({ templates: [{}], customers });
  const { customers: known = [] } = await given.webex.state();
  const orgId = encodeURIComponent(String(known[0]?.orgId));
  proxies
    .at(-1)
    ?.meddle((method, path) =>
      method === "GET" && path.includes(orgId) && !path.startsWith("/v1/organizations") ? { status } : undefined,
    );
  const ended = await given.apply(batch);
  expect([ended.exitCode, ended.rows.slice(1).map((row) => row.replace(/ in .*/, ""))]).toEqual([
    1,
    [
      `customers.csv:2 update failed ${code}`,
      "customers.csv:3 none unchanged",
      `locations.csv:2 update failed ${code}`,
      `users.csv:2 update failed ${code}`,
      "users.csv:3 create succeeded",
    ],
  ]);
  expect(ended.rowAt("users.csv:2").message).toContain(reason);
  proxies.at(-1)?.meddle(() => undefined);
  expect((await given.apply(batch)).exitCode).toBe(0);
});

const proxies: Awaited<ReturnType<typeof startMeddlingProxy>>[] = [];
