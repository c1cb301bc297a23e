/** Notices as messages in a Webex space, by the client that speaks to Webex. */
import type { Clock } from "../../model/ports.ts";
import type { ProxySettings } from "../../webex/http/dispatcher.ts";
import type { Notifier } from "../notify.ts";
import { defineChannel } from "./channel.ts";

export const spaceChannel = defineChannel({
  name: "space",
  settings: {
    noticeRoom: {
      flag: "--notice-room <id>",
      help: {
        en: "after each batch, write to this Webex space (WHOLESALE_IMPORT_NOTICE_TOKEN: a bot's)",
        nl: "schrijf na elke batch in deze Webex-ruimte (WHOLESALE_IMPORT_NOTICE_TOKEN: die van een bot)",
      },
      variables: ["WHOLESALE_IMPORT_NOTICE_ROOM"],
    },
    noticeToken: { variables: ["WHOLESALE_IMPORT_NOTICE_TOKEN"], isSecret: true },
  },
  connect: ({ noticeRoom: roomId, noticeToken: token }, { webexBaseUrl: baseUrl, proxy, clock }) => ({
    onBatch: spaceMessage({ baseUrl, roomId, token, proxy }, clock).send,
  }),
});

export type SpaceSettings = {
  readonly baseUrl: string;
  readonly roomId: string;
  /** Of a bot that is in the space. */
  readonly token: string;
  readonly proxy?: ProxySettings;
};

const timeoutMs = 30_000;
/** Webex takes 7 439 bytes. */
const longestMessage = 7_000;

/** Sending throws UserError for a token that cannot be one, and for a base URL that no token may be sent to. */
export function spaceMessage({ baseUrl, roomId, token, proxy }: SpaceSettings, clock: Clock): Notifier {
  const open = async () => {
    const { staticAccessToken } = await import("../../webex/auth/access-token.ts");
    const { openGate } = await import("../../webex/http/exchange.ts");
    const { createHttp } = await import("../../webex/http/http.ts");
    return createHttp({
      baseUrl,
      accessToken: staticAccessToken(token),
      gate: openGate,
      clock,
      onRequest: () => {},
      timeoutMs,
      ...(proxy ? { proxy } : {}),
    });
  };
  return {
    name: "space",
    async send(notice, signal) {
      const { toMarkdown } = await import("../notice-text.ts");
      const { noAnswer } = await import("../../webex/http/wire.ts");
      const http = await open();
      try {
        const body = { roomId, markdown: shorten(toMarkdown(notice)) };
        return await http.send({ method: "POST", route: "/messages", body, answer: noAnswer, signal });
      } finally {
        await http.close();
      }
    },
  };
}

function shorten(text: string): string {
  const bytes = Buffer.from(text, "utf8");
  return bytes.length <= longestMessage
    ? text
    : `${bytes
        .subarray(0, longestMessage)
        .toString("utf8")
        .replace(/\uFFFD$/, "")}…`;
}
