import { describe, expect, it } from "vitest";
import type { Operation } from "../../../src/model/plan.ts";
import type { NewCustomer } from "../../../src/webex/resources/customer.wire.ts";
import { createCustomer, findCustomer, listCustomers } from "../../../src/webex/resources/customer.wire.ts";
import { webexTarget } from "../../../src/webex/webex-target.ts";
import { never } from "../support/client.ts";
import { served } from "../support/served.ts";

const customer: NewCustomer = {
  provisioningId: "prov",
  externalId: "cust-1",
  name: "Bakery",
  adminEmail: "admin@bakery.example",
  language: "nl-NL",
  packages: ["webex_calling"],
  packageLimits: { webex_calling: 5 },
  billingAddress: { line1: "Dam 1", city: "Amsterdam", state: "NH", postalCode: "1012", country: "NL" },
  headOffice: {
    name: "Head Office",
    address: { line1: "Dam 1", city: "Amsterdam", country: "NL" },
    timezone: "Europe/Amsterdam",
    language: "nl_NL",
  },
};

describe("creating a customer", () => {
  it("spells the two address and language styles as the API requires", async () => {
    const { http, asked } = await served(() => ({
      status: 202,
      body: { url: "https://webexapis.com/v1/wholesale/customers/Y2lz%3D" },
    }));
    const reply = await createCustomer(http, customer, never);
    expect(reply).toMatchObject({ ok: true, value: { customerId: "Y2lz=" }, status: 202 });
    expect(asked[0]).toMatchObject({ method: "POST", path: "/v1/wholesale/customers" });
    expect(asked[0]?.body).toEqual({
      provisioningId: "prov",
      externalId: "cust-1",
      packages: ["webex_calling"],
      address: {
        addressLine1: "Dam 1",
        city: "Amsterdam",
        stateOrProvince: "NH",
        zipOrPostalCode: "1012",
        country: "NL",
      },
      customerInfo: { name: "Bakery", primaryEmail: "admin@bakery.example", language: "nl_NL" },
      provisioningParameters: {
        calling: {
          location: {
            name: "Head Office",
            address: { addressLine1: "Dam 1", city: "Amsterdam", country: "NL" },
            timezone: "Europe/Amsterdam",
            language: "nl_nl",
          },
        },
        packages: { limits: { webex_calling: 5 } },
      },
    });
  });
});

describe("changing a customer's packages", () => {
  const change: Operation = {
    ...{ id: 1, unit: 1, row: 1, resource: "customer", key: "cust-1", action: "update", needs: [] },
    ...{ payload: { packageLimits: {}, ...customer, only: [] }, ids: { customerId: "cus" } },
  };
  const packages = { packages: ["webex_calling"] };

  it("sends the head office too, where Webex asks for it, and only then", async () => {
    const { http, asked } = await served(({ body }) =>
      JSON.stringify(body).includes("provisioningParameters")
        ? { status: 202 }
        : { status: 400, body: { message: "provisioningParameters.calling.location is required" } },
    );
    expect(await webexTarget(http, "webex").apply(change, change.ids, never)).toMatchObject({ status: "accepted" });
    expect(asked.map(({ body }) => body)).toEqual([
      packages,
      {
        ...packages,
        provisioningParameters: { calling: { location: expect.objectContaining({ name: "Head Office" }) } },
      },
    ]);
    const willing = await served(() => ({ status: 202 }));
    await webexTarget(willing.http, "webex").apply(change, change.ids, never);
    expect(willing.asked.map(({ body }) => body)).toEqual([packages]);
  });

  it("waits where Webex still works on the customer, and is refused where it does not", async () => {
    const during = async (status: string) => {
      const { http } = await served(({ method }) =>
        method === "GET"
          ? { body: { id: "cus", externalId: "cust-1", status, packages: [] } }
          : { status: 409, body: { message: "in conflict" } },
      );
      return webexTarget(http, "webex").apply(change, change.ids, never);
    };
    expect(await during("updating")).toMatchObject({ failure: { kind: "locked", errorCode: "customer_busy" } });
    expect(await during("provisioned")).toMatchObject({ failure: { kind: "rejected", status: 409 } });
  });
});

describe("waiting for a customer on behalf of its rows", () => {
  const waitOf = (id: number): Operation => ({
    ...{ id, unit: 1, row: id, resource: "customer_ready", key: "cust-1", action: "read", needs: [] },
    ...{ payload: { externalId: "cust-1" }, ids: { customerId: "cus", orgId: "org" } },
  });

  async function whileIn(status: string | undefined) {
    const { http, asked } = await served(() =>
      status ? { body: { id: "cus", externalId: "cust-1", orgId: "org", status } } : { status: 404 },
    );
    const target = webexTarget(http, "webex");
    const rows = [1, 2, 3, 4, 5].map(waitOf);
    const taken = await Promise.all(rows.map((each) => target.apply(each, each.ids, never)));
    expect(taken.map((result) => result.status)).toEqual(rows.map(() => "accepted"));
    const { final } = await target.poll(
      rows.map((operation) => ({ operation, ids: operation.ids })),
      never,
    );
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /v1/wholesale/customers/cus"]);
    return [...final.values()];
  }

  it("continues while Webex works on it, and asks once for all of them", async () => {
    for (const status of ["updating", "provisioning"]) expect(await whileIn(status)).toEqual([]);
  });

  it.each(["provisioned", "provisioned_with_errors", "error"])(
    "ends when Webex has done, as it may (%s)",
    async (status) => {
      expect(await whileIn(status)).toEqual(
        Array(5).fill(expect.objectContaining({ status: "done", effect: "unchanged" })),
      );
    },
  );

  it.each([
    ["deleting", "being_deleted"],
    ["DELETING", "being_deleted"],
    ["deleted", "being_deleted"],
    [undefined, "customer_gone"],
  ])("fails when it goes (%s)", async (status, errorCode) => {
    const failed = { status: "failed", failure: expect.objectContaining({ errorCode }) };
    expect(await whileIn(status)).toEqual(Array(5).fill(expect.objectContaining(failed)));
  });
});

describe("listing customers", () => {
  it("counts on while pages are full, and stops after a short one", async () => {
    const { http, asked } = await served(({ query }) => ({
      body: { items: page(query.get("offset") === "100" ? 30 : 100) },
    }));
    let count = 0;
    for await (const reply of listCustomers(http, { status: ["provisioning", "updating"] }, never)) {
      count += reply.ok ? reply.value.length : 0;
    }
    expect(count).toBe(130);
    expect(asked.map(({ query }) => query.get("offset"))).toEqual([null, "100"]);
    expect(asked[1]?.query.getAll("status")).toEqual(["provisioning", "updating"]);
  });

  it("finds no customer among those whose external id differs", async () => {
    const { http } = await served(() => ({ body: { items: page(1) } }));
    expect(await findCustomer(http, "CUST-1", never)).toMatchObject({ ok: true, value: undefined });
  });
});

function page(size: number) {
  return Array.from({ length: size }, (_, index) => ({
    id: `id-${index}`,
    externalId: "cust-1",
    status: "provisioning",
  }));
}
