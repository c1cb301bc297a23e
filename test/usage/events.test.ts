/** docs/events.md holds for the lines that real runs write: every type and field is told, and what must be there is. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { z } from "zod";
import { parseFault } from "../../src/simulator/faults.ts";
import { eventWords, partWords } from "../docs/event-words.ts";
import { hurriedClock } from "../support/hurried-clock.ts";
import { runHere } from "../support/run-here.ts";
import { samplesFolder } from "../support/run-program.ts";
import { openWebex } from "../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

const line = z.looseObject({ v: z.literal(1), at: z.iso.datetime(), type: z.string() });
const looseObject = z.looseObject({});

type Fields = Readonly<Record<string, string | readonly [string]>>;

type Line = z.infer<typeof line>;

let running: Promise<readonly Line[]> | undefined;

/** Of all four, made when first asked for; Webex refuses three rows of the one that applies. */
function linesOfRuns(): Promise<readonly Line[]> {
  running ??= run();
  return running;
}

async function run(): Promise<readonly Line[]> {
  const folder = await makeTemporaryFolder();
  const checked = await runHere(["validate", join(samplesFolder, "with-mistakes"), "--json"], folder);
  const webex = await openWebex({ faults: [parseFault("POST /wholesale/subscribers=400:3x")] });
  const applied = await runHere(["apply", samplesFolder, "--json", "--base-url", webex.baseUrl], folder);
  const rehearsed = await runHere(
    ["apply", samplesFolder, "--rehearse", "--limit", "1", "--json", "--base-url", webex.baseUrl],
    folder,
  );
  const compared = await compare(folder, webex.baseUrl);
  await webex.close();
  return [applied, rehearsed, compared, checked].flatMap(({ out }) =>
    out
      .trim()
      .split("\n")
      .map((text) => line.parse(JSON.parse(text))),
  );
}

/** As a night does it, a second after the first that could. */
async function compare(folder: string, baseUrl: string) {
  await mkdir(join(folder, "inbox"));
  const everySecond = ["--inbox", "inbox", "--once", "--drift", "* * * * * *"];
  const night = ["schedule", ...everySecond, "--target", "simulator", "--base-url", baseUrl, "--json"];
  const clock = hurriedClock(10);
  await runHere(night, folder, {}, clock);
  return await runHere(night, folder, {}, { ...clock, now: () => clock.now() + 1_000 });
}

/** What of an object is not told, and what is told and missing. */
function differences(of: unknown, fields: Fields): readonly string[] {
  const has = Object.keys(looseObject.parse(of));
  const strange = has.filter((field) => !Object.hasOwn(fields, field)).map((field) => `${field} is not told`);
  const needed = Object.keys(fields).filter((field) => typeof fields[field] === "string");
  return [...strange, ...needed.filter((field) => !has.includes(field)).map((field) => `${field} is missing`)];
}

it("starts with started, ends with ended, and has every type", async () => {
  const lines = await linesOfRuns();
  expect(lines.at(0)?.type).toBe("started");
  expect(lines.at(-1)?.type).toBe("ended");
  const told = new Set(lines.map(({ type }) => type));
  expect([...told].toSorted()).toEqual(Object.keys(eventWords).toSorted());
});

it("has exactly the documented fields on every line", async () => {
  const lines = await linesOfRuns();
  const words: ReadonlyMap<string, { readonly fields: Fields }> = new Map(Object.entries(eventWords));
  const wrong = lines.flatMap(({ v: _v, at: _at, type, ...fields }) =>
    differences(fields, words.get(type)?.fields ?? {}).map((text) => `${type}: ${text}`),
  );
  expect(wrong).toEqual([]);
});

it("objects within events have the fields that the page describes", async () => {
  const lines = await linesOfRuns();
  const within = (type: string, field: string) => lines.filter((each) => each.type === type).map((each) => each[field]);
  const list = z.array(z.unknown());
  const parts: readonly (readonly [string, readonly unknown[], Fields])[] = [
    ["target", within("started", "target").filter(Boolean), partWords.target],
    ["issue", within("issues", "issues").flatMap((each) => list.parse(each)), partWords.issue],
    ["file", within("read", "file"), partWords.file],
    ["checked", within("checked", "counts"), partWords.checked],
    ["planned", within("planned", "counts"), partWords.planned],
    ["customer", within("customers", "customers").flatMap((each) => list.parse(each)), partWords.customer],
    ["cause", within("causes", "causes").flatMap((each) => list.parse(each)), partWords.cause],
  ];
  for (const [name, values, fields] of parts) {
    expect(values.length, name).toBeGreaterThan(0);
    expect(
      values.flatMap((value) => differences(value, fields)),
      name,
    ).toEqual([]);
  }
});
