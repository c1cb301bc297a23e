import { expect, it, test } from "vitest";
import { rangesOf } from "../../src/model/number-ranges.ts";
import { checkWith, problemsOf } from "./rows.ts";

it("becomes a record", () => {
  const { value, issues } = checkWith("locations", { phone_numbers: "+31104170100", routing_prefix: "082" });
  expect(issues).toEqual([]);
  expect(value).toEqual({
    customer: "CUST-001",
    name: "Rotterdam",
    address: { line1: "Coolsingel 40", city: "Rotterdam", state: "ZH", postalCode: "3011 AD", country: "NL" },
    timezone: "Europe/Amsterdam",
    language: "nl_NL",
    announcementLanguage: undefined,
    pstn: "Simulated Carrier",
    phoneNumbers: rangesOf(["+31104170100"]),
    mainNumber: "+31104170100",
    routingPrefix: "082",
    emergencyLocationIdentifier: undefined,
  });
});

it("may announce in another language", () => {
  expect(checkWith("locations", { announcement_language: "en_GB" }).value.announcementLanguage).toBe("en_GB");
});

test.each([
  [{ customer: "" }, ["error required customer"]],
  [{ name: "" }, ["error required name"]],
  [{ address_line1: "" }, ["error required address_line1"]],
  [{ city: "" }, ["error required city"]],
  [{ country: "" }, ["error required country"]],
  [{ timezone: "" }, ["error required timezone"]],
  [{ language: "" }, ["error required language"]],
  [{ state: "" }, ["error required state"]],
  [{ postal_code: "" }, ["error required postal_code"]],
  [
    { country: "US", state: "", postal_code: "", phone_numbers: "", main_number: "" },
    ["error required state", "error required postal_code"],
  ],
  [{ routing_prefix: "12345678" }, ["error invalid_routing_prefix routing_prefix"]],
  [{ routing_prefix: "8-20" }, ["error invalid_routing_prefix routing_prefix"]],
  [
    { emergency_location_identifier: "7" },
    ["warning emergency_location_identifier_unused emergency_location_identifier"],
  ],
  [{ main_number: "+31104170199" }, ["error main_number_not_listed main_number"]],
  [{ phone_numbers: "" }, ["warning main_number_unchecked main_number"]],
  [{ phone_numbers: "+4930123456;+31104170100" }, ["warning phone_country_mismatch phone_numbers"]],
  [
    {
      country: "BE",
      state: "BRU",
      postal_code: "1000",
      phone_numbers: "",
      main_number: "",
      emergency_location_identifier: "7",
    },
    [],
  ],
])("%j gives %j", (cells, problems) => {
  expect(problemsOf("locations", cells)).toEqual(problems);
});
