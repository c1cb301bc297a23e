/** What `serve` does: starts the page with the flags and surroundings of the command line, and ends it with the command. */
import { fileURLToPath } from "node:url";
import { openStateFolder } from "../pipeline/run-folder.ts";
import { surroundings } from "../pipeline/surroundings.ts";
import { systemRandom, systemToken } from "../runtime.ts";
import { defaultUploadLimits, type PageWorld } from "../web/page-world.ts";
import { startPageServer } from "../web/server.ts";
import { type CommandContext, connectWith } from "./command-context.ts";
import { limitsOf, type TargetFlags } from "./options.ts";

export type ServeFlags = TargetFlags & { readonly port?: number };

/** Resolves when the command is to stop. */
export async function servePage(flags: ServeFlags, context: CommandContext): Promise<void> {
  await openStateFolder(flags.state);
  const server = await startPageServer(worldOf(flags, context), flags.port);
  const { err, out } = context.streams;
  err.write(`the page, for this browser session only; Ctrl-C ends it\n`);
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
    surroundings: (emit, signals) => ({
      ...surroundings({ stateFolder: state, logLevel, emit, signals }),
      clock: context.clock,
    }),
    connect: connectWith(context, flags),
    limits: limitsOf(flags),
    uploads: defaultUploadLimits,
    pageFolder: fileURLToPath(new URL("../web/page", import.meta.url)),
  };
}
