/** Flags that say where notices go. */
import { type Command, Option } from "commander";

export type NoticeFlags = {
  readonly webhookUrl?: string;
  readonly noticeRoom?: string;
  readonly mailTo?: string;
  readonly mailFrom?: string;
  readonly smtpUrl?: string;
  readonly heartbeatUrl?: string;
};

export function addNoticeFlags(command: Command): Command {
  const flags = [
    ["--webhook-url <url>", "after each batch, send a signed notice there (WHOLESALE_IMPORT_WEBHOOK_SECRET)"],
    ["--notice-room <id>", "after each batch, write to this Webex space (WHOLESALE_IMPORT_NOTICE_TOKEN: a bot's)"],
    ["--mail-to <addresses>", "after each batch, send a mail there"],
    ["--mail-from <address>", "sender of the mails"],
    ["--smtp-url <url>", "server of the mails, smtp://user@host:587 (WHOLESALE_IMPORT_SMTP_PASSWORD)"],
    ["--heartbeat-url <url>", "ask this URL after each night, so that a night that did not run is noticed"],
  ] as const;
  for (const [flag, description] of flags) command.addOption(new Option(flag, description));
  return command;
}
