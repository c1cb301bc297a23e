import { describe, expect, it } from "vitest";
import type { Change, OperationOf, Payloads, ResourceKind } from "../../../src/model/plan.ts";
import { inEnglish } from "../../../src/model/words/text.ts";
import { resources } from "../../../src/webex/resources/all-resources.ts";
import { locationSettings } from "../../../src/webex/resources/calling.ts";
import { customer } from "../../../src/webex/resources/customer.ts";
import { headOffice, location, partsChanged } from "../../../src/webex/resources/location.ts";
import { numbers } from "../../../src/webex/resources/numbers.ts";
import { inviteEmails } from "../../../src/webex/resources/organization.ts";
import { pstn } from "../../../src/webex/resources/pstn.ts";

const dam = { line1: "Dam 1", line2: "2 hoog", city: "Amsterdam", postalCode: "1012 JS", country: "NL" };
const branch = { name: "Amsterdam", address: dam, timezone: "Europe/Amsterdam", language: "nl_NL" };

function fields(changes: readonly Change[]): readonly string[] {
  return changes.map(({ field, before, after }) => `${field}: ${before || "blank"} > ${after || "blank"}`);
}

describe("what differs of a customer", () => {
  type Case = readonly [
    what: string,
    want: Parameters<typeof customer.diff>[0],
    found: Parameters<typeof customer.diff>[1],
    asked: readonly string[],
    exact?: readonly string[],
  ];
  const cases: readonly Case[] = [
    ["nothing of what was not read", { packages: ["webex_calling"], billingAddress: dam, name: "Acme" }, {}, []],
    ["no order of packages", { packages: ["b", "a"] }, { packages: ["a", "b"] }, []],
    [
      "packages, as the whole list",
      { packages: ["webex_calling", "webex_suite"] },
      { packages: ["webex_calling"] },
      ["packages: webex_calling > webex_calling;webex_suite"],
    ],
    [
      "a package that failed, where it is asked for again",
      { packages: ["webex_calling"] },
      { packages: ["webex_calling", "webex_voice"], failedPackages: ["webex_calling", "webex_voice"] },
      ["packages: webex_calling;webex_voice > webex_calling", "packages: webex_calling failed > webex_calling"],
      ["packages: webex_calling;webex_voice > webex_calling"],
    ],
    [
      "all of an address of which a part differs",
      { billingAddress: { line1: "Spui 3", city: "Amsterdam", country: "NL" } },
      { billingAddress: dam },
      ["address_line1: Dam 1 > Spui 3", "address_line2: 2 hoog > blank", "postal_code: 1012 JS > blank"],
    ],
    [
      "no address of which the row leaves a part blank, but where all is compared",
      { billingAddress: { line1: "Dam 1", city: "Amsterdam", country: "NL" } },
      { billingAddress: dam },
      [],
      ["address_line2: 2 hoog > blank", "postal_code: 1012 JS > blank"],
    ],
    ["a name, but not its case", { name: "Acme BV" }, { name: "acme bv" }, []],
    [
      "a name whose spelling was corrected since",
      { name: "Acme BV" },
      { name: "acme bv", sent: { name: "acme bv" } },
      ["name: acme bv > Acme BV"],
    ],
    [
      "another organization",
      { orgId: "96abc2aa-3dcc-11e5-a152-fe34819cdc9a" },
      { orgId: "11111111-3dcc-11e5-a152-fe34819cdc9a" },
      ["org_id: 11111111-3dcc-11e5-a152-fe34819cdc9a > 96abc2aa-3dcc-11e5-a152-fe34819cdc9a"],
    ],
    [
      "limits, of which those stay that are not named",
      { packageLimits: { webex_suite: 4 } },
      { sent: { packageLimits: { webex_calling: 10, webex_suite: 2 } } },
      ["package_limits: webex_calling=10;webex_suite=2 > webex_calling=10;webex_suite=4"],
    ],
    [
      "what Webex does not tell from what it was sent last",
      { meetingsTimezone: "Europe/Amsterdam", language: "nl_NL", adminEmail: "ann@acme.example", template: "Gold" },
      { sent: { meetingsTimezone: "Europe/London", language: "nl_NL", template: "Silver" } },
      ["meetings_timezone: Europe/London > Europe/Amsterdam", "template: Silver > Gold"],
    ],
  ];

  const named = cases.map(([what, want, found, asked, exact = asked]) => ({ what, want, found, asked, exact }));
  it.each(named)("is $what", ({ want, found, asked, exact }) => {
    expect(fields(customer.diff(want, found))).toEqual(asked);
    expect(fields(customer.diff(want, found, "exact"))).toEqual(exact);
  });
});

