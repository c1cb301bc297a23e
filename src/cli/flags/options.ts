/** Flags that several commands share, and how their texts become values. */

import { type Command, Option } from "commander";
import type { EngineLimits } from "../../engine/engine.ts";
import { delimiters, type SheetName, sheetNames } from "../../model/sheet.ts";
import { defaultStateFolder } from "../../model/state-folder.ts";
import { help } from "../../model/words/help-texts.ts";
import { type Language, languages } from "../../model/words/language.ts";
import type { ResultOptions } from "../../report/files/write-reports.ts";
import { alwaysRefresh, defaultLimits, refreshModes } from "../../run/defaults.ts";
import { type EncodingChoices, readEncodingChoice } from "../../sheets/read/encoding-choices.ts";
import { defaultReadLimits, type ReadLimits } from "../../sheets/read/source-file.ts";
import { InvalidValue } from "../program-command.ts";
import { isGiven } from "./fill-flags.ts";

export type ReadingFlags = {
  readonly encoding?: EncodingChoices;
  readonly delimiter?: string;
  readonly mapping?: string;
  readonly sheet?: Partial<Record<SheetName, readonly string[]>>;
  /** Bytes. */
  readonly maxUnpacked?: number;
};

export type OutputFlags = { readonly json?: true; readonly quiet?: true; readonly language?: Language };

export type TargetFlags = {
  readonly target?: "simulator" | "webex";
  readonly baseUrl?: string;
  readonly scimBaseUrl?: string;
  readonly state: string;
  readonly concurrency: number;
  readonly perCustomer: number;
  readonly rate?: number;
  readonly onBehalfOf?: string;
  readonly provisioningTimeout: number;
  readonly maxWait: number;
  readonly logLevel: string;
  readonly yes?: true;
};

/** Who does it, and why. */
export type DoerFlags = { readonly operator?: string; readonly ticket?: string };

export type RefreshFlags = { readonly refresh: (typeof refreshModes)[number]; readonly refreshAfter: number };

export function positiveNumber(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidValue("number_above_zero");
  return value;
}

export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new InvalidValue("whole_number_from_zero");
  return value;
}

export function positiveInteger(text: string): number {
  const value = positiveNumber(text);
  if (!Number.isInteger(value)) throw new InvalidValue("whole_number");
  return value;
}

/** `90`, `90s`, `30m`, `2h`, `7d` -> milliseconds. */
export function duration(text: string): number {
  const [, amount, unit = "s"] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)?$/.exec(text) ?? [];
  if (amount === undefined) throw new InvalidValue("a_time");
  const unitMs = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }[unit] ?? 1_000;
  return Number(amount) * unitMs;
}

/** `256` or `256MiB` -> bytes. */
export function mebibytes(text: string): number {
  return positiveInteger(text.replace(/ ?(M|MB|MiB)$/i, "")) * 1024 ** 2;
}

/** `users=FILE`, several times. */
export function sheetFile(text: string, before: ReadingFlags["sheet"] = {}): ReadingFlags["sheet"] {
  const [name = "", ...rest] = text.split("=");
  const sheet = sheetNames.find((each) => each === name);
  const file = rest.join("=");
  if (!sheet || !file) throw new InvalidValue("a_sheet_file");
  return { ...before, [sheet]: [...(before[sheet] ?? []), file] };
}

/** The external id of a customer, also as `customer=ID`; several times. */
export function onlyCustomer(text: string, before: readonly string[] = []): readonly string[] {
  const id = text.replace(/^customer=/, "").trim();
  if (!id) throw new InvalidValue("an_external_id");
  return [...before, id];
}

export function addReadingFlags(command: Command): Command {
  return addUnpackedFlag(command)
    .option("--sheet <sheet=file>", help("sheet_flag"), sheetFile)
    .option("--encoding <name>", help("encoding_flag"), readEncodingChoice)
    .option("--delimiter <char>", help("delimiter_flag"))
    .option("--mapping <file>", help("mapping_flag"));
}

/** Of commands that read workbooks which their command line does not name. */
export function addUnpackedFlag(command: Command): Command {
  return command.option("--max-unpacked <MiB>", help("max_unpacked_flag"), mebibytes);
}

/** The bounds of the files that are read, where one was said. */
export function readLimitsOf({ maxUnpacked }: Pick<ReadingFlags, "maxUnpacked">): { readonly limits?: ReadLimits } {
  return maxUnpacked === undefined ? {} : { limits: { ...defaultReadLimits, workbookBytes: maxUnpacked } };
}

export function addOutputFlags(command: Command): Command {
  return addQuietFlag(command.option("--json", help("events_flag")));
}

/** Of commands that write sentences for people, on the screen or into files. */
export function addQuietFlag(command: Command): Command {
  return addLanguageFlag(command).option("-q, --quiet", help("quiet_flag"));
}

