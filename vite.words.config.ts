/** Puts the catalogue of sentences into one file: every command reads it, and two dozen files take longer to load. */
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const folder = fileURLToPath(new URL("dist/model/words", import.meta.url));

export default defineConfig({
  logLevel: "warn",
  publicDir: false,
  build: {
    outDir: folder,
    emptyOutDir: false,
    target: "es2023",
    minify: false,
    reportCompressedSize: false,
    lib: { entry: `${folder}/catalogue.js`, formats: ["es"], fileName: () => "catalogue.js" },
  },
});
