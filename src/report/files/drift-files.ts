/** The files of a comparison: drift.csv, a line per difference; licenses.csv; lines.ndjson, the differences as they are shown again in any language; drift.json, the summary, written last. */
import { join } from "node:path";
import type { DriftLine, DriftSummary } from "../../model/drift.ts";
import { escapeFormula } from "../../model/formula-signs.ts";
import type { Language } from "../../model/words/language.ts";
import { say } from "../../model/words/text.ts";
import { openCsvFile } from "./csv-file.ts";
import { openDraft } from "./draft-file.ts";

export const driftColumns = [
  "customer",
  "sheet",
  "key",
  "difference",
  "column",
  "in_sheet",
  "at_webex",
  "file",
  "row",
  "message",
] as const;

const licenseColumns = ["customer", "package", "limit_in_sheet", "licenses", "used", "free"] as const;

export const driftTableName = "drift.csv";
const licensesName = "licenses.csv";
export const driftLinesName = "lines.ndjson";
export const driftSummaryName = "drift.json";

/** What a person takes away, the one for people first. */
export const driftFileNames = [driftTableName, licensesName, driftSummaryName] as const;

export type DriftFiles = {
  add(line: DriftLine): Promise<void>;
  /** The paths of the files, the one for people first. */
  publish(summary: DriftSummary): Promise<readonly string[]>;
  discard(): Promise<void>;
};

export type DriftFileOptions = {
  readonly csvDelimiter?: string | undefined;
  readonly language: Language;
  /** With lines.ndjson. */
  readonly isForPage?: boolean;
};

/** Missing folders are made. Throws UserError where they cannot be written. */
export async function openDriftFiles(
  folder: string,
  { csvDelimiter: delimiter = ",", language, isForPage = false }: DriftFileOptions,
): Promise<DriftFiles> {
  const style = { delimiter, protect: escapeFormula };
  const differences = await openCsvFile(join(folder, driftTableName), driftColumns, style);
  const lines = isForPage ? await openDraft(join(folder, driftLinesName)) : undefined;
  return {
    async add(line) {
      await differences.add(cellsOf(line, language));
      await lines?.write(`${JSON.stringify(line)}\n`);
    },
    async publish(summary) {
      await lines?.publish();
      const paths = [(await differences.publish()).path];
      if (summary.licenses.length > 0) paths.push(await writeLicenses(folder, summary, style));
      const draft = await openDraft(join(folder, driftSummaryName));
      await draft.write(`${JSON.stringify(summary, null, 2)}\n`);
      return [...paths, await draft.publish()];
    },
    async discard() {
      await differences.discard();
      await lines?.discard();
    },
  };
}

function cellsOf(line: DriftLine, language: Language): readonly string[] {
  const { customer, sheet, key, kind, column = "", inSheet = "", atTarget = "", at, message } = line;
  const row = at ? [at.file, String(at.row)] : ["", ""];
  return [customer, sheet, key, kind, column, inSheet, atTarget, ...row, message ? say(message, language) : ""];
}

async function writeLicenses(
  folder: string,
  { licenses }: DriftSummary,
  style: Parameters<typeof openCsvFile>[2],
): Promise<string> {
  const file = await openCsvFile(join(folder, licensesName), licenseColumns, style);
  try {
    for (const { customer, package: code, limit, total, used } of licenses)
      await file.add([
        customer,
        code,
        limit === undefined ? "" : String(limit),
        ...[total, used, total - used].map(String),
      ]);
    return (await file.publish()).path;
  } catch (error) {
    await file.discard();
    throw error;
  }
}
