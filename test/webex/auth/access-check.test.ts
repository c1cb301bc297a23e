import { expect, it } from "vitest";
import { checkAccess } from "../../../src/webex/auth/access-check.ts";
import { allScopes } from "../../../src/webex/auth/scopes.ts";
import type { Prepared } from "../support/answer-server.ts";
import { never } from "../support/client.ts";
import { served } from "../support/served.ts";

const me: Prepared = { body: { id: "me", emails: ["a@partner.example"], displayName: "A", orgId: "partner" } };

function withAnswers(answers: Readonly<Record<string, Prepared>>) {
  return served(({ path }) => answers[path] ?? { body: { items: [] } });
}

it("the check of a token whose scopes are known reads its owner only", async () => {
  const { http, asked } = await withAnswers({ "/v1/people/me": me });
  const granted = allScopes().filter((scope) => scope !== "identity:people_rw");
  expect(await checkAccess(http, granted, never)).toMatchObject({
    ok: true,
    value: {
      owner: { orgId: "partner", emails: ["a@partner.example"] },
      missing: [{ step: "names and administrator roles", scopes: ["identity:people_rw"] }],
      isComplete: true,
    },
  });
  expect(asked).toHaveLength(1);
});

it("the check of another token tries what it may read, and changes nothing", async () => {
  const { http, asked } = await withAnswers({ "/v1/people/me": me, "/v1/wholesale/subscribers": { status: 403 } });
  expect(await checkAccess(http, undefined, never)).toMatchObject({
    value: { missing: [{ step: "users", scopes: ["spark-admin:wholesale_subscribers_read"] }], isComplete: false },
  });
  expect(new Set(asked.map(({ method }) => method))).toEqual(new Set(["GET"]));
});

it("the check of a dead token is the refusal", async () => {
  const { http } = await withAnswers({ "/v1/people/me": { status: 401 } });
  expect(await checkAccess(http, undefined, never)).toMatchObject({ failure: { kind: "unauthorized" } });
});

it("the check says so when Webex cannot be reached", async () => {
  const { http } = await withAnswers({ "/v1/people/me": me, "/v1/locations": { status: 503 } });
  expect(await checkAccess(http, undefined, never)).toMatchObject({ failure: { kind: "unavailable" } });
});
