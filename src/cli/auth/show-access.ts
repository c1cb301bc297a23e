/** What `auth check` does: asks Webex about the token in use, and shows what is found. */

import { UserError } from "../../model/user-error.ts";
import { speak, text } from "../../model/words/text.ts";
import { checkAccess } from "../../webex/auth/access-check.ts";
import { accessKindOf, savedCredentials } from "../../webex/auth/choose-access.ts";
import { accessSettings, type CommandContext, connectWith } from "../command-context.ts";
import { describeAccess, renderAccess } from "./access-text.ts";

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
  if (!reply.ok) throw new UserError("no_access", text("access_unchecked", { reason: reply.failure.message }));
  const described = describeAccess(reply.value, connection.facts, settings, saved);
  streams.out.write(
    flags.json
      ? `${JSON.stringify(speak(described, context.language), null, 2)}\n`
      : renderAccess(described, context.language),
  );
  context.exit(described.isEnough ? 0 : 1);
}
