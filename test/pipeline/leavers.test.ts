/** Users whose rows say that they are to go: what is left of them, what is refused, what comes back. */

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { englishOf } from "../support/english-of.ts";
import { operator } from "../support/operator.ts";
import { type Exchange, recordBetween } from "../support/recording-proxy.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import type { Batch } from "../support/write-batch.ts";

const templates = [{}];
const customers = [
  { hq_pstn: "Simulated Carrier", hq_phone_numbers: "+31201234500-+31201234509", hq_main_number: "+31201234500" },
];
const usersOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ phone_number: index === 0 ? "+31201234501" : "" }));
const leaving = (email: string, action = "remove") => ({
  ...{ email, action, first_name: "", last_name: "", package: "", location: "", extension: "", phone_number: "" },
});

async function applied(count = 3) {
  const at = await operator();
  await at.apply({ templates, customers, users: usersOf(count) });
  await at.webex.forgetStats();
  return at;
}

type Operator = Awaited<ReturnType<typeof operator>>;

const emailsAt = async ({ webex }: Operator) => {
  const { people = [], subscribers = [] } = await webex.state();
  const emails = (rows: readonly Record<string, unknown>[]) => rows.map(({ email }) => String(email)).toSorted();
  return { people: emails(people), subscribers: emails(subscribers) };
};

async function folderOf(users: string): Promise<string> {
  const folder = await makeTemporaryFolder();
  await writeFile(join(folder, "users.csv"), users);
  return folder;
}

describe("a list of those to remove", () => {
  it("needs no columns but their keys and action", async () => {
    const at = await applied();
    const list = "customer,email,action\nC1,user1@example.com,remove\nC1,user2@example.com,\n";
    const { rows, errors } = await at.apply(await folderOf(list));
    expect(rows).toEqual(["users.csv:2 delete succeeded", "users.csv:3 none invalid required in first_name"]);
    expect((await errors()).map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      "3 first_name required",
      "3 last_name required",
      "3 package required",
    ]);
    expect((await emailsAt(at)).people).toEqual(["admin@c1.example.com", "user2@example.com", "user3@example.com"]);
  });

  it("still needs the columns of their keys", async () => {
    const at = await applied();
    const { errors } = await at.apply(await folderOf("email,action\nuser1@example.com,remove\n"));
    expect((await errors()).map(({ column, code }) => `${column} ${code}`)).toEqual(["customer missing_column"]);
  });
});

describe("a user to remove", () => {
  it.each(["remove", "Delete", "verwijderen"])(
    "is removed by a row with only customer and email that says %s",
    async (word) => {
      const at = await applied();
      const batch: Batch = { users: [leaving("user1@example.com", word)] };
      const { rows, exitCode } = await at.apply(batch);
      expect([rows, exitCode]).toEqual([["users.csv:2 delete succeeded"], 0]);
      expect((await emailsAt(at)).subscribers).toEqual(["user2@example.com", "user3@example.com"]);
      expect((await emailsAt(at)).people).not.toContain("user1@example.com");
      const { numbers = [] } = await at.webex.state();
      expect(numbers.find(({ number }) => number === "+31201234501")).toMatchObject({ ownerId: null });
      const again = await at.apply(batch);
      expect(again.rows).toEqual(["users.csv:2 none unchanged"]);
      expect((await again.errors()).map(({ code, column }) => `${code} ${column}`)).toEqual([
        "nothing_to_remove email",
      ]);
    },
  );

  it("who is not there is told, with whom it may be", async () => {
    const at = await applied();
    const { rows, errors } = await at.apply({ users: [leaving("usr1@example.com")] });
    expect(rows).toEqual(["users.csv:2 none unchanged"]);
    const [warning] = await errors();
    expect(warning).toMatchObject({ severity: "warning", code: "nothing_to_remove" });
    expect(warning?.hint).toContain("user1@example.com");
  });

  it.each([
    [{ users: [{ ...leaving("user1@example.com"), customer: "C9" }] }, "users.csv:2", "email"],
    [{ customers: [{ external_id: "C9", action: "remove" }] }, "customers.csv:2", "external_id"],
    [{ locations: [{ name: "Nowhere", action: "remove" }] }, "locations.csv:2", "name"],
  ])("of an unknown customer, and what else is not there, is told, too", async (batch, address, column) => {
    const at = await applied();
    const { rows, errors } = await at.apply(batch, { isRemovingCustomers: true });
    expect(rows).toEqual([`${address} none unchanged`]);
    expect((await errors()).map(({ code, column }) => `${code} ${column}`)).toContain(`nothing_to_remove ${column}`);
  });

  it("stays as a person with --keep-person", async () => {
    const at = await applied();
    const { rows } = await at.apply({ users: [leaving("user1@example.com")] }, { isKeepingPersons: true });
    expect(rows).toEqual(["users.csv:2 delete succeeded"]);
    expect((await emailsAt(at)).people).toContain("user1@example.com");
    expect((await emailsAt(at)).subscribers).not.toContain("user1@example.com");
  });

  it("leaves the number to a successor in the same batch", async () => {
    const at = await applied();
    const successor = { email: "new@example.com", phone_number: "+31201234501", extension: "4000" };
    const { rows } = await at.apply({ users: [successor, leaving("user1@example.com")] });
    expect(rows).toEqual(["users.csv:2 create succeeded", "users.csv:3 delete succeeded"]);
  });

  it.each(["lost:1x", "reset:1x", "503:2x", "garbage:1x"])("is removed once when answers are %s", async (fault) => {
    const at = await applied();
    await at.webex.turnKnobs({ faults: ["subscribers/{subscriberId}", "people"].map(() => `DELETE *=${fault}`) });
    expect((await at.apply({ users: [leaving("user1@example.com")] })).rows).toEqual(["users.csv:2 delete succeeded"]);
    expect((await emailsAt(at)).people).not.toContain("user1@example.com");
  });

  it("whose action is not understood is refused, not kept", async () => {
    const at = await applied();
    const { rows } = await at.apply({ users: [{ action: "weg" }] });
    expect(rows).toEqual(["users.csv:2 none invalid action_not_understood in action"]);
    expect((await at.webex.stats()).writes).toBe(0);
  });

  it("is restored by an undo, and what is lost is reported", async () => {
    const at = await applied();
    const { runId } = await at.apply({ users: [leaving("user1@example.com")] });
    const { rows, errors } = await at.undo(runId);
    expect(rows).toEqual(["users.csv:2 create succeeded"]);
    const { people = [], numbers = [] } = await at.webex.state();
    const back = people.find(({ email }) => email === "user1@example.com");
    expect(back).toMatchObject({ firstName: "Ann", lastName: "Visser 1", extension: "4000" });
    expect(numbers.find(({ number }) => number === "+31201234501")?.ownerId).toBe(back?.id);
    expect((await errors()).map(({ code, severity }) => `${severity} ${code}`)).toEqual(["warning undo_by_hand"]);
  });
});

