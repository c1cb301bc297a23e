/** How the customers of a plan are looked for: few by name, many in pages. */
import { describe, expect, it } from "vitest";
import { observeCustomers } from "../../src/webex/observe.ts";
import { never } from "./support/client.ts";
import { served } from "./support/served.ts";

const pageSize = 100;
const partner = Array.from({ length: 2_700 }, (_, index) => ({
  ...{ id: `id-${index}`, externalId: `C${index}`, orgId: `org-${index}`, status: "provisioned" },
  packages: ["webex_calling"],
}));

/** A partner with 2 700 customers. */
const atPartner = () =>
  served(({ query }) => {
    const externalId = query.get("externalId");
    if (externalId) return { body: { items: partner.filter((each) => each.externalId === externalId) } };
    const start = Number(query.get("offset") ?? 0);
    const next = `</v1/wholesale/customers?offset=${start + pageSize}&max=${pageSize}>; rel="next"`;
    return {
      headers: start + pageSize < partner.length ? { link: next } : {},
      body: { items: partner.slice(start, start + pageSize) },
    };
  });

const named = (count: number, step: number) => new Set(Array.from({ length: count }, (_, index) => `C${index * step}`));

describe("the customers that a plan asks for, at a partner with 2 700", () => {
  it("are asked for by their external ids where they are five", async () => {
    const { http, asked } = await atPartner();
    const found = await observeCustomers(http, named(5, 500), never);
    expect(found.ok && [...found.value.keys()]).toEqual(["C0", "C500", "C1000", "C1500", "C2000"]);
    expect(asked.map(({ query }) => query.get("externalId"))).toEqual(["C0", "C500", "C1000", "C1500", "C2000"]);
  });

  it("are listed where they are many, and only as far as it takes", async () => {
    const { http, asked } = await atPartner();
    const found = await observeCustomers(http, named(300, 1), never);
    expect(found.ok && found.value.size).toBe(300);
    expect(asked.length).toBe(3);
  });

  it("are listed no further once the rest take fewer calls by name", async () => {
    const { http, asked } = await atPartner();
    const found = await observeCustomers(http, named(10, 250), never);
    expect(found.ok && found.value.size).toBe(10);
    expect(asked.filter(({ query }) => !query.has("externalId")).length).toBeLessThan(10);
  });
});
