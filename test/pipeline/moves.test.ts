/** Users who are at Webex and go to another location: in jobs that say COMPLETED and have not moved everybody, with answers that are lost, with numbers that stay behind. */
import { describe, expect, it } from "vitest";
import { englishOf } from "../support/english-of.ts";
import { operator } from "../support/operator.ts";
import type { Batch } from "../support/write-batch.ts";

const templates = [{}];
const customers = [
  { hq_pstn: "Simulated Carrier", hq_phone_numbers: "+31201234500-+31201234509", hq_main_number: "+31201234500" },
];
const locations = [{ name: "Branch", pstn: "Simulated Carrier", phone_numbers: "+31101234500-+31101234509" }];

type Cells = Readonly<Record<string, string>>;
type Operator = Awaited<ReturnType<typeof operator>>;

/** All of them at the head office, the first with a number. */
const usersOf = (emails: readonly string[]): readonly Cells[] =>
  emails.map((email, index) => ({
    ...{ email, extension: String(4000 + index), location: "Head Office" },
    phone_number: index === 0 ? "+31201234501" : "",
  }));

const three = ["ann@example.com", "bob@example.com", "cas@example.com"];

async function applied(emails: readonly string[] = three, simulator: Parameters<typeof operator>[0] = {}) {
  const at = await operator(simulator);
  const { exitCode } = await at.apply({ templates, customers, locations, users: usersOf(emails) });
  expect(exitCode).toBe(0);
  await at.webex.forgetStats();
  return at;
}

const moving = (emails: readonly string[], over: Cells = {}): Batch => ({
  users: usersOf(emails).map((user) => ({ ...user, location: "Branch", ...over })),
});

/** `ann Branch +31201234501/4000`, as the simulator has them. */
async function placesAt({ webex }: Operator): Promise<readonly string[]> {
  const { people = [], numbers = [], locations: places = [] } = await webex.state();
  const told = people.flatMap(({ id, email, locationId, extension }) => {
    const place = places.find((each) => each.id === locationId)?.name;
    const number = numbers.find(({ ownerId }) => ownerId === id)?.number ?? "";
    return place === undefined ? [] : [`${String(email).split("@")[0]} ${place} ${number}/${extension}`];
  });
  return told.toSorted();
}

const jobs = "/telephony/config/jobs/person/moveLocation";

async function requests({ webex }: Operator): Promise<Readonly<Record<string, number>>> {
  const { requests: told } = await webex.stats();
  return Object.fromEntries(
    Object.entries(told).map(([route, by]) => [route, Object.values(by).reduce((sum, count) => sum + count, 0)]),
  );
}

/** New numbers, so that nothing stays behind. */
const renumbered = (emails: readonly string[]): Batch => ({
  users: usersOf(emails).map((user, index) => ({
    ...user,
    location: "Branch",
    phone_number: index === 0 ? "+31101234501" : "",
  })),
});

const accepting = { isAcceptingImpacts: true };

