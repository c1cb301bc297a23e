/** The package as a stranger gets it: packed, and installed into an empty folder without what only development needs. */
import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { projectFolder } from "./run-program.ts";

const run = promisify(execFile);
const shell = process.platform === "win32";
const packed = z.tuple([z.object({ filename: z.string() })]);

/** `folder`: empty. Dependencies come from npm's cache where it has them. */
export async function installPackage(folder: string): Promise<void> {
  const pack = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const { stdout } = await run("npm", pack, { cwd: projectFolder, shell });
  const [{ filename }] = packed.parse(JSON.parse(stdout));
  await writeFile(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  const install = ["install", "--prefer-offline", "--no-audit", "--no-fund", join(folder, filename)];
  await run("npm", install, { cwd: folder, shell, env: { ...process.env, NODE_ENV: "production" } });
}
