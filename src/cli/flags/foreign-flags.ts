/** Flags that other tools have and this one has not, and what to type here instead. Pure. */
import type { HelpKey } from "../../model/words/help-texts.ts";

const answers: Readonly<Record<string, HelpKey>> = {
  ...answer("foreign_plan", "--dry-run", "--check", "--diff", "--preview", "--whatif", "--what-if", "--noop", "-n"),
  ...answer(
    "foreign_in_flight",
    "--parallelism",
    "--parallel",
    "--jobs",
    "-j",
    "--workers",
    "--threads",
    "--batch-size",
  ),
  ...answer(
    "foreign_yes",
    "--auto-approve",
    "--assume-yes",
    "--no-confirm",
    "--non-interactive",
    "--no-prompt",
    "--no-input",
  ),
  ...answer("foreign_force", "--force", "-f"),
  ...answer("foreign_json", "-o", "--output", "--output-format", "--machine-readable"),
  ...answer("foreign_detail", "-v", "--verbose", "-vv", "--debug", "--trace", "-d"),
  ...answer("foreign_quiet", "--silent", "-s"),
  ...answer("foreign_token", "--token", "--access-token", "--api-key", "--password", "-u"),
  ...answer("foreign_rate", "--rate-limit", "--rps", "--qps", "--throttle"),
  ...answer("foreign_waiting", "--timeout", "--wait", "--wait-timeout"),
  ...answer("foreign_proxy", "--proxy", "-x"),
  ...answer(
    "foreign_tls",
    "--insecure",
    "-k",
    "--no-check-certificate",
    "--no-verify-ssl",
    "--insecure-skip-tls-verify",
    "--cacert",
  ),
  ...answer("foreign_colours", "--no-color", "--no-colour", "--color"),
  ...answer("foreign_settings", "--config", "-c", "--config-file", "--env-file", "--profile"),
  ...answer("foreign_only", "--filter", "--select", "--include"),
  ...answer("foreign_out", "--output-dir", "--out-dir", "--dest"),
  ...answer("foreign_state", "--state-dir", "--data-dir", "--workdir", "-C", "--chdir"),
  ...answer("foreign_simulator", "--simulate", "--sandbox", "--mock", "--test"),
  ...answer("foreign_real", "--production", "--prod", "--live"),
  ...answer("foreign_resume", "--resume", "--continue"),
  ...answer("foreign_retry", "--retry", "--retry-failed", "--only-failed"),
  ...answer("foreign_undo", "--rollback", "--destroy", "--revert"),
  ...answer("foreign_on_behalf_of", "--target-org", "--org", "--tenant"),
  ...answer("foreign_path", "--file", "--input", "-i"),
};

function answer(text: HelpKey, ...flags: readonly string[]): Readonly<Record<string, HelpKey>> {
  return Object.fromEntries(flags.map((flag) => [flag, text]));
}

/** What to type instead of the flag that an error of commander names; undefined where we have no answer. */
export function answerForeignFlag(error: string): HelpKey | undefined {
  const [, flag = ""] = /unknown option '(-{1,2}[\w-]+)/.exec(error) ?? [];
  return Object.hasOwn(answers, flag) ? answers[flag] : undefined;
}
