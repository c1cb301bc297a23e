/** What every command gets beside its own flags: streams, run context, the way to the target, signals. */

import type { Command } from "commander";
import type { SettingName, Settings } from "../config.ts";
import { defaultRetryLimits } from "../engine/retry-delay.ts";
import type { Clock } from "../model/ports.ts";
import { builtIn, type Emit, type TargetFacts } from "../model/run-event.ts";
import type { Language } from "../model/words/language.ts";
import { say, text } from "../model/words/text.ts";
import { toPrintable } from "../report/screen/text-layout.ts";
import type { RunContext } from "../run/context.ts";
import type { Connect } from "../run/options.ts";
import { resumeCommand } from "../run/typed-commands.ts";
import type { TargetSettings } from "../runtime.ts";
import type { AccessSettings } from "../webex/auth/choose-access.ts";
import { defaultBaseUrl, resolveBases } from "../webex/http/base-url.ts";
import type { ProxySettings } from "../webex/http/dispatcher.ts";
import { type DoerFlags, doerOf, type TargetFlags } from "./flags/options.ts";
import type { Screen, Streams } from "./screen/screen.ts";

export type CommandContext = {
  readonly streams: Streams;
  readonly input: NodeJS.ReadStream;
  /** Throws UserError for a settings file that cannot be understood. */
  readonly settings: Settings;
  /** In which it speaks: that of the flag, else of a setting, else of the locale. */
  readonly language: Language;
  readonly clock: Clock;
  readonly version: string;
  readonly signals: { readonly stop: AbortSignal; readonly abort: AbortSignal };
  /** Tells what goes on with the run that has begun, should the process be stopped at once. */
  runBegins(resumeCommand: string): void;
  /** The program with all of its commands loaded. */
  wholeProgram(): Promise<Command>;
  /** The exit code of the command, once it is known. */
  exit(code: number): void;
};

/** What a run needs; loaded only when a command acts, so that its help costs nothing. */
export async function runContextOf(
  context: CommandContext,
  screen: Screen,
  flags: Pick<TargetFlags, "state" | "logLevel"> & DoerFlags,
): Promise<RunContext> {
  const emit: Emit = (event) => {
    if (event.type === "started" && event.runId !== undefined && changing.has(event.command))
      context.runBegins(resumeCommand(event.runId, flags.state));
    screen.emit(event);
  };
  const { runContext } = await import("../run/context.ts");
  const { state: stateFolder, logLevel } = flags;
  const own = runContext({ stateFolder, logLevel, emit, signals: context.signals, ...doerOf(flags) });
  return { ...own, clock: context.clock };
}

/** Commands whose runs can be resumed. */
const changing: ReadonlySet<string> = new Set(["apply", "retry", "resume", "undo", "go-live", "remind"]);

/** Connects to the target of the flags, or to that of the run that goes on. */
export function connectWith(context: CommandContext, flags: ConnectFlags): Connect {
  return async (onRequest, target) => {
    const { connect } = await import("../runtime.ts");
    const { name, baseUrl, scimBaseUrl, onBehalfOf, organization }: WantedTarget = target ?? targetOf(flags);
    return connect({
      name,
      stateFolder: flags.state,
      onRequest,
      clock: context.clock,
      signal: context.signals.stop,
      onWait: sayOnce(context),
      access: accessSettings(context.settings),
      proxy: proxySettings(context.settings),
      ...(baseUrl ? { baseUrl } : {}),
      ...(scimBaseUrl ? { scimBaseUrl } : {}),
      ...speedOf(flags),
      ...(onBehalfOf ? { onBehalfOf } : {}),
      ...(organization ? { organizationId: organization.id } : {}),
    });
  };
}

/** How fast, and how patiently, the target is asked. */
export function speedOf({
  rate,
  concurrency,
  maxWait,
}: ConnectFlags): Pick<TargetSettings, "ratePerSecond" | "concurrency" | "retry"> {
  return {
    ...(rate ? { ratePerSecond: rate } : {}),
    ...(concurrency ? { concurrency } : {}),
    ...(maxWait === undefined ? {} : { retry: { ...defaultRetryLimits, maxWaitMs: maxWait } }),
  };
}

/** The first pause is told, so that nobody takes a patient program for a dead one. */
function sayOnce({ streams, language }: CommandContext): NonNullable<TargetSettings["onWait"]> {
  let isSaid = false;
  return ({ message }) => {
    if (isSaid) return;
    isSaid = true;
    streams.err.write(`${toPrintable(say(text("asking_again", { reason: message }), language))}\n`);
  };
}

type ConnectFlags = Pick<TargetFlags, "target" | "baseUrl" | "scimBaseUrl" | "onBehalfOf" | "rate" | "state"> &
  Partial<Pick<TargetFlags, "maxWait" | "concurrency">>;

type WantedTarget = Partial<TargetFacts> & Pick<TargetFacts, "name">;

function targetOf({ target = "simulator", baseUrl, scimBaseUrl, onBehalfOf }: ConnectFlags): WantedTarget {
  return {
    name: target,
    ...(baseUrl ? { baseUrl } : {}),
    ...(scimBaseUrl ? { scimBaseUrl } : {}),
    ...(onBehalfOf ? { onBehalfOf } : {}),
  };
}

/** The target as the flags have it, before it is asked for anything. Throws UserError for an address that is none. */
export function plannedTarget(flags: ConnectFlags): TargetFacts {
  const target = targetOf(flags);
  const baseUrl = target.baseUrl ?? (target.name === "webex" ? defaultBaseUrl : builtIn);
  if (baseUrl !== builtIn) resolveBases(baseUrl, target.scimBaseUrl);
  return { ...target, baseUrl };
}

export function accessSettings(settings: Settings): AccessSettings {
  const secrets = valuesOf(settings, ["accessToken", "clientId", "clientSecret", "refreshToken"]);
  return { ...secrets, credentialsFile: settings.credentials.value };
}

export function proxySettings(settings: Settings): ProxySettings {
  return valuesOf(settings, ["httpProxy", "httpsProxy", "noProxy"]);
}

/** Those that are set. */
function valuesOf<Name extends SettingName>(settings: Settings, names: readonly Name[]): { [K in Name]?: string } {
  const values: { [K in Name]?: string } = {};
  for (const name of names) {
    const setting = settings[name];
    if (setting) values[name] = setting.value;
  }
  return values;
}
