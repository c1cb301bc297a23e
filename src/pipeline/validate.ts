/** All checks that need no network, and their result files. */

import type { RowOutcome } from "../model/run-report.ts";
import type { Language } from "../model/words/language.ts";
import type { Text } from "../model/words/text.ts";
import { checkSource, reportSource } from "../outcome/report-source.ts";
import type { ResultOptions, WrittenReports } from "../report/files/write-reports.ts";
import { hasBadRows, type Summary, summarizeChecks } from "../report/summary.ts";
import type { RunContext } from "../run/context.ts";
import type { BatchInput } from "../run/options.ts";
import { strictReason } from "./guards.ts";
import { startRun } from "./start-run.ts";

export type Validation = {
  /** 2: what `--strict` has against the batch; see `refusal`. */
  readonly exitCode: 0 | 1 | 2;
  readonly run: Summary;
  /** The same in the language asked for. */
  readonly told: Summary;
  /** Absent when no files were asked for. */
  readonly written?: WrittenReports;
  /** For people. */
  readonly refusal?: Text;
};

export type ValidateOptions = {
  /** Exit code 2 when any row is not valid, or any table was not read. */
  readonly isStrict?: boolean;
  /** In which people are told what is wrong; default: English. */
  readonly language?: Language;
  /** How the result files are written. */
  readonly files?: ResultOptions;
  /** Given each row as results.csv has it, in input order. */
  readonly onRow?: (row: RowOutcome) => void;
};

/** `outFolder`: where the result files go; absent: there are none, only their summary. */
export async function validate(
  batch: BatchInput,
  outFolder: string | undefined,
  context: RunContext,
  { isStrict = false, language = "en", files = {}, onRow }: ValidateOptions = {},
): Promise<Validation> {
  await using run = await startRun(context, { command: "validate", batch, options: { isStrict, language } });
  const staged = await run.stage();
  run.finish();
  const source = () => reportSource(run.runFile, run.path, context.stateFolder);
  const reports = outFolder === undefined ? undefined : await import("../report/files/write-reports.ts");
  const written = outFolder === undefined ? undefined : await reports?.writeReports(source(), outFolder, files);
  const checks = () => checkSource(run.runFile, run.path, context.stateFolder);
  const summary = written?.run ?? summarizeChecks(checks(), "en");
  const told = written?.told ?? (language === "en" ? summary : summarizeChecks(checks(), language));
  if (onRow) for (const row of source().rows()) onRow(row);
  const refusal = isStrict ? strictReason(staged) : undefined;
  const exitCode = refusal === undefined ? (hasBadRows(summary) ? 1 : 0) : 2;
  context.emit({ type: "ended", exitCode, files: (written && reports?.pathsOf(written)) ?? [] });
  return {
    exitCode,
    run: summary,
    told,
    ...(written ? { written } : {}),
    ...(refusal === undefined ? {} : { refusal }),
  };
}
