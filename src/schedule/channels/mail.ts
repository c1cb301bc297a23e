/** Notices as mail, by SMTP. A password never goes over a line that others can read. */
import type SMTPTransport from "nodemailer/lib/smtp-transport/index.js";
import type { Failure } from "../../model/outcome.ts";
import { messageOf } from "../../model/thrown.ts";
import { UserError } from "../../model/user-error.ts";
import { text, verbatim } from "../../model/words/text.ts";
import { isLoopback } from "../../webex/http/base-url.ts";
import type { Delivery, Notifier } from "../notify.ts";
import { defineChannel } from "./channel.ts";

export const mailChannel = defineChannel({
  name: "mail",
  settings: {
    mailTo: {
      flag: "--mail-to <addresses>",
      help: { en: "after each batch, send a mail to this address", nl: "stuur na elke batch een mail naar dit adres" },
      variables: ["WHOLESALE_IMPORT_MAIL_TO"],
    },
    mailFrom: {
      flag: "--mail-from <address>",
      help: { en: "sender of the mails", nl: "afzender van de mails" },
      variables: ["WHOLESALE_IMPORT_MAIL_FROM"],
    },
    smtpUrl: {
      flag: "--smtp-url <url>",
      help: {
        en: "server of the mails, smtp://user@host:587 (WHOLESALE_IMPORT_SMTP_PASSWORD)",
        nl: "mailserver, smtp://user@host:587 (WHOLESALE_IMPORT_SMTP_PASSWORD)",
      },
      variables: ["WHOLESALE_IMPORT_SMTP_URL"],
      address: "shown",
    },
    smtpPassword: { variables: ["WHOLESALE_IMPORT_SMTP_PASSWORD"], isSecret: true, isOptional: true },
  },
  connect: ({ mailTo: to, mailFrom: from, smtpUrl: url, smtpPassword: password }) => ({
    onBatch: mail({ url, from, to, ...(password ? { password } : {}) }).send,
  }),
});

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
export function mail(settings: MailSettings): Notifier {
  const server = readServer(settings);
  const { from, to } = settings;
  return {
    name: "mail",
    async send(notice, signal) {
      const { createTransport } = await import("nodemailer");
      const { toHtml } = await import("../notice-html.ts");
      const { subjectOf, toPlainText } = await import("../notice-text.ts");
      const transport = createTransport(server);
      const giveUp = () => transport.close();
      signal.addEventListener("abort", giveUp, { once: true });
      try {
        const messageId = `<${notice.id.replace(/[^\w.-]/g, "_")}@wholesale-import>`;
        const headers = { "Auto-Submitted": "auto-generated" };
        const content = {
          subject: subjectOf(notice).replaceAll("\u00a0", " "),
          text: toPlainText(notice),
          html: toHtml(notice),
        };
        const sent = await transport.sendMail({
          from,
          to,
          messageId,
          headers,
          ...content,
          disableFileAccess: true,
          disableUrlAccess: true,
        });
        return sent.rejected.length === 0 ? { ok: true } : { ok: true, refused: describeRefused(sent) };
      } catch (error) {
        return failed(error);
      } finally {
        signal.removeEventListener("abort", giveUp);
        transport.close();
      }
    },
  };
}

/** The server takes a mail for those whom it knows, and says why not for the others. */
function describeRefused({ rejected, rejectedErrors = [] }: SMTPTransport.SentMessageInfo): readonly string[] {
  return rejected.map((recipient, index) => {
    const reason = rejectedErrors[index]?.response;
    return reason ? `${recipient}: ${reason.slice(0, 200)}` : recipient;
  });
}

function readServer({ url, password }: MailSettings) {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const user = parsed && userOf(parsed);
  const host = parsed && `http://${parsed.host}`; // of a scheme whose hosts are checked
  if (
    !parsed?.hostname ||
    host === undefined ||
    !URL.canParse(host) ||
    user === undefined ||
    !/^smtps?:$/.test(parsed.protocol) ||
    parsed.password
  )
    throw badServer();
  const secure = parsed.protocol === "smtps:";
  return {
    host: parsed.hostname,
    port: Number(parsed.port) || (secure ? 465 : 587),
    secure,
    requireTLS: !secure && !isLoopback(new URL(host)),
    tls: { rejectUnauthorized: true },
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    ...(user ? { auth: { user, pass: password ?? "" } } : {}),
  };
}

/** Blank: none. Undefined: it cannot be read. */
function userOf({ username }: URL): string | undefined {
  try {
    return decodeURIComponent(username);
  } catch {
    return undefined;
  }
}

/** Nothing of the URL is repeated: where it is misspelled, nobody can tell which part of it is the password. */
function badServer(): UserError {
  return new UserError("bad_smtp_url", text("not_smtp"), text("write_smtp"));
}

/** 5xx is an answer that stays; everything else may be another one later. */
function failed(error: unknown): Delivery {
  const message = messageOf(error);
  const code = error instanceof Error && "responseCode" in error ? Number(error.responseCode) : Number.NaN;
  const kind: Failure["kind"] = code >= 500 ? "rejected" : "unavailable";
  return {
    ok: false,
    failure: { kind, sent: false, message: verbatim(message), ...(Number.isNaN(code) ? {} : { status: code }) },
  };
}
