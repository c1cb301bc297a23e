import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { numbersOf } from "../../src/model/number-ranges.ts";
import { sheetNames } from "../../src/model/sheet.ts";
import { type Cells, checkWith, hintOf, namesOf, problemsOf } from "./rows.ts";

const nbsp = "\u00a0";

describe("the example row of each sheet", () => {
  test.each(sheetNames)("of %s is right", (sheet) => {
    expect(checkWith(sheet, {}).issues).toEqual([]);
  });
});

describe("what spreadsheets do to phone numbers", () => {
  test.each([
    ["31201234567", "phone_lost_plus", "+31201234567"],
    ["31 20 123 4567", "phone_lost_plus", "+31201234567"],
    ["31.201.234.567", "phone_lost_plus", "+31201234567"],
    ["31201234567,00", "phone_lost_plus", "+31201234567"],
    ["3.1201234567E+10", "scientific_notation", "+31201234567"],
    ["3,1201234567e10", "scientific_notation", "+31201234567"],
    ["3.12E+10", "scientific_notation", "digits are lost"],
    ["1-12-2025", "date_in_cell", "from its source"],
    [`+31${nbsp}201234567`, "non_breaking_space", "+31201234567"],
    ["\u200b+31201234567", "invisible_character", "+31201234567"],
    ["#N/A", "formula_error", "value itself"],
    ["########", "formula_error", "value itself"],
    ["+31 20 123 4567", "phone_not_e164", "+31201234567"],
    ["+31 (0)20 123-4567", "phone_not_e164", "+31201234567"],
    ["+310201234567", "phone_unlikely", "+31201234567"],
    ["0031201234567", "phone_not_e164", "+31201234567"],
    ["tel:+31201234567", "phone_not_e164", "+31201234567"],
    ["'+31201234567", "wrapping_removed", "+31201234567"],
    ['="+31201234567"', "wrapping_removed", "+31201234567"],
    ["020 123 45 67", "phone_not_e164", "country code"],
    ["+0201234567", "phone_not_e164", "+31201234567"],
    ["+31", "phone_not_e164", "+31201234567"],
    ["3225551234", "phone_not_e164", 'If these digits begin with the country code, write "+3225551234"'],
    ["ask reception", "phone_not_e164", "+31201234567"],
  ])("%j is %s", (written, code, hint) => {
    const [issue] = checkWith("users", { phone_number: written }).issues;
    expect(issue).toMatchObject({ code, column: "phone_number", value: written });
    expect(issue?.hint).toContain(hint);
  });

  it("is repaired with the country of the row, where the row has one", () => {
    const hint = (sheet: "customers" | "locations", cells: Cells) =>
      checkWith(sheet, cells).issues.find(({ code }) => code === "phone_not_e164")?.hint;
    expect(hint("locations", { phone_numbers: "010 417 01 00" })).toBe('Write "+31104170100".');
    expect(hint("customers", { hq_main_number: "020-1234500" })).toBe('Write "+31201234500".');
    expect(hint("customers", { hq_main_number: "02 555 12 34", hq_country: "BE" })).toBe('Write "+3225551234".');
    expect(hint("customers", { hq_main_number: "020-1234500", country: "Atlantis" })).toContain("country code");
  });

  it("does not give a value to a number that it would have to guess", () => {
    expect(checkWith("users", { phone_number: "31201234567" }).value.phoneNumber).toBeUndefined();
  });

  it("only warns of a number that no numbering plan has", () => {
    expect(problemsOf("users", { phone_number: "+31999999999999" })).toEqual(["warning phone_unlikely phone_number"]);
    expect(checkWith("users", { phone_number: "+31999999999999" }).value.phoneNumber).toBe("+31999999999999");
  });

  test.each(["+31201234567", "+14155552671", "+442079460000", "+4930123456", "+3225551234"])(
    "%s is right",
    (number) => {
      expect(problemsOf("users", { phone_number: number })).toEqual([]);
    },
  );
});

