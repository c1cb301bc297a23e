import { describe, expect, it } from "vitest";
import type { PstnConnection } from "../../src/model/existing.ts";
import { rangesOf } from "../../src/model/number-ranges.ts";
import { nothingApplied } from "../../src/planning/last-applied.ts";
import {
  amsterdam,
  customerOf,
  existingOf,
  existingUser,
  locationOf,
  placeOf,
  plan,
  userOf,
} from "../support/planned-customer.ts";

const carrier: PstnConnection = { id: "pstn-1", displayName: "Simulated Carrier", type: "NON_INTEGRATED_CCP" };

describe("a customer that is as the sheet says", () => {
  it("leaves nothing to do, head office and branches included", () => {
    const headOffice = {
      ...customerOf().headOffice,
      phoneNumbers: rangesOf(["+31201234500"]),
      mainNumber: "+31201234500",
      pstn: "simulated carrier",
    };
    const { doing, right } = plan({
      customer: customerOf({ headOffice }),
      locations: [locationOf("Rotterdam", { routingPrefix: "82" })],
      template: { inviteEmails: false },
      existing: existingOf({
        locations: [
          placeOf("Head Office", { mainNumber: "+31201234500" }),
          placeOf("Rotterdam", { routingPrefix: "82" }),
        ],
        numbers: [{ phoneNumber: "+31201234500", locationId: "id of Head Office" }],
        pstn: new Map([["id of Head Office", carrier]]),
        inviteEmails: false,
      }),
    });
    expect(doing).toEqual([]);
    expect(right).toEqual([
      "customer NL-1001",
      "invite_emails NL-1001",
      "location Head Office",
      "pstn Head Office",
      "location Rotterdam",
    ]);
  });
});

describe("the packages of a customer", () => {
  const existing = existingOf({
    customer: { ...existingOf().customer, packages: ["webex_suite", "brand_new_package", "webex_calling"] },
  });

  it("are never shortened: what Webex has and the sheet has not stays, also what we do not know", () => {
    const { one } = plan({ customer: customerOf({ packages: ["webex_calling", "webex_meetings"] }), existing });
    const { action, payload, changes } = one("customer");
    expect(action).toBe("update");
    expect(payload).toMatchObject({
      packages: ["webex_suite", "brand_new_package", "webex_calling", "webex_meetings"],
    });
    expect(changes).toEqual([
      {
        field: "packages",
        before: "brand_new_package;webex_calling;webex_suite",
        after: "brand_new_package;webex_calling;webex_meetings;webex_suite",
      },
    ]);
  });

  it("are tried again when they failed, and only what needs them waits for that", () => {
    const failedMeetings = existingOf({
      customer: {
        ...existingOf().customer,
        packages: ["webex_calling", "webex_meetings"],
        failedPackages: ["webex_meetings"],
      },
    });
    const { one, needs } = plan({
      customer: customerOf({ packages: ["webex_calling", "webex_meetings"] }),
      users: [userOf("niels"), userOf("yara", { package: "webex_meetings" })],
      existing: failedMeetings,
    });
    expect(one("customer")).toMatchObject({ action: "update", changes: [{ field: "packages" }] });
    expect(needs(one("user", "niels@korenaar.example.com"))).not.toContain("customer NL-1001 (webex_calling)");
    expect(needs(one("user", "yara@korenaar.example.com"))).toEqual(["customer NL-1001 (webex_meetings)"]);
  });

  it("are as they are when the sheet has fewer", () => {
    expect(plan({ customer: customerOf(), existing }).doing).toEqual([]);
  });

  it("are those of the sheet alone when the operator says so", () => {
    const { one } = plan({ customer: customerOf(), existing, basis: { policy: { isRemovingPackages: true } } });
    expect(one("customer").payload).toMatchObject({ packages: ["webex_calling"] });
  });

  it("that bring calling make a head office, which is looked for behind the change", () => {
    const meetings = existingOf({
      customer: { ...existingOf().customer, packages: ["webex_meetings"] },
      locations: [],
    });
    const { doing, one, needs } = plan({
      customer: customerOf(),
      locations: [locationOf("Rotterdam")],
      existing: meetings,
    });
    expect(doing).toEqual([
      "update customer NL-1001",
      "read head_office Head Office",
      "create location Rotterdam",
      "create calling Rotterdam",
    ]);
    expect(needs(one("head_office"))).toEqual(["customer NL-1001 (calling)"]);
    expect(needs(one("calling"))).toContain("customer NL-1001 (calling)");
  });
});

