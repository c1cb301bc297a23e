/** What somebody has changed by hand is told, each thing once, and nothing else is. */
import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { type InCustomer, workByHand } from "../support/by-hand.ts";
import { type Operator, operator } from "../support/operator.ts";
import { until } from "../support/until.ts";
import type { Batch } from "../support/write-batch.ts";

const branches = [
  "moved",
  "zoned",
  "spoken",
  "named",
  "main",
  "caller",
  "prefix",
  "more",
  "fewer",
  "announced",
  "carried",
];

/** Numbers of the nth place of a customer: ten, from a hundred of its own. */
const block = (customer: number, n: number) => `+3120${customer}${String(n).padStart(2, "0")}450`;
const numbersOf = (customer: number, n: number) => `${block(customer, n)}0-${block(customer, n)}9`;
const kept = { hq_pstn: "Simulated Carrier" };

function customerOf(c: number) {
  const id = `C${c}`;
  return {
    ...{ external_id: id, name: `Customer ${c}`, admin_email: `admin@c${c}.example.com`, ...kept },
    packages: "webex_calling;webex_voice;webex_meetings;attendant_console",
    hq_phone_numbers: numbersOf(c, 0),
    hq_main_number: `${block(c, 0)}0`,
  };
}

const locationsOf = (c: number) =>
  branches.map((name, index) => ({
    ...{ customer: `C${c}`, name, pstn: "Simulated Carrier", phone_numbers: numbersOf(c, index + 1) },
    ...{ main_number: `${block(c, index + 1)}0`, caller_id_name: "Bakery", routing_prefix: `8${index + 10}` },
    announcement_language: "nl_nl",
  }));

const people = [
  ["extension", { phone_number: "1" }],
  ["number", { phone_number: "2" }],
  ["unnumbered", { phone_number: "3" }],
  ["numbered", {}],
  ["first", {}],
  ["shown", { display_name: "As Shown" }],
  ["title", { title: "Baker" }],
  ["department", { department: "Ovens" }],
  ["language", { language: "nl_NL" }],
  ["promoted", {}],
  ["demoted", { roles: "user_admin;device_admin" }],
  ["package", {}],
  ["addon", {}],
  ["plain", { addons: "attendant_console" }],
  ["gone", {}],
  ["elsewhere", {}],
  ["untouched", { phone_number: "9", roles: "readonly_admin", title: "Clerk" }],
] as const;

const emailOf = (c: number, name: string) => `${name}@c${c}.example.com`;

const usersOf = (c: number) =>
  people.map(([name, cells], index) => ({
    ...{ customer: `C${c}`, email: emailOf(c, name), extension: String(4100 + index), location: "Head Office" },
    ...cells,
    ...("phone_number" in cells ? { phone_number: `${block(c, 0)}${cells.phone_number}` } : {}),
  }));

/** One change by hand, and what is to be told of it: sheet, key, kind and, of a change, column. */
type Hand = readonly [does: (at: InCustomer, c: number) => Promise<unknown>, tells: (c: number) => readonly string[]];

const user = (name: string, kind: string, column?: string) => (c: number) =>
  ["users", emailOf(c, name), kind, ...(column ? [column] : [])] as const;
const branch = (name: string, column: string) => () => ["locations", name, "changed", column] as const;
const head = (column: string) => (c: number) => ["customers", `C${c}`, "changed", column] as const;

