import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  encodeCustomerLanguage,
  encodeLocationLanguage,
  wholesaleAddressSchema,
} from "../../../src/webex/http/wire.ts";
import { isSameId, uuidOf } from "../../../src/webex/ids.ts";
import { customerIdOf, customerSchema } from "../../../src/webex/resources/customer.wire.ts";
import { phaseOf } from "../../../src/webex/resources/customer-outcome.ts";
import { callingLocationSchema, encodeCallingSettings } from "../../../src/webex/resources/location.wire.ts";
import { encodeUserNameFilter, scimUserSchema } from "../../../src/webex/resources/person.wire.ts";
import { encodeSubscriberChange, subscriberSchema } from "../../../src/webex/resources/user.wire.ts";

describe("ids", () => {
  const uuid = "f5b36187-c8dd-4727-8b2f-f9c447f29046";

  it("hold a UUID in either spelling, with and without padding", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.constantFrom("PEOPLE", "ORGANIZATION", "SUBSCRIBER"), (one, kind) => {
        const bytes = Buffer.from(`ciscospark://us/${kind}/${one}`);
        const spellings = [one, one.toUpperCase(), bytes.toString("base64"), bytes.toString("base64url")];
        return [...spellings, bytes.toString("base64").replace(/=+$/, "")].every((id) => uuidOf(id) === one);
      }),
    );
  });

  it.each(["", "12345", "Y2lzY29zcGFyazovL3VzL0xPQ0FUSU9OLzYzNzE1", "not an id"])("may hold none: %s", (id) => {
    expect(uuidOf(id)).toBeUndefined();
  });

  it("are the same in two spellings", () => {
    const encoded = Buffer.from(`ciscospark://us/PEOPLE/${uuid}`).toString("base64");
    expect(isSameId(encoded, uuid)).toBe(true);
    expect(isSameId("opaque", "opaque")).toBe(true);
    expect(isSameId("opaque", "other")).toBe(false);
  });
});

describe("languages", () => {
  it.each([
    ["en", "en", "en"],
    ["en_US", "en_US", "en_us"],
    ["en-us", "en_US", "en_us"],
    ["EN_us", "en_US", "en_us"],
  ])("%s is %s of a customer and %s of a location", (language, customer, location) => {
    expect([encodeCustomerLanguage(language), encodeLocationLanguage(language)]).toEqual([customer, location]);
  });
});

describe("a customer", () => {
  it("is read with what is missing, null and new", () => {
    const wire = { id: "c", orgId: null, status: "frozen", packages: ["webex_telepathy"], newField: 1 };
    expect(customerSchema.parse(wire)).toEqual({
      id: "c",
      status: "frozen",
      packages: ["webex_telepathy"],
      packageStates: [],
      errors: [],
    });
  });

  it("is read with the remarks of its packages, codes as numbers or texts", () => {
    const warnings = [{ errorCode: 2560, description: "maintenance" }];
    const packages = [{ name: "webex_calling", status: "error", warnings, errors: [{ errorCode: "7" }] }];
    const customer = customerSchema.parse({
      id: "c",
      status: "provisioned_with_errors",
      resourceDetails: { packages },
    });
    expect(customer.packageStates).toEqual([
      {
        name: "webex_calling",
        status: "error",
        warnings: [{ errorCode: "2560", description: "maintenance" }],
        errors: [{ errorCode: "7" }],
      },
    ]);
  });

  it.each([
    ["provisioned", "done"],
    ["provisioned_with_errors", "partly_done"],
    ["error", "failed"],
    ["pending_rpl_review", "review"],
    ["provisioning", "working"],
    ["updating", "working"],
    ["deleting", "working"],
    ["frozen", "working"],
  ])("%s is %s", (status, phase) => {
    expect(phaseOf(status)).toBe(phase);
  });

  it.each([
    ["https://webexapis.com/v1/wholesale/customers/abc", "abc"],
    ["https://webexapis.com/v1/wholesale/customers/a%3D%3D/?x=1#y", "a=="],
    ["/v1/wholesale/customers/abc", "abc"],
    ["", undefined],
    ["https://", undefined],
  ])("made at %s has the id %s", (url, id) => {
    expect(customerIdOf(url)).toBe(id);
  });

  it("has its address back as it was sent, with what Webex leaves out", () => {
    expect(
      wholesaleAddressSchema.parse({ addressLine1: "Dam 1", addressLine2: "", city: "Amsterdam", country: "NL" }),
    ).toEqual({ line1: "Dam 1", city: "Amsterdam", country: "NL" });
  });
});

describe("a subscriber", () => {
  it("has its packages from the new field, or from the old one", () => {
    const wire = { id: "s", email: "A@B.example" };
    const packagesOf = (more: object) => subscriberSchema.parse({ ...wire, ...more }).packages;
    expect(packagesOf({ package: "webex_suite", packages: ["webex_suite", "attendant_console"] })).toHaveLength(2);
    expect(packagesOf({ package: "webex_suite" })).toEqual(["webex_suite"]);
    expect(packagesOf({})).toEqual([]);
    expect(subscriberSchema.parse(wire).email).toBe("a@b.example");
  });

  it("changes its telephone only when asked to", () => {
    expect(encodeSubscriberChange({ packages: ["webex_suite"] })).toEqual({ packages: ["webex_suite"] });
    const telephone = { extension: "0500", locationId: "l" };
    expect(encodeSubscriberChange({ packages: ["webex_suite"], telephone })).toEqual({
      packages: ["webex_suite"],
      provisioningParameters: { extension: "0500", locationId: "l" },
    });
  });
});

describe("calling's settings of a location", () => {
  it("are read with a main number that is not set", () => {
    const callingLineId = { name: "Denver", phoneNumber: null };
    const location = callingLocationSchema.parse({ id: "l", name: "Denver", callingLineId, routingPrefix: null });
    expect(location).toMatchObject({ mainNumber: undefined, callerIdName: "Denver", routingPrefix: undefined });
  });

  it("are sent with what changes and nothing else", () => {
    expect(encodeCallingSettings({})).toEqual({});
    expect(encodeCallingSettings({ mainNumber: "+31201234500", announcementLanguage: "nl_NL" })).toEqual({
      callingLineId: { phoneNumber: "+31201234500" },
      announcementLanguage: "nl_nl",
    });
  });
});

describe("a person of SCIM", () => {
  it("has those of our roles, and others are left unchanged", () => {
    const roles = [{ value: "id_full_admin" }, { value: "id_device_admin" }, { value: "cosmic_admin" }, {}];
    expect(scimUserSchema.parse({ id: "u", userName: "A@B.example", roles })).toEqual({
      id: "u",
      email: "a@b.example",
      isActive: true,
      roles: ["full_admin", "device_admin"],
    });
  });

  it("is looked for by a filter that no email can break out of", () => {
    expect(encodeUserNameFilter('a" or userName sw "')).toBe('userName eq "a\\" or userName sw \\""');
  });
});