describe("lists and ranges of phone numbers", () => {
  const read = (phone_numbers: string) =>
    numbersOf(checkWith("locations", { phone_numbers, main_number: "" }).value.phoneNumbers ?? []);

  it("expands ranges in the order of the cell", () => {
    expect(read("+31104170102; +31104170100-+31104170101")).toEqual(["+31104170102", "+31104170100", "+31104170101"]);
  });

  it("keeps the valid numbers next to an invalid one", () => {
    expect(read("+31104170102;0104170103")).toEqual(["+31104170102"]);
  });

  test.each([
    ["+31104170100-49", "invalid_number_range", "+31104170100-+31104170149"],
    ["+31104170100\u2013+31104170149", "invalid_number_range", "+31104170100-+31104170149"],
    ["31104170100-31104170149", "phone_lost_plus", "+31104170100-+31104170149"],
    ["+31104170149-+31104170100", "invalid_number_range", "+31104170100-+31104170149"],
    ["+31104170100-+311041701499", "invalid_number_range", "same length"],
    ["0104170100-0104170149", "invalid_number_range", "+31104170100-+31104170149"],
    ["0004170100-0004170149", "invalid_number_range", "+31201234500-+31201234549"],
    ["+31104100000-+31104199999", "number_range_too_large", "last number"],
    ["+31104170100,+31104170101", "wrong_list_separator", "+31104170100;+31104170101"],
    ["31,104,170,100", "phone_lost_plus", 'Write "+31104170100"'],
    ["3,12E+10", "scientific_notation", "digits are lost"],
    ["+31104170100;3,1104170101E+10", "scientific_notation", 'Write "+31104170101"'],
  ])("%j is %s", (written, code, hint) => {
    const issues = checkWith("locations", { phone_numbers: written, main_number: "" }).issues;
    expect(namesOf(issues)).toContain(`error ${code} phone_numbers`);
    expect(issues.map((issue) => issue.hint).join()).toContain(hint);
  });

  it("limits a cell to 10 000 numbers, also in several ranges", () => {
    expect(read("+31104100000-+31104109999")).toHaveLength(10_000);
    expect(
      problemsOf("locations", {
        phone_numbers: "+31104100000-+31104107999;+31104110000-+31104117999",
        main_number: "",
      }),
    ).toEqual(["error number_range_too_large phone_numbers"]);
  });

  it.each([
    [90, "number_range_too_large"],
    [1_260, "list_too_long"],
  ])("refuses %i ranges of 10 000 numbers in a line, and writes none of them out", (count, code) => {
    const written = "+31104100000-+31104109999;".repeat(count);
    expect(problemsOf("locations", { phone_numbers: written, main_number: "" })).toEqual([
      `error ${code} phone_numbers`,
    ]);
  });

  it("warns of a number that occurs twice, and keeps it once", () => {
    const written = "+31104170100-+31104170102;+31104170101";
    expect(problemsOf("locations", { phone_numbers: written, main_number: "" })).toEqual([
      "warning repeated_value phone_numbers",
    ]);
    expect(read(written)).toHaveLength(3);
  });
});

describe("extensions", () => {
  test.each([
    ["1-dec", "date_in_cell", "format the column as text"],
    ["dec-01", "date_in_cell", "format the column as text"],
    ["1 mrt", "date_in_cell", "format the column as text"],
    ["01/12/2025", "date_in_cell", "format the column as text"],
    ["2025-12-01 00:00:00", "date_in_cell", "format the column as text"],
    ["1.2E+5", "scientific_notation", "from its source"],
    ["4015.0", "invalid_extension", '"4015"'],
    ["4.015", "invalid_extension", '"4015"'],
    ["ext. 4015", "invalid_extension", '"4015"'],
    ["40-15", "invalid_extension", '"4015"'],
    ["7", "extension_lost_zero", "007"],
    ["112", "emergency_extension", "another"],
    ["911", "emergency_extension", "another"],
    ["933", "emergency_extension", "another"],
    ["999", "emergency_extension", "another"],
    ["000", "emergency_extension", "another"],
    ["+31201234567", "invalid_extension", "phone_number"],
    ["12345678901", "invalid_extension", "phone_number"],
    ["reception", "invalid_extension", "4015"],
  ])("%j is %s", (written, code, hint) => {
    const [issue, ...others] = checkWith("users", { extension: written }).issues;
    expect(issue).toMatchObject({ code, severity: "error" });
    expect(issue?.hint).toContain(hint);
    expect(others).toEqual([]);
  });

  test.each(["00", "0042", "4015", "1234567890", "110", "113"])("%s is right, zeros and all", (written) => {
    expect(problemsOf("users", { extension: written })).toEqual([]);
    expect(checkWith("users", { extension: written }).value.extension).toBe(written);
  });
});

