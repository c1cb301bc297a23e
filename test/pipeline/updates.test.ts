/** What several applies make of each other: stale plans, blank cells over time, what was never sent from here. */

import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findCustomer, updateCustomer } from "../../src/webex/resources/customer.wire.ts";
import { englishOf } from "../support/english-of.ts";
import { operator } from "../support/operator.ts";
import type { Batch } from "../support/write-batch.ts";
import { clientOf, never, told } from "../webex/support/client.ts";

const templates = [{}];

describe("a blank cell", () => {
  it("leaves alone what was sent earlier, and the next value is held against that", async () => {
    const { apply, webex } = await operator();
    const nights = ["webex_calling=50", "", "webex_calling=50", "webex_calling=60"];
    const seen: string[] = [];
    for (const package_limits of nights) {
      const { rowAt } = await apply({ templates, customers: [{ package_limits, hq_name: "Centrum" }] });
      seen.push(`${rowAt("customers.csv:2").action} ${rowAt("customers.csv:2").status}`);
    }
    expect(seen).toEqual(["create succeeded", "none unchanged", "none unchanged", "update succeeded"]);
    expect((await webex.state()).customers?.[0]?.limits).toEqual({ webex_calling: 60 });
  });

  it("in the place of a head office's name renames it in no night", async () => {
    const { apply, webex } = await operator();
    await apply({ templates, customers: [{ hq_name: "Centrum" }] });
    for (const hq_name of ["", ""]) {
      expect((await apply({ templates, customers: [{ hq_name }] })).rows[1]).toBe("customers.csv:2 none unchanged");
    }
    expect((await webex.state()).locations?.map(({ name }) => name)).toEqual(["Centrum"]);
  });
});

describe("the spelling of a name", () => {
  it("is changed by correcting it in the sheet, back and forth, and by nothing else", async () => {
    const { apply, webex } = await operator();
    const refresh = { mode: "auto", afterMs: 3_600_000 } as const;
    const seen: string[] = [];
    for (const name of ["lindenlaan", "Lindenlaan", "Lindenlaan", "lindenlaan"]) {
      const { rowAt } = await apply({ templates, customers: [{}], locations: [{ name }] }, { refresh });
      const { locations = [] } = await webex.state();
      seen.push(`${rowAt("locations.csv:2").action} ${rowAt("locations.csv:2").status}: ${locations.at(-1)?.name}`);
    }
    expect(seen).toEqual([
      "create succeeded: lindenlaan",
      "update succeeded: Lindenlaan",
      "none unchanged: Lindenlaan",
      "update succeeded: lindenlaan",
    ]);
    expect((await webex.state()).locations).toHaveLength(2);
  });
});

describe("what Webex does not return, and was never sent from here", () => {
  it("is left alone with a warning, once", async () => {
    const { apply, webex, stateFolder } = await operator();
    const customers = [{ package_limits: "webex_calling=50", meetings_timezone: "Europe/Paris" }];
    await apply({ templates, customers });
    await rm(join(stateFolder, "applied.db"));
    await webex.forgetStats();
    const changed = [{ package_limits: "webex_calling=70", meetings_timezone: "Europe/Rome" }];
    const first = await apply({ templates, customers: changed });
    expect(first.rowAt("customers.csv:2")).toMatchObject({
      status: "unchanged",
      warnings: expect.stringContaining(
        "Webex does not return admin_email, template, package_limits, and meetings_timezone",
      ),
    });
    const second = await apply({ templates, customers: changed });
    expect(second.rowAt("customers.csv:2")).toMatchObject({ status: "unchanged", warnings: "" });
    expect((await webex.stats()).writes).toBe(0);
  });
});

