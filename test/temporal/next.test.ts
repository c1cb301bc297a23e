/** The next free numbers and extensions on Temporal: the same as with the engine of one process, also where somebody else was faster. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { differences, runBefore, runUndisturbed, stateFolderOf } from "../support/disturbed-run.ts";
import { openFleet } from "../support/fleet.ts";
import { newestRun, readResults } from "../support/read-results.ts";
import { soakTimeoutMs } from "../support/soak.ts";
import { hasTemporal, startTemporal, type TemporalServer } from "../support/temporal-server.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { writeBatch } from "../support/write-batch.ts";

const head = { hq_pstn: "Simulated Carrier", hq_phone_numbers: "+31201234500-+31201234539" };
const wanting = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...{ email: `${name}${index}@example.com`, last_name: `${name} ${index}` },
    ...{ phone_number: "next", extension: "next" },
  }));

describe.runIf(hasTemporal)("the next free number, on Temporal", () => {
  let temporal: TemporalServer;
  beforeAll(async () => {
    temporal = await startTemporal();
  });
  afterAll(() => temporal[Symbol.asyncDispose]());

  it("is that which the engine of one process gives, and the one after it where two ask at once", {
    timeout: soakTimeoutMs,
  }, async () => {
    const folder = await makeTemporaryFolder();
    const main = { ...head, hq_main_number: "+31201234500" };
    const first = await writeBatch(folder, "first", { templates: [{}], customers: [main], users: [{}] });
    const batch = await writeBatch(folder, "next", { users: wanting("ann", 12) });
    const rivals = await writeBatch(folder, "rivals", { users: wanting("bob", 12) });
    await using before = await runBefore(first);
    const reference = await runUndisturbed(batch, {}, { before });

    await using fleet = await openFleet(temporal, batch, {}, undefined, before);
    await fleet.addWorker();
    expect(await fleet.apply().ended).toMatchObject({ code: 0 });
    expect(differences(reference, await fleet.outcome())).toEqual([]);

    await using both = await openFleet(temporal, batch, { latencyMs: 20 }, undefined, before);
    await both.addWorker();
    const { scene } = both;
    const other = scene.start(["apply", rivals, "--base-url", scene.webex.baseUrl, "--state", `${scene.folder}/other`]);
    const ends = await Promise.all([both.apply().ended, other.ended]);
    expect(ends.map(({ code, err }) => (code === 0 ? "" : err))).toEqual(["", ""]);
    const told = await Promise.all(
      [stateFolderOf(scene), `${scene.folder}/other`].map(async (state) =>
        readResults(`${await newestRun(state)}/results.csv`),
      ),
    );
    const assigned = told.flat().map((row) => row.assigned.split(";")[0]?.replace("phone_number=", ""));
    const { numbers = [] } = await scene.webex.state();
    const held = numbers.filter(({ ownerId }) => ownerId !== null).map(({ number }) => String(number));
    expect(new Set(assigned).size).toBe(24);
    expect(held.toSorted()).toEqual(assigned.toSorted());
  });
});
