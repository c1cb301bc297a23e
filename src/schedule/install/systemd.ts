/** The nights as a service and a timer of systemd. Text only; installs nothing. */
import { toCalendar } from "./calendar.ts";
import type { Installation } from "./installation.ts";

/** Two files, each under a comment with its path. Throws UserError for a pattern that systemd cannot say. */
export function toSystemd(installation: Installation): string {
  const timer = timerOf(installation);
  return `# /etc/systemd/system/wholesale-import.service\n${serviceOf(installation)}\n# /etc/systemd/system/wholesale-import.timer\n${timer}`;
}

/** A night that was killed goes on after a minute; one that ended with an error waits for the next. */
export function serviceOf({ program, args, inbox, state }: Installation): string {
  return `[Unit]
Description=Nightly import of Webex customers
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
User=wholesale-import
EnvironmentFile=/etc/wholesale-import/environment
ExecStart=${[program, ...args].map(quote).join(" ")}
SuccessExitStatus=3
Restart=on-abnormal
RestartSec=60
KillMode=mixed
TimeoutStopSec=300
UMask=0077
NoNewPrivileges=true
PrivateTmp=true
ProtectSystem=strict
ProtectHome=read-only
ReadWritePaths=${[inbox, state].map(quote).join(" ")}
`;
}

/** `Persistent`: a start that was missed is made up once. */
export function timerOf({ cron, timezone }: Installation): string {
  return `[Unit]
Description=Nightly import of Webex customers

[Timer]
OnCalendar=${toCalendar(cron, timezone)}
Persistent=true
AccuracySec=1s

[Install]
WantedBy=timers.target
`;
}

/** `%` and `$` mean something to systemd. */
function quote(text: string): string {
  const escaped = text.replaceAll(/[\\"]/g, "\\$&").replaceAll("%", "%%").replaceAll("$", "$$$$");
  return /^[\w./:=@,+%$-]+$/.test(escaped) ? escaped : `"${escaped}"`;
}