describe("removals in a customer with other rows", () => {
  /** Writes in the order in which they came. */
  async function recorded(batch: Batch, faults: readonly string[] = []) {
    const gone: Exchange[][] = [];
    const at = await operator({}, async (origin) => {
      const { exchanges, baseUrl } = await recordBetween(origin);
      gone.push(exchanges);
      return baseUrl;
    });
    await at.apply({ templates, customers, users: usersOf(6) });
    const [exchanges = []] = gone;
    const before = exchanges.length;
    await at.webex.turnKnobs({ faults });
    const { rows } = await at.apply(batch);
    const isWrite = ({ method, path }: Exchange) => method !== "GET" && !path.endsWith("/invoke");
    return {
      rows,
      methods: exchanges
        .slice(before)
        .filter(isWrite)
        .map(({ method }) => method),
    };
  }
  const two = [leaving("user1@example.com"), leaving("user2@example.com")];
  const others = { users: [...two, {}, {}, {}, {}].map((row, index) => ({ ...row, title: index > 1 ? "Baker" : "" })) };

  it("come after the changes, wherever their rows stand, and however often a change is repeated", async () => {
    const { rows, methods } = await recorded(others, ["PATCH *=503:3x"]);
    expect(rows.map((row) => row.split(" ").slice(1).join(" "))).toEqual([
      ...Array(2).fill("delete succeeded"),
      ...Array(4).fill("update succeeded"),
    ]);
    expect(methods).toEqual([...Array(7).fill("PATCH"), ...Array(4).fill("DELETE")]);
  });

  it("are carried out although a change is refused", async () => {
    const { rows } = await recorded(others, ["PATCH *=400:1x"]);
    expect(rows.filter((row) => row.endsWith("delete succeeded"))).toHaveLength(2);
    expect(rows.filter((row) => row.includes("update failed"))).toHaveLength(1);
  });
});

describe("a new customer whose administrator leaves another one in the same run", () => {
  const firm = { external_id: "C2", name: "Two", admin_email: "user1@example.com" };

  it("is not made before that is done, with the reason; a retry makes it", async () => {
    const at = await applied();
    const { rows, rowAt, runId } = await at.apply({
      customers: [firm],
      users: [leaving("user1@example.com"), { customer: "C2", email: "new@example.com" }],
    });
    expect(rows).toEqual([
      "customers.csv:2 create failed admin_leaves_first in admin_email",
      "users.csv:2 delete succeeded",
      "users.csv:3 create blocked blocked",
    ]);
    expect(rowAt("customers.csv:2").message).toContain("(users.csv:2)");
    expect((await at.webex.stats()).requests).not.toHaveProperty("POST /wholesale/customers");
    const again = await at.retry(runId);
    expect(again.rows).toEqual(["customers.csv:2 create succeeded", "users.csv:2 create succeeded"]);
  });

  it("is created at once if the user is already gone", async () => {
    const at = await applied();
    await at.apply({ users: [leaving("user1@example.com")] });
    const { rows } = await at.apply({ customers: [firm], users: [leaving("user1@example.com")] });
    expect(rows).toEqual(["customers.csv:2 create succeeded", "users.csv:2 none unchanged"]);
    const next = await at.apply({ customers: [firm], users: [leaving("user1@example.com")] });
    expect(next.rows).toEqual(["customers.csv:2 none unchanged", "users.csv:2 none unchanged"]);
  });
});

describe("many removals", () => {
  const half = { users: Array.from({ length: 15 }, (_, index) => leaving(`user${index + 1}@example.com`)) };

  it("of one customer are refused before anything is sent, unless their number is given", async () => {
    const at = await applied(30);
    const refused = await at.apply(half);
    expect(refused.exitCode).toBe(2);
    expect(englishOf(refused.stopped?.reason)).toContain("15 of the 30 users of C1 would be removed");
    expect(englishOf(refused.stopped?.reason)).toContain("removals_not_confirmed");
    expect((await at.apply(half, { maxRemovals: 14 })).exitCode).toBe(2);
    expect((await at.webex.stats()).writes).toBe(0);
    expect((await at.apply(half, { maxRemovals: 15 })).exitCode).toBe(0);
    expect((await emailsAt(at)).subscribers).toHaveLength(15);
  });

  it("go on when a person has typed their number", async () => {
    const at = await applied(30);
    expect((await at.apply(half, { confirmRemovals: async (removals) => removals !== 15 })).exitCode).toBe(2);
    expect((await at.apply(half, { confirmRemovals: async (removals) => removals === 15 })).exitCode).toBe(0);
  });
});
