import { describe, expect, it } from "vitest";
import { createCustomer, findCustomer, listCustomers } from "../../src/webex/customers.ts";
import type { NewCustomer } from "../../src/webex/wire-customers.ts";
import { never } from "./support/client.ts";
import { served } from "./support/served.ts";

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
  it("spells the two address and language styles as the API wants them", async () => {
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
    status: "provisioned",
  }));
}
