/** Users who are at Webex and change: number, extension, names; with answers that say yes and mean no, or the other way round. */
import { describe, expect, it } from "vitest";
import { operator } from "../support/operator.ts";
import type { Batch } from "../support/write-batch.ts";

const templates = [{}];
const customers = [
  { hq_pstn: "Simulated Carrier", hq_phone_numbers: "+31201234500-+31201234509", hq_main_number: "+31201234500" },
];
const first: Batch = {
  templates,
  customers,
  users: [
    { phone_number: "+31201234501", roles: "device_admin" },
    { phone_number: "", extension: "4001" },
  ],
};
const { users: [ann = {}, bob = {}] = [] } = first;

type Operator = Awaited<ReturnType<typeof operator>>;

/** Who has which line, title and name at Webex. */
async function peopleAt({ webex }: Operator) {
  const { people = [], numbers = [], subscribers = [] } = await webex.state();
  const byEmail = people.toSorted((one, other) => String(one.email).localeCompare(String(other.email)));
  return byEmail.flatMap((person) => {
    const subscriber = subscribers.find(({ personId }) => personId === person.id);
    if (!subscriber) return [];
    const number = numbers.find(({ ownerId }) => ownerId === person.id)?.number ?? "";
    const { email, firstName, lastName, title, roles, extension } = person;
    const displayName = person.displayName ?? `${firstName} ${lastName}`;
    return [
      {
        email,
        firstName,
        lastName,
        displayName,
        title,
        roles,
        line: `${number}/${extension}`,
        packages: subscriber.packages,
      },
    ];
  });
}

const lines = async (at: Operator) => (await peopleAt(at)).map(({ line }) => line);

async function applied(faults: readonly string[] = []) {
  const at = await operator();
  await at.apply(first);
  await at.webex.turnKnobs({ faults });
  await at.webex.forgetStats();
  return at;
}

const accepting = { isAcceptingImpacts: true };

const requests = async ({ webex }: Operator) => {
  const { requests } = await webex.stats();
  return Object.fromEntries(
    Object.entries(requests).map(([route, by]) => [route, Object.values(by).reduce((sum, count) => sum + count, 0)]),
  );
};

const changed = (one: object, other: object = {}): Batch => ({
  ...first,
  users: [
    { ...ann, ...one },
    { ...bob, ...other },
  ],
});