describe("email addresses", () => {
  test.each([
    ["аnn@example.com", "email_look_alike", '"ann@example.com"'],
    ["ann@exampIe.cοm", "email_look_alike", '"ann@exampie.com"'],
    ["ａnn@example.com", "email_look_alike", '"ann@example.com"'],
    [`ann${nbsp}@example.com`, "non_breaking_space", '"ann@example.com"'],
    ["o\u2019brien@example.com", "smart_quotes", `"o'brien@example.com"`],
    ["ann@example", "invalid_email", "ann@example.com"],
    ["ann@@example.com", "invalid_email", "one address"],
    ["ann@example.com;bob@example.com", "invalid_email", "one address"],
    ["Ann <ann@example.com>", "invalid_email", '"ann@example.com"'],
    ["mailto:ann@example.com", "invalid_email", '"ann@example.com"'],
    ["ann@example,com", "invalid_email", '"ann@example.com"'],
    ["ann@example..com", "invalid_email", '"ann@example.com"'],
    ["ann@example.com.", "invalid_email", '"ann@example.com"'],
    ["ann @ example.com", "invalid_email", '"ann@example.com"'],
    ["ann(at)example.com", "invalid_email", '"ann@example.com"'],
    [".ann@example.com", "invalid_email", "ann@example.com"],
    [`${"a".repeat(65)}@example.com`, "invalid_email", "ann@example.com"],
  ])("%j is %s", (written, code, hint) => {
    const [issue, ...others] = checkWith("users", { email: written }).issues;
    expect(issue).toMatchObject({ code, severity: "error" });
    expect(issue?.hint).toContain(hint);
    expect(others).toEqual([]);
  });

  it("is read in lower case", () => {
    expect(checkWith("users", { email: " Ann.O'Brien+X@Example.COM " }).value.email).toBe("ann.o'brien+x@example.com");
  });

  it("only warns of accents", () => {
    expect(problemsOf("users", { email: "andré@example.com" })).toEqual(["warning email_not_ascii email"]);
  });

  it("requires a mailbox for the first administrator only", () => {
    expect(problemsOf("customers", { admin_email: "noreply@example.com" })).toEqual([
      "warning admin_email_not_mailbox admin_email",
    ]);
    expect(problemsOf("customers", { admin_email: "it@acme.local" })).toEqual([
      "warning admin_email_not_mailbox admin_email",
    ]);
    expect(problemsOf("users", { email: "noreply@example.com" })).toEqual([]);
  });
});

describe("places", () => {
  test.each([
    ["UK", '"GB"'],
    ["Niederlande", '"NL"'],
    ["Deutschland", '"DE"'],
    ["Royaume-Uni", '"GB"'],
    ["NLD", '"NL"'],
    ["XX", "two letters"],
    ["EU", "two letters"],
  ])("the country %j is wrong", (written, hint) => {
    const [issue] = checkWith("locations", { country: written }).issues;
    expect(issue).toMatchObject({ code: "invalid_country", severity: "error" });
    expect(issue?.hint).toContain(hint);
  });

  it("reads a country in any case", () => {
    expect(checkWith("locations", { country: "nl" }).value.address?.country).toBe("NL");
  });

  test.each([
    ["CET", "Europe/Amsterdam"],
    ["PST", "America/Los_Angeles"],
    ["GMT+1", "Write it like"],
    ["Amsterdam", "Europe/Amsterdam"],
    ["Europe/Amsterdm", "Europe/Amsterdam"],
    ["W. Europe Standard Time", "Europe/Amsterdam"],
    ["(UTC+01:00) Amsterdam", "Europe/Amsterdam"],
    ["Europe/Nowhere", ""],
    ["+01:00", ""],
  ])("the time zone %j is wrong", (written, hint) => {
    const [issue] = checkWith("locations", { timezone: written }).issues;
    expect(issue).toMatchObject({ code: "invalid_timezone", severity: "error" });
    expect(issue?.hint).toContain(hint);
  });

  test.each([
    ["Europe/Amsterdam", "Europe/Amsterdam"],
    ["europe/amsterdam", "Europe/Amsterdam"],
    ["Asia/Kolkata", "Asia/Kolkata"],
    ["Europe/Kyiv", "Europe/Kyiv"],
    ["US/Pacific", "US/Pacific"],
  ])("the time zone %s is right", (written, value) => {
    expect(checkWith("locations", { timezone: written })).toMatchObject({ value: { timezone: value }, issues: [] });
  });

  it("warns about a time zone without a city", () => {
    expect(problemsOf("locations", { timezone: "Etc/GMT-1" })).toEqual(["warning unusual_timezone timezone"]);
  });

  test.each([
    ["nl-NL", "nl_NL"],
    ["EN_us", "en_US"],
    ["NL", "nl"],
  ])("the language %s is read as %s", (written, value) => {
    expect(checkWith("locations", { language: written })).toMatchObject({ value: { language: value }, issues: [] });
  });

  it("refuses the name of a language, and warns of one that it does not know", () => {
    expect(problemsOf("locations", { language: "Nederlands" })).toEqual(["error invalid_locale language"]);
    expect(hintOf("locations", { language: "Nederlands" })).toBe("Did you mean nl_NL?");
    expect(problemsOf("locations", { language: "nl_XX" })).toEqual(["warning unknown_locale language"]);
    expect(problemsOf("locations", { language: "qq" })).toEqual(["warning unknown_locale language"]);
  });
});

