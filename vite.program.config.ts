/**
 * Puts the program into a few files, `dist/main.js` and `dist/program`: loading some hundred small ones takes longer than
 * what most commands do. The library (`dist/index.js`) stays as the compiler wrote it.
 */
import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin, type Rolldown } from "vite";

const dist = fileURLToPath(new URL("dist", import.meta.url));
const main = `${dist}/main.js`;

/** Packages that most commands load, in many files each. They are built in at the versions of package.json, which are exact. */
const builtIn = ["commander", "csv-parse", "csv-stringify", "get-east-asian-width", "libphonenumber-js", "zod"];

/** By the modules that need them: the program's help; what other commands begin with; columns; runs; what reads and checks sheets. */
const chunks = {
  start: ["main"],
  command: ["cli/commands/report", "cli/commands/explain", "config", "cli/flags/all-settings", "cli/flags/fill-flags"],
  columns: ["sheets/describe/markdown-schema", "sheets/describe/json-schema"],
  runs: ["run/runs"],
  check: ["pipeline/validate"],
};

export default defineConfig({
  logLevel: "warn",
  publicDir: false,
  plugins: [whereTheyWere()],
  ssr: { noExternal: builtIn },
  build: {
    ssr: true,
    outDir: dist,
    emptyOutDir: false,
    target: "node20",
    license: { fileName: "program/licenses.md" },
    reportCompressedSize: false,
    rolldownOptions: {
      input: { main },
      output: {
        entryFileNames: "[name].js",
        chunkFileNames: "program/[name].js",
        // names stay: they stand in the stack of a bug report
        minify: { compress: true, mangle: false, codegen: true },
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ name: chunkOf(), debugName: "chunks" }] },
      },
    },
  },
});

/** The first chunk whose command loads the module, without asking for it by `import()`. */
function chunkOf(): (id: string, context: Pick<Rolldown.PluginContext, "getModuleInfo">) => string | null {
  const reached = new Map<string, string>();
  return (id, context) => {
    if (id === main) return null; // waits for the others: none may wait for it
    if (reached.size === 0) {
      for (const [name, first] of Object.entries(chunks)) {
        const open = first.map((path) => `${dist}/${path}.js`);
        for (let next = open.pop(); next !== undefined; next = open.pop()) {
          if (reached.has(next)) continue;
          reached.set(next, name);
          open.push(...(context.getModuleInfo(next)?.importedIds ?? []));
        }
      }
    }
    return reached.get(id) ?? null;
  };
}

/** For each module, `import.meta.url` stays the address of its own file: of files that lie beside it. */
function whereTheyWere(): Plugin {
  return {
    name: "where-they-were",
    transform(code, id) {
      if (id === main || !id.startsWith(dist) || !code.includes("import.meta.url")) return null;
      const from = `new URL(${JSON.stringify(relative(`${dist}/program`, id))}, import.meta.url).href`;
      return { code: code.replaceAll("import.meta.url", from), map: null };
    },
  };
}