describe("a plan that was signed", () => {
  const batch: Batch = {
    templates,
    customers: [{}],
    users: [{}, {}],
  };

  it("is carried out while nothing moved", async () => {
    const { plan, apply, write } = await operator();
    const input = await write(batch);
    const { plan: signedPlan } = await plan(input);
    expect((await apply(input, { signedPlan })).exitCode).toBe(0);
  });

  it("is refused when the target has changed, with the differences, and nothing is sent", async () => {
    const { plan, apply, write, webex } = await operator();
    await apply(batch);
    const input = await write({ ...batch, customers: [{ packages: "webex_calling;webex_meetings;webex_suite" }] });
    const { plan: signedPlan } = await plan(input);
    const { http } = clientOf(webex.origin);
    const customer = await told(findCustomer(http, "C1", never));
    const packages = ["webex_calling", "webex_meetings", "webex_voice"];
    await told(updateCustomer(http, { customerId: customer?.id ?? "", change: { packages } }, never));
    await http.close();
    await webex.forgetStats();
    const refused = await apply(input, { signedPlan });
    expect(refused.exitCode).toBe(2);
    expect(englishOf(refused.stopped?.reason)).toMatch(/^1 row differs from the plan of .+ UTC; nothing was sent$/);
    expect(refused.stopped?.details).toEqual([
      "customers.csv:2  C1  packages webex_calling;webex_meetings;webex_voice → webex_calling;webex_meetings;webex_suite;webex_voice",
    ]);
    expect((await webex.stats()).writes).toBe(0);
  });

  it("is refused when the input moved", async () => {
    const { plan, apply, write } = await operator();
    const { plan: signedPlan } = await plan(await write(batch));
    const refused = await apply({ ...batch, users: [{}, {}, {}] }, { signedPlan });
    expect(refused.exitCode).toBe(2);
    expect(refused.stopped?.details).toEqual(["users.csv:4  user3@example.com  the row is new"]);
  });
});

describe("a plan", () => {
  it("of sheets of which one cannot be read does not end as if all were well", async () => {
    const { plan, write } = await operator();
    const input = await write({ templates, customers: [{}], users: [{}] });
    expect((await plan(input)).exitCode).toBe(0);
    await writeFile(join(input, "users.csv"), "nonsense\n");
    expect((await plan(input)).exitCode).toBe(1);
  });
});

describe("lists", () => {
  it("are never shortened by accident: a package that the sheet lost stays, unless the operator says so", async () => {
    const { apply, webex } = await operator();
    await apply({ templates, customers: [{ packages: "webex_calling;webex_meetings;webex_suite" }] });
    await webex.forgetStats();
    const fewer = { templates, customers: [{ packages: "webex_calling;webex_meetings" }] };
    expect((await apply(fewer)).rows[1]).toBe("customers.csv:2 none unchanged");
    expect((await webex.stats()).writes).toBe(0);
    expect((await webex.state()).customers?.[0]?.packages).toContain("webex_suite");

    expect((await apply(fewer, { isRemovingPackages: true })).rows[1]).toBe("customers.csv:2 update succeeded");
    expect((await webex.state()).customers?.[0]?.packages).toEqual(["webex_calling", "webex_meetings"]);
  });
});

describe("the package of a full administrator", () => {
  it("is never downgraded, whether the role is in the sheet or only at Webex", async () => {
    const { apply, webex } = await operator();
    const customers = [{ packages: "webex_suite;webex_calling" }];
    const users = [{ package: "webex_suite", roles: "full_admin" }, { package: "webex_suite" }];
    await apply({ templates, customers, users });
    await webex.forgetStats();
    const lower = [{ package: "webex_calling", roles: "" }, { package: "webex_calling" }];
    const { rowAt } = await apply({ templates, customers, users: lower });
    expect(rowAt("users.csv:2")).toMatchObject({
      status: "failed",
      error_code: "admin_downgrade",
      message: expect.stringContaining("Webex does not lower the package of a full administrator"),
      hint: expect.stringContaining("Write webex_suite"),
    });
    expect(rowAt("users.csv:3")).toMatchObject({ action: "update", status: "succeeded" });
    expect((await webex.stats()).requests["PUT /wholesale/subscribers/{subscriberId}"]).toEqual({ 200: 1 });
  });
});
