/** What shells make of the printed completion. Where a shell is not installed, that is said. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runHere } from "../support/run-here.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "completion-"));
  for (const shell of ["bash", "zsh", "fish"]) {
    const { code, out } = await runHere(["completion", shell], folder);
    expect(code).toBe(0);
    await writeFile(join(folder, shell), out);
  }
});

function isInstalled(shell: string): boolean {
  const isThere = spawnSync(shell, ["-c", "exit"]).status === 0;
  if (!isThere) console.warn(`left out: ${shell} is not installed here`);
  return isThere;
}

function completeInBash(...words: readonly string[]): readonly string[] {
  const quoted = words.map((word) => `'${word}'`).join(" ");
  const script = `source ./bash; COMP_WORDS=(wholesale-import ${quoted}); COMP_CWORD=${words.length}; _wholesale_import; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync("bash", ["-c", script], { cwd: folder, encoding: "utf8" }).trim().split("\n");
}

afterAll(() => rm(folder, { recursive: true }));

describe.runIf(isInstalled("bash"))("bash completes", () => {
  it("commands, and commands of a group", () => {
    expect(completeInBash("re")).toEqual(expect.arrayContaining(["resume", "retry", "report"]));
    expect(completeInBash("runs", "pr")).toEqual(["prune"]);
  });

  it("flags of the command, and what they choose from", () => {
    expect(completeInBash("apply", "samples", "--conc")).toEqual(["--concurrency"]);
    expect(completeInBash("runs", "prune", "--k")).toEqual(["--keep"]);
    expect(completeInBash("apply", "--target", "w")).toEqual(["webex"]);
  });

  it("files where an argument may stand", () => {
    expect(completeInBash("apply", "ba")).toEqual(["bash"]);
  });
});

it.runIf(isInstalled("zsh"))("zsh reads it", () => {
  expect(
    execFileSync("zsh", ["-fc", "autoload -U compinit && compinit -D; source ./zsh; echo read"], {
      cwd: folder,
      encoding: "utf8",
    }),
  ).toBe("read\n");
});

it.runIf(isInstalled("fish"))("fish completes commands and flags", () => {
  const complete = (line: string) =>
    execFileSync("fish", ["-c", `source ./fish; complete -C '${line}'`], { cwd: folder, encoding: "utf8" });
  expect(complete("wholesale-import res")).toMatch(/^resume\t/m);
  expect(complete("wholesale-import apply --conc")).toMatch(/^--concurrency\t/m);
});

it("an unknown shell is refused", async () => {
  expect(await runHere(["completion", "tcsh"], folder)).toMatchObject({
    code: 2,
    err: expect.stringContaining("bash"),
  });
});
