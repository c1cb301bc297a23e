/** What every command gets beside its own flags: streams, surroundings, the way to the target, signals. */
import type { Interface } from "node:readline/promises";
import { createInterface } from "node:readline/promises";
import type { SettingName, Settings } from "../config.ts";
import { defaultRetryLimits } from "../engine/retry-delay.ts";
import type { Clock } from "../model/ports.ts";
import { builtIn, type Emit, type TargetFacts } from "../model/run-event.ts";
import type { Connect, Surroundings } from "../pipeline/request.ts";
import { resumeCommand } from "../pipeline/typed-commands.ts";
import { defaultBaseUrl, resolveBases } from "../webex/base-url.ts";
import type { AccessSettings } from "../webex/choose-access.ts";
import type { ProxySettings } from "../webex/dispatcher.ts";
import type { TargetFlags } from "./options.ts";
import type { Screen, Streams } from "./screen.ts";

export type CommandContext = {
  readonly streams: Streams;
  readonly input: NodeJS.ReadStream;
  /** Throws UserError for a settings file that cannot be understood. */
  readonly settings: Settings;
  readonly clock: Clock;
  readonly version: string;
  readonly signals: { readonly stop: AbortSignal; readonly abort: AbortSignal };
  /** Tells what goes on with the run that has begun, should the process be stopped at once. */
  runBegins(resumeCommand: string): void;
  /** The exit code of the command, once it is known. */
  exit(code: number): void;
};

/** What a run needs; loaded only when a command acts, so that its help costs nothing. */
export async function surroundingsOf(
  context: CommandContext,
  screen: Screen,
  flags: Pick<TargetFlags, "state" | "logLevel">,
): Promise<Surroundings> {
  const emit: Emit = (event) => {
    if (event.type === "started" && changing.has(event.command))
      context.runBegins(resumeCommand(event.runId, flags.state));
    screen.emit(event);
  };
  const { surroundings } = await import("../pipeline/surroundings.ts");
  const own = surroundings({ stateFolder: flags.state, logLevel: flags.logLevel, emit, signals: context.signals });
  return { ...own, clock: context.clock };
}

/** Commands whose runs can be resumed. */
const changing: ReadonlySet<string> = new Set(["apply", "retry", "resume", "undo"]);

/** Connects to the target of the flags, or to that of the run that goes on. */
export function connectWith(context: CommandContext, flags: ConnectFlags): Connect {
  return async (onRequest, target) => {
    const { connect } = await import("../runtime.ts");
    const { name, baseUrl, scimBaseUrl, onBehalfOf, organization }: WantedTarget = target ?? targetOf(flags);
    return connect({
      name,
      stateFolder: flags.state,
      onRequest,
      access: accessSettings(context.settings),
      proxy: proxySettings(context.settings),
      ...(baseUrl ? { baseUrl } : {}),
      ...(scimBaseUrl ? { scimBaseUrl } : {}),
      ...(flags.rate ? { ratePerSecond: flags.rate } : {}),
      ...(flags.concurrency ? { concurrency: flags.concurrency } : {}),
      ...(flags.maxWait === undefined ? {} : { retry: { ...defaultRetryLimits, maxWaitMs: flags.maxWait } }),
      ...(onBehalfOf ? { onBehalfOf } : {}),
      ...(organization ? { organizationId: organization.id } : {}),
    });
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

/** Asks a yes/no question on the terminal. No terminal: no. */
export async function ask(context: CommandContext, question: string): Promise<boolean> {
  if (!context.input.isTTY) return false;
  return /^(y|yes|j|ja)$/i.test(await askFor(context, `${question} [y/N]`));
}

/** What a person types on the terminal; empty when they stop instead. */
export async function askFor(context: CommandContext, question: string): Promise<string> {
  const terminal: Interface = createInterface({ input: context.input, output: context.streams.err });
  try {
    const answer = await terminal.question(`${question} `, { signal: context.signals.stop }).catch(() => "");
    return answer.trim();
  } finally {
    terminal.close();
  }
}
