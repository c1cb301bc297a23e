/** What `auth check` does: asks Webex about the token in use, and shows what is found. */
import { UserError } from "../model/user-error.ts";
import { checkAccess } from "../webex/access-check.ts";
import { accessKindOf, savedCredentials } from "../webex/choose-access.ts";
import { describeAccess, renderAccess } from "./access-text.ts";
import { accessSettings, type CommandContext, connectWith } from "./command-context.ts";

type CheckFlags = { readonly baseUrl?: string; readonly json?: true };

/** Exit code 1 when a step of an import would be refused. */
export async function showAccess(flags: CheckFlags, context: CommandContext): Promise<void> {
  const { settings, signals, streams } = context;
  const target = { ...flags, target: "webex", state: "" } as const; // webex has no state here
  await using connection = await connectWith(context, target)(() => undefined);
  const access = accessSettings(settings);
  const isSaved = accessKindOf(access) !== "token";
  const saved = isSaved ? await savedCredentials(access, context).read() : undefined;
  const reply = await checkAccess(connection.http, saved?.scopes, signals.stop);
  if (!reply.ok) throw new UserError("no_access", `The access cannot be checked: ${reply.failure.message}`);
  const described = describeAccess(reply.value, connection.facts, settings, saved);
  streams.out.write(flags.json ? `${JSON.stringify(described, null, 2)}\n` : renderAccess(described));
  context.exit(described.isEnough ? 0 : 1);
}
