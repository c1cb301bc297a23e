import { describe, expect, it, test } from "vitest";
import { rangesOf } from "../../src/model/number-ranges.ts";
import { checkWith, hintOf, problemsOf } from "./rows.ts";

const american = {
  address_line1: "1 Main St",
  city: "Cambridge",
  state: "MA",
  postal_code: "02139",
  country: "US",
  hq_phone_numbers: "",
  hq_main_number: "",
};

it("becomes a record with a head office at the billing address", () => {
  const billingAddress = { line1: "Damrak 1", city: "Amsterdam", state: "NH", postalCode: "1012 LG", country: "NL" };
  const { value, issues } = checkWith("customers", { hq_phone_numbers: "+31201234500-+31201234501" });
  expect(issues).toEqual([]);
  expect(value).toEqual({
    externalId: "CUST-001",
    name: "Visser Bouw",
    adminEmail: "it@visser.example.com",
    template: "Calling NL",
    provisioningId: undefined,
    packages: ["webex_calling", "webex_meetings"],
    packageLimits: { webex_calling: 50, webex_meetings: 10 },
    language: "nl_NL",
    orgId: undefined,
    billingAddress,
    supportedLocation: true,
    headOffice: {
      name: "Head Office",
      address: billingAddress,
      phoneNumbers: rangesOf(["+31201234500", "+31201234501"]),
      timezone: "Europe/Amsterdam",
      language: "nl_NL",
      pstn: "Simulated Carrier",
      mainNumber: "+31201234500",
    },
    meetingsTimezone: "Europe/Amsterdam",
    subPartnerAdminEmail: undefined,
  });
});

test.each([
  [{ external_id: "" }, ["error required external_id"]],
  [{ name: "" }, ["error required name"]],
  [{ admin_email: "" }, ["error required admin_email"]],
  [{ packages: "" }, ["error required packages"]],
  [{ supported_location: "" }, ["error required supported_location"]],
  [{ supported_location: "no" }, ["error location_not_supported supported_location"]],
  [{ template: "" }, ["error template_required template"]],
  [{ template: "Calling NL", provisioning_id: "Calling NL" }, ["error provisioning_id_is_name provisioning_id"]],
  [{ name: "100% Bakery" }, ["error percent_in_name name"]],
  [{ hq_timezone: "" }, ["error required hq_timezone"]],
  [{ hq_language: "" }, ["error required hq_language"]],
  [{ hq_timezone: "CET" }, ["error invalid_timezone hq_timezone"]],
  [
    { hq_emergency_location_identifier: "123" },
    ["warning emergency_location_identifier_unused hq_emergency_location_identifier"],
  ],
  [{ hq_main_number: "+31201234600" }, ["error main_number_not_listed hq_main_number"]],
  [{ hq_phone_numbers: "" }, ["warning main_number_unchecked hq_main_number"]],
  [
    { hq_phone_numbers: "+3225551234", hq_main_number: "+3225551234" },
    ["warning phone_country_mismatch hq_phone_numbers"],
  ],
  [{ sub_partner_admin_email: "sub" }, ["error invalid_email sub_partner_admin_email"]],
])("%j gives %j", (cells, problems) => {
  expect(problemsOf("customers", cells)).toEqual(problems);
});

describe("of an organization that exists", () => {
  const org = { org_id: "Y2lzY29zcGFyazovL3VzL09SR0FOSVpBVElPTi8x" };

  it("needs no name, administrator, template or verified location", () => {
    const checked = checkWith("customers", { ...org, name: "", admin_email: "", template: "", supported_location: "" });
    expect(checked.issues).toEqual([]);
    expect(checked.isComplete).toBe(true);
  });

  it("is refused when someone says that its location is not supported", () => {
    expect(problemsOf("customers", { ...org, supported_location: "nee" })).toEqual([
      "error location_not_supported supported_location",
    ]);
  });
});

