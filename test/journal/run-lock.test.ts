import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { takeLock } from "../../src/journal/run-lock.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";

async function newPath(): Promise<string> {
  return join(await makeTemporaryFolder(), "locks", "lock");
}

/** Another process that takes the lock as we do, says so, and keeps it until it dies. */
async function holdElsewhere(path: string) {
  const libsql = createRequire(import.meta.url).resolve("libsql");
  const script = `
    const db = new (require(${JSON.stringify(libsql)}))(${JSON.stringify(path)});
    db.exec("pragma busy_timeout = 0; begin exclusive");
    process.stdout.write("held");
    setInterval(() => db.open, 1000);`;
  const child = spawn(process.execPath, ["-e", script], { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  return {
    async kill() {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

describe("a lock", () => {
  it("is held by one, and the others are told by whom", async () => {
    const path = await newPath();
    const first = takeLock(path, "run 1, process 4711");
    expect(first.kind).toBe("held");
    expect(takeLock(path, "run 2")).toEqual({ kind: "taken", holder: "run 1, process 4711" });
    expect(takeLock(path, "run 3")).toEqual({ kind: "taken", holder: "run 1, process 4711" });
    if (first.kind === "held") first.lock[Symbol.dispose]();
  });

  it("is free again when its holder lets go", async () => {
    const path = await newPath();
    for (const holder of ["first", "second"]) {
      const reply = takeLock(path, holder);
      expect(reply.kind).toBe("held");
      if (reply.kind === "held") reply.lock[Symbol.dispose]();
    }
  });

  it("holds against another process, and is free as soon as that one is killed", async () => {
    const path = await newPath();
    const made = takeLock(path, "only to make the file");
    if (made.kind === "held") made.lock[Symbol.dispose]();
    const elsewhere = await holdElsewhere(path);
    expect(takeLock(path, "here")).toEqual({ kind: "taken", holder: undefined });
    await elsewhere.kill();
    const reply = takeLock(path, "here");
    expect(reply.kind).toBe("held");
    if (reply.kind === "held") reply.lock[Symbol.dispose]();
  });

  it("does not hold for another path", async () => {
    const [one, two] = [takeLock(await newPath(), "one"), takeLock(await newPath(), "two")];
    expect([one.kind, two.kind]).toEqual(["held", "held"]);
    for (const reply of [one, two]) if (reply.kind === "held") reply.lock[Symbol.dispose]();
  });
});
