/** Notices as messages in a Webex space, by the client that speaks to Webex. */
import type { Clock } from "../../model/ports.ts";
import { staticAccessToken } from "../../webex/access-token.ts";
import type { ProxySettings } from "../../webex/dispatcher.ts";
import { createHttp } from "../../webex/http.ts";
import { noAnswer } from "../../webex/wire.ts";
import { toMarkdown } from "../notice-text.ts";
import type { Teller } from "../tell.ts";

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

/** Throws UserError for a token that cannot be one, and for a base URL that no token may be sent to. */
export function spaceMessage({ baseUrl, roomId, token, proxy }: SpaceSettings, clock: Clock): Teller {
  const open = () =>
    createHttp({
      baseUrl,
      accessToken: staticAccessToken(token),
      gate: { enter: async () => {}, leave: () => {} },
      clock,
      onRequest: () => {},
      timeoutMs,
      ...(proxy ? { proxy } : {}),
    });
  return {
    name: "space",
    async send(notice, signal) {
      const http = open();
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