describe("packages", () => {
  test.each([
    ["attendant_console", ["warning missing_dependency packages"]],
    ["webex_voice;attendant_console", []],
    ["webex_suite;attendant_console", []],
    ["webex_meetings;cisco_calling_plan", ["warning missing_dependency packages"]],
    ["webex_voice;cisco_calling_plan", ["warning calling_plan_by_hand packages"]],
    ["webex_voice;webex_voice", ["warning repeated_value packages"]],
    ["cx_voice_ports;webex_calling", []],
  ])("%s", (packages, problems) => {
    expect(
      problemsOf("customers", { packages, package_limits: "" }).filter((each) => each.endsWith(" packages")),
    ).toEqual(problems);
  });

  it("without calling make no head office", () => {
    const meetings = { packages: "webex_meetings", package_limits: "" };
    expect(problemsOf("customers", meetings)).toEqual(["warning head_office_not_created hq_name"]);
    const blank = {
      hq_name: "",
      hq_timezone: "",
      hq_language: "",
      hq_pstn: "",
      hq_phone_numbers: "",
      hq_main_number: "",
    };
    expect(problemsOf("customers", { ...meetings, ...blank })).toEqual([]);
  });
});

describe("the head office", () => {
  it("may have its own address, in the country of the billing address", () => {
    const own = { hq_address_line1: "Coolsingel 40", hq_city: "Rotterdam", hq_postal_code: "3011 AD" };
    expect(checkWith("customers", own)).toMatchObject({
      value: {
        headOffice: { address: { line1: "Coolsingel 40", city: "Rotterdam", postalCode: "3011 AD", country: "NL" } },
      },
      issues: [],
    });
  });

  it("never mixes two addresses", () => {
    expect(problemsOf("customers", { hq_city: "Rotterdam" })).toEqual([
      "error required hq_address_line1",
      "warning required hq_postal_code",
    ]);
    const checked = checkWith("customers", { hq_address_line1: "Coolsingel 40", hq_city: "Rotterdam" });
    expect(checked.value.headOffice?.address).toEqual({ line1: "Coolsingel 40", city: "Rotterdam", country: "NL" });
  });

  it("keeps its numbers to check others against when its address is wrong", () => {
    const checked = checkWith("customers", { country: "Atlantis", hq_phone_numbers: "+31201234500" });
    expect(checked.value.headOffice?.phoneNumbers).toEqual(rangesOf(["+31201234500"]));
  });
});

describe("postal codes and states", () => {
  test.each([
    [{ ...american, postal_code: "2139" }, ["error postal_code_lost_zero postal_code"], '"02139"'],
    [{ ...american, postal_code: "" }, ["error required postal_code"], "02139"],
    [{ ...american, postal_code: "ABC" }, ["error invalid_postal_code postal_code"], "02139"],
    [{ ...american, state: "" }, ["error required state"], "code"],
    [{ ...american, state: "Massachusetts" }, ["error state_not_a_code state"], '"MA"'],
    [{ ...american, state: "US-MA" }, ["error state_not_a_code state"], '"MA"'],
    [{ ...american, state: "ma" }, ["error state_not_a_code state"], '"MA"'],
    [{ ...american, state: "ZZ" }, ["error state_not_a_code state"], "letters"],
    [
      { ...american, country: "CA", state: "ON", postal_code: "12345" },
      ["error invalid_postal_code postal_code"],
      "K1A 0B1",
    ],
    [
      { ...american, country: "AU", state: "NT", postal_code: "800" },
      ["error postal_code_lost_zero postal_code"],
      '"0800"',
    ],
    [
      { ...american, country: "DE", state: "SN", postal_code: "1067" },
      ["error postal_code_lost_zero postal_code"],
      '"01067"',
    ],
    [
      { ...american, country: "FR", state: "", postal_code: "6000" },
      ["error postal_code_lost_zero postal_code"],
      '"06000"',
    ],
    [{ postal_code: "1012" }, ["warning invalid_postal_code postal_code"], "1012 AB"],
    [{ postal_code: "" }, ["warning required postal_code"], "1012 AB"],
    [{ state: "Noord-Holland" }, ["warning state_not_a_code state"], '"NH"'],
    [{ state: "NL-NH" }, ["warning state_not_a_code state"], '"NH"'],
  ])("%j", (cells, problems, hint) => {
    expect(problemsOf("customers", cells)).toEqual(problems);
    expect(hintOf("customers", cells)).toContain(hint);
  });

  test.each([
    american,
    { ...american, postal_code: "02139-1234" },
    { ...american, country: "CA", state: "ON", postal_code: "K1A0B1" },
    { ...american, country: "AU", state: "NSW", postal_code: "2000" },
    { ...american, country: "IE", state: "", postal_code: "D02 AF30" },
    { ...american, country: "HK", state: "", postal_code: "" },
    { state: "" },
  ])("%j is right", (cells) => {
    expect(problemsOf("customers", cells)).toEqual([]);
  });
});
