/** summary.json: the summary of a run, and by which digest the files of failed/ are known again. Does not count anything. */

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import { speak } from "../../model/words/text.ts";
import type { Summary } from "../summary.ts";
import { openDraft } from "./draft-file.ts";
import type { FailedFile } from "./failed-rows.ts";
import type { Output } from "./output.ts";

export const summaryName = "summary.json";

/** Written last: who finds it finds the others beside it. */
export const summaryJson: Output = {
  name: summaryName,
  isLast: true,
  async open(path) {
    const draft = await openDraft(path);
    return {
      async publish(run, { failed, told }) {
        await draft.write(toSummaryJson({ ...run, ...toldIn(told) }, failed));
        return draft.publish();
      },
      discard: () => draft.discard(),
    };
  },
};

/** The causes in the language of the run, where that is not English: for notices. */
function toldIn({ language, errorGroups }: Summary): object {
  return language === undefined ? {} : { told: { language, errorGroups } };
}

/** The content of summary.json. The paths of failed/ are relative to its folder. */
function toSummaryJson(run: Summary, failed: readonly FailedFile[]): string {
  const files = failed.map((file) => ({ ...file, path: `failed/${basename(file.path)}` }));
  return `${JSON.stringify({ ...speak(run, "en"), failed: files }, null, 2)}\n`;
}

const knownFiles = z.object({
  failed: z.array(
    z.object({
      file: z.string(),
      path: z.string(),
      rows: z.number(),
      sha256: z.string(),
      hasReasons: z.literal(true).optional(),
    }),
  ),
});

/** A file of failed/ as it was last written; its path is relative to the folder of the results. */
export type KnownFile = FailedFile;

/** The files of failed/; none where nothing was written, or where we cannot tell. */
export async function readKnownFiles(path: string): Promise<readonly KnownFile[]> {
  try {
    return knownFiles.parse(JSON.parse(await readFile(path, "utf8"))).failed;
  } catch {
    return [];
  }
}

/** Of which run a summary.json tells; undefined where we cannot tell. */
export async function readRunIdOf(path: string): Promise<string | undefined> {
  try {
    return z.object({ runId: z.string() }).parse(JSON.parse(await readFile(path, "utf8"))).runId;
  } catch {
    return undefined;
  }
}

/** Their SHA-256. */
export async function readKnownDigests(path: string): Promise<ReadonlySet<string>> {
  return new Set((await readKnownFiles(path)).map(({ sha256 }) => sha256));
}

/** The summary.json again, with other files of failed/. Throws where there is none. */
export async function withFailedFiles(path: string, failed: readonly FailedFile[]): Promise<string> {
  const summary: unknown = JSON.parse(await readFile(path, "utf8"));
  return toSummaryJson(summary as Summary, failed); // written by the same
}