describe("users who go to another location", () => {
  it("are moved in one job, and read where they are afterwards", async () => {
    const at = await applied();
    const { rows, exitCode } = await at.apply(renumbered(three), accepting);
    expect(rows).toEqual([2, 3, 4].map((row) => `users.csv:${row} update succeeded`));
    expect(exitCode).toBe(0);
    expect(await placesAt(at)).toEqual(["ann Branch +31101234501/4000", "bob Branch /4001", "cas Branch /4002"]);
    const told = await requests(at);
    expect(told).toMatchObject({ [`POST ${jobs}`]: 1, [`GET ${jobs}`]: 1, "GET /people/{personId}": 3 });
    expect(told).not.toHaveProperty(`GET ${jobs}/{jobId}/errors`);
    const again = await at.apply(renumbered(three));
    expect(again.rows).toEqual([2, 3, 4].map((row) => `users.csv:${row} none unchanged`));
  });

  it("show in the plan as where they were and where they will be", async () => {
    const at = await applied();
    const { plan } = await at.plan(renumbered(three));
    expect(plan.rows.map(({ action, changes }) => ({ action, changes }))).toEqual([
      {
        action: "update",
        changes: [
          { field: "phone_number", before: "+31201234501", after: "+31101234501" },
          { field: "location", before: "Head Office", after: "Branch" },
        ],
      },
      { action: "update", changes: [{ field: "location", before: "Head Office", after: "Branch" }] },
      { action: "update", changes: [{ field: "location", before: "Head Office", after: "Branch" }] },
    ]);
    expect((await at.webex.stats()).writes).toBe(0);
  });

  it("keep the extension that their row leaves blank", async () => {
    const at = await applied();
    const [ann] = renumbered(three).users ?? [];
    const { rows } = await at.apply({ users: [{ ...ann, extension: "" }] });
    expect(rows).toEqual(["users.csv:2 update succeeded"]);
    expect(await placesAt(at)).toContain("ann Branch +31101234501/4000");
  });

  it("may go to a location that the same batch makes", async () => {
    const at = await applied();
    const { rows } = await at.apply({
      locations: [{ name: "Utrecht", pstn: "Simulated Carrier" }],
      users: usersOf(three)
        .slice(1)
        .map((user) => ({ ...user, location: "Utrecht" })),
    });
    expect(rows).toEqual([
      "locations.csv:2 create succeeded",
      "users.csv:2 update succeeded",
      "users.csv:3 update succeeded",
    ]);
    expect(await placesAt(at)).toContain("bob Utrecht /4001");
  });

  it("get the next free number and extension of the location where they go, and keep them", async () => {
    const at = await applied();
    const [ann = {}] = usersOf(three);
    const batch = { users: [{ ...ann, location: "Branch", phone_number: "next", extension: "next:4700-4799" }] };
    expect((await at.apply(batch)).rows).toEqual(["users.csv:2 update succeeded"]);
    expect(await placesAt(at)).toContain("ann Branch +31101234500/4700");
    expect((await at.apply(batch)).rows).toEqual(["users.csv:2 none unchanged"]);
  });

  it("get their new number there first, where the location lacks it", async () => {
    const at = await applied();
    const { rows } = await at.apply({ users: [{ ...moving(three).users?.[0], phone_number: "+31101234999" }] });
    expect(rows).toEqual(["users.csv:2 update succeeded"]);
    expect(await placesAt(at)).toContain("ann Branch +31101234999/4000");
    const { numbers = [] } = await at.webex.state();
    expect(numbers.find(({ number }) => number === "+31201234501")).toMatchObject({ ownerId: null });
  });

  it("who cannot be moved fail by themselves, in a job that is COMPLETED", async () => {
    const emails = ["ann@example.com", "bob+movefails@example.com", "cas@example.com"];
    const at = await applied(emails);
    const { rows, rowAt } = await at.apply(renumbered(emails), accepting);
    expect(rows).toEqual([
      "users.csv:2 update succeeded",
      "users.csv:3 update failed 25383 in location",
      "users.csv:4 update succeeded",
    ]);
    expect(rowAt("users.csv:3").message).toContain("OCI Error while moving user");
    expect(await placesAt(at)).toEqual([
      "ann Branch +31101234501/4000",
      "bob+movefails Head Office /4001",
      "cas Branch /4002",
    ]);
  });

  it.each(["lost:2x", "reset:2x", "503:2x", "garbage:2x", "half:2x", "409:2x"])(
    "are moved once, where answers are %s",
    async (fault) => {
      const at = await applied();
      await at.webex.turnKnobs({ faults: [`POST ${jobs}=${fault}`] });
      const { rows } = await at.apply(renumbered(three), accepting);
      expect(rows).toEqual([2, 3, 4].map((row) => `users.csv:${row} update succeeded`));
      expect(await placesAt(at)).toEqual(["ann Branch +31101234501/4000", "bob Branch /4001", "cas Branch /4002"]);
    },
  );

  it.each(["lost:2x", "503:2x", "garbage:2x", "half:2x"])("also alone, where answers are %s", async (fault) => {
    const at = await applied();
    await at.webex.turnKnobs({ faults: [`POST ${jobs}=${fault}`] });
    const { rows } = await at.apply({ users: renumbered(three).users?.slice(0, 1) ?? [] }, accepting);
    expect(rows).toEqual(["users.csv:2 update succeeded"]);
    expect(await placesAt(at)).toContain("ann Branch +31101234501/4000");
  });

  it("are asked about while their job takes long, and not moved again", async () => {
    const at = await applied();
    await at.webex.turnKnobs({ provisioningTimeMs: 1_500, faults: [`POST ${jobs}=lost:1x`] });
    const { rows } = await at.apply(renumbered(three), accepting);
    expect(rows).toEqual([2, 3, 4].map((row) => `users.csv:${row} update succeeded`));
  });

  it("are moved whatever shape the answers have", async () => {
    const emails = ["ann@example.com", "bob+dect@example.com", "cas@example.com"];
    const at = await applied(emails, { quirks: [{ kind: "jobs-nested", probability: 1 }] });
    const { rows } = await at.apply(renumbered(emails));
    expect(rows).toEqual([
      "users.csv:2 update succeeded",
      "users.csv:3 update failed 27969 in location",
      "users.csv:4 update succeeded",
    ]);
  });

  it("are moved by a plan that was signed after Webex was asked", async () => {
    const at = await applied();
    const { plan } = await at.plan(renumbered(three), { isPrechecking: true });
    const { rows } = await at.apply(renumbered(three), { signedPlan: plan });
    expect(rows).toEqual([2, 3, 4].map((row) => `users.csv:${row} update succeeded`));
  });

  it("that moved since a plan was signed stop its apply", async () => {
    const at = await applied();
    const { plan } = await at.plan(renumbered(three));
    await at.apply({ users: renumbered(three).users?.slice(1) ?? [] }, accepting);
    const { stopped, exitCode } = await at.apply(renumbered(three), { signedPlan: plan });
    expect(exitCode).toBe(2);
    expect(englishOf(stopped?.reason)).toContain("plan");
  });
});

