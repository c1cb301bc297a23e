/** Pages without a program: the step from the printed link to the page, and refusals. In the language that the browser asks for, because the page's own choice is not known yet. */
import { type Language, languageOfLocale } from "../model/words/language.ts";
import { say, text } from "../model/words/text.ts";

const style = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif;background:light-dark(#f6f7f9,#14171c);color:light-dark(#1a2230,#e6eaf0)}
main{max-width:36rem;margin:14vh auto;padding:20px 28px;border:1px solid light-dark(#d5dae1,#363d49);border-radius:12px;background:light-dark(#fff,#1b1f26)}
body{margin:0 12px}h1{font-size:22px;line-height:1.25;margin:8px 0}.brand{font-weight:700;margin:0}a{color:light-dark(#0b5cad,#7db8f5)}`;

const brand = "wholesale-import";

const frame = (head: string, body: string, language: Language) => `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${brand}</title>
<link rel="icon" href="data:,">
${head}
<style>${style}</style>
<main><p class="brand">${brand}</p>${body}</main>
</html>`;

/** Goes to the page by itself: from here the browser sends the cookie, wherever the link was clicked. The token leaves the address bar. */
export function welcomePage(language: Language): string {
  const link = `<p><a href="/">${say(text("open_page"), language)}</a></p>`;
  return frame('<meta http-equiv="refresh" content="0;url=/">', link, language);
}

const refusals = {
  spent: [text("link_used"), text("link_used_way_out")],
  no_session: [text("link_needed"), text("link_needed_way_out")],
  foreign: [text("request_refused"), text("request_refused_why")],
} as const;

export function refusalPage(why: keyof typeof refusals, language: Language): string {
  const [title, wayOut] = refusals[why];
  return frame("", `<h1>${say(title, language)}</h1><p>${say(wayOut, language)}</p>`, language);
}

/** What the browser asks for first, of the languages that we have. */
export function languageOf(acceptLanguage = ""): Language {
  return languageOfLocale(/[^,;]*/.exec(acceptLanguage)?.[0].trim());
}
