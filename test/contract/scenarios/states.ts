/** Every state in which Webex leaves a customer, a location or a user, and every refusal: what the results say of each row, and the exit code. SHOW_ROWS=1 prints them. */
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { systemClock } from "../../../src/system-clock.ts";
import { findCustomer } from "../../../src/webex/resources/customer.wire.ts";
import { findLocation } from "../../../src/webex/resources/location.wire.ts";
import { listConnectionOptions } from "../../../src/webex/resources/pstn.wire.ts";
import { hurriedClock } from "../../support/hurried-clock.ts";
import { readErrors, readResults, runNamedBy } from "../../support/read-results.ts";
import { runHere } from "../../support/run-here.ts";
import { simulateWebex } from "../../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../../support/temporary-folder.ts";
import type { WireCheck } from "../../support/wire-check.ts";
import { type Batch, writeBatch } from "../../support/write-batch.ts";
import { clientOf, never, told } from "../../webex/support/client.ts";

/** `haste`: so many times as fast the clock of the program runs, where it waits for a minute. */
type Wishes = NonNullable<Parameters<typeof simulateWebex>[0]> & { readonly haste?: number };

const template: Batch = { templates: [{}] };
const carrier = "Simulated Carrier";

async function openOperator(wire: WireCheck, { haste = 1, ...simulator }: Wishes) {
  const clock = haste === 1 ? systemClock : hurriedClock(haste);
  const folder = await makeTemporaryFolder();
  const webex = await simulateWebex(simulator);
  const { baseUrl } = await wire.before(webex.origin);
  let batches = 0;

  /** Exit code, and a line per row: address, action, status, and what there is of code, column and blocked_by. */
  async function run(args: readonly string[]) {
    const ended = await runHere(args, folder, {}, clock);
    const path = runNamedBy(ended, join(folder, ".wholesale-import"));
    const results = await readResults(join(path, "results.csv"));
    const rows = results.map(({ file, row, action, status, error_code, column, blocked_by }) => {
      const reason = [error_code, column && `in ${column}`, blocked_by && `by ${blocked_by}`].filter(Boolean).join(" ");
      return `${file}:${row} ${action} ${status}${reason ? ` ${reason}` : ""}`;
    });
    if (process.env.SHOW_ROWS) console.log([`${args[0]} -> exit ${ended.code}`, ...rows].join("\n  "));
    return { ...ended, rows, results, errors: () => readErrors(join(path, "errors.csv")) };
  }

  return {
    webex,
    run,
    async apply(batch: Batch, ...args: readonly string[]) {
      batches += 1;
      const input = await writeBatch(folder, `batch-${batches}`, { ...template, ...batch });
      return run(["apply", input, "--base-url", baseUrl, ...args]);
    },
  };
}

type Run = Awaited<ReturnType<Awaited<ReturnType<typeof openOperator>>["run"]>>;

function rowAt({ results }: Run, address: string) {
  const found = results.find(({ file, row }) => `${file}:${row}` === address);
  if (!found) throw new Error(`no row ${address}`);
  return found;
}

/** The id under which the carrier is offered to a location. */
async function pstnOption(origin: string, location: string): Promise<string> {
  const { http } = clientOf(origin);
  onTestFinished(() => http.close());
  const customer = await told(findCustomer(http, "C1", never));
  const orgId = customer?.orgId ?? "";
  const place = await told(findLocation(http, { orgId, name: location }, never));
  const options = await told(listConnectionOptions(http, { orgId, locationId: place?.id ?? "" }, never));
  return options.find(({ displayName }) => displayName === carrier)?.id ?? "";
}

const oneOfEach: Batch = {
  customers: [{}],
  locations: [{}],
  users: [{}, { location: "Branch 1" }, { package: "webex_meetings", location: "", extension: "" }],
};

const allSucceeded = [
  "templates.csv:2 none unchanged",
  "customers.csv:2 create succeeded",
  "locations.csv:2 create succeeded",
  "users.csv:2 create succeeded",
  "users.csv:3 create succeeded",
  "users.csv:4 create succeeded",
];
const made = (rows: readonly string[]) => ["templates.csv:2 create succeeded", ...rows.slice(1)];

