/** `auth`: who the token is and what it may do; log in, and log out. */
import type { Command } from "commander";
import { allScopes } from "../../webex/scopes.ts";
import type { CommandContext } from "../command-context.ts";
import { addRedirectFlag, type TargetFlags } from "../options.ts";

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
    .action(async (flags: AuthFlags) => (await import("../show-access.ts")).showAccess(flags, context));
  const login = auth.command("login").description("log in through the browser, and keep the access for later runs");
  addRedirectFlag(addBaseUrlFlag(login))
    .addHelpText("after", loginHelp())
    .action(async (flags: AuthFlags) => {
      const [{ logIn }, { showAccess }] = await Promise.all([import("../log-in.ts"), import("../show-access.ts")]);
      await logIn(flags, context);
      await showAccess(flags, context);
    });
  auth
    .command("logout")
    .description("forget the saved access")
    .addHelpText("after", "\nExamples:\n  wholesale-import auth logout")
    .action(async () => (await import("../log-out.ts")).logOut(context));
}

function addBaseUrlFlag(command: Command): Command {
  return command.option("--base-url <url>", "base URL of Webex");
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
