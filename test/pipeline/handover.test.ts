/** What a handover tells of customers, locations and users that are not, or not wholly, as their rows want them. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { handover } from "../../src/index.ts";
import { runContext } from "../../src/run/context.ts";
import { type Operator, operator } from "../support/operator.ts";

async function handOver({ folder, stateFolder }: Operator, runId: string) {
  const written = await handover({ runId, outFolder: join(folder, "out") }, runContext({ stateFolder }));
  const pages = await Promise.all(
    written.customers.map(async ({ page, csv }) =>
      [await readFile(page, "utf8"), await readFile(csv, "utf8")].join("\n"),
    ),
  );
  return { ...written, pages: pages.map((text) => text.replaceAll("<wbr>", "").replaceAll("\u00a0", " ")) };
}

const calling = {
  hq_pstn: "Simulated Carrier",
  hq_phone_numbers: "+31201234500-+31201234504",
  hq_main_number: "+31201234500",
};

describe("a handover", () => {
  it("says of a customer under review that it is not ready, and hands over none that failed", async () => {
    const at = await operator();
    const customers = [{ admin_email: "a+rpl@c1.example.com" }, { admin_email: "a+error@c2.example.com" }, {}];
    const users = [
      { email: "ann@example.com", first_name: "Ann", last_name: "Visser" },
      { email: "eve@example.com", customer: "C2" },
      { email: "cas@example.com", customer: "C3" },
    ];
    const { runId } = await at.apply({ templates: [{}], customers, users });
    const { customers: handed, notHandedOver, pages } = await handOver(at, runId);
    expect(handed).toMatchObject([
      { customer: "C1", state: "pending", users: 0, tasks: 2 },
      { customer: "C3", state: "ready", users: 1, tasks: 0 },
    ]);
    expect(notHandedOver).toEqual([{ customer: "C2", reason: "not_set_up" }]);
    expect(pages[0]).toContain("Webex reviews the new customer before it sets anything up.");
    expect(pages[0]).toContain("Set up the users Ann Visser.");
    expect(pages[0]).not.toContain("<td>ann@example.com</td>");
    expect(pages[0]).toContain('<strong>Head Office</strong><span class="mark">not ready yet</span>');
  });

  it("lists no package that failed, and no user who needs it", async () => {
    const at = await operator();
    const users = [
      { email: "ann@example.com" },
      {
        email: "bob@example.com",
        package: "webex_meetings",
        location: "",
        extension: "",
        first_name: "Bob",
        last_name: "Bakker",
      },
    ];
    const { runId } = await at.apply({
      templates: [{}],
      customers: [{ admin_email: "a+partial@c1.example.com" }],
      users,
    });
    const { customers, pages } = await handOver(at, runId);
    expect(customers).toMatchObject([{ customer: "C1", state: "partly", users: 1 }]);
    expect(pages[0]).toContain("Packages that Webex has not set up yet: Webex Meetings.");
    expect(pages[0]).toContain("Set up the users Bob Bakker.");
    expect(pages[0]).not.toContain("<td>Webex Meetings</td>");
  });

  it("lists numbers that were refused as still to be added, and no main number that is not set", async () => {
    const at = await operator();
    await at.webex.turnKnobs({ faults: ["POST /telephony/config/locations/{locationId}/numbers=400:1x"] });
    const { runId } = await at.apply({ templates: [{}], customers: [calling], users: [{ email: "ann@example.com" }] });
    const { customers, pages } = await handOver(at, runId);
    expect(customers).toMatchObject([{ state: "partly", users: 1, locations: 1 }]);
    expect(pages[0]).toContain("Add the numbers +31 20 123 4500 – 4504 to Head Office.");
    expect(pages[0]).toContain('<span class="mark">could not be added</span>');
    expect(pages[0]).toContain("<b>0</b><span>phone numbers</span>");
    expect(pages[0]).toContain('<td><span class="number">–</span></td>');
    expect(pages[0]).not.toContain("in service,");
  });

  it("lists no role that was not given", async () => {
    const at = await operator();
    await at.webex.turnKnobs({ faults: ["PATCH /identity/scim/{orgId}/v2/Users/{userId}=400:1x"] });
    const user = { email: "ann@example.com", first_name: "Ann", last_name: "Visser", roles: "user_admin" };
    const { runId, rows } = await at.apply({ templates: [{}], customers: [{}], users: [user] });
    expect(rows.at(-1)).toContain("users.csv:2 create failed");
    const { pages } = await handOver(at, runId);
    expect(pages[0]).not.toContain("user administrator");
    expect(pages[0]).toContain('Ann Visser<span class="mark">partly ready</span>');
    expect(pages[0]).toContain("Ann Visser: name, role and directory details still to be finished.");
  });

  it("lists what stays as it was where its change failed", async () => {
    const at = await operator();
    const user = { email: "ann@example.com", first_name: "Ann", last_name: "Visser", extension: "4001" };
    await at.apply({ templates: [{}], customers: [{}], users: [user] });
    await at.webex.turnKnobs({ faults: ["PUT /people/{personId}=400"] });
    const { runId, rows } = await at.apply({ users: [{ ...user, extension: "4002" }] });
    expect(rows).toEqual([expect.stringContaining("users.csv:2 update failed")]);
    const { pages } = await handOver(at, runId);
    expect(pages[0]).toContain('<span class="number">4001</span>');
    expect(pages[0]).not.toContain("4002");
    expect(pages[0]).toContain("Ann Visser: number and extension still to be finished.");
  });

  it("says that numbers and mails are there once a later night has seen to them", async () => {
    const at = await operator();
    at.travelTo("2026-11-22T12:00:00Z");
    const customer = { ...calling, hq_activate_on: "2026-11-25", welcome_on: "2026-11-25" };
    const { runId } = await at.apply({
      templates: [{ invite_emails: "yes" }],
      customers: [customer],
      users: [{ email: "ann@example.com" }],
    });
    expect((await handOver(at, runId)).pages[0]).toContain("in service from 25 November 2026");
    at.travelTo("2026-11-25T12:00:00Z");
    await at.goLive();
    const { customers, pages } = await handOver(at, runId);
    expect(customers).toMatchObject([{ tasks: 0, numbers: 5 }]);
    expect(pages[0]).not.toContain("in service from");
    expect(pages[0]).toContain("Open the activation e-mail from Webex, follow its link and choose a password.");
  });
});
