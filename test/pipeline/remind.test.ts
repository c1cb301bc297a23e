/** The consent mail again, to users of a run who have not consented yet. */
import { describe, expect, it } from "vitest";
import { type Operator, operator } from "../support/operator.ts";
import { runHere } from "../support/run-here.ts";

const [ann, bob] = ["ann+consent@example.com", "bob+consent@example.com"];
const users = [{ email: "carl@example.com" }, { email: ann }, { email: bob }];
const route = "POST /subscribers/{subscriberId}/emails/consentMove";

async function waitingForTwo() {
  const at = await operator();
  at.travelTo("2026-11-22T12:00:00Z");
  const { runId, rows } = await at.apply({ templates: [{}], customers: [{}], users });
  expect(rows.slice(2)).toEqual([
    "users.csv:2 create succeeded",
    "users.csv:3 create pending pending_user_migration",
    "users.csv:4 create pending pending_user_migration",
  ]);
  await at.webex.forgetStats();
  return { at, runId };
}

const mails = async ({ webex }: Operator) => (await webex.stats()).requests[route] ?? {};

describe("a reminder", () => {
  it("goes to those alone who have not consented, at their place in the sheet, and to nobody twice in a day", async () => {
    const { at, runId } = await waitingForTwo();
    await at.webex.act({ kind: "accept_consent", email: bob });
    const first = await at.remind(runId);
    expect(first?.rows).toEqual(["users.csv:3 update succeeded", "users.csv:4 none unchanged"]);
    expect([first?.exitCode, await mails(at)]).toEqual([0, { 204: 1 }]);
    expect(first?.results.map(({ customer, key }) => `${customer} ${key}`)).toEqual([`C1 ${ann}`, `C1 ${bob}`]);

    at.travelTo("2026-11-23T11:00:00Z");
    await at.remind(runId);
    expect(await mails(at)).toEqual({ 204: 1 });
    at.travelTo("2026-11-23T13:00:00Z");
    expect((await at.remind(runId))?.rows).toContain("users.csv:3 update succeeded");
    expect(await mails(at)).toEqual({ 204: 2 });
  });

  it("whose answer is lost is reported as sent or unknown, and not repeated", async () => {
    const { at, runId } = await waitingForTwo();
    await at.webex.turnKnobs({ faults: [`${route}=lost:1x`] });
    const run = await at.remind(runId);
    expect(run?.rows).toEqual(["users.csv:3 update succeeded", "users.csv:4 update succeeded"]);
    expect((await run?.errors())?.map(({ code }) => code)).toEqual(["reminder_sent_or_unknown"]);
    expect(await mails(at)).toEqual({ 204: 1, lost: 1 });
    expect(await at.remind(runId)).toBeUndefined();
    expect(await mails(at)).toEqual({ 204: 1, lost: 1 });
  });

  it("is repeated where nothing was sent, and fails with the reason where Webex refuses it", async () => {
    const { at, runId } = await waitingForTwo();
    const oneUser = "GET /wholesale/subscribers/{subscriberId}";
    await at.webex.turnKnobs({ faults: [`${oneUser}=503:2x`, `${route}=429:1x`, `${route}=400:1x`] });
    const refused = await at.remind(runId);
    expect(refused?.results.map(({ status, error_code }) => `${status} ${error_code}`.trim()).toSorted()).toEqual([
      "failed http_400",
      "succeeded",
    ]);
    expect(await mails(at)).toEqual({ 204: 1, 400: 1, 429: 1 });
    const again = await at.remind(runId);
    expect(again?.results.map(({ key, status }) => `${key} ${status}`)).toEqual(
      refused?.results.flatMap(({ key, status }) => (status === "failed" ? [`${key} succeeded`] : [])),
    );
  });

  it("is of a run with users, and cannot be taken back or corrected", async () => {
    const { at, runId } = await waitingForTwo();
    const run = await at.remind(runId);
    await expect(at.remind(run?.runId ?? "")).rejects.toMatchObject({ code: "nothing_to_remind" });
    await expect(at.undo(run?.runId ?? "")).rejects.toMatchObject({ code: "nothing_to_undo" });
    await expect(at.retry(run?.runId)).rejects.toMatchObject({ code: "nothing_to_retry" });
    await at.webex.act({ kind: "accept_consent", email: ann });
    await at.webex.act({ kind: "accept_consent", email: bob });
    expect((await at.resume(runId)).exitCode).toBe(0);
    await expect(at.remind(runId)).resolves.toBeUndefined();
  });

  it("can be given on the command line", async () => {
    const { at, runId } = await waitingForTwo();
    const state = ["--state", at.stateFolder];
    const told = await runHere(["remind", runId, ...state], at.folder);
    expect([told.code, await mails(at)], told.err).toEqual([0, { 204: 2 }]);
    const again = await runHere(["remind", runId, ...state], at.folder);
    expect([again.code, again.out]).toEqual([0, expect.stringContaining("Nobody has to be reminded")]);
    expect(again.err).toContain("2 people are left out: the email was sent again within the last 24 hours");
  });
});
