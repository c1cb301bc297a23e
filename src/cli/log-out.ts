/** What `auth logout` does: forgets the saved access. Webex is not asked. */
import { savedCredentials } from "../webex/choose-access.ts";
import { accessSettings, type CommandContext } from "./command-context.ts";

export async function logOut(context: CommandContext): Promise<void> {
  const { settings, signals, streams } = context;
  const store = savedCredentials(accessSettings(settings), context);
  await store.exclusively(() => store.remove(), signals.stop);
  streams.err.write(`logged out: nothing is saved in ${settings.credentials.value} any more\n`);
  for (const name of ["accessToken", "refreshToken"] as const) {
    if (settings[name]) streams.err.write(`still set, and used: ${settings[name].from}\n`);
  }
}
