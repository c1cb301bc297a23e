import { chmod, chown, lchown, mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { foreignAt, foreignReason, refuseForeignState } from "../../src/journal/ownership.ts";
import { speak } from "../../src/model/words/text.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

const ann = { uid: 1000, groups: [1000, 27] };

describe("what another user may have made", () => {
  it.each([
    ["their own, closed", { uid: 1000, gid: 1000, mode: 0o700 }, undefined],
    ["their own, readable by all", { uid: 1000, gid: 100, mode: 0o755 }, undefined],
    ["their own, in the user's private group", { uid: 1000, gid: 1000, mode: 0o775 }, undefined],
    ["the system's", { uid: 0, gid: 0, mode: 0o755 }, undefined],
    ["a mounted volume of the user's group", { uid: 0, gid: 1000, mode: 0o2775 }, undefined],
    ["another user's", { uid: 1001, gid: 1001, mode: 0o700 }, "belongs to another user (1001)"],
    [
      "their own, writable by all",
      { uid: 1000, gid: 1000, mode: 0o777 },
      "can be written by every user of this machine",
    ],
    ["their own, of a shared group", { uid: 1000, gid: 100, mode: 0o775 }, "can be written by the users of group 100"],
    ["the system's, of a shared group", { uid: 0, gid: 27, mode: 0o775 }, "can be written by the users of group 27"],
  ])("is told from what nobody else can: %s", (_what, facts, reason) => {
    expect(speak(foreignReason(facts, ann), "en")).toBe(reason);
  });

  it.skipIf(process.getuid === undefined)(
    "is a folder that all may write into, and what hangs on it is refused",
    async () => {
      const state = join(await makeTemporaryFolder(), "state");
      expect(foreignAt(state)).toBeUndefined();
      await mkdir(state);
      expect(() => refuseForeignState(state)).not.toThrow();
      await chmod(state, 0o777);
      expect(() => refuseForeignState(state)).toThrow(/state folder .* can be written by every user/);
    },
  );

  it("is a link of another user, wherever it leads", async ({ skip }) => {
    if (process.getuid?.() !== 0) skip("only the administrator can give files away");
    const folder = await makeTemporaryFolder();
    await writeFile(join(folder, "own"), "");
    await symlink(join(folder, "own"), join(folder, "link"));
    expect(foreignAt(join(folder, "link"))).toBeUndefined();
    await lchown(join(folder, "link"), 65_534, 65_534);
    expect(foreignAt(join(folder, "link"))).toEqual("belongs to another user (65534)");
    await chown(join(folder, "own"), 65_534, 65_534);
    expect(foreignAt(join(folder, "own"))).toEqual("belongs to another user (65534)");
  });
});