describe("what a move takes away", () => {
  const emails = ["ann@example.com", "bob+voicemail@example.com", "cas+group@example.com", "dan+dect@example.com"];

  it("is checked by the plan with --precheck: errors refuse, losses need consent, the rest is a warning", async () => {
    const at = await applied(emails);
    const { plan, written } = await at.plan(renumbered(emails), { isPrechecking: true });
    expect(plan.rows.map(({ action, code }) => [action, code])).toEqual([
      ["update", undefined],
      ["refused", "impacts_not_accepted"],
      ["refused", "impacts_not_accepted"],
      ["refused", "27969"],
    ]);
    expect(written).toBeDefined();
    const accepted = await at.plan(renumbered(emails), { isPrechecking: true, ...accepting });
    expect(accepted.plan.rows.map(({ action }) => action)).toEqual(["update", "update", "update", "refused"]);
    expect(await placesAt(at)).toContain("ann Head Office +31201234501/4000");
    expect((await at.webex.stats()).writes).toBe(0);
  });

  it("is not taken away unless that is accepted, also without a precheck", async () => {
    const at = await applied(emails);
    const { rows, rowAt } = await at.apply(renumbered(emails));
    expect(rows).toEqual([
      "users.csv:2 update succeeded",
      "users.csv:3 update failed impacts_not_accepted in location",
      "users.csv:4 update failed impacts_not_accepted in location",
      "users.csv:5 update failed 27969 in location",
    ]);
    expect(rowAt("users.csv:3").hint).toContain("--accept-impacts");
    const accepted = await at.apply(renumbered(emails), accepting);
    expect(accepted.rows.slice(1, 3)).toEqual(["users.csv:3 update succeeded", "users.csv:4 update succeeded"]);
  });
});

