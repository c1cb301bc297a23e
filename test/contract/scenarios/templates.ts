/** Templates on the real target: a person makes them, and the program says how, and goes on with the others. */

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PlanLine } from "../../../src/model/plan-line.ts";
import { readResults, runNamedBy } from "../../support/read-results.ts";
import { runHere } from "../../support/run-here.ts";
import { simulateWebex } from "../../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../../support/temporary-folder.ts";
import type { WireCheck } from "../../support/wire-check.ts";
import { type Batch, writeBatch } from "../../support/write-batch.ts";

type Template = readonly [name: string, provisioningId: string];

/** A partner who acts on Webex; a simulator with templates that a person has made stands in for it. */
async function openPartner(wire: WireCheck, templates: readonly Template[]) {
  const folder = await makeTemporaryFolder();
  const webex = await simulateWebex();
  for (const [name, provisioningId] of templates) await webex.makeTemplate(name, provisioningId);
  const { exchanges, baseUrl } = await wire.before(webex.origin);
  const access = { WEBEX_ACCESS_TOKEN: "partner-token" };

  async function run(...args: readonly string[]) {
    const ended = await runHere(args, folder, access);
    const path = runNamedBy(ended, join(folder, ".wholesale-import"));
    const results = await readResults(join(path, "results.csv"));
    const rows = results.map(({ file, row, status, error_code, blocked_by }) =>
      [`${file}:${row}`, status, error_code, blocked_by].filter(Boolean).join(" "),
    );
    const summary = JSON.parse(await readFile(join(path, "summary.json"), "utf8"));
    return { ...ended, rows, results, summary };
  }

  return {
    exchanges,
    run,
    link: (name: string, id: string) => runHere(["templates", "link", name, id, "--base-url", baseUrl], folder, access),
    remembered: async () => (await runHere(["templates", "list"], folder)).out,
    async plan(batch: Batch) {
      const out = join(folder, "plan.json");
      const input = await writeBatch(folder, "batch", batch);
      const args = ["plan", input, "--target", "webex", "--base-url", baseUrl, "--out", out];
      const ended = await runHere(args, folder, access);
      return { ...ended, saved: JSON.parse(await readFile(out, "utf8")) };
    },
    async apply(batch: Batch) {
      const input = await writeBatch(folder, "batch", batch);
      return run("apply", input, "--target", "webex", "--base-url", baseUrl, "--yes");
    },
  };
}

const known = "YTQ1ZGE5ZTAtMzBjOC00ZDk0LWE0YjEtNjE2NjU2ZmZlMjNj";
const learnt = "NWM0ZDhiMWYtN2U5Mi00YzNhLThkMTYtMmY5MGE3YzUzZTQ4";

const two: Batch = {
  templates: [
    {
      template_name: "Calling Benelux",
      country: "NL",
      service_provider_admin: "wholesale@provider.example.com",
      default_language: "nl_NL",
      subscription: "Wholesale 2026",
      authentication: "partner",
      idp_entity_id: "https://idp.example.com/saml",
      invite_emails: "no",
      settings: "directory_sync=off",
    },
    { template_name: "Calling Europe", provisioning_id: known },
  ],
  customers: [{ template: "Calling Benelux" }, { template: "Calling Europe" }],
  users: [{}, { customer: "C2" }],
};

