/** What every command gets beside its own flags: streams, surroundings, the way to the target, signals. */
import { join } from "node:path";
import type { Interface } from "node:readline/promises";
import { createInterface } from "node:readline/promises";
import type { Settings } from "../config.ts";
import { templateRegistry } from "../journal/template-registry.ts";
import type { Clock } from "../model/ports.ts";
import type { Connect, Surroundings } from "../pipeline/request.ts";
import { connect, openRunLog, systemRandom } from "../runtime.ts";
import type { TargetFlags } from "./options.ts";
import type { Screen, Streams } from "./screen.ts";

export type CommandContext = {
  readonly streams: Streams;
  readonly input: NodeJS.ReadStream;
  readonly settings: Settings;
  readonly clock: Clock;
  readonly signals: { readonly stop: AbortSignal; readonly abort: AbortSignal };
  /** The exit code of the command, once it is known. */
  exit(code: number): void;
};

export function surroundingsOf(
  context: CommandContext,
  screen: Screen,
  flags: Pick<TargetFlags, "state" | "logLevel">,
): Surroundings {
  return {
    stateFolder: flags.state,
    clock: context.clock,
    random: systemRandom,
    openLog: (folder) => openRunLog(folder, flags.logLevel),
    emit: screen.emit,
    templates: templateRegistry(join(flags.state, "templates.json")),
    signals: context.signals,
  };
}

/** Connects to the target of the flags, or to that of the run that goes on. */
export function connectWith(context: CommandContext, flags: TargetFlags): Connect {
  return (onRequest, target) => {
    const baseUrl = target?.baseUrl ?? flags.baseUrl;
    return connect({
      name: target?.name ?? flags.target ?? "simulator",
      stateFolder: flags.state,
      onRequest,
      ...(baseUrl ? { baseUrl } : {}),
      ...(flags.scimBaseUrl ? { scimBaseUrl: flags.scimBaseUrl } : {}),
      ...(flags.rate ? { ratePerSecond: flags.rate } : {}),
      ...(flags.onBehalfOf ? { onBehalfOf: flags.onBehalfOf } : {}),
      ...(context.settings.accessToken ? { accessToken: context.settings.accessToken } : {}),
    });
  };
}

/** Asks a yes/no question on the terminal. No terminal: no. */
export async function ask(context: CommandContext, question: string): Promise<boolean> {
  if (!context.input.isTTY) return false;
  const terminal: Interface = createInterface({ input: context.input, output: context.streams.err });
  try {
    const answer = await terminal.question(`${question} [y/N] `, { signal: context.signals.stop }).catch(() => "");
    return /^(y|yes|j|ja)$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