export function describeStates(wire: WireCheck): void {
  const operator = (wishes: Wishes = {}) => openOperator(wire, wishes);

  describe("a customer", () => {
    it("that is provisioned with errors goes on for the packages that work; a retry tries the others again", async () => {
      const { apply, run } = await operator();
      const customers = [{ admin_email: "admin+partial@c1.example.com", packages: "webex_meetings;webex_calling" }];
      const first = await apply({ ...oneOfEach, customers });
      expect(first.code).toBe(1);
      expect(first.rows).toEqual([
        "templates.csv:2 create succeeded",
        "customers.csv:2 create failed 2560 in packages",
        "locations.csv:2 create blocked blocked by customers.csv:2",
        "users.csv:2 create blocked blocked by customers.csv:2",
        "users.csv:3 create blocked blocked by customers.csv:2",
        "users.csv:4 create succeeded",
      ]);
      const customer = rowAt(first, "customers.csv:2");
      expect(customer.message).toContain("webex_calling was not provisioned");
      expect(customer.hint).toContain("status.webex.com");
      expect(customer.webex_id).not.toBe("");

      const retried = await run(["retry"]);
      expect(retried.code).toBe(0);
      expect(retried.rows).toEqual([
        "customers.csv:2 update succeeded",
        "locations.csv:2 create succeeded",
        "users.csv:2 create succeeded",
        "users.csv:3 create succeeded",
      ]);
    });

    it("that ends in error fails with Webex's reason, and its rows are blocked, those of others not", async () => {
      const { apply } = await operator();
      const customers = [{ admin_email: "admin+error@c1.example.com" }, {}];
      const ended = await apply({ ...oneOfEach, customers, users: [{}, { customer: "C2", extension: "4100" }] });
      expect(ended.code).toBe(1);
      expect(ended.rows).toEqual([
        "templates.csv:2 create succeeded",
        "customers.csv:2 create failed 99015",
        "customers.csv:3 create succeeded",
        "locations.csv:2 create blocked blocked by customers.csv:2",
        "users.csv:2 create blocked blocked by customers.csv:2",
        "users.csv:3 create succeeded",
      ]);
      const customer = rowAt(ended, "customers.csv:2");
      expect(customer.message).toContain("The customer could not be provisioned.");
      expect(customer.hint).toContain("Partner Hub");
      expect(customer.tracking_id).not.toBe("");
    });

    it("under compliance review is pending with all its rows, until a later resume settles it", async () => {
      const { apply, run, webex } = await operator();
      const first = await apply({ ...oneOfEach, customers: [{ admin_email: "admin+rpl@c1.example.com" }] });
      expect(first.code).toBe(3);
      const pending = [
        "templates.csv:2 create succeeded",
        "customers.csv:2 create pending pending_rpl_review",
        "locations.csv:2 create pending pending by customers.csv:2",
        "users.csv:2 create pending pending by customers.csv:2",
        "users.csv:3 create pending pending by customers.csv:2",
        "users.csv:4 create pending pending by customers.csv:2",
      ];
      expect(first.rows).toEqual(pending);
      expect(rowAt(first, "customers.csv:2").message).toContain("pending_rpl_review");
      expect(first.out).not.toContain("correct ");

      expect(await run(["resume"])).toMatchObject({ code: 3, rows: pending });
      await webex.act({ kind: "finish_customer", externalId: "C1", status: "provisioned" });
      expect(await run(["resume"])).toMatchObject({ code: 0, rows: made(allSucceeded) });
    });

    it("that Webex takes too long over is pending, until a later resume settles it", async () => {
      const { apply, run, webex } = await operator({ provisioningTimeMs: 3_600_000 });
      const first = await apply(oneOfEach, "--provisioning-timeout", "300ms");
      expect(first.code).toBe(3);
      expect(first.rows.slice(1, 3)).toEqual([
        "customers.csv:2 create pending pending",
        "locations.csv:2 create pending pending by customers.csv:2",
      ]);
      await webex.act({ kind: "finish_customer", externalId: "C1", status: "provisioned" });
      expect(await run(["resume"])).toMatchObject({ code: 0, rows: made(allSucceeded) });
    });

    it("has its organization read once, before anything else is asked of it", async () => {
      const { apply, webex } = await operator();
      expect((await apply(oneOfEach)).rows).toEqual(made(allSucceeded));
      const { requests } = await webex.stats();
      expect(requests["GET /organizations/{orgId}"]).toEqual({ "200": 1 });
      expect(Object.values(requests).filter((statuses) => "403" in statuses)).toEqual([]);
    });

    it("has its head office found by its name", async () => {
      const { apply, webex } = await operator();
      const customers = [{ hq_name: "Zwolle", hq_pstn: carrier, hq_phone_numbers: "+31381234100" }];
      const ended = await apply({ customers, users: [{ location: "zwolle", phone_number: "+31381234100" }] });
      expect(ended.code).toBe(0);
      const { locations = [] } = await webex.state();
      expect(locations.map(({ name }) => name)).toEqual(["Zwolle"]);
    });
  });

  describe("a user", () => {
    it("who must consent is pending, until a later resume settles it", async () => {
      const { apply, run, webex } = await operator();
      const users = [{ email: "ann+consent@example.com", roles: "user_admin" }, {}];
      const first = await apply({ customers: [{}], users });
      expect(first.code).toBe(3);
      expect(first.rows.slice(2)).toEqual([
        "users.csv:2 create pending pending_user_migration",
        "users.csv:3 create succeeded",
      ]);
      expect(rowAt(first, "users.csv:2")).toMatchObject({ http_status: "202", error_code: "pending_user_migration" });
      expect(rowAt(first, "users.csv:2").message).toContain("consent");

      expect((await run(["resume"])).code).toBe(3);
      await webex.act({ kind: "accept_consent", email: "ann+consent@example.com" });
      const settled = await run(["resume"]);
      expect(settled.code).toBe(0);
      expect(settled.rows.slice(2)).toEqual(["users.csv:2 create succeeded", "users.csv:3 create succeeded"]);
    });

    it("whose email belongs to another customer of ours is refused, and that customer is named", async () => {
      const { apply } = await operator();
      await apply({ customers: [{}], users: [{}] });
      const ended = await apply({
        customers: [{ external_id: "C2", name: "Other", admin_email: "admin@c2.example.com" }],
        users: [{ customer: "C2" }],
      });
      expect(ended.code).toBe(1);
      expect(ended.rows.at(-1)).toBe("users.csv:2 create failed 10022 in email");
      const { message, hint } = rowAt(ended, "users.csv:2");
      expect(message).toContain("is already a user of your customer C1");
      expect(hint).toContain("Remove the user from C1 first");
    });

    it("whose email belongs to no customer of ours is refused with the meaning of the code", async () => {
      const { webex, apply } = await operator();
      await webex.act({ kind: "add_organization", name: "Elsewhere", adminEmail: "ann@elsewhere.example.com" });
      const ended = await apply({ customers: [{}], users: [{ email: "ann@elsewhere.example.com" }] });
      expect(ended.code).toBe(1);
      expect(ended.rows.at(-1)).toBe("users.csv:2 create failed 10022");
      expect(rowAt(ended, "users.csv:2").hint).toContain("a Webex account belongs to one organization");
    });

    it("who is refused with an unknown code has Webex's whole message, with the tracking ID", async () => {
      const { apply } = await operator();
      await apply({ customers: [{ packages: "webex_calling" }] });
      const ended = await apply({ templates: [], users: [{ package: "webex_suite" }] });
      expect(ended.code).toBe(1);
      expect(ended.rows).toEqual(["users.csv:2 create failed 99005"]);
      expect(rowAt(ended, "users.csv:2")).toMatchObject({
        message: "The customer does not have package webex_suite.",
        hint: "Add the package to the customer, or give the user a package that the customer has.",
        tracking_id: expect.stringMatching(/^SIMULATOR_/),
        http_status: "400",
      });
    });
  });

  describe("the PSTN of a location", () => {
    const withPstn = (pstn: string, more: Record<string, string> = {}): Batch => ({
      customers: [{}],
      locations: [{ pstn, phone_numbers: "+31101234600-+31101234602", ...more }],
      users: [
        { location: more.name ?? "Branch 1", phone_number: "+31101234601" },
        { location: more.name ?? "Branch 1" },
      ],
    });

    it("is found by its display name", async () => {
      const { apply } = await operator();
      const ended = await apply(withPstn("simulated carrier"));
      expect(ended.code).toBe(0);
      expect(ended.rows.slice(2)).toEqual([
        "locations.csv:2 create succeeded",
        "users.csv:2 create succeeded",
        "users.csv:3 create succeeded",
      ]);
    });

    it("is found by its id, which holds for the location", async () => {
      const { apply, webex } = await operator();
      await apply({ customers: [{}], locations: [{}] });
      const ended = await apply(withPstn(await pstnOption(webex.origin, "Branch 1")));
      expect(ended.code).toBe(0);
      expect(ended.rows.slice(1, 3)).toEqual(["customers.csv:2 none unchanged", "locations.csv:2 update succeeded"]);
    });

    it("that Webex does not offer is refused with those that it offers; its numbers are not sent", async () => {
      const { apply } = await operator();
      const ended = await apply(withPstn("No Such Carrier"));
      expect(ended.code).toBe(1);
      expect(ended.rows.slice(2)).toEqual([
        "locations.csv:2 create failed unknown_pstn_connection in pstn",
        "users.csv:2 create blocked blocked by locations.csv:2",
        "users.csv:3 create succeeded",
      ]);
      expect(rowAt(ended, "locations.csv:2").hint).toContain("Simulated Carrier, Second Carrier");
    });

    it("of the head office is reported in the columns of the head office", async () => {
      const { apply } = await operator();
      const ended = await apply({ customers: [{ hq_pstn: "No Such Carrier" }] });
      expect(ended.rows.at(-1)).toBe("customers.csv:2 create failed unknown_pstn_connection in hq_pstn");
    });

    it.each([
      ["an integrated provider", "Integrated Hof", "an integrated provider (INTEGRATED_CCP)"],
      ["a Cisco Calling Plan", "Cisco PSTN Hof", "a Cisco Calling Plan (CISCO_PSTN)"],
    ])("that is %s is never sent numbers, and the reason is told", async (_kind, name, reason) => {
      const { apply, webex } = await operator();
      const ended = await apply(withPstn("", { name }));
      expect(ended.code).toBe(1);
      expect(ended.rows.slice(2)).toEqual([
        "locations.csv:2 create failed numbers_on_integrated_pstn in phone_numbers",
        "users.csv:2 create blocked blocked by locations.csv:2",
        "users.csv:3 create succeeded",
      ]);
      expect(rowAt(ended, "locations.csv:2").message).toContain(reason);
      expect((await webex.stats()).requests).not.toHaveProperty([
        "POST /telephony/config/locations/{locationId}/numbers",
      ]);
    });

    it("that cannot be set by API is refused with the way out", async () => {
      const { apply } = await operator();
      const ended = await apply(withPstn("Integrated Carrier"));
      expect(ended.code).toBe(1);
      expect(ended.rows[2]).toMatch(/^locations\.csv:2 create failed \S+ in pstn$/);
      expect(rowAt(ended, "locations.csv:2").hint).toContain("Control Hub");
    });

    it("that is an integrated provider already, and named in the sheet, is never sent numbers either", async () => {
      const { apply, webex } = await operator();
      await apply({ customers: [{}], locations: [{ name: "Integrated Hof" }] });
      const ended = await apply(withPstn("Integrated Carrier", { name: "Integrated Hof" }));
      expect(ended.rows[2]).toBe("locations.csv:2 update failed numbers_on_integrated_pstn in phone_numbers");
      expect((await webex.stats()).requests).not.toHaveProperty([
        "POST /telephony/config/locations/{locationId}/numbers",
      ]);
    });

    it("that is not set up takes no numbers, once it had time to come with the location", async () => {
      const { apply } = await operator({ haste: 20 });
      const ended = await apply(withPstn(""));
      expect(ended.rows[2]).toBe("locations.csv:2 create failed location_without_pstn in pstn");
    });
  });

  describe("the numbers of a location", () => {
    it("are refused one by one at its row; users of a refused number are blocked, the others go on", async () => {
      const { apply } = await operator();
      const numbers = "+31101234600-+31101234609";
      await apply({ customers: [{ hq_pstn: carrier, hq_phone_numbers: "+31101234601;+31101234603" }] });
      const ended = await apply({
        customers: [{ external_id: "C2", name: "Other", admin_email: "admin@c2.example.com" }],
        locations: [{ customer: "C2", pstn: carrier, phone_numbers: numbers }],
        users: ["+31101234600", "+31101234601", "+31101234602", "+31101234603"].map((phone_number, index) => ({
          customer: "C2",
          email: `somebody${index}@example.com`,
          location: "Branch 1",
          phone_number,
        })),
      });
      expect(ended.code).toBe(1);
      expect(ended.rows.slice(2)).toEqual([
        "locations.csv:2 create failed 8361 in phone_numbers",
        "users.csv:2 create succeeded",
        "users.csv:3 create blocked blocked by locations.csv:2",
        "users.csv:4 create succeeded",
        "users.csv:5 create blocked blocked by locations.csv:2",
      ]);
      const refused = (await ended.errors()).filter(({ file }) => file === "locations.csv");
      expect(refused.map(({ code, value }) => `${code} ${value}`)).toEqual(["8361 +31101234601", "8361 +31101234603"]);
      expect(refused[0]?.hint).toContain("another location or organization");
    });
  });
}
