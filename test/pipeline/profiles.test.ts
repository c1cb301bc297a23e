/** Rows that say little: what they take from profiles, and which number and extension they get. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { comparableState } from "../support/comparable-state.ts";
import { operator } from "../support/operator.ts";
import type { Batch } from "../support/write-batch.ts";

const numbers = { hq_pstn: "Simulated Carrier", hq_phone_numbers: "+31201234500-+31201234504" };
const customers = [{ ...numbers, hq_main_number: "+31201234500" }];
const templates = [{}];

const wanting = (count: number, cells: Readonly<Record<string, string>> = {}) =>
  Array.from({ length: count }, () => ({ phone_number: "next", extension: "next", ...cells }));

/** What was chosen, row by row. */
const assignedIn = ({
  results,
}: {
  readonly results: readonly { readonly sheet: string; readonly assigned: string }[];
}) => results.filter(({ sheet }) => sheet === "users").map(({ assigned }) => assigned);

describe("a batch with profiles", () => {
  const written: Batch = {
    templates,
    customers: [{ ...customers[0], packages: "webex_calling;webex_suite" }],
    locations: [{ name: "Rotterdam", timezone: "Europe/Paris", language: "fr_FR", pstn: "Simulated Carrier" }],
    users: [
      { package: "webex_suite", department: "Sales" },
      { package: "webex_calling", department: "Office" },
    ],
  };
  const short: Batch = {
    templates,
    profiles: [
      {
        profile: "shop",
        customer_hq_timezone: "Europe/Amsterdam",
        customer_hq_language: "nl_NL",
        location_timezone: "Europe/Paris",
        location_language: "fr_FR",
        Pstn: "Simulated Carrier",
        user_package: "webex_calling",
        user_department: "Office",
      },
      {
        profile: "sales",
        customer_hq_timezone: "",
        customer_hq_language: "",
        location_timezone: "",
        location_language: "",
        Pstn: "",
        user_package: "webex_suite",
        user_department: "Sales",
      },
    ],
    customers: [
      { ...customers[0], packages: "webex_calling;webex_suite", hq_timezone: "", hq_language: "", profile: "Shop" },
    ],
    locations: [{ name: "Rotterdam", timezone: "", language: "", pstn: "" }],
    users: [
      { package: "", department: "", profile: "sales" },
      { package: "", department: "" },
    ],
  };

  it("makes the same as one that is written out", async () => {
    const [one, other] = [await operator(), await operator()];
    await one.apply(written);
    const { rows, results } = await other.apply(short);
    expect(comparableState(await other.webex.state())).toEqual(comparableState(await one.webex.state()));
    expect(rows).toEqual([
      "templates.csv:2 create succeeded",
      "profiles.csv:2 none unchanged",
      "profiles.csv:3 none unchanged",
      "customers.csv:2 create succeeded",
      "locations.csv:2 create succeeded",
      "users.csv:2 create succeeded",
      "users.csv:3 create succeeded",
    ]);
    expect(results.map(({ assigned }) => assigned)).toEqual([
      "",
      "",
      "",
      "profile=shop",
      "profile=shop",
      "profile=sales",
      "profile=shop",
    ]);
    expect(new Set((await other.apply(short)).results.map(({ status }) => status))).toEqual(new Set(["unchanged"]));
  });

  it("says in its plan where a value comes from", async () => {
    const at = await operator();
    const { plan } = await at.plan(short);
    const user = plan.rows.find(({ at: { sheet, row } }) => sheet === "users" && row === 2);
    expect(user?.taken).toEqual([
      { column: "package", profile: "sales", row: "profiles.csv:3" },
      { column: "department", profile: "sales", row: "profiles.csv:3" },
    ]);
  });
});

