import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ownerOf, templateRegistry } from "../../../src/journal/state/template-registry.ts";
import { projectFolder, startScript } from "../../support/run-program.ts";
import { makeTemporaryFolder } from "../../support/temporary-folder.ts";

const simulator = { name: "simulator", baseUrl: "built-in" } as const;
const webex = {
  name: "webex",
  baseUrl: "https://webexapis.com/v1",
  organization: { id: "partner", name: "Partner" },
} as const;

async function newPath(): Promise<string> {
  return join(await makeTemporaryFolder(), "state", "templates.json");
}

describe("remembered templates", () => {
  it("are only given to the target and organization that they belong to", async () => {
    const path = await newPath();
    templateRegistry(path).remember(webex, new Map([["Calling NL", "real"]]));
    templateRegistry(path).remember(simulator, new Map([["Calling NL", "made up"]]));
    const registry = templateRegistry(path);
    expect(registry.remembered(webex).find("Calling NL")).toBe("real");
    expect(registry.remembered(simulator).find("Calling NL")).toBe("made up");
    expect(registry.remembered({ ...webex, organization: { id: "other" } }).find("Calling NL")).toBeUndefined();
    expect(ownerOf(webex)).not.toBe(ownerOf({ ...webex, name: "simulator" }));
  });

  it("are known whatever the target, where none is named", async () => {
    const registry = templateRegistry(await newPath());
    registry.remember(webex, new Map([["A", "1"]]));
    registry.remember(simulator, new Map([["B", "2"]]));
    expect([...registry.remembered().names()].toSorted()).toEqual(["A", "B"]);
  });

  it("are overwritten by name, and the others stay", async () => {
    const registry = templateRegistry(await newPath());
    registry.remember(
      webex,
      new Map([
        ["A", "1"],
        ["B", "2"],
      ]),
    );
    registry.remember(webex, new Map([["A", "3"]]));
    expect(registry.list().map(({ name, provisioningId }) => [name, provisioningId])).toEqual([
      ["A", "3"],
      ["B", "2"],
    ]);
  });

  it.each(["constructor", "toString", ""])("may have any name: %j", async (name) => {
    const registry = templateRegistry(await newPath());
    expect(registry.remembered(webex).find(name)).toBeUndefined();
    registry.remember(webex, new Map([[name, "id"]]));
    expect(registry.remembered(webex).find(name)).toBe("id");
  });

  it("make no file when there is nothing to remember, and one for their owner alone when there is", async () => {
    const path = await newPath();
    templateRegistry(path).remember(webex, new Map());
    expect(templateRegistry(path).list()).toEqual([]);
    await expect(stat(path)).rejects.toThrow("ENOENT");
    templateRegistry(path).remember(webex, new Map([["A", "1"]]));
    expect((await stat(path)).mode & 0o077).toBe(0);
  });

  it("are all kept when two processes remember at the same time", async () => {
    const path = await newPath();
    const folder = await makeTemporaryFolder();
    const script = join(projectFolder, "test/support/remember-templates.mjs");
    const both = ["first", "second"].map((prefix) => startScript(script, [path, prefix, "100"], folder));
    for (const { ended } of both) expect(await ended).toMatchObject({ code: 0, err: "" });
    expect(templateRegistry(path).list()).toHaveLength(200);
  });

  it("are not thrown away when the file cannot be understood: a person is asked", async () => {
    const path = await newPath();
    templateRegistry(path).remember(webex, new Map([["A", "1"]]));
    await writeFile(path, '{"half": ');
    expect(() => templateRegistry(path).remembered(webex)).toThrow(
      expect.objectContaining({ code: "templates_unreadable", hint: expect.stringContaining("templates link") }),
    );
    expect(() => templateRegistry(path).remember(webex, new Map([["B", "2"]]))).toThrow("cannot be understood");
    expect(await readFile(path, "utf8")).toBe('{"half": ');
  });
});