export function addLanguageFlag(command: Command): Command {
  const text = help("language_flag");
  return command.addOption(new Option("--language <code>", text).choices(languages));
}

export type ResultFlags = { readonly csvDelimiter?: string; readonly reasons?: true };

/** Of commands that write result files. */
export function addResultFlags(command: Command): Command {
  return addCsvFlag(command).option("--reasons", help("reasons_flag"));
}

export function addCsvFlag(command: Command): Command {
  const text = help("csv_delimiter_flag");
  return command.option("--csv-delimiter <char>", text, writtenDelimiter);
}

/** Those alone that are found again when a file is read. */
function writtenDelimiter(text: string): string {
  const delimiter = delimiters.get(text.toLowerCase()) ?? text.replace(/^\\t$/i, "\t");
  if (![...delimiters.values()].includes(delimiter)) throw new InvalidValue("a_delimiter");
  return delimiter;
}

export function resultOptions({ csvDelimiter, reasons }: ResultFlags): ResultOptions {
  return { ...(csvDelimiter ? { csvDelimiter } : {}), ...(reasons ? { hasReasons: true } : {}) };
}

/** Of a run that there is: it keeps its language unless the flag asks for another. */
export function filesOfRun(command: Command, flags: ResultFlags & Pick<OutputFlags, "language">): ResultOptions {
  const { language } = flags;
  return { ...resultOptions(flags), ...(language && isGiven(command, "language") ? { language } : {}) };
}

/** Of commands that change something at the target. */
export function addDoerFlags(command: Command): Command {
  return command
    .option("--operator <name>", help("operator_flag"), oneLine)
    .option("--ticket <text>", help("ticket_flag"), oneLine);
}

/** As given, nothing where nothing was. */
export function doerOf({ operator, ticket }: DoerFlags): DoerFlags {
  return { ...(operator === undefined ? {} : { operator }), ...(ticket === undefined ? {} : { ticket }) };
}

/** Longer ones fit no table. */
const longestLine = 200;

/** Some words on one line. */
export function oneLine(text: string): string {
  const line = text.trim();
  if (line === "" || line.length > longestLine || /\p{Cc}/u.test(line)) throw new InvalidValue("one_line");
  return line;
}

export function addStateFlag(command: Command): Command {
  return command.addOption(new Option("--state <dir>", help("state_flag")).default(defaultStateFolder));
}

/** Flags of commands that carry operations out. */
export function addEngineFlags(command: Command): Command {
  return addStateFlag(command)
    .option("--concurrency <n>", help("concurrency_flag"), positiveInteger, defaultLimits.concurrency)
    .option("--per-customer <n>", help("per_customer_flag"), positiveInteger, defaultLimits.perCustomer)
    .option("--rate <n>", help("rate_flag"), positiveNumber)
    .addOption(
      new Option("--provisioning-timeout <time>", help("provisioning_timeout_flag"))
        .argParser(duration)
        .default(defaultLimits.provisioningTimeoutMs, "30m"),
    )
    .addOption(
      new Option("--max-wait <time>", help("max_wait_flag"))
        .argParser(duration)
        .default(defaultLimits.retry.maxWaitMs, "15m"),
    )
    .addOption(
      new Option("--log-level <level>", help("log_level_flag"))
        .choices(["error", "warn", "info", "debug", "trace"])
        .default("info"),
    );
}

type LimitFlags = Pick<TargetFlags, "concurrency" | "perCustomer" | "provisioningTimeout" | "maxWait">;

export function limitsOf({ concurrency, perCustomer, provisioningTimeout, maxWait }: LimitFlags): EngineLimits {
  const retry = { ...defaultLimits.retry, maxWaitMs: maxWait };
  return { concurrency, perCustomer, provisioningTimeoutMs: provisioningTimeout, retry };
}

/** Which rows the target is asked about. */
export function addRefreshFlags(command: Command, mode: RefreshFlags["refresh"]): Command {
  return command
    .addOption(new Option("--refresh <mode>", help("refresh_flag")).choices(refreshModes).default(mode))
    .addOption(
      new Option("--refresh-after <time>", help("refresh_after_flag"))
        .argParser(duration)
        .default(alwaysRefresh.afterMs, "7d"),
    );
}

/** `isRequired`: it must be said, by the flag or a setting. */
export function addTargetFlags(command: Command, { isRequired = false } = {}): Command {
  const text = isRequired ? help("required_target_flag") : help("target_flag");
  return command
    .addOption(new Option("--target <name>", text).choices(["simulator", "webex"]))
    .option("--base-url <url>", help("base_url_flag"))
    .option("--scim-base-url <url>", help("scim_base_url_flag"))
    .option("--on-behalf-of <org>", help("on_behalf_of_flag"));
}

/** Of `auth login`. */
export function addRedirectFlag(command: Command): Command {
  const address = "http://127.0.0.1:8484/callback";
  return command.option("--redirect-uri <url>", help("redirect_uri_flag"), address);
}
