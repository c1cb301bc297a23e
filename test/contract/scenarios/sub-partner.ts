/** Acting in the name of a sub-partner. */
import { describe, expect, it } from "vitest";
import { runHere } from "../../support/run-here.ts";
import { simulateWebex } from "../../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../../support/temporary-folder.ts";
import type { WireCheck } from "../../support/wire-check.ts";
import { writeBatch } from "../../support/write-batch.ts";

const customers = [{ admin_email: "admin+rpl@c1.example.com" }];

async function openPartner(wire: WireCheck) {
  const folder = await makeTemporaryFolder();
  const webex = await simulateWebex();
  const { baseUrl, exchanges } = await wire.before(webex.origin);
  const input = await writeBatch(folder, "batch", { templates: [{}], customers, users: [{}] });
  const actors = () =>
    exchanges
      .filter(({ path }) => path.startsWith("/v1/wholesale/"))
      .map(({ query }) => query.get("onBehalfOfSubPartnerOrgId"));
  return {
    webex,
    actors: () => new Set(actors()),
    apply: (onBehalfOf: string) =>
      runHere(["apply", input, "--base-url", baseUrl, "--on-behalf-of", onBehalfOf], folder),
    resume: () => runHere(["resume"], folder),
  };
}

export function describeSubPartner(wire: WireCheck): void {
  describe("a run on behalf of a sub-partner", () => {
    it("names it in every wholesale call, and goes on for it when it is resumed", async () => {
      const { webex, actors, apply, resume } = await openPartner(wire);
      const { orgId } = await webex.act({ kind: "add_sub_partner", name: "Reseller" });
      expect(await apply(orgId)).toMatchObject({ code: 3 });
      await webex.act({ kind: "finish_customer", externalId: "C1", status: "provisioned" });
      expect(await resume()).toMatchObject({ code: 0 });
      expect(actors()).toEqual(new Set([orgId]));
    });

    it("that is none is refused, with Webex's reason, before anything is written", async () => {
      const { webex, apply } = await openPartner(wire);
      const ended = await apply("Y2lzY29zcGFyazovL3VzL09SR0FOSVpBVElPTi9ub2JvZHk");
      expect(ended.code).toBe(2);
      expect(ended.err).toContain("no active sub-partner");
      expect((await webex.stats()).writes).toBe(0);
    });
  });
}
