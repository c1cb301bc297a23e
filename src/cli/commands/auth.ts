/** `auth`: who the token is and what it may do; log in, and log out. */
import type { Command } from "commander";
import { UserError } from "../../model/user-error.ts";
import { checkAccess } from "../../webex/access-check.ts";
import { accessKindOf, savedCredentials } from "../../webex/choose-access.ts";
import { allScopes } from "../../webex/scopes.ts";
import { describeAccess, renderAccess } from "../access-text.ts";
import { accessSettings, type CommandContext, connectWith } from "../command-context.ts";
import { logIn } from "../log-in.ts";
import type { TargetFlags } from "../options.ts";

type AuthFlags = Pick<TargetFlags, "baseUrl"> & { readonly redirectUri: string; readonly json?: true };

export function addAuth(program: Command, context: CommandContext): void {
  const auth = program.command("auth").description("access to Webex: who the token is, log in, log out");
  const check = auth
    .command("check", { isDefault: true })
    .description("who the token is, on which organisation it acts, and which scopes are missing for what");
  addBaseUrlFlag(check)
    .option("--json", "as JSON")
    .addHelpText(
      "after",
      "\nExamples:\n  wholesale-import auth check\n  WEBEX_ACCESS_TOKEN=... wholesale-import auth check",
    )
    .action((flags: AuthFlags) => showAccess(flags, context));
  const login = auth.command("login").description("log in through the browser, and keep the access for later runs");
  addRedirectFlag(addBaseUrlFlag(login))
    .addHelpText("after", loginHelp())
    .action(async (flags: AuthFlags) => {
      await logIn(flags, context);
      await showAccess(flags, context);
    });
  auth
    .command("logout")
    .description("forget the saved access")
    .addHelpText("after", "\nExamples:\n  wholesale-import auth logout")
    .action(() => logOut(context));
}

export function addRedirectFlag(command: Command): Command {
  const address = "http://127.0.0.1:8484/callback";
  return command.option("--redirect-uri <url>", "redirect URI of the integration, on this machine", address);
}

function addBaseUrlFlag(command: Command): Command {
  return command.option("--base-url <url>", "base URL of Webex");
}

/** Exit code 1 when a step of an import would be refused. */
async function showAccess(flags: AuthFlags, context: CommandContext): Promise<void> {
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

async function logOut(context: CommandContext): Promise<void> {
  const { settings, signals, streams } = context;
  const store = savedCredentials(accessSettings(settings), context);
  await store.exclusively(() => store.remove(), signals.stop);
  streams.err.write(`logged out: nothing is saved in ${settings.credentials.value} any more\n`);
  for (const name of ["accessToken", "refreshToken"] as const) {
    if (settings[name]) streams.err.write(`still set, and used: ${settings[name].from}\n`);
  }
}

function loginHelp(): string {
  return `
Before the first time: make an integration at https://developer.webex.com/my-apps, with this redirect URI and these scopes,
and give its client ID and secret as WEBEX_CLIENT_ID and WEBEX_CLIENT_SECRET, or type them when asked. Log in as a full
administrator of the partner organisation.

${allScopes()
  .map((scope) => `  ${scope}`)
  .join("\n")}

Examples:
  wholesale-import auth login
  wholesale-import auth login --redirect-uri http://127.0.0.1:9000/callback`;
}
