/** Mapping files: what is wrong with one is told with its place and what to write, all of it at once. */
import { describe, expect, it } from "vitest";
import { sayUserError, UserError } from "../../src/model/user-error.ts";
import { parseMapping } from "../../src/sheets/mapping/mapping-file.ts";

function refusal(content: unknown, language: "en" | "nl" = "en"): string {
  try {
    parseMapping(typeof content === "string" ? content : JSON.stringify(content), "crm.json");
  } catch (error) {
    if (error instanceof UserError) return sayUserError(error, language);
    throw error;
  }
  throw new Error("the mapping was taken");
}

describe("a mapping", () => {
  it("may say all that there is to say", () => {
    const { sections } = parseMapping(
      JSON.stringify({
        $schema: "mapping.schema.json",
        version: 1,
        customers: { headers: { "Account ID": "external_id", Notes: "", Name: ["name", "hq_name"] } },
        users: [
          { files: ["a.csv", "b*.csv"], split: [{ header: "Name", at: ",", where: "last", into: ["last_name", ""] }] },
          { files: "c.xlsx[Export]", prefix: { phone_number: "+3120" } },
        ],
      }),
      "crm.json",
    );
    expect(sections.map(({ path }) => path)).toEqual(["customers", "users[0]", "users[1]"]);
    expect(sections[0]?.section.headers).toEqual({
      "Account ID": ["external_id"],
      Notes: [],
      Name: ["name", "hq_name"],
    });
  });

  it.each([
    [
      "a sheet that there is not",
      { user: { headers: {} } },
      'user: "user" is not a key of a mapping. Did you mean users?',
    ],
    [
      "a word that there is not",
      { users: { header: {} } },
      'users.header: "header" is not a key of a mapping. Did you mean headers?',
    ],
    [
      "a word of a rule",
      { users: { split: [{ header: "Name", on: " ", into: ["first_name", "last_name"] }] } },
      'users.split[0].on: "on" is not a key of a mapping. Write header, at, where, or into.',
    ],
    [
      "a column that there is not",
      { users: { headers: { Toestel: "extention" } } },
      'users.headers.Toestel: "extention" is not a column of users. Did you mean extension?',
    ],
    [
      "another name of a column",
      { users: { headers: { Mail: "E-mailadres" } } },
      'users.headers.Mail: "E-mailadres" is not a column of users. Did you mean email?',
    ],
    [
      "a column that is like no other",
      { users: { constants: { shoe_size_of_dog: "41" } } },
      'users.constants.shoe_size_of_dog: "shoe_size_of_dog" is not a column of users. Its columns: wholesale-import schema users.',
    ],
    [
      "a column that gets two values",
      { users: { headers: { "E-mail": "email" }, constants: { email: "a@b.example.com" } } },
      'users.constants.email: email gets its value from users.headers["E-mail"] already.',
    ],
    [
      "a value that the column does not take",
      { users: { values: { package: { "Unity Basic": "webex_calng" } } } },
      'users.values.package["Unity Basic"]: There is no package "webex_calng". Did you mean webex_calling?',
    ],
    [
      "a constant that the column does not take",
      { customers: { constants: { country: "Hollland" } } },
      "customers.constants.country: ",
    ],
    [
      "a prefix of another column",
      { users: { prefix: { extension: "+31" } } },
      'users.prefix.extension: "extension" is not a phone number column. Write phone_number or caller_id.',
    ],
    ["a prefix that is none", { users: { prefix: { phone_number: "0031" } } }, "users.prefix.phone_number: "],
    ["a split into one", { users: { split: [{ header: "Name", into: ["first_name"] }] } }, "users.split[0].into: "],
    [
      "a number for a text",
      { users: { constants: { department: 7 } } },
      "users.constants.department: 7 does not fit here.",
    ],
    [
      "a section that is a text",
      { users: "headers" },
      'users: "headers" does not fit here. Write an object, or a list of them',
    ],
    ["no section", {}, "It has no section. Write one of templates, profiles, customers, locations, or users."],
    ["a list", [], "A mapping is an object with a section for each sheet"],
    [
      "another version",
      { version: 2, users: {} },
      "version: 2 is not a known version of mappings. Write 1, or leave it out.",
    ],
  ])("is refused with %s", (_what, content, told) => {
    expect(refusal(content)).toContain("crm.json cannot be used as a mapping: 1 mistake. ");
    expect(refusal(content)).toContain(told);
  });

  it("is refused with all that is wrong, and what is left out of the message is counted", () => {
    const headers = Object.fromEntries(Array.from({ length: 14 }, (_, index) => [`H${index}`, `none_${index}`]));
    expect(refusal({ users: { headers }, customers: { headers: { A: "nam" } } })).toMatch(
      /15 mistakes\. users\.headers\.H0: .*users\.headers\.H9: .* And 5 more\./,
    );
  });

  it("is refused with the line where it is no JSON", () => {
    expect(refusal('{\n "users": {\n  "headers": {},\n }\n}')).toMatch(/^crm\.json is not JSON \(line 4\): /);
    expect(refusal('{\n "users": {\n  "headers": {},\n }\n}', "nl")).toMatch(/^crm\.json is geen JSON \(regel 4\): /);
    expect(refusal("")).toMatch(/^crm\.json is not JSON/);
  });

  it("may begin with a byte order mark", () => {
    expect(parseMapping('\ufeff{"users":{"headers":{"E-mail":"email"}}}', "crm.json").sections).toHaveLength(1);
  });
});
