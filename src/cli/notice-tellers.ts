/** The places that notices go to, made from the flags and the secrets of the environment. Sends nothing. */
import type { SettingName, Settings } from "../config.ts";
import { UserError } from "../model/user-error.ts";
import type { Teller } from "../schedule/tell.ts";
import { mail } from "../schedule/tellers/mail.ts";
import { spaceMessage } from "../schedule/tellers/space-message.ts";
import { webhook } from "../schedule/tellers/webhook.ts";
import { defaultBaseUrl } from "../webex/base-url.ts";
import { type CommandContext, proxySettings } from "./command-context.ts";
import type { NoticeFlags } from "./notice-options.ts";
import type { TargetFlags } from "./options.ts";

type TellerFlags = NoticeFlags & Pick<TargetFlags, "target" | "baseUrl">;

/** Throws UserError where a secret or a part is missing: better now than at night. */
export function tellersOf(flags: TellerFlags, context: CommandContext): readonly Teller[] {
  return [...webhookOf(flags, context), ...spaceOf(flags, context), ...mailOf(flags, context)];
}

function webhookOf({ webhookUrl: url }: TellerFlags, context: CommandContext): readonly Teller[] {
  if (!url) return [];
  const secret = secretOf(context.settings, "webhookSecret", "--webhook-url");
  return [webhook({ url: checkUrl(url, "--webhook-url"), secret }, portsOf(context))];
}

function spaceOf({ noticeRoom: roomId, target, baseUrl }: TellerFlags, context: CommandContext): readonly Teller[] {
  if (!roomId) return [];
  const token = secretOf(context.settings, "noticeToken", "--notice-room");
  const base = target === "webex" ? (baseUrl ?? defaultBaseUrl) : defaultBaseUrl;
  return [spaceMessage({ baseUrl: base, roomId, token, proxy: proxySettings(context.settings) }, context.clock)];
}

function mailOf({ mailTo: to, mailFrom: from, smtpUrl: url }: TellerFlags, context: CommandContext): readonly Teller[] {
  if (!to) return [];
  if (!from || !url)
    throw new UserError(
      "incomplete_mail",
      "--mail-to wants --mail-from and --smtp-url too.",
      "Give all three, or none.",
    );
  const password = context.settings.smtpPassword?.value;
  return [mail({ url, from, to, ...(password ? { password } : {}) })];
}

/** Throws UserError for what is no URL of the web. */
export function checkUrl(url: string, flag: string): string {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  throw new UserError("bad_url", `${flag} is no URL.`, "Write one that begins with https://.");
}

export function portsOf({ clock, settings }: CommandContext) {
  return { clock, proxy: proxySettings(settings) };
}

function secretOf(settings: Settings, name: SettingName, flag: string): string {
  const secret = settings[name]?.value;
  if (secret) return secret;
  const variable = { webhookSecret: "WHOLESALE_IMPORT_WEBHOOK_SECRET", noticeToken: "WHOLESALE_IMPORT_NOTICE_TOKEN" };
  const wanted = new Map(Object.entries(variable)).get(name);
  throw new UserError("no_secret", `${flag} wants a secret, and ${wanted} is not set.`, "Set it in the environment.");
}