describe("the template of a customer", () => {
  const german = { template_name: "Calling", country: "DE", default_language: "de_DE" };
  const location = { name: "Branch", state: "BE", postal_code: "10115" };

  it("gives country and language where neither the row nor a profile does", async () => {
    const at = await operator();
    const blank = { country: "", postal_code: "10115", hq_language: "" };
    const { rows, results } = await at.apply({
      templates: [german],
      profiles: [{ profile: "french", location_language: "fr_FR" }],
      customers: [blank, { ...blank, hq_language: "nl_NL", profile: "french" }],
      locations: [
        { ...location, country: "", language: "" },
        { ...location, customer: "C2", country: "FR", postal_code: "75001", language: "" },
      ],
    });
    expect(rows.filter((row) => !row.endsWith("succeeded"))).toEqual(["profiles.csv:2 none unchanged"]);
    expect(results.map(({ assigned }) => assigned).slice(2)).toEqual(["", "profile=french", "", "profile=french"]);
    const { locations = [] } = await at.webex.state();
    const found = locations.map((place) => {
      const { country } = place.address as { readonly country: string };
      return `${place.name} ${country} ${String(place.preferredLanguage).toLowerCase()}`;
    });
    expect(found.toSorted()).toEqual([
      "Branch DE de_de",
      "Branch FR fr_fr",
      "Head Office DE de_de",
      "Head Office DE nl_nl",
    ]);
  });

  it("is named where a plan says where a value comes from, and where the value does not fit", async () => {
    const at = await operator();
    const blank = { country: "", hq_language: "", postal_code: "10115" };
    const { plan } = await at.plan({ templates: [german], customers: [blank] });
    expect(plan.rows.at(-1)?.taken).toEqual([
      { column: "country", profile: "Calling", row: "templates.csv:2", isTemplate: true },
      { column: "hq_language", profile: "Calling", row: "templates.csv:2", isTemplate: true },
    ]);
    const run = await at.apply({ templates: [{ ...german, country: "USA" }], customers: [blank] });
    expect(run.rows[0]).toMatch(/templates.csv:2 none invalid/);
    const { errors } = await at.apply({ templates: [{ ...german, default_language: "xx_XX" }], customers: [blank] });
    expect((await errors()).map(({ message }) => message).join()).toContain("templates.csv:2");
  });
});

describe("the next free number and extension", () => {
  it("are the lowest of the location, in input order, and stay", async () => {
    const at = await operator();
    const users = [...wanting(2), { phone_number: "+31201234502", extension: "4502" }, ...wanting(1)];
    const batch: Batch = { templates, customers, users };
    const first = await at.apply(batch);
    expect(first.exitCode).toBe(0);
    const expected = [
      "phone_number=+31201234501;extension=4501",
      "phone_number=+31201234503;extension=4503",
      "",
      "phone_number=+31201234504;extension=4504",
    ];
    expect(assignedIn(first)).toEqual(expected);
    const again = await at.apply(batch, { refresh: { mode: "always", afterMs: 0 } });
    expect(new Set(again.results.map(({ status }) => status))).toEqual(new Set(["unchanged"]));
    expect(assignedIn(again)).toEqual(expected);
    expect(assignedIn(await at.apply(batch))).toEqual(expected);
  });

  it("that do not exist are reported, with how many are missing", async () => {
    const at = await operator();
    const { rows, errors } = await at.apply({ templates, customers, users: wanting(6) });
    expect(rows.filter((row) => row.startsWith("users"))).toEqual([
      "users.csv:2 create succeeded",
      "users.csv:3 create succeeded",
      "users.csv:4 create succeeded",
      "users.csv:5 create succeeded",
      "users.csv:6 none invalid none_free in phone_number",
      "users.csv:7 none invalid none_free in phone_number",
    ]);
    const [first] = await errors();
    expect(first?.message).toBe("Head Office has no free phone number left: 2 rows get none.");
  });

  it("come out of a range, never an emergency number, and a holder within it keeps its own", async () => {
    const at = await operator();
    const range = { phone_number: "next:+31201234503-+31201234504", extension: "next:110-113" };
    const batch = { templates, customers, users: wanting(2, range) };
    expect(assignedIn(await at.apply(batch))).toEqual([
      "phone_number=+31201234503;extension=110",
      "phone_number=+31201234504;extension=111",
    ]);
    const next = { ...batch, users: [...wanting(2, { extension: "next:111-113" })] };
    expect(assignedIn(await at.apply(next))).toEqual([
      "phone_number=+31201234503;extension=113",
      "phone_number=+31201234504;extension=111",
    ]);
  });

  it("are free again when the run is taken back, and given to the next", async () => {
    const at = await operator();
    await at.apply({ templates, customers });
    const run = await at.apply({ users: wanting(2) });
    const undone = await at.undo(run.runId);
    expect(undone.rows).toEqual(["users.csv:2 delete succeeded", "users.csv:3 delete succeeded"]);
    const { numbers: left = [] } = await at.webex.state();
    expect(left.filter(({ ownerId }) => ownerId !== null)).toEqual([]);
    const others = wanting(2).map((user, index) => ({ ...user, email: `other${index}@example.com` }));
    expect(assignedIn(await at.apply({ users: others }))).toEqual(assignedIn(run));
  });

  it("are none that leave the location in the same run", async () => {
    const at = await operator();
    await at.apply({ templates, customers });
    const fewer = [{ ...customers[0], hq_phone_numbers: "+31201234500;+31201234503" }];
    const run = await at.apply({ templates, customers: fewer, users: wanting(1) }, { isRemovingNumbers: true });
    expect(assignedIn(run)).toEqual(["phone_number=+31201234503;extension=4503"]);
  });

  it("of a run that somebody was faster than are the ones after them", async () => {
    const at = await operator();
    await at.apply({ templates, customers });
    const other = await operator({}, async () => `${at.webex.origin}/v1`);
    const rivals = wanting(2).map((user, index) => ({ ...user, email: `rival${index}@example.com` }));
    const confirm = async () => {
      expect((await other.apply({ users: rivals })).exitCode).toBe(0);
      return true;
    };
    const run = await at.apply({ users: wanting(2) }, { confirm });
    expect(run.rows).toEqual(["users.csv:2 create succeeded", "users.csv:3 create succeeded"]);
    const { numbers: held = [] } = await at.webex.state();
    const owners = held.filter(({ ownerId }) => ownerId !== null).map(({ number }) => number);
    expect(owners.toSorted()).toEqual(["+31201234501", "+31201234502", "+31201234503", "+31201234504"]);
    expect(
      assignedIn(run)
        .map((text) => text.split(";")[0])
        .toSorted(),
    ).toEqual(["phone_number=+31201234503", "phone_number=+31201234504"]);
  });
});

