/** Flags that several commands share, and how their texts become values. */
import { type Command, InvalidArgumentError, Option } from "commander";
import type { EngineLimits } from "../engine/engine.ts";
import { type SheetName, sheetNames } from "../model/sheet.ts";
import { alwaysRefresh, defaultLimits } from "../pipeline/request.ts";
import { defaultStateFolder } from "../pipeline/typed-commands.ts";
import { refreshModes } from "../plan/fresh-rows.ts";

export type ReadingFlags = {
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly sheet?: Partial<Record<SheetName, readonly string[]>>;
};

export type OutputFlags = { readonly json?: true; readonly quiet?: true };

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

export type RefreshFlags = { readonly refresh: (typeof refreshModes)[number]; readonly refreshAfter: number };

export function positiveNumber(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError("It must be a number above 0.");
  return value;
}

export function positiveInteger(text: string): number {
  const value = positiveNumber(text);
  if (!Number.isInteger(value)) throw new InvalidArgumentError("It must be a whole number.");
  return value;
}

/** `90`, `90s`, `30m`, `2h`, `7d` -> milliseconds. */
export function duration(text: string): number {
  const [, amount, unit = "s"] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)?$/.exec(text) ?? [];
  if (amount === undefined) throw new InvalidArgumentError("Write a time such as 90s, 30m, 2h or 7d.");
  const unitMs = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }[unit] ?? 1_000;
  return Number(amount) * unitMs;
}

/** `users=FILE`, several times. */
export function sheetFile(text: string, before: ReadingFlags["sheet"] = {}): ReadingFlags["sheet"] {
  const [name = "", ...rest] = text.split("=");
  const sheet = sheetNames.find((each) => each === name);
  const file = rest.join("=");
  if (!sheet || !file) throw new InvalidArgumentError(`Write <sheet>=FILE, with one of ${sheetNames.join(", ")}.`);
  return { ...before, [sheet]: [...(before[sheet] ?? []), file] };
}

/** `customer=ID`, several times. */
export function onlyCustomer(text: string, before: readonly string[] = []): readonly string[] {
  const [, id] = /^customer=(.+)$/.exec(text) ?? [];
  if (!id) throw new InvalidArgumentError("Write customer=ID, with the external id of a customer.");
  return [...before, id];
}

export function addReadingFlags(command: Command): Command {
  return command
    .option("--sheet <sheet=file>", "read this file as that sheet, whatever its name", sheetFile)
    .option("--encoding <name>", "encoding of the files, when it is not found by itself (for example windows-1252)")
    .option("--delimiter <char>", "delimiter of the files, when it is not found by itself");
}

export function addOutputFlags(command: Command): Command {
  return command.option("--json", "write events as NDJSON to stdout").option("--quiet", "write nothing but errors");
}

export function addStateFlag(command: Command): Command {
  return command.addOption(new Option("--state <dir>", "state folder").default(defaultStateFolder));
}

/** Flags of commands that carry operations out. */
export function addEngineFlags(command: Command): Command {
  return addStateFlag(command)
    .option("--concurrency <n>", "requests in flight", positiveInteger, defaultLimits.concurrency)
    .option(
      "--per-customer <n>",
      "requests in flight within one organisation",
      positiveInteger,
      defaultLimits.perCustomer,
    )
    .option("--rate <n>", "requests per second at most", positiveNumber)
    .addOption(
      new Option("--provisioning-timeout <time>", "how long to wait for Webex to provision a customer")
        .argParser(duration)
        .default(defaultLimits.provisioningTimeoutMs, "30m"),
    )
    .addOption(
      new Option("--max-wait <time>", "the longest Retry-After to wait for")
        .argParser(duration)
        .default(defaultLimits.retry.maxWaitMs, "15m"),
    )
    .addOption(
      new Option("--log-level <level>", "level of the run's log.ndjson")
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
    .addOption(
      new Option(
        "--refresh <mode>",
        "always: ask about every row; auto: not about rows that are what was last applied; never: nor when that is long ago",
      )
        .choices(refreshModes)
        .default(mode),
    )
    .addOption(
      new Option(
        "--refresh-after <time>",
        "with --refresh auto: ask again about rows that were last applied so long ago",
      )
        .argParser(duration)
        .default(alwaysRefresh.afterMs, "7d"),
    );
}

export function addTargetFlags(command: Command): Command {
  return command
    .addOption(new Option("--target <name>", "simulator (default) or webex").choices(["simulator", "webex"]))
    .option("--base-url <url>", "base URL of the target")
    .option("--scim-base-url <url>", "base URL of the SCIM calls, when it is not the base URL without /v1")
    .option("--on-behalf-of <org>", "act for this sub-partner organisation");
}

/** Of `auth login`. */
export function addRedirectFlag(command: Command): Command {
  const address = "http://127.0.0.1:8484/callback";
  return command.option("--redirect-uri <url>", "redirect URI of the integration, on this machine", address);
}
