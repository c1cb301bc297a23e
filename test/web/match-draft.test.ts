import { describe, expect, it } from "vitest";
import { draftOf, givenBy, inTwo, missingIn, sectionOf } from "../../src/web/app/screens/match-draft.ts";

const column = (name: string, isRequired = false, optionalWith?: string) => ({
  name,
  isRequired,
  description: { key: "x" } as never,
  example: "",
  isNumber: false,
  ...(optionalWith ? { optionalWith } : {}),
});

const header = ["Name", "Mail", "Street", "No", "DID", "Remark"];
const section = {
  headers: { Mail: "email", DID: ["phone_number", "caller_id"], Remark: "" },
  split: [{ header: "Name", into: ["first_name", "last_name"] }],
  join: [{ headers: ["Street", "No"], into: "address" }],
  constants: { customer: "?", location: "Head Office" },
  values: { package: { Basic: "webex_calling", Gold: "?" }, email: {} },
  prefix: { phone_number: "?" },
};

describe("what a person says of the columns of a file", () => {
  const draft = draftOf({ section, header });

  it("begins with what is known and proposed; what only a person knows is blank", () => {
    expect(draft.targets).toEqual({ Name: inTwo, Mail: "email", Remark: "" });
    expect(draft.constants).toEqual([
      { column: "customer", value: "" },
      { column: "location", value: "Head Office" },
    ]);
    expect([draft.values.package, draft.prefix]).toEqual([{ Basic: "webex_calling" }, {}]);
  });

  it("keeps what only a mapping file can change, as it is", () => {
    const { headers, join } = sectionOf(draft);
    expect(headers).toEqual({ Mail: "email", Remark: "", DID: ["phone_number", "caller_id"] });
    expect(join).toEqual(section.join);
  });

  it("becomes a section without what is not filled in, nor values of columns that nothing makes", () => {
    expect(sectionOf(draft)).toMatchObject({
      split: [{ header: "Name", at: " ", where: "first", into: ["first_name", "last_name"] }],
      constants: { location: "Head Office" },
    });
    expect(sectionOf(draft)).not.toHaveProperty("values");
    const packaged = { ...draft, constants: [{ column: "package", value: " Basic " }] };
    expect(sectionOf(packaged)).toMatchObject({
      constants: { package: "Basic" },
      values: { package: { Basic: "webex_calling" } },
    });
  });

  it("lacks each required column that nothing makes, unless another one stands for it", () => {
    const known = ["customer", "email", "first_name", "package"].map((name) => column(name, true));
    expect(missingIn(draft, [...known, column("name", true, "email")])).toEqual(["customer", "package"]);
    expect(givenBy(draft)).toEqual(expect.arrayContaining(["first_name", "last_name", "address", "caller_id"]));
  });
});
