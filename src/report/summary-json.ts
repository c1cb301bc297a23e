/** summary.json: the summary of a run, and by which digest the files of failed/ are known again. Does not count anything. */
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { z } from "zod";
import type { FailedFile } from "./failed-folder.ts";
import type { Summary } from "./summary.ts";

/** The content of summary.json. The paths of failed/ are relative to its folder. */
export function toSummaryJson(run: Summary, failed: readonly FailedFile[]): string {
  const files = failed.map((file) => ({ ...file, path: `failed/${basename(file.path)}` }));
  return `${JSON.stringify({ ...run, failed: files }, null, 2)}\n`;
}

const digests = z.object({ failed: z.array(z.object({ sha256: z.string() })) });

/** SHA-256 of each file of failed/ as it was last written here; none where nothing was, or where we cannot tell. */
export async function readKnownDigests(path: string): Promise<ReadonlySet<string>> {
  try {
    const { failed } = digests.parse(JSON.parse(await readFile(path, "utf8")));
    return new Set(failed.map((file) => file.sha256));
  } catch {
    return new Set();
  }
}
