/** The undo of other packages of users: those that they had come back, with the line that went with calling. */
import { describe, expect, it } from "vitest";
import { operator } from "../support/operator.ts";
import type { Batch } from "../support/write-batch.ts";

const packages = "webex_calling;webex_meetings;webex_suite;attendant_console";
const first: Batch & { readonly users: NonNullable<Batch["users"]> } = {
  templates: [{}],
  customers: [{ packages, hq_pstn: "Simulated Carrier", hq_phone_numbers: "+31201234500-+31201234509" }],
  users: [
    { phone_number: "+31201234501" },
    { package: "webex_suite", addons: "attendant_console" },
    { package: "webex_meetings", location: "", extension: "" },
  ],
};
const [ann = {}, bob = {}, cees = {}] = first.users;

/** Packages and extension of each user, in the order of their addresses. */
async function usersAt({ webex }: Awaited<ReturnType<typeof operator>>) {
  const { subscribers = [], people = [] } = await webex.state();
  return subscribers
    .toSorted((one, other) => String(one.email).localeCompare(String(other.email)))
    .map(({ packages: codes, personId }) => [codes, people.find(({ id }) => id === personId)?.extension]);
}

describe("undo of other packages", () => {
  it("gives back those before, and the line of somebody who lost calling to somebody who got it", async () => {
    const at = await operator();
    await at.apply(first);
    const was = await usersAt(at);
    const quitting = { ...ann, package: "webex_meetings", phone_number: "", extension: "", location: "" };
    const beginning = { ...cees, package: "webex_calling", phone_number: "+31201234501", location: "Head Office" };
    const { runId, exitCode } = await at.apply({
      users: [quitting, { ...bob, package: "webex_calling", addons: "" }, { ...beginning, extension: "4000" }],
    });
    expect(exitCode).toBe(0);
    expect(await usersAt(at)).not.toEqual(was);
    const undone = await at.undo(runId);
    expect(undone.results.map(({ action, status, message }) => message || `${action} ${status}`)).toEqual(
      Array(3).fill("update succeeded"),
    );
    expect(await usersAt(at)).toEqual(was);
    const { numbers = [], people = [] } = await at.webex.state();
    const holder = people.find(({ email }) => email === "user1@example.com");
    expect(numbers.find(({ number }) => number === "+31201234501")?.ownerId).toBe(holder?.id);
    expect((await at.apply(first)).results.every(({ status }) => status === "unchanged")).toBe(true);
  });

  it("is refused where somebody has changed them since", async () => {
    const at = await operator();
    await at.apply(first);
    const { runId } = await at.apply({ users: [{ ...ann, package: "webex_suite" }] });
    await at.apply({ users: [{ ...ann, package: "webex_calling" }] });
    expect((await at.undo(runId)).rowAt("users.csv:2")).toMatchObject({ status: "unchanged" });
    const again = await at.apply({ users: [{ ...ann, package: "webex_suite" }] });
    await at.apply({ users: [{ ...ann, package: "webex_suite", addons: "attendant_console" }] });
    expect((await at.undo(again.runId)).rowAt("users.csv:2")).toMatchObject({
      status: "failed",
      error_code: "changed_since",
    });
  });

  it("never lowers a full administrator", async () => {
    const at = await operator();
    await at.apply(first);
    const raised = { ...cees, package: "webex_calling", location: "Head Office", extension: "4010" };
    const { runId } = await at.apply({ users: [bob, ann, raised] });
    await at.apply({ users: [bob, ann, { ...raised, roles: "full_admin" }] });
    expect((await at.undo(runId)).rowAt("users.csv:4")).toMatchObject({
      status: "failed",
      error_code: "admin_downgrade",
    });
  });
});