describe("what differs of a location", () => {
  type Found = Parameters<typeof location.diff>[1];
  const cases: readonly (readonly [what: string, found: Found, asked: readonly string[], exact?: readonly string[]])[] =
    [
      ["nothing of what is as it should be", { ...branch, language: "nl-nl" }, []],
      [
        "time zone and language, and where all is compared only if Webex tells them",
        { name: "Amsterdam", address: dam },
        ["timezone: blank > Europe/Amsterdam", "language: blank > nl_nl"],
        [],
      ],
      [
        "another time zone and city",
        { ...branch, timezone: "Europe/London", address: { ...dam, city: "Diemen" } },
        ["timezone: Europe/London > Europe/Amsterdam", "city: Diemen > Amsterdam"],
      ],
      ["a name, but not its case", { ...branch, name: "AMSTERDAM" }, []],
      [
        "a name whose spelling was corrected since",
        { ...branch, name: "AMSTERDAM", sentName: "AMSTERDAM" },
        ["name: AMSTERDAM > Amsterdam"],
      ],
    ];

  const named = cases.map(([what, found, asked, exact = asked]) => ({ what, found, asked, exact }));
  it.each(named)("is $what", ({ found, asked, exact }) => {
    expect(fields(location.diff(branch, found))).toEqual(asked);
    expect(fields(location.diff(branch, found, "exact"))).toEqual(exact);
  });

  it("uses the names of the customer's columns for the head office", () => {
    const found = { ...branch, timezone: "Europe/London", address: { ...dam, city: "Diemen" } };
    const changes = headOffice.diff(branch, found);
    expect(fields(changes)).toEqual(["hq_timezone: Europe/London > Europe/Amsterdam", "hq_city: Diemen > Amsterdam"]);
    expect(partsChanged(changes)).toEqual(["timezone", "address"]);
  });
});

describe("what differs of", () => {
  const cases: readonly (readonly [what: string, changes: readonly Change[], fields: readonly string[]])[] = [
    [
      "calling settings: what is wanted and is not so",
      locationSettings.diff(
        { mainNumber: "+31201234500", routingPrefix: "8", announcementLanguage: "nl_NL" },
        { mainNumber: "+31201234501", announcementLanguage: "nl_nl" },
      ),
      ["main_number: +31201234501 > +31201234500", "routing_prefix: blank > 8"],
    ],
    ["calling settings: nothing that a row leaves blank", locationSettings.diff({}, { mainNumber: "+3120" }), []],
    [
      "calling settings: that too where all is compared",
      locationSettings.diff({}, { mainNumber: "+31201234501" }, "exact"),
      ["main_number: +31201234501 > blank"],
    ],
    ["a PSTN connection: nothing of one named by its id", pstn.diff("id-1", { id: "id-1", displayName: "Fiber" }), []],
    ["a PSTN connection: nothing of one named by its name", pstn.diff("FIBER", { id: "1", displayName: "Fiber" }), []],
    [
      "a PSTN connection: another one",
      pstn.diff("Fiber", { id: "1", displayName: "Copper" }),
      ["pstn: Copper > Fiber"],
    ],
    ["a PSTN connection: the first one", pstn.diff("Fiber", undefined), ["pstn: blank > Fiber"]],
    [
      "numbers: those that are missing, however the others are written",
      numbers.diff(["+31201234501", "+31201234502"], ["31201234501", "+31201234509"]),
      ["phone_numbers: blank > +31201234502"],
    ],
    [
      "numbers: those of others too where all is compared",
      numbers.diff(["+31201234501"], ["+31201234501", "+31201234509"], "exact"),
      ["phone_numbers: +31201234509 > blank"],
    ],
    [
      "activation mails: a setting that was never made",
      inviteEmails.diff(false, undefined),
      ["invite_emails: blank > false"],
    ],
    ["activation mails: nothing of one that is so", inviteEmails.diff(true, true), []],
  ];

  it.each(cases)("%s", (_what, changes, expected) => {
    expect(fields(changes)).toEqual(expected);
  });
});

