import { describe, expect, it } from "vitest";
import { speak } from "../../src/model/words/text.ts";
import { operator } from "../support/operator.ts";

const route = "GET /telephony/config/announcementLanguages";
const templates = [{}];
const customers = [{}];

describe("a language in which Webex Calling has no announcements", () => {
  it("is refused at plan time, with what to do, before its customer is made", async () => {
    const { plan, webex } = await operator();
    const locations = [
      { name: "Bratislava", language: "sk_SK" },
      { name: "Luxembourg", language: "de_LU" },
      { name: "Kosice", language: "sk_SK", announcement_language: "cs_CZ" },
    ];
    const { plan: seen, exitCode } = await plan({ templates, customers, locations });
    const rows = speak(
      seen.rows.filter(({ at }) => at.file.startsWith("locations")),
      "en",
    );
    expect(rows.map(({ action }) => action)).toEqual(["refused", "refused", "create"]);
    expect(rows[0]).toMatchObject({
      reason: expect.stringContaining("no announcements in sk_sk"),
      hint: expect.stringMatching(/another language in announcement_language.*en_us/),
    });
    expect(rows[1]).toMatchObject({ hint: expect.stringMatching(/Write de_at, de_ch, or de_de/) });
    expect(exitCode).toBe(1);
    expect((await webex.stats()).requests[route]).toEqual({ 200: 1 });
    expect((await webex.stats()).writes).toBe(0);
  });

  it("fails its row alone in an apply, and the list is read once", async () => {
    const { apply, webex } = await operator();
    const locations = [{ name: "Bratislava", language: "sk_SK" }, { name: "Rotterdam" }];
    const { rows, exitCode } = await apply({ templates, customers: [{}, {}], locations });
    expect(rows).toContainEqual(
      expect.stringMatching(/^locations\.csv:2 create failed no_announcements in announcement_language/),
    );
    expect(rows).toContainEqual(expect.stringMatching(/^locations\.csv:3 create succeeded/));
    expect(exitCode).toBe(1);
    expect((await webex.stats()).requests[route]).toEqual({ 200: 1 });
  });

  it("is refused for a head office too, whose language is that of its announcements, and nothing of the customer is sent", async () => {
    const { apply, webex } = await operator();
    const { rows } = await apply({
      templates,
      customers: [{ hq_language: "sk_SK" }, { hq_language: "de_LU" }, {}],
      users: [{ customer: "C1" }, { customer: "C3" }],
    });
    expect(rows).toContainEqual(
      expect.stringMatching(/^customers\.csv:2 create failed no_announcements in hq_language/),
    );
    expect(rows).toContainEqual(expect.stringMatching(/^customers\.csv:3 .*no_announcements in hq_language/));
    expect((await webex.state()).customers?.map(({ externalId }) => externalId)).toEqual(["C3"]);
    expect((await webex.stats()).requests[route]).toEqual({ 200: 1 });
  });

  it("is refused when an existing customer gets calling, and with no other change", async () => {
    const { apply } = await operator();
    const without = { hq_language: "sk_SK", packages: "webex_meetings" };
    expect((await apply({ templates, customers: [without] })).exitCode).toBe(0);
    expect((await apply({ templates, customers: [{ ...without, city: "Utrecht" }] })).exitCode).toBe(0);
    const { rows } = await apply({
      templates,
      customers: [{ ...without, packages: "webex_meetings;webex_calling" }],
    });
    expect(rows).toContainEqual(
      expect.stringMatching(/^customers\.csv:2 update failed no_announcements in hq_language/),
    );
  });

  it("is not looked up when no head office or location is created or changed", async () => {
    const { apply, webex } = await operator();
    await apply({ templates, customers });
    await webex.forgetStats();
    await apply({ templates, customers, users: [{}] });
    expect((await webex.stats()).requests[route]).toBeUndefined();
  });

  it.each([403, 404])("is left to Webex where the list may not be read (%i)", async (status) => {
    const { apply, webex } = await operator();
    await webex.turnKnobs({ faults: [`${route}=${status}`] });
    const { exitCode } = await apply({ templates, customers, locations: [{ name: "Rotterdam" }] });
    expect(exitCode).toBe(0);
  });
});
