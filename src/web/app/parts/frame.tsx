/** The frame around every screen: name, language, appearance, and the contents of the header. */
import type { ReactNode } from "react";
import { useWords } from "../settings.tsx";
import { Brand } from "./brand.tsx";
import { Choices } from "./choices.tsx";

export function Frame({ head, children }: { readonly head?: ReactNode; readonly children: ReactNode }) {
  const words = useWords();
  return (
    <>
      <button type="button" className="skip" onClick={() => document.getElementById("main")?.focus()}>
        {words.skip}
      </button>
      <header className="top">
        <Brand />
        {head}
        <Choices />
      </header>
      <main id="main" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