function past<K extends ResourceKind>(
  resource: K,
  payload: Payloads[K],
  rest: Partial<OperationOf<K>> & { readonly refused?: readonly string[] } = {},
): readonly string[] {
  const { refused = [], ...given } = rest;
  const common = { id: 1, unit: 1, row: 1, key: "Utrecht", action: "create", needs: [], ids: {} } as const;
  const left = resources[resource].byHand?.({ operation: { ...common, resource, payload, ...given }, refused }) ?? [];
  return left.map(({ what, where }) => `${inEnglish(what)} (${inEnglish(where)})`);
}

describe("what no call takes back, and where a person does it, is of", () => {
  const changes = [{ field: "city", before: "", after: "Utrecht" }];
  const settings = { mainNumber: "+31201234500", callerIdName: "Acme" };
  const people = { email: "ann@acme.example", firstName: "Ann", lastName: "Visser", packages: ["webex_calling"] };
  const firm = { externalId: "NL-1", packages: [], packageLimits: {}, billingAddress: dam };
  const phoneNumbers = ["+31201234501", "+31201234502", "+31201234503"];

  it.each([
    ["a customer that was made: nothing", past("customer", firm), []],
    [
      "a customer that was changed: each change",
      past("customer", firm, { key: "NL-1", action: "update", changes }),
      ["it changed city from blank to Utrecht (Partner Hub > Customers > NL-1)"],
    ],
    [
      "an organization that was attached: its name",
      past("organization_name", { name: "Acme" }, { key: "NL-1", action: "update" }),
      ["it changed the organization's name to Acme (Control Hub of NL-1 > Account)"],
    ],
    [
      "activation mails: the setting",
      past("invite_emails", { value: true }, { key: "NL-1", changes: inviteEmails.diff(true, false) }),
      ["it changed invite_emails from false to true (Control Hub of NL-1 > Organization settings > Email)"],
    ],
    [
      "a location that was made",
      past("location", { ...branch, announcementLanguage: "nl_NL" }),
      ["it created the location Utrecht (Control Hub > Locations > Utrecht)"],
    ],
    [
      "calling",
      past("calling", { ...branch, announcementLanguage: "nl_NL" }),
      ["it enabled calling at Utrecht (Control Hub > Locations > Utrecht)"],
    ],
    [
      "a PSTN connection",
      past("pstn", { connection: "Fiber" }),
      ["it connected Utrecht to Fiber (Control Hub > Locations > Utrecht > PSTN)"],
    ],
    [
      "numbers: those that were not refused",
      past(
        "numbers",
        { phoneNumbers, mustReadConnection: false },
        { key: "Utrecht +31201234501", refused: ["+31201234503"] },
      ),
      ["it added +31201234501, +31201234502 to Utrecht (Control Hub > Calling > Numbers)"],
    ],
    [
      "settings that were made",
      past("location_settings", settings),
      ["it set mainNumber +31201234500 and callerIdName Acme at Utrecht (Control Hub > Locations > Utrecht > Calling)"],
    ],
    ["a user that was made: nothing", past("user", people), []],
    [
      "a user that was changed: each change",
      past("user", people, {
        key: people.email,
        action: "update",
        changes: [{ field: "package", before: "webex_meetings", after: "webex_calling" }],
      }),
      ["it changed package from webex_meetings to webex_calling (Control Hub > Users > ann@acme.example)"],
    ],
    ["a profile that was made: nothing", past("directory_entry", { roles: ["full_admin"] }), []],
  ])("%s", (_what, left, expected) => {
    expect(left).toEqual(expected);
  });
});
