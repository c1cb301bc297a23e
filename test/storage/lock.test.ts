import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { holdingLock, inTurn, isLocked, takeLock, wasLocked } from "../../src/storage/lock.ts";
import { makeTemporaryFolder } from "../support/temporary-folder.ts";
import { virtualClock } from "../support/virtual-clock.ts";

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
  it("is held by one process, and the others learn by which", async () => {
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

  it("excludes another process, and is free as soon as its holder is killed", async () => {
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

describe("whether a lock is held", () => {
  it("can be tested without taking it, also after its holder has died", async () => {
    const path = await newPath();
    expect([wasLocked(path), isLocked(path)]).toEqual([false, false]);
    const reply = takeLock(path, "here");
    expect([wasLocked(path), isLocked(path)]).toEqual([true, true]);
    if (reply.kind === "held") reply.lock[Symbol.dispose]();
    await writeFile(`${path}.holder`, "dead");
    expect([wasLocked(path), isLocked(path)]).toEqual([true, false]);
  });
});

describe("work under a lock", () => {
  const never = new AbortController().signal;

  it("waits for work at the same lock, in this process too", async () => {
    const path = await newPath();
    const clock = virtualClock();
    const done: string[] = [];
    const first = holdingLock(path, () => clock.sleep(1_000).then(() => void done.push("first")), clock, never);
    const second = holdingLock(path, async () => void done.push("second"), clock, never);
    await clock.until(Promise.all([first, second]));
    expect(done).toEqual(["first", "second"]);
  });

  it("is not done when the wait is called off", async () => {
    const path = await newPath();
    const reply = takeLock(path, "here");
    const waiting = holdingLock(path, async () => "done", virtualClock(), AbortSignal.abort(new Error("enough")));
    await expect(waiting).rejects.toThrow("enough");
    if (reply.kind === "held") reply.lock[Symbol.dispose]();
  });

  it("leaves the lock free when it throws", async () => {
    const path = await newPath();
    const fail = () => {
      throw new Error("broken");
    };
    expect(() => inTurn(path, fail)).toThrow("broken");
    await expect(holdingLock(path, async () => fail(), virtualClock(), never)).rejects.toThrow("broken");
    expect(inTurn(path, () => "free")).toBe("free");
  });
});
