import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { limitMemory } from "../../../src/journal/state/limit-memory.ts";
import { makeTemporaryFolder } from "../../support/temporary-folder.ts";

const owner = { baseUrl: "https://webexapis.com/v1", token: "a-secret-token" };
const learned = { kind: "burst", perSecond: 20, burst: 18 } as const;
const dayMs = 86_400_000;

async function newMemory() {
  const path = join(await makeTemporaryFolder(), "limits.json");
  let keys = 0;
  const newKey = () => `a key that nobody can guess, number ${++keys}`;
  return { path, memory: limitMemory(path, newKey), newKey };
}

describe("the memory of limits", () => {
  it("gives back for a day what was learned with this token at this target, and with no other", async () => {
    const { memory } = await newMemory();
    expect(memory.recall(owner, 0)).toBeUndefined();
    memory.keep(owner, learned, 1_000);
    expect(memory.recall(owner, dayMs)).toEqual(learned);
    expect(memory.recall(owner, dayMs + 1_000)).toBeUndefined();
    expect(memory.recall({ ...owner, token: "another" }, 2_000)).toBeUndefined();
    expect(memory.recall({ ...owner, baseUrl: "http://127.0.0.1:1/v1" }, 2_000)).toBeUndefined();
  });

  it("holds no token, and the same token is another name in another state folder", async () => {
    const one = await newMemory();
    one.memory.keep(owner, learned, 1_000);
    const text = await readFile(one.path, "utf8");
    expect(text).not.toContain(owner.token);
    const other = await newMemory();
    const memory = limitMemory(other.path, () => "quite another key that nobody can guess");
    memory.keep(owner, learned, 1_000);
    const namesIn = (stored: string) => Object.keys((JSON.parse(stored) as { limits: object }).limits);
    expect(namesIn(await readFile(other.path, "utf8"))).not.toEqual(namesIn(text));
  });

  it("lets go of what is older than a day when something new is kept, and keeps what others learned", async () => {
    const { memory, path } = await newMemory();
    memory.keep({ ...owner, token: "old" }, learned, 0);
    memory.keep({ ...owner, token: "yesterday" }, learned, dayMs);
    memory.keep(owner, learned, dayMs + 1_000);
    const { limits } = JSON.parse(await readFile(path, "utf8")) as { limits: object };
    expect(Object.keys(limits)).toHaveLength(2);
    expect(memory.recall({ ...owner, token: "yesterday" }, dayMs + 1_000)).toEqual(learned);
  });

  it.each(["", "{", "{}", '{"key":"short","limits":{}}'])("starts afresh when its file contains %j", async (text) => {
    const { memory, path } = await newMemory();
    await writeFile(path, text);
    expect(memory.recall(owner, 0)).toBeUndefined();
    memory.keep(owner, learned, 0);
    expect(memory.recall(owner, 1)).toEqual(learned);
  });
});
