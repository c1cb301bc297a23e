import { describe, expect, it } from "vitest";
import { verbatim } from "../../src/model/words/text.ts";
import type { AccessToken } from "../../src/webex/auth/access-token.ts";
import { staticAccessToken } from "../../src/webex/auth/access-token.ts";
import { getInviteEmails, getOrganization } from "../../src/webex/resources/organization.wire.ts";
import type { Answering, Prepared } from "./support/answer-server.ts";
import { never } from "./support/client.ts";
import { served } from "./support/served.ts";

async function withAnswers(answering: Answering, accessToken: AccessToken = staticAccessToken("old")) {
  const { http, asked } = await served(answering, { accessToken });
  return { http, paths: () => asked.map(({ path }) => path.replace("/v1/", "")) };
}

const setting = "settings/organizations/org/settings/allow-admin-invite-emails";
const forbidden: Prepared = { status: 403, body: { message: "no access" } };
const granted: Prepared = { body: { value: true } };
const organization: Prepared = { body: { id: "org" } };

/** Webex's list of managed organizations: an organization is on it once it was read, by whichever side puts it there. */
function managedList(listing = "/v1/organizations/org"): Answering {
  let isManaged = false;
  return ({ path }) => {
    if (path === `/v1/${setting}`) return isManaged ? granted : forbidden;
    isManaged ||= path === listing;
    return organization;
  };
}

describe("a 403 of an organization", () => {
  it("is solved by reading the organization, and the request is sent once more", async () => {
    const { http, paths } = await withAnswers(managedList());
    expect(await getInviteEmails(http, "org", never)).toMatchObject({ ok: true, value: true });
    expect(paths()).toEqual([setting, "organizations/org", setting]);
  });

  it("of many requests at once makes one reading", async () => {
    const { http, paths } = await withAnswers(managedList());
    const replies = await Promise.all(Array.from({ length: 8 }, () => getInviteEmails(http, "org", never)));
    expect(replies.every((reply) => reply.ok)).toBe(true);
    expect(paths().filter((path) => path === "organizations/org")).toHaveLength(1);
  });

  it("a second time is put right by reading the organization where identities are kept", async () => {
    const { http, paths } = await withAnswers(managedList("/v1/identity/organizations/org"));
    expect(await getInviteEmails(http, "org", never)).toMatchObject({ ok: true, value: true });
    expect(paths()).toEqual([setting, "organizations/org", setting, "identity/organizations/org", setting]);
  });

  it("that stays is a refusal, and the organization is not read for it again", async () => {
    const { http, paths } = await withAnswers(({ path }) => (path === `/v1/${setting}` ? forbidden : organization));
    await getInviteEmails(http, "org", never);
    expect(await getInviteEmails(http, "org", never)).toMatchObject({ failure: { kind: "rejected", status: 403 } });
    const reading = [setting, "organizations/org", setting, "identity/organizations/org", setting];
    expect(paths()).toEqual([...reading, setting]);
  });

  it("whose reading is refused too is reported as it was", async () => {
    const { http } = await withAnswers(({ path }) =>
      path === `/v1/${setting}` ? forbidden : { status: 404, body: { message: "no such organization" } },
    );
    const reply = await getInviteEmails(http, "org", never);
    expect(reply).toMatchObject({ failure: { status: 403, message: "no access" } });
  });

  it("whose reading is throttled may be repeated later, and then reads again", async () => {
    const answers: Prepared[] = [forbidden, { status: 429, headers: { "retry-after": "3" } }];
    const managed = managedList();
    const { http, paths } = await withAnswers((asked, response) => answers.shift() ?? managed(asked, response));
    const reply = await getInviteEmails(http, "org", never);
    expect(reply).toMatchObject({ failure: { kind: "throttled", sent: false, retryAfterMs: 3000 } });
    expect(await getInviteEmails(http, "org", never)).toMatchObject({ ok: true });
    expect(paths().filter((path) => path === "organizations/org")).toHaveLength(2);
  });

  it("of the reading itself is not repeated", async () => {
    const { http, paths } = await withAnswers(() => forbidden);
    expect(await getOrganization(http, "org", never)).toMatchObject({ failure: { status: 403 } });
    expect(paths()).toHaveLength(1);
  });

  it("is solved for the others when one gives up", async () => {
    const stop = new AbortController();
    const managed = managedList();
    let readings = 0;
    const { http } = await withAnswers((asked, response) => {
      if (asked.path !== "/v1/organizations/org" || ++readings > 1) return managed(asked, response);
      stop.abort(new Error("stopped"));
      return undefined;
    });
    const first = getInviteEmails(http, "org", stop.signal);
    const second = getInviteEmails(http, "org", never);
    await expect(first).rejects.toThrow("stopped");
    expect(await second).toMatchObject({ ok: true });
  });
});

describe("a 401", () => {
  const onlyNew: Answering = ({ headers }) =>
    headers.authorization === "Bearer new" ? granted : { status: 401, body: { message: "invalid token" } };

  it("is solved by a new token, and the request is sent once more", async () => {
    const rejected: string[] = [];
    const { http, paths } = await withAnswers(onlyNew, {
      current: async () => ({ ok: true, token: "old" }),
      refresh: async (token) => {
        rejected.push(token);
        return { ok: true, token: "new" };
      },
    });
    expect(await getInviteEmails(http, "org", never)).toMatchObject({ ok: true });
    expect(rejected).toEqual(["old"]);
    expect(paths()).toHaveLength(2);
  });

  it("with the new token is reported too", async () => {
    const { http, paths } = await withAnswers(onlyNew, {
      current: async () => ({ ok: true, token: "old" }),
      refresh: async () => ({ ok: true, token: "newer" }),
    });
    expect(await getInviteEmails(http, "org", never)).toMatchObject({ failure: { kind: "unauthorized", status: 401 } });
    expect(paths()).toEqual([expect.any(String), expect.any(String), "people/me"]);
  });

  it("is reported when no new token can be had", async () => {
    const { http } = await withAnswers(onlyNew);
    expect(await getInviteEmails(http, "org", never)).toMatchObject({
      failure: { kind: "unauthorized", message: "invalid token", hint: expect.stringContaining("log in again") },
    });
  });
});

it("no request leaves without a token", async () => {
  const failure = { kind: "unavailable", sent: false, message: verbatim("no token to be had") } as const;
  const { http, paths } = await withAnswers(() => granted, { current: async () => ({ ok: false, failure }) });
  expect(await getInviteEmails(http, "org", never)).toMatchObject({ ok: false, failure });
  expect(paths()).toEqual([]);
});
