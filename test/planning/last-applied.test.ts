import { describe, expect, it } from "vitest";
import { withEarlier } from "../../src/planning/last-applied.ts";

describe("what is remembered of a row", () => {
  it("is the value of the row, or its earlier value if the cell is blank now", () => {
    const earlier = { externalId: "C1", adminEmail: "a@c1.example.com", packageLimits: { webex_calling: 50 } };
    const now = { externalId: "C1", adminEmail: undefined, name: "New", packageLimits: { webex_meetings: 10 } };
    expect(withEarlier(now, earlier)).toEqual({
      externalId: "C1",
      adminEmail: "a@c1.example.com",
      name: "New",
      packageLimits: { webex_calling: 50, webex_meetings: 10 },
    });
  });

  it("keeps the name of a head office that the row only assumes", () => {
    const earlier = { headOffice: { name: "Centrum", phoneNumbers: ["+31201234500"] } };
    const now = { headOffice: { name: "Head Office", assumed: ["name"], phoneNumbers: [] } };
    expect(withEarlier(now, earlier)).toEqual({
      headOffice: { name: "Centrum", assumed: ["name"], phoneNumbers: [] },
    });
  });

  it("is the row alone when nothing was remembered", () => {
    expect(withEarlier({ name: "Ann" }, undefined)).toEqual({ name: "Ann" });
  });
});
