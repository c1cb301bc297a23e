/** Notices as mail, by SMTP. A password never goes over a line that others can read. */
import type { Failure } from "../../model/outcome.ts";
import { UserError } from "../../model/user-error.ts";
import { isLoopback } from "../../webex/base-url.ts";
import { toHtml } from "../notice-html.ts";
import { subjectOf, toText } from "../notice-text.ts";
import type { Delivery, Teller } from "../tell.ts";

export type MailSettings = {
  /** `smtp://user@host:587` or `smtps://host`; without a password. */
  readonly url: string;
  readonly password?: string;
  readonly from: string;
  /** Addresses, separated by commas. */
  readonly to: string;
};

const timeoutMs = 30_000;

/** Throws UserError for an address of a server that is none. */
export function mail(settings: MailSettings): Teller {
  const server = readServer(settings);
  const { from, to } = settings;
  return {
    name: "mail",
    async send(notice, signal) {
      const { createTransport } = await import("nodemailer");
      const transport = createTransport(server);
      const giveUp = () => transport.close();
      signal.addEventListener("abort", giveUp, { once: true });
      try {
        const messageId = `<${notice.id.replace(/[^\w.-]/g, "_")}@wholesale-import>`;
        const headers = { "Auto-Submitted": "auto-generated" };
        const content = { subject: subjectOf(notice), text: toText(notice), html: toHtml(notice) };
        await transport.sendMail({
          from,
          to,
          messageId,
          headers,
          ...content,
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        return { ok: true };
      } catch (error) {
        return failed(error);
      } finally {
        signal.removeEventListener("abort", giveUp);
        transport.close();
      }
    },
  };
}

function readServer({ url, password }: MailSettings) {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed?.hostname || !/^smtps?:$/.test(parsed.protocol) || parsed.password) throw badServer(url);
  const secure = parsed.protocol === "smtps:";
  const user = decodeURIComponent(parsed.username);
  return {
    host: parsed.hostname,
    port: Number(parsed.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && user !== "" && !isLoopback(new URL(`http://${parsed.host}`)),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    ...(user ? { auth: { user, pass: password ?? "" } } : {}),
  };
}

function badServer(url: string): UserError {
  return new UserError(
    "bad_smtp_url",
    `${url.replace(/:[^/@]*@/, ":***@")} is no SMTP server.`,
    "Write smtp://user@host:587 or smtps://user@host; the password goes into WHOLESALE_IMPORT_SMTP_PASSWORD.",
  );
}

/** 5xx is an answer that stays; everything else may be another one later. */
function failed(error: unknown): Delivery {
  const message = error instanceof Error ? error.message : String(error);
  const code = error instanceof Error && "responseCode" in error ? Number(error.responseCode) : Number.NaN;
  const kind: Failure["kind"] = code >= 500 ? "rejected" : "unavailable";
  return { ok: false, failure: { kind, sent: false, message, ...(Number.isNaN(code) ? {} : { status: code }) } };
}
