/** The few pages that need no program: the step from the printed URL to the page, and refusals. */

const frame = (head: string, body: string) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>wholesale-import</title>
${head}
<style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:15vh auto;padding:0 1rem}</style>
<main>${body}</main>
</html>`;

/** Goes to the page by itself: from here the browser sends the cookie, wherever the link was clicked. The token leaves the address bar. */
export const welcomePage = frame(
  '<meta http-equiv="refresh" content="0;url=/">',
  '<p><a href="/">Open the page</a></p>',
);

const words = {
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

export function refusalPage(why: keyof typeof words): string {
  const [title, text] = words[why];
  return frame("", `<h1>${title}</h1><p>${text}</p>`);
}