describe("numbers that others have taken in a row meanwhile", () => {
  it.each([
    [30, 20],
    [200, 100],
  ])("are passed over, of %i the first %i, as long as one is left", async (numbersThere, taken) => {
    const at = await operator();
    const last = 31_201_234_500 + numbersThere - 1;
    const head = { ...customers[0], hq_phone_numbers: `+31201234500-+${last}` };
    await at.apply({ templates, customers: [head] });
    const other = await operator({}, async () => `${at.webex.origin}/v1`);
    const rivals = wanting(taken).map((user, index) => ({ ...user, email: `rival${index}@example.com` }));
    const confirm = async () => {
      expect((await other.apply({ users: rivals })).exitCode).toBe(0);
      return true;
    };
    const run = await at.apply({ users: wanting(2) }, { confirm });
    expect(run.rows).toEqual(["users.csv:2 create succeeded", "users.csv:3 create succeeded"]);
    expect(new Set(assignedIn(run)).size).toBe(2);
  });
});

describe("a signed plan", () => {
  it("holds what it chose, also when a lower one is free by now", async () => {
    const at = await operator();
    await at.apply({ templates, customers, users: [{ email: "first@example.com", phone_number: "+31201234501" }] });
    const folder = await at.write({ users: wanting(1) });
    const { plan: signedPlan } = await at.plan(folder);
    expect(signedPlan.rows.map(({ assigned }) => assigned)).toEqual(["phone_number=+31201234502;extension=4502"]);
    const leaver = { email: "first@example.com", action: "remove", first_name: "", last_name: "", package: "" };
    await at.apply({ users: [{ ...leaver, location: "", extension: "" }] });
    const run = await at.apply(folder, { signedPlan });
    expect([run.rows, assignedIn(run)]).toEqual([
      ["users.csv:2 create succeeded"],
      ["phone_number=+31201234502;extension=4502"],
    ]);
  });
});

describe("failed/ of a batch with profiles", () => {
  it("has the cells of the user and the profiles, and is right when it comes back", async () => {
    const at = await operator();
    const profiles = [
      { profile: "desk", user_package: "webex_calling", user_phone_number: "next", user_extension: "next" },
    ];
    const blank = { package: "", phone_number: "", extension: "", profile: "desk" };
    const { folder, rows } = await at.apply({
      templates,
      customers,
      profiles,
      users: [blank, { ...blank, location: "Nowhere" }],
    });
    expect(rows.at(-1)).toBe("users.csv:3 none invalid unknown_location in location");
    const failed = join(folder, "failed", "users.csv");
    const content = await readFile(failed, "utf8");
    expect(content.split("\r\n")[1]).toBe("C1,user2@example.com,Ann,Visser 2,,Nowhere,,,desk");
    expect(await readFile(join(folder, "failed", "profiles.csv"), "utf8")).toContain("desk,webex_calling,next,next");
    await writeFile(failed, content.replace("Nowhere", "Head Office"));
    const retried = await at.retry();
    expect(retried.rows).toEqual(["profiles.csv:2 none unchanged", "users.csv:2 create succeeded"]);
    expect(assignedIn(retried)).toEqual(["profile=desk;phone_number=+31201234502;extension=4502"]);
  });
});