describe("a number that does not move with its user", () => {
  it("stops the move, and says what lets it go", async () => {
    const at = await applied();
    const { rows, rowAt } = await at.apply(moving(three.slice(0, 1)));
    expect(rows).toEqual(["users.csv:2 update failed 10050010 in location"]);
    expect(rowAt("users.csv:2").hint).toContain("--allow-outage");
    expect(await placesAt(at)).toContain("ann Head Office +31201234501/4000");
  });

  it("is removed and added again with --allow-outage", async () => {
    const at = await applied();
    const { rows, exitCode } = await at.apply(moving(three, { phone_number: "" }), {
      isAllowingOutage: true,
      ...accepting,
    });
    expect(rows).toEqual([2, 3, 4].map((row) => `users.csv:${row} update succeeded`));
    expect(exitCode).toBe(0);
    expect(await placesAt(at)).toEqual(["ann Branch +31201234501/4000", "bob Branch /4001", "cas Branch /4002"]);
  });

  it.each([
    "DELETE /telephony/config/locations/{locationId}/numbers=lost:2x",
    "DELETE /telephony/config/locations/{locationId}/numbers=502:2x",
    "POST /telephony/config/locations/{locationId}/numbers=lost:2x",
    "POST /telephony/config/locations/{locationId}/numbers=503:2x",
    "PUT /people/{personId}=lost:2x",
    "PUT /people/{personId}=half:2x",
  ])("gets there also with %s", async (fault) => {
    const at = await applied();
    await at.webex.turnKnobs({ faults: [fault] });
    const { rows } = await at.apply(moving(three.slice(0, 1)), { isAllowingOutage: true, ...accepting });
    expect(rows).toEqual(["users.csv:2 update succeeded"]);
    expect(await placesAt(at)).toContain("ann Branch +31201234501/4000");
  });

  it("is in no way of the row of the location that lists it by then, nor released as surplus where it was", async () => {
    const at = await applied();
    const without = "+31201234500;+31201234502-+31201234509";
    const batch = {
      ...moving(three.slice(0, 1)),
      customers: [{ ...customers[0], hq_phone_numbers: without }],
      locations: [{ ...locations[0], phone_numbers: `${locations[0]?.phone_numbers};+31201234501;+31101234510` }],
    };
    const wishes = { isAllowingOutage: true, isRemovingNumbers: true, ...accepting };
    const { rows, errors } = await at.apply(batch, wishes);
    expect(rows).toEqual([
      "customers.csv:2 none unchanged",
      "locations.csv:2 update succeeded",
      "users.csv:2 update succeeded",
    ]);
    expect((await errors()).filter(({ code }) => code === "number_not_released")).toEqual([]);
    expect(await placesAt(at)).toContain("ann Branch +31201234501/4000");
    expect((await at.apply(batch, wishes)).rows.every((row) => row.endsWith("none unchanged"))).toBe(true);
  });

  it("goes to a location that the same batch makes, once that is connected", async () => {
    const at = await applied();
    const utrecht = { name: "Utrecht", pstn: "Simulated Carrier", phone_numbers: "+31201234501" };
    const users = [{ ...usersOf(three)[0], location: "Utrecht" }];
    const { rows } = await at.apply({ locations: [utrecht], users }, { isAllowingOutage: true, ...accepting });
    expect(rows).toEqual(["locations.csv:2 create succeeded", "users.csv:2 update succeeded"]);
    expect(await placesAt(at)).toContain("ann Utrecht +31201234501/4000");
  });

  it("blocks the row of a location that lists it, where the person stays", async () => {
    const at = await applied();
    const list = [{ ...locations[0], phone_numbers: `${locations[0]?.phone_numbers};+31201234501` }];
    const { rows } = await at.apply({ ...moving(three.slice(0, 1)), locations: list }, accepting);
    expect(rows).toEqual(["locations.csv:2 update blocked blocked", "users.csv:2 update failed 10050010 in location"]);
  });

  it("is released at once if a precheck has shown that it stays", async () => {
    const at = await applied();
    const wishes = { isPrechecking: true, isAllowingOutage: true, ...accepting };
    const { rows } = await at.apply(moving(three, { phone_number: "" }), wishes);
    expect(rows).toEqual([2, 3, 4].map((row) => `users.csv:${row} update succeeded`));
    expect(await placesAt(at)).toEqual(["ann Branch +31201234501/4000", "bob Branch /4001", "cas Branch /4002"]);
    expect(await requests(at)).not.toHaveProperty(`GET ${jobs}/{jobId}/errors`);
  });

  it("is not let go where the new location takes none", async () => {
    const at = await operator();
    const integrated = [{ name: "Integrated Branch" }];
    await at.apply({ templates, customers, locations: integrated, users: usersOf(three) });
    const batch = { users: [{ ...usersOf(three)[0], location: "Integrated Branch" }] };
    const { rows } = await at.apply(batch, { isAllowingOutage: true, ...accepting });
    expect(rows).toEqual(["users.csv:2 update failed number_stays_behind in phone_number"]);
    expect(await placesAt(at)).toContain("ann Head Office +31201234501/4000");
  });
});

describe("the undo of a move", () => {
  it("brings people back to where they were, with the number that they had", async () => {
    const at = await applied();
    const before = await placesAt(at);
    const { runId } = await at.apply(renumbered(three), accepting);
    expect(await placesAt(at)).not.toEqual(before);
    const { rows, shown } = await at.undo(runId);
    expect(rows).toEqual([2, 3, 4].map((row) => `users.csv:${row} update succeeded`));
    expect(shown[1]?.changes).toEqual([{ field: "location", before: "Branch", after: "Head Office" }]);
    expect(await placesAt(at)).toEqual(before);
  });

  it("brings the number back too that was removed and added", async () => {
    const at = await applied();
    const before = await placesAt(at);
    const { runId } = await at.apply(moving(three.slice(0, 1)), { isAllowingOutage: true, ...accepting });
    expect(await placesAt(at)).not.toEqual(before);
    const { rows } = await at.undo(runId);
    expect(rows).toEqual(["users.csv:2 update succeeded"]);
    expect(await placesAt(at)).toEqual(before);
  });

  it("leaves alone whom somebody has moved on since", async () => {
    const at = await applied();
    const { runId } = await at.apply(renumbered(three), accepting);
    await at.apply({
      locations: [{ name: "Utrecht", pstn: "Simulated Carrier" }],
      users: [{ ...usersOf(three)[1], location: "Utrecht" }],
    });
    const { rows } = await at.undo(runId);
    expect(rows[1]).toBe("users.csv:3 update failed changed_since");
    expect(await placesAt(at)).toContain("bob Utrecht /4001");
  });
});
