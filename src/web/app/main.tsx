/** Starts the page that the server serves. */
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { SettingsProvider } from "./settings.tsx";
import "./style.css";

const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <SettingsProvider>
      <App />
    </SettingsProvider>,
  );
