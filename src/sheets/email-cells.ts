/** Cells with e-mail addresses. Whether a mailbox exists is not asked. */
import type { CellType } from "./define-sheet.ts";
import { foldLookAlikes } from "./look-alikes.ts";
import { type Hint, write } from "./repair.ts";
import type { CellCheck } from "./row-notes.ts";

const address =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]([a-z0-9-]*[a-z0-9])$/;
const longestAddress = 254;
const longestName = 64;

/** Value: the address in lower case. */
export const email: CellType<string> = {
  label: "e-mail address",
  pattern: "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$",
  maxLength: longestAddress,
  read(value, cell) {
    if (value.length > longestAddress) return tooLong(value, cell);
    const folded = value.toLowerCase();
    if (address.test(folded) && folded.indexOf("@") <= longestName) return folded;
    return /\P{ASCII}/u.test(value) ? readForeign(value, cell) : refuse(value, cell);
  },
};

function tooLong(value: string, cell: CellCheck): undefined {
  cell.error(
    "text_too_long",
    `The address has ${value.length} characters; at most ${longestAddress} are allowed.`,
    "Write one address.",
  );
  return undefined;
}

/** Letters outside ASCII: look-alikes are certainly wrong; others we cannot tell. */
function readForeign(value: string, cell: CellCheck): string | undefined {
  const latin = foldLookAlikes(value);
  if (address.test(latin)) {
    const letters = [...value].filter((letter) => /\P{ASCII}/u.test(letter)).join(" ");
    cell.error(
      "email_look_alike",
      `"${value}" has letters of another script that look like Latin ones: ${letters}`,
      write(latin),
    );
    return undefined;
  }
  const accentless = latin.normalize("NFD").replace(/\p{M}/gu, "");
  if (!address.test(accentless)) return refuse(value, cell);
  cell.warn(
    "email_not_ascii",
    `"${value}" has letters that Webex may not accept in an address.`,
    `Was "${accentless}" meant?`,
  );
  return value.toLowerCase();
}

function refuse(value: string, cell: CellCheck): undefined {
  cell.error("invalid_email", `"${value}" is not an e-mail address.`, repairOf(value));
  return undefined;
}

function repairOf(value: string): Hint {
  const bare = value
    .toLowerCase()
    .replace(/^mailto:/, "")
    .replace(/^.*<([^<>]+)>$/, "$1")
    .replace(/\s*(@|\(at\)|\[at\])\s*/, "@")
    .replace(/@([^@]*)$/, (_, domain: string) => `@${domain.replaceAll(",", ".").replace(/\.{2,}/g, ".")}`)
    .replace(/^[\s'"]+|[\s'".,;]+$/g, "");
  if (bare !== value.toLowerCase() && address.test(bare)) return write(bare);
  if ((value.match(/@/g)?.length ?? 0) > 1) return "Write one address.";
  return "Write it like ann@example.com.";
}

const noMailbox = /^(no-?reply|do-?not-?reply)@|\.(invalid|local|localhost|lan|internal)$/;

/** An address that must have a mailbox behind it: Webex writes to a customer's first administrator. */
export const mailbox: CellType<string> = {
  ...email,
  label: "e-mail address with a mailbox",
  read(value, cell) {
    const found = email.read(value, cell);
    if (found && noMailbox.test(found)) {
      cell.warn(
        "admin_email_not_mailbox",
        `Nobody seems to read the mail of ${found}.`,
        "Webex writes to the first administrator: give an address that somebody reads.",
      );
    }
    return found;
  },
};