describe("words of a few kinds", () => {
  test.each(["yes", "YES", "true", "TRUE", "1", "x", "X", "ja", "Ja"])("%s is yes", (written) => {
    expect(checkWith("templates", { invite_emails: written }).value.inviteEmails).toBe(true);
  });

  test.each(["no", "false", "0", "nee", "NEE"])("%s is no", (written) => {
    expect(checkWith("templates", { invite_emails: written }).value.inviteEmails).toBe(false);
  });

  it("accepts no other word for yes or no, and suggests the one that was meant", () => {
    expect(problemsOf("templates", { invite_emails: "WAAR" })).toEqual(["error invalid_yes_no invite_emails"]);
    expect(hintOf("templates", { invite_emails: "WAAR" })).toBe('Write "yes".');
    expect(hintOf("templates", { invite_emails: "perhaps" })).toBe("Write yes or no.");
  });

  it("reads packages by code and by the name that Partner Hub shows", () => {
    const packages = "Webex Calling; WEBEX_MEETINGS ;Customer Experience Essentials;;";
    expect(checkWith("customers", { packages, package_limits: "" }).value.packages).toEqual([
      "webex_calling",
      "webex_meetings",
      "cx_essentials",
    ]);
  });

  it("finds the package that was meant", () => {
    expect(problemsOf("customers", { packages: "webex_caling", package_limits: "" })).toContain(
      "error unknown_package packages",
    );
    expect(hintOf("customers", { packages: "webex_caling", package_limits: "" })).toBe("Did you mean webex_calling?");
  });

  it("says nothing of limits where not every package was understood", () => {
    const problems = problemsOf("customers", { packages: "webex_caling", package_limits: "webex_calling=5" });
    expect(problems).toEqual(["error unknown_package packages"]);
  });

  it("asks for semicolons", () => {
    expect(problemsOf("customers", { packages: "webex_calling, webex_suite", package_limits: "" })).toEqual([
      "error wrong_list_separator packages",
    ]);
    expect(hintOf("customers", { packages: "webex_calling, webex_suite", package_limits: "" })).toBe(
      'Write "webex_calling;webex_suite".',
    );
  });

  test.each([
    ["webex_calling=50;webex_meetings=0", [], { webex_calling: 50, webex_meetings: 0 }],
    ["Webex Calling = 50", [], { webex_calling: 50 }],
    ["webex_calling:50", ["error invalid_setting package_limits"], {}],
    ["webex_calling=5;webex_calling=6", ["error invalid_setting package_limits"], { webex_calling: 5 }],
    ["webex_calling=many;webex_meetings=5", ["error invalid_limit package_limits"], { webex_meetings: 5 }],
    ["webex_calling=-1", ["error invalid_limit package_limits"], {}],
    ["webex_calling=1,5", ["error invalid_limit package_limits"], {}],
    ["cisco_calling_plan=5", ["error limit_not_offered package_limits"], {}],
    ["webex_suite=5", ["warning limit_without_package package_limits"], { webex_suite: 5 }],
  ])("the limits %j", (package_limits, problems, value) => {
    const checked = checkWith("customers", { package_limits });
    expect(namesOf(checked.issues)).toEqual(problems);
    expect(checked.value.packageLimits).toEqual(value);
  });

  it("reads settings, and keeps everything behind the first =", () => {
    expect(
      checkWith("templates", { settings: "join = browser; link=https://example.com/?a=b" }).value.settings,
    ).toEqual({
      join: "browser",
      link: "https://example.com/?a=b",
    });
    expect(problemsOf("templates", { settings: "join" })).toEqual(["error invalid_setting settings"]);
  });
});

