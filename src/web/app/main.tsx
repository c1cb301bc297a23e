/** Starts the page that the server serves. */
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { SettingsProvider, startLanguage } from "./settings.tsx";
import "./style.css";
import { languagesOnRequest } from "./words/load-language.ts";

const root = document.getElementById("root");
if (root) {
  const language = await startLanguage(languagesOnRequest);
  createRoot(root).render(
    <SettingsProvider source={languagesOnRequest} firstLanguage={language}>
      <App />
    </SettingsProvider>,
  );
}