describe("what differs", () => {
  it("is changed field by field, an address as one, and an empty cell alone changes nothing", () => {
    const { line2: _, state: __, ...rest } = amsterdam;
    expect(plan({ customer: customerOf({ billingAddress: rest }), existing: existingOf() }).doing).toEqual([]);
    const { doing, one } = plan({
      customer: customerOf({ billingAddress: { ...rest, line1: "Damrak 1" }, name: "De Korenaar" }),
      existing: existingOf(),
    });
    expect(doing).toEqual(["update customer NL-1001", "update organization_name NL-1001"]);
    expect(one("customer").changes).toEqual([
      { field: "address_line1", before: "Keizersgracht 126", after: "Damrak 1" },
      { field: "state", before: "NH", after: "" },
    ]);
    expect(one("customer").payload).toMatchObject({ only: ["billingAddress"] });
    expect(one("organization_name").changes).toEqual([{ field: "name", before: "Korenaar", after: "De Korenaar" }]);
  });

  it("of a name is none when it only looks the same in another Unicode form, or with other blanks", () => {
    const { doing } = plan({
      customer: customerOf(),
      locations: [locationOf("Zu\u0308rich Hbf")],
      existing: existingOf({ locations: [placeOf("Head Office"), placeOf("Zürich  Hbf")] }),
    });
    expect(doing.filter((each) => each.startsWith("update") || each.startsWith("create"))).toEqual([]);
  });

  describe("of a name that is only spelled otherwise", () => {
    const existing = existingOf({
      name: "KORENAAR",
      locations: [placeOf("HEAD OFFICE"), placeOf("ZU\u0308RICH  HBF")],
    });
    const asked = { customer: customerOf(), locations: [locationOf("Zürich Hbf")], existing };
    const sentAs = (customer: string, headOffice: string, location: string) => ({
      ...nothingApplied,
      customer: customerOf({ name: customer, headOffice: { ...customerOf().headOffice, name: headOffice } }),
      location: () => locationOf(location),
    });

    it("is not reported when what was sent last is unknown", () => {
      expect(plan(asked).doing).toEqual([]);
    });

    it("is none where it was sent so: the target spells it in its own way", () => {
      expect(plan({ ...asked, basis: { last: sentAs("Korenaar", "Head Office", "Zürich Hbf") } }).doing).toEqual([]);
    });

    it("is changed where someone has corrected the spelling since", () => {
      const { doing, operations } = plan({
        ...asked,
        basis: { last: sentAs("korenaar", "Head office", "Zürich HBF") },
      });
      expect(doing).toEqual([
        "update organization_name NL-1001",
        "update location Head Office",
        "update location Zürich Hbf",
      ]);
      expect(operations.flatMap(({ changes = [] }) => changes.map(({ field, after }) => `${field} ${after}`))).toEqual([
        "name Korenaar",
        "hq_name Head Office",
        "name Zürich Hbf",
      ]);
    });
  });

  it("of a location is changed; what it lacks is added", () => {
    const { doing, one, needs } = plan({
      customer: customerOf(),
      locations: [
        locationOf("rotterdam", {
          timezone: "Europe/Brussels",
          pstn: "Simulated Carrier",
          phoneNumbers: rangesOf(["+31101234500", "+31101234501"]),
          mainNumber: "+31101234501",
          routingPrefix: "82",
        }),
      ],
      existing: existingOf({
        locations: [placeOf("Head Office"), placeOf("Rotterdam", { isCalling: false })],
        numbers: [
          { phoneNumber: "+31101234500", locationId: "id of Rotterdam" },
          { phoneNumber: "+31101234501", locationId: "id of Head Office" },
        ],
        pstn: new Map([["id of Rotterdam", null]]),
      }),
    });
    expect(doing).toEqual([
      "update location rotterdam",
      "create calling rotterdam",
      "create pstn rotterdam",
      "create numbers rotterdam +31101234501",
      "update location_settings rotterdam",
    ]);
    expect(one("location", "rotterdam").changes).toEqual([
      { field: "timezone", before: "Europe/Amsterdam", after: "Europe/Brussels" },
    ]);
    expect(one("numbers").payload).toMatchObject({ phoneNumbers: ["+31101234501"] });
    expect(one("numbers").ids).toEqual({ customerId: "cus", orgId: "org", locationId: "id of Rotterdam" });
    expect(needs(one("location_settings"))).toEqual([
      "calling rotterdam",
      "numbers rotterdam +31101234501 (+31101234501)",
    ]);
    expect(one("location_settings").changes?.map(({ field }) => field)).toEqual(["main_number", "routing_prefix"]);
  });

  it("of the PSTN is changed by the name or the id of the connection", () => {
    const existing = existingOf({ pstn: new Map([["id of Head Office", carrier]]) });
    const withPstn = (pstn: string) => customerOf({ headOffice: { ...customerOf().headOffice, pstn } });
    expect(plan({ customer: withPstn("pstn-1"), existing }).doing).toEqual([]);
    const { one } = plan({ customer: withPstn("Other Carrier"), existing });
    expect(one("pstn")).toMatchObject({
      action: "update",
      changes: [{ field: "pstn", before: "Simulated Carrier", after: "Other Carrier" }],
    });
  });

  it("is compared with what was last sent when Webex does not return it", () => {
    const last = { ...nothingApplied, customer: customerOf({ packageLimits: { webex_calling: 10 } }) };
    const customer = customerOf({ packageLimits: { webex_calling: 20 } });
    expect(plan({ customer, existing: existingOf(), basis: { last } }).one("customer").changes).toEqual([
      { field: "package_limits", before: "webex_calling=10", after: "webex_calling=20" },
    ]);
    expect(plan({ customer, existing: existingOf() }).doing).toEqual([]);
  });

  it("is refused where no call changes it, and the rest of the customer is processed", () => {
    const last = { ...nothingApplied, customer: customerOf({ adminEmail: "old@korenaar.example.com" }) };
    const { one, needs, doing } = plan({
      customer: customerOf(),
      locations: [locationOf("Utrecht")],
      existing: existingOf(),
      basis: { last },
    });
    expect(one("customer").refusal).toMatchObject({ code: "change_not_offered", column: "admin_email" });
    expect(doing).toContain("create location Utrecht");
    expect(needs(one("location", "Utrecht"))).toEqual([]);
  });
});

