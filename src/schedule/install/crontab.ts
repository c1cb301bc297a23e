/** The nights as lines of a crontab. Text only; installs nothing. */
import type { Installation } from "./installation.ts";

/** `CRON_TZ` is understood by the cron of Red Hat and its kin (cronie); others take the machine's own zone. */
export function toCrontab({ program, args, cron, timezone }: Installation): string {
  return `# Secrets come from a file that cron's shell reads; cron mails what is written to stderr.
CRON_TZ=${timezone}
${cron} set -a; . /etc/wholesale-import/environment; set +a; ${[program, ...args, "--quiet"].map(quote).join(" ")}
`;
}

/** For the shell; and cron takes a bare % for a line's end. */
function quote(text: string): string {
  const quoted = /^[\w./:=@,+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
  return quoted.replaceAll("%", "\\%");
}
