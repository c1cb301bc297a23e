/** Starts report.html: reads the run that is embedded in the page and shows its review. Sends no requests. */
import { createRoot } from "react-dom/client";
import type { ReportPage } from "../../report/files/report-page.ts";
import { ReportApp } from "./report-app.tsx";
import { SettingsProvider, startLanguage } from "./settings.tsx";
import "./style.css";
import { bothLanguages } from "./words/both-languages.ts";

const root = document.getElementById("root");
if (root) {
  const page = await readPage(document.getElementById("run")?.textContent ?? "");
  const language = await startLanguage(bothLanguages, page.language);
  createRoot(root).render(
    <SettingsProvider source={bothLanguages} firstLanguage={language}>
      <ReportApp page={page} />
    </SettingsProvider>,
  );
}

/** Base64 of gzip of JSON, as `report-page.ts` wrote it. */
async function readPage(text: string): Promise<ReportPage> {
  const bytes = Uint8Array.from(atob(text.trim()), (letter) => letter.charCodeAt(0));
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return (await new Response(unpacked).json()) as ReportPage; // our own report, written by the version that this page was built with
}
