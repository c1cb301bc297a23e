/** A run of which two rows are refused, as a person gets them to correct. */
import { join } from "node:path";
import { expect } from "vitest";
import { writeLostPlus } from "./lost-plus.ts";
import { newestRun } from "./read-results.ts";
import { runHere } from "./run-here.ts";
import { makeTemporaryFolder } from "./temporary-folder.ts";

/** The second has lost its +; the third names a location that there is not, and has what a spreadsheet takes. */
const users = [
  ["a@acme.example.com", "An", "One", "+31207000001", "4001"],
  ["b@acme.example.com", "Bo", "Two", "31207000002", "4002"],
  ["c@acme.example.com", "Cy", "Three", "+31207000003", "0403"],
];

export async function applyWithMistakes(): Promise<{ readonly folder: string; readonly run: string }> {
  const folder = await makeTemporaryFolder();
  await writeLostPlus(folder, users, "c@acme.example.com");
  const applied = await runHere(["apply", "."], folder);
  expect(applied.code, applied.err).toBe(1);
  return { folder, run: await newestRun(join(folder, ".wholesale-import")) };
}
