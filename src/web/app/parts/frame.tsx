/** The frame around every screen: name, language, appearance, and the contents of the header. */
import type { ReactNode } from "react";
import type { Language } from "../../../model/words/language.ts";
import { type Appearance, useSettings } from "../settings.tsx";

export function Frame({ head, children }: { readonly head?: ReactNode; readonly children: ReactNode }) {
  const { words, language, appearance, setLanguage, setAppearance } = useSettings();
  return (
    <>
      <button type="button" className="skip" onClick={() => document.getElementById("main")?.focus()}>
        {words.skip}
      </button>
      <header className="top">
        <span className="brand">wholesale-import</span>
        {head}
        <div className="choices">
          <select
            aria-label={words.language}
            value={language}
            onChange={(event) => setLanguage(event.target.value as Language)} // one of the options below
          >
            <option value="en">English</option>
            <option value="nl">Nederlands</option>
          </select>
          <select
            aria-label={words.appearance}
            value={appearance}
            onChange={(event) => setAppearance(event.target.value as Appearance)} // one of the options below
          >
            {(["system", "light", "dark"] as const).map((each) => (
              <option key={each} value={each}>
                {words.appearances[each]}
              </option>
            ))}
          </select>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
