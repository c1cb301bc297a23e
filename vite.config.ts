/** Builds the page: for the server (`dist/web/page`), and in mode `report` the one file that report.html is made of. */
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin, parseAst, type Rolldown, type UserConfig } from "vite";

const page = (name: string) => fileURLToPath(new URL(`src/web/app/${name}.html`, import.meta.url));

export default defineConfig(({ mode }) => pages(mode === "report"));

function pages(isReport: boolean): UserConfig {
  return {
    root: fileURLToPath(new URL("src/web/app", import.meta.url)),
    mode: "production",
    logLevel: "warn",
    plugins: [withoutProgramTexts(), ourLanguages(), isReport ? oneFile() : oneLanguage()],
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

/** The page is given these sentences as they are said (`sayAhead`). */
function withoutProgramTexts(): Plugin {
  return {
    name: "without-program-texts",
    load: (id) =>
      /\/model\/words\/program-catalogue\.ts(\?|$)/.test(id)
        ? "export const programCatalogue = {}; export const isOfProgram = () => false;"
        : undefined,
  };
}

/** What the controls say to a screen reader, in the languages of the page alone. */
function ourLanguages(): Plugin {
  return {
    name: "our-languages",
    load: (id) =>
      /\/react-(aria|stately)\/.*\/(?!en-US|nl-NL)[a-z]{2}-[A-Z]{2}\.m?js$/.test(id) ? "export default {};" : undefined,
  };
}

const sentences = /\/model\/(words\/(catalogue|program-catalogue|[a-z-]+-texts)|codes\/[a-z-]+-codes)\.ts$/;

/**
 * Each language of the catalogue is loaded by itself: `catalogue.ts?language=nl` is the catalogue with the words of Dutch
 * alone, and who asks for the catalogue gets the languages that were loaded.
 */
function oneLanguage(): Plugin {
  const languageOf = (id = "") => /\?language=(\w+)$/.exec(id)?.[1];
  const spoken = fileURLToPath(new URL("src/web/app/words/spoken-catalogue.ts", import.meta.url));
  return {
    name: "one-language",
    enforce: "pre",
    async resolveId(source, importer) {
      const language = languageOf(source) ?? languageOf(importer);
      if (!/catalogue\.ts$/.test(source) && language === undefined) return null;
      const [path = ""] = source.split("?");
      const found = await this.resolve(path, importer?.split("?")[0], { skipSelf: true });
      if (!found || !sentences.test(found.id)) return found;
      if (language === undefined) return found.id.endsWith("/catalogue.ts") ? spoken : found;
      return { ...found, id: `${found.id}?language=${language}` };
    },
    transform(code, id) {
      const language = languageOf(id);
      if (language === undefined) return null;
      return { code: keepLanguage(code, language, parseAst(code, { lang: "ts" })), map: null };
    },
  };
}

/** `words(english, dutch)` with one of the two. */
function keepLanguage(code: string, language: string, syntax: unknown): string {
  const cuts: { readonly start: number; readonly end: number }[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if (isWording(node)) {
      const [english, dutch] = node.arguments;
      cuts.push(language === "en" ? dutch : english);
    } else for (const part of Object.values(node)) visit(part);
  };
  visit(syntax);
  let kept = code;
  for (const { start, end } of cuts.toReversed()) kept = `${kept.slice(0, start)}undefined${kept.slice(end)}`;
  return kept;
}

type Part = { readonly start: number; readonly end: number };

function isWording(node: object): node is { readonly arguments: readonly [Part, Part] } {
  if (!("callee" in node && "arguments" in node && Array.isArray(node.arguments))) return false;
  const { callee } = node;
  return (
    typeof callee === "object" &&
    callee !== null &&
    "name" in callee &&
    callee.name === "words" &&
    node.arguments.length === 2
  );
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
