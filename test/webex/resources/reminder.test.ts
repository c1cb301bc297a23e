import { expect, it } from "vitest";
import type { Operation } from "../../../src/model/plan.ts";
import { webexTarget } from "../../../src/webex/webex-target.ts";
import { never } from "../support/client.ts";
import { served } from "../support/served.ts";

const email = "ann@acme.example.com";
const operation: Operation = {
  ...{ id: 1, unit: 1, row: 1, key: email, needs: [], ids: {} },
  ...{ resource: "reminder", action: "create", payload: {} },
};
const user = { id: "sub", email, packages: ["webex_calling"], status: "pending_user_migration" };
const ids = { subscriberId: "sub" };

it("A reminder is sent as it is documented, and as its neighbours are spelled where Webex does not know that", async () => {
  const { http, asked } = await served(({ method, path }) =>
    method === "GET" ? { body: user } : { status: path.includes("/wholesale/") ? 204 : 404 },
  );
  expect(await webexTarget(http, "webex").apply(operation, ids, never)).toMatchObject({
    status: "done",
    effect: "created",
  });
  expect(asked.map(({ method, path }) => `${method} ${path}`)).toEqual([
    "GET /v1/wholesale/subscribers/sub",
    "POST /v1/subscribers/sub/emails/consentMove",
    "POST /v1/wholesale/subscribers/sub/emails/consentMove",
  ]);
});

it("A user who is gone is reported, and nobody is mailed", async () => {
  const { http, asked } = await served(() => ({ status: 404 }));
  expect(await webexTarget(http, "webex").apply(operation, ids, never)).toMatchObject({
    status: "failed",
    failure: { errorCode: "user_gone", column: "email", sent: false },
  });
  expect(asked).toHaveLength(1);
});