export function describeTemplates(wire: WireCheck): void {
  const partner = (...templates: readonly Template[]) => openPartner(wire, templates);

  describe("a template without provisioning ID, at Webex", () => {
    it("fails with the checklist for Partner Hub, its customers are blocked, and the others go on", async () => {
      const { apply, exchanges } = await partner(["Calling Europe", known]);
      const ended = await apply(two);
      expect(ended.code).toBe(1);
      expect(ended.rows).toEqual([
        "templates.csv:2 failed template_without_provisioning_id",
        "templates.csv:3 unchanged",
        "customers.csv:2 blocked blocked templates.csv:2",
        "customers.csv:3 succeeded",
        "users.csv:2 blocked blocked templates.csv:2",
        "users.csv:3 succeeded",
      ]);
      expect(ended.results[0]?.hint).toContain("Country or region: NL; Service provider admin: wholesale@provider");
      expect(exchanges.filter(({ path }) => path.startsWith("/simulator"))).toEqual([]);
    });

    it("is listed step by step on the screen and in summary.json, in the order of the wizard", async () => {
      const { apply } = await partner(["Calling Europe", known]);
      const { summary, out } = await apply(two);
      expect(summary.checklist).toEqual([
        {
          template: "Calling Benelux",
          at: { sheet: "templates", file: "templates.csv", row: 2 },
          steps: [
            ["Start", "Customers > Onboarding templates > Create template", "Webex for Wholesale"],
            ["Primary settings", "Template name", "Calling Benelux"],
            ["Primary settings", "Country or region", "NL"],
            ["Primary settings", "Service provider admin", "wholesale@provider.example.com"],
            ["Primary settings", "Default email language", "nl_NL"],
            ["Primary settings", "Wholesale subscription", "Wholesale 2026"],
            ["Wholesale calling", "Cloud Connected PSTN vendor", "leave blank"],
            ["Authentication", "Authentication", "Partner authentication"],
            ["Authentication", "IdP Entity ID", "https://idp.example.com/saml"],
            ["Common and call settings", "Allow admin invite emails", "off"],
            ["Common and call settings", "directory_sync", "off"],
            ["Summary", "Submit", "then copy the Provisioning ID that the template shows"],
          ].map(([page, field, value]) => ({ page, field, value })),
          next: "wholesale-import templates link 'Calling Benelux' <provisioning-id>",
        },
      ]);
      expect(out).toMatch(/\[ \] .*Wholesale subscription +Wholesale 2026/);
      expect(out).toContain("then: wholesale-import templates link 'Calling Benelux' <provisioning-id>");
    });

    it("is in the plan too, before anything is done", async () => {
      const { plan } = await partner(["Calling Europe", known]);
      const { code, out, err, saved } = await plan(two);
      expect(code).toBe(1);
      expect(out).toMatch(/\[ \] .*Wholesale subscription +Wholesale 2026/);
      expect(saved.checklist).toMatchObject([{ template: "Calling Benelux", at: { row: 2 } }]);
      const rows: readonly PlanLine[] = saved.rows;
      expect(
        rows.map(({ at, action, code }) => [`${at.file}:${at.row}`, action, code].filter(Boolean).join(" ")),
      ).toEqual([
        "templates.csv:2 refused template_without_provisioning_id",
        "templates.csv:3 none",
        "customers.csv:2 refused blocked",
        "customers.csv:3 create",
        "users.csv:2 refused blocked",
        "users.csv:3 create",
      ]);
      expect(saved.rows[4].reason).toContain("templates.csv:2");
      expect(err).toContain("plan    create 2   update 0   unchanged 1   left out 3");
      expect(out).toContain("templates.csv:2 · provisioning_id (refused; blocks 2 rows)");
    });

    it("is linked once it is made, and a retry provisions its customers", async () => {
      const { apply, link, run } = await partner(["Calling Europe", known], ["Calling Benelux", learnt]);
      await apply(two);
      expect(await link("Calling Benelux", learnt)).toMatchObject({ code: 0 });
      const retried = await run("retry", "--yes");
      expect(retried.code).toBe(0);
      expect(retried.rows).toEqual(["templates.csv:2 unchanged", "customers.csv:2 succeeded", "users.csv:2 succeeded"]);
      expect(retried.summary).not.toHaveProperty("checklist");
    });

    it("does not stand in the way of a customer whose own row has the provisioning ID", async () => {
      const { apply } = await partner(["Calling Europe", known]);
      const ended = await apply({ ...two, customers: [{ template: "Calling Benelux", provisioning_id: known }] });
      expect(ended.rows.slice(2, 4)).toEqual(["customers.csv:2 succeeded", "users.csv:2 succeeded"]);
    });
  });

  describe("a provisioning ID that Webex refuses", () => {
    it("is reported at the template's row and at its customers, and is not remembered", async () => {
      const { apply, remembered } = await partner(["Calling Europe", known]);
      const templates = [{ template_name: "Calling Benelux", provisioning_id: learnt }, two.templates?.[1] ?? {}];
      const ended = await apply({ ...two, templates });
      expect(ended.code).toBe(1);
      expect(ended.rows).toEqual([
        "templates.csv:2 failed 99003",
        "templates.csv:3 unchanged",
        "customers.csv:2 failed 99003",
        "customers.csv:3 succeeded",
        "users.csv:2 blocked blocked customers.csv:2",
        "users.csv:3 succeeded",
      ]);
      expect(ended.results[0]).toMatchObject({ column: "provisioning_id", webex_id: learnt });
      expect(ended.results[0]?.message).toContain("customers.csv:2");
      expect(ended.results[2]).toMatchObject({ column: "provisioning_id" });
      expect(ended.results[2]?.hint).toContain("Partner Hub");
      expect(await remembered()).toMatch(new RegExp(`^Calling Europe +${known} +webex \\S+$`, "m"));
    });
  });
}
