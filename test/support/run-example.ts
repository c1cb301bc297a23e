/** The examples of a page, compiled against the published types and run, as its reader would. */
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
};

export type RunExample = { readonly printed: string; readonly promised: string };

/** One after the other, in one folder. `folder`: has the package installed. Returns what each prints, and what the page says that it prints; throws with what the compiler or an example says. */
export async function runExamples(page: string, folder: string, env: NodeJS.ProcessEnv): Promise<RunExample[]> {
  const text = await readFile(page, "utf8");
  const examples = [...text.matchAll(/^```ts\n(.*?)^```(?:\n\nIt prints:\n\n```text\n(.*?)^```)?/gms)];
  if (examples.length === 0) throw new Error(`${page} has no example in ts`);
  const files = examples.map((_, index) => `example${index}.ts`);
  for (const [index, [, code = ""]] of examples.entries()) await writeFile(join(folder, `example${index}.ts`), code);
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ ...strict, files }));
  await symlink(join(projectFolder, "node_modules", "@types"), join(folder, "node_modules", "@types"), "junction");
  const compiler = join(projectFolder, "node_modules", "typescript", "bin", "tsc");
  await run(process.execPath, [compiler], { cwd: folder }).catch((error: { stdout: string }) => {
    throw new Error(error.stdout);
  });
  const ran: RunExample[] = [];
  for (const [index, [, , promised = ""]] of examples.entries()) {
    const { stdout } = await run(process.execPath, [`example${index}.js`], { cwd: folder, env });
    ran.push({ printed: stdout, promised });
  }
  return ran;
}