const hands: readonly Hand[] = [
  [(at, c) => at.line(emailOf(c, "extension"), { extension: "4999" }), user("extension", "changed", "extension")],
  [
    (at, c) => at.line(emailOf(c, "number"), { phoneNumber: `${block(c, 0)}5` }),
    user("number", "changed", "phone_number"),
  ],
  [(at, c) => at.line(emailOf(c, "unnumbered"), { phoneNumber: "" }), user("unnumbered", "changed", "phone_number")],
  [
    (at, c) => at.line(emailOf(c, "numbered"), { phoneNumber: `${block(c, 0)}6` }),
    user("numbered", "changed", "phone_number"),
  ],
  [(at, c) => at.person(emailOf(c, "first"), { firstName: "Anna" }), user("first", "changed", "first_name")],
  [(at, c) => at.person(emailOf(c, "shown"), { displayName: "Otherwise" }), user("shown", "changed", "display_name")],
  [(at, c) => at.person(emailOf(c, "title"), { title: "Chef" }), user("title", "changed", "title")],
  [(at, c) => at.person(emailOf(c, "department"), { department: "Shop" }), user("department", "changed", "department")],
  [(at, c) => at.person(emailOf(c, "language"), { language: "fr_FR" }), user("language", "changed", "language")],
  [(at, c) => at.role(emailOf(c, "promoted"), ["full_admin"]), user("promoted", "changed", "roles")],
  [(at, c) => at.role(emailOf(c, "demoted"), [], ["user_admin"]), user("demoted", "changed", "roles")],
  [(at, c) => at.userPackages(emailOf(c, "package"), ["webex_voice"]), user("package", "changed", "package")],
  [
    (at, c) => at.userPackages(emailOf(c, "addon"), ["webex_calling", "attendant_console"]),
    user("addon", "changed", "package"),
  ],
  [(at, c) => at.userPackages(emailOf(c, "plain"), ["webex_calling"]), user("plain", "changed", "package")],
  [(at, c) => at.removeUser(emailOf(c, "gone")), user("gone", "missing")],
  [(at, c) => at.move(emailOf(c, "elsewhere"), "more"), user("elsewhere", "changed", "location")],
  [(at, c) => at.addUser(emailOf(c, "stranger"), "Head Office", "4888"), user("stranger", "unlisted")],
  [(at) => at.addLocation("Depot"), () => ["locations", "Depot", "unlisted"]],
  [
    (at) =>
      at.location("moved", {
        address: { line1: "Dam 1", city: "Amsterdam", state: "NH", postalCode: "1015 CW", country: "NL" },
      }),
    branch("moved", "address_line1"),
  ],
  [(at) => at.location("zoned", { timezone: "Europe/London" }), branch("zoned", "timezone")],
  [(at) => at.location("spoken", { language: "fr_FR" }), branch("spoken", "language")],
  [(at) => at.location("named", { name: "Renamed" }), branch("named", "name")],
  [(at, c) => at.settings("main", { mainNumber: `${block(c, 5)}4` }), branch("main", "main_number")],
  [(at) => at.settings("caller", { callerIdName: "Butcher" }), branch("caller", "caller_id_name")],
  [(at) => at.settings("prefix", { routingPrefix: "899" }), branch("prefix", "routing_prefix")],
  [(at, c) => at.addNumber("more", `+31209${c}14777`), branch("more", "phone_numbers")],
  [(at, c) => at.removeNumber("fewer", `${block(c, 9)}7`), branch("fewer", "phone_numbers")],
  [(at) => at.settings("announced", { announcementLanguage: "en_us" }), branch("announced", "announcement_language")],
  [(at) => at.pstn("carried", "Second Carrier"), branch("carried", "pstn")],
  [(at) => at.location("Head Office", { name: "Main Street" }), head("hq_name")],
  [(at, c) => at.addNumber("Main Street", `+31209${c}14888`), head("hq_phone_numbers")],
  [(at) => at.rename("Another Name B.V."), head("name")],
];

const inThree = [1, 2, 3];
const templates = [{}];

const batch: Batch = {
  templates,
  customers: [...inThree, 4, 5].map(customerOf),
  locations: inThree.flatMap(locationsOf),
  users: inThree.flatMap(usersOf),
};

async function driftOf(at: Operator, source: Parameters<Operator["drift"]>[0] = { of: "applied" }) {
  const drifted = await at.drift(source);
  const told = drifted.lines.map(({ customer, sheet, key, kind, column }) =>
    [customer, sheet, key, kind, column].filter(Boolean).join(" "),
  );
  return { ...drifted, told: told.toSorted() };
}

