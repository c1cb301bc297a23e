/** Keeps the keyboard where it was: a screen that changes under somebody takes the focus away from nobody. */
import { useEffect } from "react";

/** What takes the keyboard by Tab. */
const focusable = "a[href], button:enabled, input:enabled, select:enabled, [tabindex='0']";

/**
 * Where what had the focus is gone, what stands beside it gets it, at last the screen; where it could not be used for a while, it gets the focus back. Only
 * if nobody has taken it meanwhile: a dialog that closes gives it back by itself, and who goes on to the browser stays there.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: HTMLElement | undefined;
    let around: readonly HTMLElement[] = [];
    let isLost = false;
    const onFocus = ({ target }: FocusEvent) => {
      last = target instanceof HTMLElement ? target : undefined;
      around = partsAround(last);
      isLost = false;
    };
    const forget = () => {
      last = undefined;
    };
    const give = () => {
      if (!last || !isLost || document.activeElement !== document.body) return;
      if (!last.isConnected) neighbour(around)?.focus({ preventScroll: true });
      else if (!last.matches(":disabled")) last.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => {
      if (!last) return;
      isLost ||= !last.isConnected || last.matches(":disabled");
      // two frames: whoever gives the focus back by itself does so in the next one
      if (isLost) requestAnimationFrame(() => requestAnimationFrame(give));
    });
    observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ["disabled"] });
    document.addEventListener("focusin", onFocus);
    document.addEventListener("pointerdown", forget, true);
    return () => {
      observer.disconnect();
      document.removeEventListener("focusin", onFocus);
      document.removeEventListener("pointerdown", forget, true);
    };
  }, []);
}

/** From the innermost to the screen. */
function partsAround(element: HTMLElement | undefined): readonly HTMLElement[] {
  const parts: HTMLElement[] = [];
  for (let part = element?.parentElement; part && part !== document.body; part = part.parentElement) parts.push(part);
  return parts;
}

function neighbour(around: readonly HTMLElement[]): HTMLElement | null {
  const screen = document.getElementById("main");
  for (const part of around) {
    if (part === screen) break;
    const found = part.isConnected ? part.querySelector<HTMLElement>(focusable) : null;
    if (found) return found;
  }
  return screen;
}
