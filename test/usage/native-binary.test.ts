import { rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { installPackage } from "../support/installed-package.ts";
import { startScript } from "../support/run-program.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

it("a package without the native part of libsql says in a sentence what to do", { timeout: 240_000 }, async () => {
  const folder = await makeTemporaryFolder();
  await installPackage(folder);
  await rm(join(folder, "node_modules", "@libsql"), { recursive: true });
  const installed = join(folder, "node_modules", "wholesale-import");
  const program = join(installed, "dist", "main.js");
  expect((await startScript(program, ["--help"], folder).ended).code).toBe(0);
  for (const args of [["validate", join(installed, "samples")], ["apply", join(installed, "samples")], ["runs"]]) {
    const { code, err } = await startScript(program, args, folder).ended;
    expect([args[0], code]).toEqual([args[0], 2]);
    expect(err).toMatch(/native part of libsql .* is not installed.*without --omit=optional/s);
    expect(err).not.toMatch(/bug in wholesale-import|\n\s+at /);
  }
});