describe("a number or an extension of a user", () => {
  it("is changed, and nothing else of the person is", async () => {
    const at = await applied();
    const { rows } = await at.apply(
      changed({ phone_number: "+31201234502", extension: "4700" }, { extension: "4701" }),
    );
    expect(rows.slice(2)).toEqual(["users.csv:2 update succeeded", "users.csv:3 update succeeded"]);
    expect(await peopleAt(at)).toMatchObject([
      { line: "+31201234502/4700", roles: ["id_device_admin"], packages: ["webex_calling"], lastName: "Visser 1" },
      { line: "/4701", packages: ["webex_calling"], firstName: "Ann" },
    ]);
    expect(await requests(at)).toMatchObject({ "PUT /people/{personId}": 2, "GET /people/{personId}": 4 });
    const again = await at.apply(changed({ phone_number: "+31201234502", extension: "4700" }, { extension: "4701" }));
    expect(again.rows.slice(2)).toEqual(["users.csv:2 none unchanged", "users.csv:3 none unchanged"]);
  });

  it("shows in the plan as it was and as it will be", async () => {
    const at = await applied();
    const { plan } = await at.plan(changed({ phone_number: "+31201234502" }));
    const [line] = plan.rows.filter(({ at: { sheet }, action }) => sheet === "users" && action !== "none");
    expect(line).toMatchObject({
      action: "update",
      changes: [{ field: "phone_number", before: "+31201234501", after: "+31201234502" }],
    });
  });

  it("that the location lacks is added to it first; the one before stays there, free", async () => {
    const at = await applied();
    const batch = changed({ phone_number: "+31201234599" });
    const { rowAt } = await at.apply({ ...batch, customers: [], templates: [] });
    expect(rowAt("users.csv:2")).toMatchObject({ action: "update", status: "succeeded" });
    const { numbers = [] } = await at.webex.state();
    const owners = numbers.map(({ number, ownerId }) => `${number} ${ownerId ? "held" : "free"}`);
    expect(owners).toContain("+31201234599 held");
    expect(owners).toContain("+31201234501 free");
  });

  it("that a workspace has is refused by name", async () => {
    const at = await applied();
    await at.apply({ locations: [{ name: "Workspaces" }], users: [{ ...bob, location: "Workspaces" }] }, accepting);
    const { rowAt } = await at.apply({ users: [{ ...bob, location: "Workspaces", extension: "990" }] });
    expect(rowAt("users.csv:2")).toMatchObject({ status: "failed", error_code: "line_in_use" });
    expect(rowAt("users.csv:2").message).toContain("the workspace Room 1");
  });

  it("passes from one to the other when that one gives it up in the same batch", async () => {
    const at = await applied();
    const { rows } = await at.apply(changed({ extension: "4001" }, { extension: "4800" }));
    expect(rows.slice(2)).toEqual(["users.csv:2 update succeeded", "users.csv:3 update succeeded"]);
    expect(await lines(at)).toEqual(["+31201234501/4001", "/4800"]);
  });

  it.each(["lost:2x", "reset:2x", "503:2x", "garbage:2x", "half:2x"])(
    "is changed once, and rightly, where the answer is %s",
    async (fault) => {
      const at = await applied([`PUT /people/{personId}=${fault}`]);
      const { rows } = await at.apply(changed({ phone_number: "+31201234502", extension: "4700" }));
      expect(rows.slice(2)).toEqual(["users.csv:2 update succeeded", "users.csv:3 none unchanged"]);
      expect(await peopleAt(at)).toMatchObject([
        { line: "+31201234502/4700", roles: ["id_device_admin"], packages: ["webex_calling"] },
        { line: "/4001" },
      ]);
    },
  );

  it("that was changed in part is reported as that, and the next run does the rest", async () => {
    const at = await applied(["PUT /people/{personId}=half"]);
    const { rowAt } = await at.apply(changed({ phone_number: "+31201234502", extension: "4700" }));
    expect(rowAt("users.csv:2")).toMatchObject({ action: "update", status: "failed" });
    expect(rowAt("users.csv:2").message).toContain("phone_number changed, extension did not.");
    await at.webex.turnKnobs({ faults: [] });
    const { rows } = await at.apply(changed({ phone_number: "+31201234502", extension: "4700" }));
    expect(rows[2]).toBe("users.csv:2 update succeeded");
    expect(await lines(at)).toEqual(["+31201234502/4700", "/4001"]);
  });

  it("is refused by Webex with its reason, and stays as it was", async () => {
    const at = await applied(["PUT /people/{personId}=400"]);
    const { rowAt } = await at.apply(changed({ extension: "4700" }));
    expect(rowAt("users.csv:2")).toMatchObject({ action: "update", status: "failed", error_code: "http_400" });
    expect(await lines(at)).toEqual(["+31201234501/4000", "/4001"]);
  });
});

describe("a row with neither a number nor an extension", () => {
  it("changes neither of somebody who has them", async () => {
    const at = await applied();
    const { rows } = await at.apply({
      users: [
        { phone_number: "", extension: "", title: "Manager" },
        { phone_number: "", extension: "" },
      ],
    });
    expect(rows).toEqual(["users.csv:2 update succeeded", "users.csv:3 none unchanged"]);
    expect(await lines(at)).toEqual(["+31201234501/4000", "/4001"]);
    expect(await requests(at)).not.toHaveProperty("PUT /people/{personId}");
    const whole = await at.apply(changed({ phone_number: "", extension: "" }, { extension: "" }));
    expect(whole.rows.slice(2)).toEqual(["users.csv:2 none unchanged", "users.csv:3 none unchanged"]);
  });

  it("is refused for a new user, and for one whose calling begins", async () => {
    const at = await applied();
    await at.apply({ users: [{ email: "cas@example.com", package: "webex_meetings", location: "", extension: "" }] });
    const { rows, errors } = await at.apply({
      users: [
        { email: "new@example.com", phone_number: "", extension: "" },
        { email: "cas@example.com", phone_number: "", extension: "" },
      ],
    });
    const refused = "none invalid number_or_extension_required in phone_number";
    expect(rows).toEqual([`users.csv:2 ${refused}`, `users.csv:3 ${refused}`]);
    expect((await errors()).map(({ code }) => code)).not.toContain("line_will_be_looked_up");
  });
});

