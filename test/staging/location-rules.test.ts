import { describe, expect, it } from "vitest";
import { rangesOf } from "../../src/model/number-ranges.ts";
import { customerOf, existingOf, locationOf, plan } from "../support/planned-customer.ts";
import { customers, stage } from "../support/staged-batch.ts";

const numbers = { phone_numbers: "+31201234500-+31201234509" };

describe("a location of a customer without calling", () => {
  const meetings = customers({ packages: "webex_meetings", hq_timezone: "", hq_language: "" });

  it("gets a warning for its numbers", async () => {
    const { found, issue } = await stage({ customers: meetings, locations: [{ customer: "C-0", ...numbers }] });
    expect(found).toEqual(["locations:2 calling_cell_unused"]);
    expect(issue("calling_cell_unused").column).toBe("phone_numbers");
  });

  it("gets none when it has no cell for calling, when the customer has calling, or when only Webex knows the customer", async () => {
    const { found } = await stage({
      customers: [...meetings, ...customers({}, { external_id: "C-1" }).slice(1)],
      locations: [{ customer: "C-0" }, { customer: "C-1", ...numbers }],
    });
    expect(found).toEqual([]);
    expect((await stage({ locations: [{ customer: "C-9", ...numbers }] })).found).toEqual([
      "locations:2 customer_will_be_looked_up",
    ]);
  });

  it("is made without telephones", () => {
    const rotterdam = locationOf("Rotterdam", {
      pstn: "Simulated Carrier",
      phoneNumbers: rangesOf(["+31101234500"]),
      mainNumber: "+31101234500",
    });
    const { doing } = plan({ customer: customerOf({ packages: ["webex_meetings"] }), locations: [rotterdam] });
    expect(doing).toContain("create location Rotterdam");
    expect(doing.filter((line) => /pstn|numbers|calling|settings/.test(line))).toEqual([]);
  });

  it("gets them anyway where the customer has calling at Webex", () => {
    const rotterdam = locationOf("Rotterdam", { phoneNumbers: rangesOf(["+31101234500"]) });
    const { doing } = plan({
      customer: customerOf({ packages: ["webex_meetings"] }),
      locations: [rotterdam],
      existing: existingOf(),
    });
    expect(doing).toContain("create numbers Rotterdam +31101234500");
  });
});
