/** Builds the page: for the server (`dist/web/page`), and in mode `report` the one file that report.html is made of. */
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin, type Rolldown, type UserConfig } from "vite";

const page = (name: string) => fileURLToPath(new URL(`src/web/app/${name}.html`, import.meta.url));

export default defineConfig(({ mode }) => pages(mode === "report"));

function pages(isReport: boolean): UserConfig {
  return {
    root: fileURLToPath(new URL("src/web/app", import.meta.url)),
    mode: "production",
    logLevel: "warn",
    plugins: isReport ? [withoutProgramTexts(), oneFile()] : [],
    define: { "process.env.NODE_ENV": JSON.stringify("production") },
    build: {
      outDir: fileURLToPath(new URL("dist/web/page", import.meta.url)),
      emptyOutDir: false,
      // of whose work is in the page, with the texts of the licences
      license: isReport ? false : { fileName: "licenses.md" },
      target: "es2023",
      modulePreload: { polyfill: false },
      cssCodeSplit: false,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: { input: isReport ? page("report") : page("index") },
    },
  };
}

/** Of whose work is in the page; the texts of their licences lie beside it in the package. */
function noticeOf(bundle: Rolldown.OutputBundle): string {
  const modules = Object.values(bundle).flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
  const packages = modules.flatMap((id) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? []);
  const names = [...new Set(packages)].toSorted().join(", ");
  return `<!-- With ${names}. Their licences: dist/web/page/licenses.md of the package wholesale-import. -->\n`;
}

/** A report is given these sentences as they are said (`sayAhead`). */
function withoutProgramTexts(): Plugin {
  return {
    name: "without-program-texts",
    load: (id) =>
      /\/model\/words\/program-catalogue\.ts$/.test(id) ? "export const programCatalogue = {};" : undefined,
  };
}

/** Puts script and style into the page itself: it is read from a disk, where nothing else is. */
function oneFile(): Plugin {
  return {
    name: "one-file",
    enforce: "post",
    generateBundle(_options, bundle) {
      const html = bundle["report.html"];
      if (html?.type !== "asset") throw new Error("no report.html was built");
      let text = `${String(html.source)}${noticeOf(bundle)}`;
      for (const [name, file] of Object.entries(bundle)) {
        if (file === html) continue;
        const tag = new RegExp(`<(script|link)[^>]*(src|href)="/${name.replaceAll(".", "\\.")}"[^>]*>(</script>)?`);
        const content =
          file.type === "chunk"
            ? `<script type="module">${file.code.replaceAll("</script", "<\\/script")}</script>`
            : `<style>${String(file.source)}</style>`;
        if (!tag.test(text)) throw new Error(`report.html does not name ${name}`);
        text = text.replace(tag, () => content);
        delete bundle[name];
      }
      html.source = text;
    },
  };
}
