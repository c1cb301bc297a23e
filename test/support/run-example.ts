/** An example of the documentation, compiled against the published types and run, as its reader would. */
import { execFile } from "node:child_process";
import { readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { projectFolder } from "./run-program.ts";

const run = promisify(execFile);

const strict = {
  compilerOptions: {
    target: "es2022",
    module: "nodenext",
    strict: true,
    exactOptionalPropertyTypes: true,
    types: ["node"],
  },
  files: ["example.ts"],
};

/** `folder`: has the package installed. Returns what the example prints; throws with what the compiler or the example says. */
export async function runExample(page: string, folder: string): Promise<string> {
  const example = /^```ts\n(.*?)^```/ms.exec(await readFile(page, "utf8"))?.[1];
  if (example === undefined) throw new Error(`${page} has no example in ts`);
  await writeFile(join(folder, "example.ts"), example);
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(strict));
  await symlink(join(projectFolder, "node_modules", "@types"), join(folder, "node_modules", "@types"), "junction");
  const compiler = join(projectFolder, "node_modules", "typescript", "bin", "tsc");
  await run(process.execPath, [compiler], { cwd: folder }).catch((error: { stdout: string }) => {
    throw new Error(error.stdout);
  });
  return (await run(process.execPath, ["example.js"], { cwd: folder })).stdout;
}
