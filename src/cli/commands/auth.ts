/** `auth`: who the token is and what it may do; log in, and log out. */

import type { Command } from "commander";
import { help } from "../../model/words/help-texts.ts";
import { allScopes } from "../../webex/auth/scopes.ts";
import type { CommandContext } from "../command-context.ts";
import { addRedirectFlag, type TargetFlags } from "../flags/options.ts";
import { addFurtherHelp } from "../program-command.ts";

type AuthFlags = Pick<TargetFlags, "baseUrl"> & { readonly redirectUri: string; readonly json?: true };

export function addAuth(program: Command, context: CommandContext): void {
  const auth = program.command("auth").description(help("auth"));
  const check = auth.command("check", { isDefault: true }).description(help("auth_check"));
  addFurtherHelp(check, {
    examples: ["wholesale-import auth check", "WEBEX_ACCESS_TOKEN=... wholesale-import auth check"],
  });
  addBaseUrlFlag(check)
    .option("--json", help("json_flag"))
    .action(async (flags: AuthFlags) => (await import("../auth/show-access.ts")).showAccess(flags, context));
  const login = auth.command("login").description(help("auth_login"));
  addFurtherHelp(login, {
    text: "auth_login_further",
    list: allScopes(),
    examples: [
      "wholesale-import auth login",
      "wholesale-import auth login --redirect-uri http://127.0.0.1:9000/callback",
    ],
  });
  addRedirectFlag(addBaseUrlFlag(login)).action(async (flags: AuthFlags) => {
    const [{ logIn }, { showAccess }] = await Promise.all([
      import("../auth/log-in.ts"),
      import("../auth/show-access.ts"),
    ]);
    await logIn(flags, context);
    await showAccess(flags, context);
  });
  const logout = auth
    .command("logout")
    .description(help("auth_logout"))
    .action(async () => (await import("../auth/log-in.ts")).logOut(context));
  addFurtherHelp(logout, { examples: ["wholesale-import auth logout"] });
}

function addBaseUrlFlag(command: Command): Command {
  return command.option("--base-url <url>", help("auth_base_url_flag"));
}
