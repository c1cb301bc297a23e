/** The few pages that need no program: the step from the printed URL to the page, and refusals. */

export type PlainLanguage = "en" | "nl";

const style = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif;background:light-dark(#f6f7f9,#14171c);color:light-dark(#1a2230,#e6eaf0)}
main{max-width:36rem;margin:14vh auto;padding:20px 28px;border:1px solid light-dark(#d5dae1,#363d49);border-radius:12px;background:light-dark(#fff,#1b1f26)}
body{margin:0 12px}h1{font-size:22px;line-height:1.25;margin:8px 0}.brand{font-weight:700;margin:0}a{color:light-dark(#0b5cad,#7db8f5)}`;

const frame = (head: string, body: string, language: PlainLanguage) => `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>wholesale-import</title>
<link rel="icon" href="data:,">
${head}
<style>${style}</style>
<main><p class="brand">wholesale-import</p>${body}</main>
</html>`;

/** Goes to the page by itself: from here the browser sends the cookie, wherever the link was clicked. The token leaves the address bar. */
export const welcomePage = frame(
  '<meta http-equiv="refresh" content="0;url=/">',
  '<p><a href="/">Open the page</a></p>',
  "en",
);

const english = {
  spent: [
    "This link was used already",
    "It opens the page once, in one browser. Stop wholesale-import serve with Ctrl-C and start it again: it prints a new link. Nothing is lost.",
  ],
  no_session: [
    "Open the link that was printed",
    "wholesale-import serve prints a link when it starts. This address alone does not open the page. After a new start, use the new link; nothing is lost.",
  ],
  foreign: ["Refused", "The page answers only to requests of its own, on this machine."],
} as const;

type Why = keyof typeof english;

const dutch: Readonly<Record<Why, readonly [string, string]>> = {
  spent: [
    "Deze link is al gebruikt",
    "De link opent de pagina één keer, in één browser. Stop wholesale-import serve met Ctrl-C en start het opnieuw: dan staat er een nieuwe link. Er gaat niets verloren.",
  ],
  no_session: [
    "Open de link die bij het starten verscheen",
    "wholesale-import serve toont een link bij het starten. Dit adres alleen opent de pagina niet. Gebruik na een nieuwe start de nieuwe link; er gaat niets verloren.",
  ],
  foreign: ["Geweigerd", "De pagina antwoordt alleen op eigen verzoeken, op deze machine."],
};

export function refusalPage(why: Why, language: PlainLanguage): string {
  const [title, text] = (language === "nl" ? dutch : english)[why];
  return frame("", `<h1>${title}</h1><p>${text}</p>`, language);
}

/** What the browser asks for first, of the two that we have. */
export function languageOf(acceptLanguage = ""): PlainLanguage {
  return acceptLanguage.toLowerCase().startsWith("nl") ? "nl" : "en";
}
