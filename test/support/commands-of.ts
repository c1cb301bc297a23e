/** The commands that a page of the documentation tells its reader to type, in their order. */

/** Blocks of code without a language are what is typed, or what is shown: typed is what begins with one of these. */
const typed =
  /^(npx |npm |wholesale-import |node |mkdir |cp |touch |export |sudo |systemctl |journalctl |kubectl |docker )/;

/** Comments are gone, and a command that goes on after a `\` is one line. */
export function commandsOf(markdown: string): readonly string[] {
  return blocksOf(markdown)
    .flatMap((block) => block.replace(/\\\n\s*/g, "").split("\n"))
    .map((line) => line.replace(/\s+#.*$/, "").trim())
    .filter((line) => typed.test(line));
}

function blocksOf(markdown: string): readonly string[] {
  const blocks = markdown.matchAll(/^```(\w*)\n(.*?)^```/gms);
  return [...blocks].flatMap(([, language, text = ""]) => (["", "sh"].includes(language ?? "") ? [text] : []));
}
