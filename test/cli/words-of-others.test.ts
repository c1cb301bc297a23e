/** Whatever others write, in sheets, names or answers: on the screen it steers nothing, hides nothing, and tells no token. */
import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { hurriedClock } from "../support/hurried-clock.ts";
import { runHere } from "../support/run-here.ts";
import { samplesFolder } from "../support/run-program.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { textRow, writeWorkbook } from "../support/workbook-builder.ts";
import { writeBatch } from "../support/write-batch.ts";
import { type Answering, startAnswerServer } from "../webex/support/answer-server.ts";

const hostile = "\u001b]0;owned\u0007\u001b[2J\r\nstopped: forged \u009b31m\u202ebad\u200b";
/** Steers a terminal or hides: all but the line breaks that are ours. */
const steers = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const token = "the-secret-token";

async function answering(answer: Answering): Promise<string> {
  const server = await startAnswerServer(answer);
  onTestFinished(() => server.close());
  return `${server.origin}/v1`;
}

async function textsIn(folder: string): Promise<string> {
  const paths = (await readdir(folder, { recursive: true })).map((name) => join(folder, name));
  const files = await Promise.all(paths.map(async (path) => ((await stat(path)).isFile() ? readFile(path) : "")));
  return files.map((bytes) => bytes.toString("latin1")).join("\n");
}

describe("a target", () => {
  const words = `${hostile} Bearer ${token}`;
  const body = { message: words, errors: [{ description: words, errorCode: words }], trackingId: words };

  it.each([400, 401, 403, 404, 409])("that refuses the first question with such words: %i", async (status) => {
    const headers = { trackingid: encodeURI(words) };
    const baseUrl = await answering(() => ({ status, headers, body }));
    const folder = await makeTemporaryFolder();
    for (const args of [
      ["auth", "check"],
      ["plan", samplesFolder],
      ["apply", samplesFolder, "--yes"],
      ["export", "x"],
    ]) {
      const flags = [...(args[0] === "auth" ? [] : ["--target", "webex"]), "--base-url", baseUrl];
      const { out, err } = await runHere([...args, ...flags], folder, { WEBEX_ACCESS_TOKEN: token }, hurriedClock(500));
      expect(out + err).toContain("stopped: forged");
      expect(out + err).not.toMatch(steers);
      expect(out + err + (await textsIn(folder))).not.toContain(token);
    }
  });
});

it("what a target lists is shown as text: its organization, and the customers that are named where one is unknown", async () => {
  const customer = { id: "Y2lzY29", externalId: hostile, status: "provisioned", orgId: "Y2lzY29v", packages: [] };
  const answers: Readonly<Record<string, unknown>> = {
    "/v1/people/me": { id: "me", orgId: "org", displayName: hostile, emails: [hostile] },
    "/v1/organizations/org": { id: "org", displayName: hostile },
    "/v1/wholesale/customers": { items: [{ ...customer, externalId: `x${hostile}` }, customer] },
  };
  const baseUrl = await answering(({ path }) => ({ body: answers[path] ?? { items: [] } }));
  const folder = await makeTemporaryFolder();
  const to = ["--target", "webex", "--base-url", baseUrl];
  for (const args of [
    ["auth", "check", "--base-url", baseUrl],
    ["export", "live", "--customer", "x", ...to],
    ["plan", samplesFolder, ...to],
  ]) {
    const { out, err } = await runHere(args, folder, { WEBEX_ACCESS_TOKEN: token }, hurriedClock(500));
    expect(out + err).toContain("stopped: forged");
    expect(out + err).not.toMatch(steers);
  }
});

it("shortens very long names that a target returns", async () => {
  const long = `${"A".repeat(300_000)} ${token}`;
  const customer = (externalId: string) => ({ id: externalId, externalId, status: "provisioned", packages: [] });
  const answers: Readonly<Record<string, unknown>> = {
    "/v1/people/me": { id: "me", orgId: "org", displayName: long, emails: [long] },
    "/v1/organizations/org": { id: "org", displayName: long },
    "/v1/wholesale/customers": { items: [customer(long), customer("x")] },
  };
  const baseUrl = await answering(({ path }) => ({ body: answers[path] ?? { items: [] } }));
  const folder = await makeTemporaryFolder();
  const input = await writeBatch(folder, "batch", { templates: [{ provisioning_id: "P" }] });
  const to = ["--target", "webex", "--base-url", baseUrl];
  for (const args of [
    ["auth", "check", "--base-url", baseUrl],
    ["export", "live", "--customer", "nobody", ...to],
    ["plan", input, ...to],
  ]) {
    const { out, err } = await runHere(args, folder, { WEBEX_ACCESS_TOKEN: token });
    expect(out + err).toContain("AAAAAAAAAA");
    expect((out + err).length).toBeLessThan(5_000);
    expect(out + err).not.toContain(token);
  }
});

describe("names of files, worksheets, templates and settings", () => {
  const name = "$(touch owned) `touch owned` ';touch owned;' \u009b2J\u202e";

  it("steer no terminal", async () => {
    const folder = await makeTemporaryFolder();
    await writeWorkbook(join(folder, "people.xlsx"), [{ name, rows: textRow(1, ["customer", "email"]) }]);
    await mkdir(join(folder, `b${hostile}`));
    await writeFile(join(folder, `b${hostile}`, `${hostile}.csv`), "x");
    await writeBatch(folder, "batch", { templates: [{ template_name: `T${hostile}` }] });
    await runHere(["apply", "batch"], folder);
    for (const args of [
      ["validate", "people.xlsx"],
      ["validate", `b${hostile}`],
      ["validate", hostile],
      ["apply", hostile],
      ["resume", hostile],
      ["report", hostile],
      ["explain", hostile],
      ["templates", "list"],
      ["templates", "link", hostile, hostile],
      ["validate", "batch", "--sheet", hostile],
      [hostile],
      ["validate", `--${hostile}`],
      ["validate", "batch", "--encoding", hostile],
      ["validate", "batch", "--only", hostile],
      ["plan", "batch", "--base-url", hostile],
      ["runs"],
      ["show", hostile],
    ]) {
      const { out, err } = await runHere(args, folder);
      expect([args, (out + err).match(steers)?.input]).toEqual([args, undefined]);
    }
  });

  it("run nothing in a command that is to be typed", async () => {
    const folder = await makeTemporaryFolder();
    await writeWorkbook(join(folder, "people.xlsx"), [
      { name: name.slice(0, 40), rows: textRow(1, ["customer", "email"]) },
    ]);
    const { err } = await runHere(["validate", "people.xlsx"], folder);
    expect(err.replace(/\s+/g, " ")).toContain("--sheet 'users=people.xlsx[$(touch owned) `touch owned` '\\'';touch o");
  });
});
