/** What `serve` does: starts the page with the flags and context of the command line, and ends it with the command. */
import { fileURLToPath } from "node:url";
import { voiceOf } from "../model/words/text.ts";
import { runContext } from "../run/context.ts";
import { openStateFolder } from "../run/folder.ts";
import { systemRandom, systemToken } from "../system-random.ts";
import { defaultUploadLimits, type PageWorld } from "../web/page-world.ts";
import { startPageServer } from "../web/server.ts";
import { type CommandContext, connectWith } from "./command-context.ts";
import {
  type DoerFlags,
  doerOf,
  limitsOf,
  type ResultFlags,
  resultOptions,
  type TargetFlags,
} from "./flags/options.ts";

export type ServeFlags = TargetFlags & ResultFlags & DoerFlags & { readonly port?: number };

/** Resolves when the command is to stop. */
export async function servePage(flags: ServeFlags, context: CommandContext): Promise<void> {
  await openStateFolder(flags.state);
  const server = await startPageServer(worldOf(flags, context), flags.port);
  const { err, out } = context.streams;
  err.write(`${voiceOf(context.language)("page_running")}\n`);
  out.write(`${server.url}\n`);
  await new Promise<void>((resolve) => {
    context.signals.stop.addEventListener("abort", () => resolve(), { once: true });
  });
  await server.close();
}

function worldOf(flags: ServeFlags, context: CommandContext): PageWorld {
  const { state, target = "simulator", baseUrl, logLevel } = flags;
  return {
    stateFolder: state,
    version: context.version,
    target: { name: target, ...(baseUrl ? { baseUrl } : {}) },
    clock: context.clock,
    random: systemRandom,
    makeToken: systemToken,
    runContext: (emit, signals) => ({
      ...runContext({ stateFolder: state, logLevel, emit, signals, ...doerOf(flags) }),
      clock: context.clock,
    }),
    connect: connectWith(context, flags),
    limits: limitsOf(flags),
    files: resultOptions(flags),
    uploads: defaultUploadLimits,
    pageFolder: fileURLToPath(new URL("../web/page", import.meta.url)),
  };
}