describe("a customer that Webex still works on", () => {
  const atWork = (status: string) => existingOf({ customer: { ...existingOf().customer, status } });
  const rows = {
    locations: [locationOf("Utrecht", { phoneNumbers: rangesOf(["+31301234500"]), pstn: "Simulated Carrier" })],
    users: [userOf("niels", { location: "Utrecht", roles: ["user_admin"] })],
  };
  const waitsOf = ({ operations }: ReturnType<typeof plan>) =>
    operations.filter(({ resource }) => resource === "customer_ready").map(({ row, action }) => `${row} ${action}`);

  it.each(["updating", "provisioning"])("is waited for by its own row, and by the others through it (%s)", (status) => {
    const planned = plan({ customer: customerOf(), ...rows, existing: atWork(status) });
    expect(planned.one("customer").action).toBe("read");
    expect(planned.needs(planned.one("location", "Utrecht"))).toContain("customer NL-1001");
    expect(planned.needs(planned.one("user"))).toContain("customer NL-1001");
    expect(waitsOf(planned)).toEqual([]);
  });

  it.each(["updating", "provisioning"])("is waited for by each row where it has none in the batch (%s)", (status) => {
    const planned = plan({ ...rows, existing: atWork(status) });
    expect(waitsOf(planned)).toEqual(["1 read", "2 read"]);
    const waiting = planned.operations.filter(({ resource }) => resource !== "customer_ready");
    for (const each of waiting) expect(planned.needs(each)).toContain("customer_ready NL-1001");
  });

  it("is waited for by each row where its own is refused", () => {
    const last = { ...nothingApplied, customer: customerOf({ adminEmail: "old@korenaar.example.com" }) };
    const planned = plan({ customer: customerOf(), ...rows, existing: atWork("updating"), basis: { last } });
    expect(planned.one("customer").refusal).toMatchObject({ code: "change_not_offered" });
    expect(planned.needs(planned.one("user"))).toContain("customer_ready NL-1001");
  });

  it.each(["provisioned", "provisioned_with_errors", "error"])("no more is not waited for (%s)", (status) => {
    const planned = plan({ ...rows, existing: atWork(status) });
    expect(waitsOf(planned)).toEqual([]);
    expect(planned.needs(planned.one("location", "Utrecht"))).toEqual([]);
  });

  it("keeps no row waiting that changes nothing", () => {
    const { operations } = plan({
      locations: [locationOf("Head Office")],
      users: [userOf("niels", { package: "webex_meetings" })],
      existing: existingOf({
        ...atWork("updating"),
        users: [existingUser("niels", { packages: ["webex_meetings"] })],
      }),
    });
    expect(operations.map(({ resource, action, needs }) => [resource, action, needs])).toEqual([
      ["location", "none", []],
      ["user", "none", []],
    ]);
  });
});

describe("locations at Webex that no sheet names", () => {
  it("are left unchanged", () => {
    const { operations } = plan({
      customer: customerOf(),
      existing: existingOf({ locations: [placeOf("Head Office"), placeOf("Maastricht")] }),
    });
    expect(operations.map(({ key }) => key)).not.toContain("Maastricht");
  });
});