describe("a user whom a directory feeds", () => {
  it("has the old name again, and a later run that looks there says so", async () => {
    const at = await operator();
    const synced = { email: "ann+synced@example.com", phone_number: "+31201234501" };
    await at.apply({ templates, customers, users: [synced] });
    const renamed = { ...synced, last_name: "Bakker" };
    expect((await at.apply({ users: [renamed] })).rows).toEqual(["users.csv:2 update succeeded"]);
    const { rows, errors } = await at.apply({ users: [{ ...renamed, roles: "device_admin" }] });
    expect(rows).toEqual(["users.csv:2 update succeeded"]);
    expect(await errors()).toContainEqual(
      expect.objectContaining({ code: "directory_sets_back", severity: "warning", column: "last_name" }),
    );
  });

  it("is not warned of where nothing was set back", async () => {
    const at = await applied();
    await at.apply(changed({ last_name: "Bakker" }));
    const { errors } = await at.apply(changed({ last_name: "Bakker", roles: "user_admin" }));
    expect(await errors()).toEqual([]);
  });
});

describe("the names of a user", () => {
  it("are changed with title and roles by one request", async () => {
    const at = await applied();
    const wanted = changed({ last_name: "de Boer", title: "Head baker", roles: "device_admin;user_admin" });
    const { rows } = await at.apply(wanted);
    expect(rows.slice(2)).toEqual(["users.csv:2 update succeeded", "users.csv:3 none unchanged"]);
    expect(await peopleAt(at)).toMatchObject([
      {
        ...{ firstName: "Ann", lastName: "de Boer", displayName: "Ann de Boer", title: "Head baker" },
        ...{ roles: ["id_device_admin", "id_user_admin"], line: "+31201234501/4000" },
      },
      { lastName: "Visser 2" },
    ]);
    expect((await requests(at))["PATCH /identity/scim/{orgId}/v2/Users/{userId}"]).toBe(1);
    expect((await at.apply(wanted)).rows.slice(2)).toEqual([
      "users.csv:2 none unchanged",
      "users.csv:3 none unchanged",
    ]);
  });

  it("are changed rightly where a part of the request was carried out before it failed", async () => {
    const at = await applied(["PATCH /identity/scim/{orgId}/v2/Users/{userId}=half:2x"]);
    const { rows } = await at.apply(changed({ first_name: "Anna", last_name: "de Boer" }));
    expect(rows[2]).toBe("users.csv:2 update succeeded");
    expect(await peopleAt(at)).toMatchObject([
      { firstName: "Anna", lastName: "de Boer", displayName: "Anna de Boer" },
      {},
    ]);
  });
});

describe("undo of such changes", () => {
  const wanted = changed({ phone_number: "+31201234588", last_name: "de Boer", roles: "device_admin;user_admin" });

  it("gives back number, names and roles, and takes out the number that was added", async () => {
    const at = await applied();
    const before = [await peopleAt(at), (await at.webex.state()).numbers];
    const { runId } = await at.apply({ users: wanted.users ?? [] });
    expect((await peopleAt(at))[0]).toMatchObject({ line: "+31201234588/4000", lastName: "de Boer" });
    const { rows, shown } = await at.undo(runId);
    expect(rows).toEqual(["users.csv:2 update succeeded", "users.csv:3 none unchanged"]);
    expect(shown[0]?.changes).toContainEqual({ field: "phone_number", before: "+31201234588", after: "+31201234501" });
    const after = [await peopleAt(at), (await at.webex.state()).numbers];
    expect(after).toEqual(before);
  });

  it("does not change what someone has changed since, and says what", async () => {
    const at = await applied();
    const { runId } = await at.apply(changed({ last_name: "de Boer" }));
    await at.apply(changed({ last_name: "Jansen" }));
    const { rowAt } = await at.undo(runId);
    expect(rowAt("users.csv:2")).toMatchObject({ status: "failed", error_code: "changed_since" });
    expect(rowAt("users.csv:2").message).toContain("last_name is Jansen instead of de Boer");
    expect((await peopleAt(at))[0]?.lastName).toBe("Jansen");
  });
});
