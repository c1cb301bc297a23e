import { describe, expect, it, test } from "vitest";
import { checkWith, problemsOf } from "./rows.ts";

it("becomes a record", () => {
  const checked = checkWith("users", { addons: "Attendant Console", roles: "full_admin; device_admin" });
  expect(checked.issues).toEqual([]);
  expect(checked.isComplete).toBe(true);
  expect(checked.value).toEqual({
    customer: "CUST-001",
    email: "ann.visser@example.com",
    firstName: "Ann",
    lastName: "Visser",
    package: "webex_calling",
    addons: ["attendant_console"],
    location: "Head Office",
    phoneNumber: "+31201234501",
    extension: "4501",
    roles: ["full_admin", "device_admin"],
  });
});

test.each([
  [{ customer: "" }, ["error required customer"]],
  [{ email: "" }, ["error required email"]],
  [{ first_name: "" }, ["error required first_name"]],
  [{ last_name: " \t" }, ["error required last_name"]],
  [{ package: "" }, ["error required package"]],
  [{ package: "common_area_calling" }, ["error package_not_for_users package"]],
  [{ package: "cisco_calling_plan" }, ["error package_not_for_users package"]],
  [{ package: "attendant_console" }, ["error one_base_package package"]],
  [{ package: "webex_calling;webex_meetings" }, ["error one_base_package package"]],
  [{ addons: "webex_meetings" }, ["error not_an_addon addons"]],
  [{ addons: "cisco_calling_plan" }, ["error package_not_for_users addons"]],
  [{ package: "webex_voice", addons: "attendant_console" }, []],
  [{ package: "webex_calling_standard", addons: "attendant_console" }, ["warning missing_dependency addons"]],
  [{ roles: "boss" }, ["error unknown_role roles"]],
  [{ roles: "location_admin" }, ["error role_not_assignable roles"]],
  [{ roles: "Site Admin;user_admin" }, ["error role_not_assignable roles"]],
])("%j gives %j", (cells, problems) => {
  expect(problemsOf("users", cells)).toEqual(problems);
});

describe("a calling package", () => {
  test.each([{ phone_number: "" }, { extension: "" }, { location: "" }])("is content with %j", (cells) => {
    expect(problemsOf("users", cells)).toEqual([]);
  });

  it("does not ask for a number where the one given is wrong", () => {
    expect(problemsOf("users", { phone_number: "0201234567", extension: "" })).toEqual([
      "error phone_not_e164 phone_number",
    ]);
  });
});

describe("a package without calling", () => {
  it("has no use for location, number and extension", () => {
    expect(problemsOf("users", { package: "webex_meetings" })).toEqual([
      "warning calling_cell_unused location",
      "warning calling_cell_unused phone_number",
      "warning calling_cell_unused extension",
    ]);
    expect(problemsOf("users", { package: "webex_meetings", location: "", phone_number: "", extension: "" })).toEqual(
      [],
    );
  });
});

it.each([
  ["Full administrator", "full_admin"],
  ["Volledige beheerder", "full_admin"],
  ["User and device administrator", "user_admin"],
  ["Gebruikers- en apparaatbeheerder", "user_admin"],
  ["Read-only administrator", "readonly_admin"],
  ["Device administrator", "device_admin"],
  ["id_user_admin", "user_admin"],
])("the role %j is %s", (roles, name) => {
  const checked = checkWith("users", { roles });
  expect(checked.issues).toEqual([]);
  expect(checked.value.roles).toEqual([name]);
});

it("is not complete without a value that is sent", () => {
  expect(checkWith("users", { email: "" }).isComplete).toBe(false);
});