describe("free text", () => {
  it("keeps odd characters as written, and says so", () => {
    const checked = checkWith("users", { first_name: `Anne${nbsp}Marie`, last_name: "O\u2019Brien" });
    expect(checked.value).toMatchObject({ firstName: `Anne${nbsp}Marie`, lastName: "O\u2019Brien" });
    expect(namesOf(checked.issues)).toEqual([
      "warning non_breaking_space first_name",
      "warning smart_quotes last_name",
    ]);
    expect(checked.issues.map(({ hint }) => hint)).toEqual(['Write "Anne Marie".', `Write "O'Brien".`]);
  });

  it("is refused beyond the length that Webex takes", () => {
    expect(problemsOf("locations", { address_line1: "x".repeat(51) })).toEqual(["error text_too_long address_line1"]);
    expect(problemsOf("locations", { name: "x".repeat(81) })).toEqual(["error text_too_long name"]);
    expect(problemsOf("customers", { hq_name: "x".repeat(81) })).toEqual(["error text_too_long hq_name"]);
    expect(problemsOf("customers", { name: "x".repeat(257) })).toEqual(["error text_too_long name"]);
  });

  it("stays unchanged except for surrounding spaces, whatever its problems", () => {
    const name = fc
      .string({ minLength: 1, maxLength: 80, unit: "grapheme" })
      .filter((text) => !/^\s*['=#]|:|[^\P{Cc}\t\r\n\v\f]|\p{Cs}|\ufffd/u.test(text));
    fc.assert(
      fc.property(name, (written) => {
        const trimmed = written.replace(/^[\s\u0085]+|[\s\u0085]+$/g, "");
        expect(checkWith("users", { first_name: ` ${written}\u3000` }).value.firstName ?? "").toBe(trimmed);
      }),
    );
  });
});

describe("every cell", () => {
  it("may have 32 KiB and no more", () => {
    expect(problemsOf("users", { roles: "", first_name: "x".repeat(33_000) })).toEqual([
      "error cell_too_large first_name",
    ]);
    expect(problemsOf("users", { first_name: "é".repeat(17_000) })).toEqual(["error cell_too_large first_name"]);
    expect(problemsOf("users", { first_name: "x".repeat(32_000) })).toEqual([]);
  });

  it("may contain any word, also one that JavaScript reserves", () => {
    for (const word of ["constructor", "__proto__", "toString", "hasOwnProperty"]) {
      const hints = [
        hintOf("templates", { invite_emails: word }),
        hintOf("locations", { country: word }),
        hintOf("locations", { timezone: word }),
        hintOf("locations", { language: word }),
        hintOf("locations", { state: word }),
        hintOf("users", { roles: word }),
        hintOf("users", { package: word }),
      ];
      expect(hints.join()).not.toMatch(/function|\[object|native/);
    }
  });

  it("is shown in part when it is long", () => {
    const [issue] = checkWith("users", { email: "a".repeat(20_000) }).issues;
    expect(issue).toMatchObject({ code: "text_too_long" });
    expect(JSON.stringify(issue).length).toBeLessThan(1000);
  });

  it("has no NUL", () => {
    expect(problemsOf("users", { first_name: "A\0nn" })).toEqual(["error nul_character first_name"]);
  });

  it("reports everything that is wrong with its row at once", () => {
    const wrong = {
      email: "ann",
      last_name: "",
      package: "webex",
      phone_number: "0201234567",
      extension: "1",
      roles: "boss",
    };
    expect(problemsOf("users", wrong)).toEqual([
      "error invalid_email email",
      "error required last_name",
      "error unknown_package package",
      "error phone_not_e164 phone_number",
      "error extension_lost_zero extension",
      "error unknown_role roles",
    ]);
  });
});