describe("drift", () => {
  it("reports each of a hundred changes made by hand, once, and nothing else", async () => {
    const at = await operator();
    const folder = await at.write(batch);
    const applied = await at.apply(folder);
    expect(applied.exitCode).toBe(0);
    const before = await driftOf(at);
    expect(before).toMatchObject({ exitCode: 0, told: [], summary: { differences: 0, notCompared: 0, customers: 5 } });

    const byHand = await workByHand(at.baseUrl);
    const expected: string[] = [];
    for (const c of inThree) {
      for (const [does, tells] of hands) {
        await does(await byHand.in(`C${c}`), c);
        expected.push([`C${c}`, ...tells(c)].join(" "));
      }
    }
    await (await byHand.in("C4")).externalId("C4-new");
    expected.push("C4 customers C4 changed external_id");
    await (await byHand.in("C5")).packages(["webex_calling", "webex_voice", "attendant_console", "webex_suite"]);
    await until(
      async () => (await at.webex.state()).customers?.every(({ status }) => status === "provisioned") === true,
    );
    const fifth = await byHand.in("C5");
    await fifth.billing("Coolsingel 40");
    await fifth.rename("Bakery Five");
    for (const column of ["packages", "address_line1", "name"]) expected.push(`C5 customers C5 changed ${column}`);
    expect(expected).toHaveLength(100);

    for (const source of [
      { of: "applied" } as const,
      { of: "run", runId: applied.runId } as const,
      { of: "batch", batch: { inputs: [folder] } } as const,
    ]) {
      const { told, exitCode, summary } = await driftOf(at, source);
      expect(told).toEqual(expected.toSorted());
      expect(exitCode).toBe(1);
      expect(summary).toMatchObject({ differences: 100, differing: 5, customers: 5, notCompared: 0 });
    }
  });

  it("reports a customer that is gone in one line, and sends nothing", async () => {
    const at = await operator();
    await at.apply(batch);
    await at.webex.act({ kind: "remove_customer", externalId: "C2", forMs: 0 });
    const { writes } = await at.webex.stats();
    const { told, files } = await driftOf(at);
    expect(told).toEqual(["C2 customers C2 missing"]);
    expect((await at.webex.stats()).writes).toBe(writes);
    const [csv = ""] = files;
    expect(parse(await readFile(csv), { bom: true, columns: true })).toEqual([
      expect.objectContaining({ customer: "C2", sheet: "customers", difference: "missing" }),
    ]);
  });

  it("holds licenses against limits, and names another limit", async () => {
    const at = await operator();
    const limited = { package_limits: "webex_calling=2;webex_meetings=10" };
    const users = [{ email: "ann@example.com" }, { email: "bob@example.com", extension: "4002" }];
    await at.apply({ templates, customers: [limited], users });
    const before = await driftOf(at);
    expect(before.told).toEqual([]);
    expect(before.summary.licenses).toEqual([
      { customer: "C1", package: "webex_calling", limit: 2, total: 2, used: 2 },
      { customer: "C1", package: "webex_meetings", limit: 10, total: 10, used: 0 },
    ]);
    await (await (await workByHand(at.baseUrl)).in("C1")).limits({ webex_calling: 3, webex_meetings: 10 });
    const { lines, files } = await driftOf(at);
    expect(lines).toEqual([
      {
        ...{
          customer: "C1",
          customerName: "Customer 1",
          sheet: "customers",
          key: "C1",
          kind: "changed",
          column: "package_limits",
        },
        ...{ inSheet: "webex_calling=2", atTarget: "webex_calling=3" },
      },
    ]);
    const licenses = files.find((path) => path.endsWith("licenses.csv")) ?? "";
    expect(parse(await readFile(licenses), { bom: true, columns: true })).toContainEqual({
      ...{ customer: "C1", package: "webex_calling", limit_in_sheet: "2", licenses: "3", used: "2", free: "1" },
    });
  });

  it("shows the value in the sheet and the one at Webex, and the row", async () => {
    const at = await operator();
    const folder = await at.write({
      templates,
      customers: [{}],
      users: [{ email: "ann@example.com", extension: "4001" }],
    });
    await at.apply(folder);
    await (await (await workByHand(at.baseUrl)).in("C1")).line("ann@example.com", { extension: "4002" });
    const { lines } = await driftOf(at, { of: "batch", batch: { inputs: [folder] } });
    expect(lines).toEqual([
      {
        ...{
          customer: "C1",
          customerName: "Customer 1",
          sheet: "users",
          key: "ann@example.com",
          kind: "changed",
          column: "extension",
        },
        ...{ inSheet: "4001", atTarget: "4002", at: { sheet: "users", file: "users.csv", row: 2 } },
      },
    ]);
  });

  it("reports users who should have been removed, and rows that it could not compare", async () => {
    const at = await operator();
    const users = [{ email: "ann@example.com" }, { email: "bob@example.com", extension: "4002" }];
    await at.apply({ templates, customers: [{}], users });
    const folder = await at.write({
      customers: [{}],
      users: [
        { email: "ann@example.com", action: "remove" },
        { email: "bob@example.com", phone_number: "12" },
      ],
    });
    const { told, summary, exitCode } = await driftOf(at, { of: "batch", batch: { inputs: [folder] } });
    expect(told).toEqual(["C1 users ann@example.com leftover"]);
    expect(summary).toMatchObject({ notCompared: 1, differences: 1 });
    expect(exitCode).toBe(1);
  });

  it("compares nothing where nothing was applied from the state folder, and says so", async () => {
    const at = await operator();
    await expect(at.drift({ of: "applied" })).rejects.toThrow("Nothing has been applied to this target");
  });
});
