/** Checklists for Partner Hub as lines for a terminal. Pure. */
import type { TemplateChecklist } from "../model/checklist.ts";
import { formatAddress } from "../model/sheet.ts";
import { type Palette, toPrintable } from "./text-layout.ts";

/** One block per template; empty when nothing is left for a person. */
export function renderChecklists(checklists: readonly TemplateChecklist[], palette: Palette): readonly string[] {
  const [first] = checklists;
  if (!first) return [];
  const title = "to be made in Partner Hub by a person, since Webex has no API for templates:";
  return [palette.strong(title), ...checklists.flatMap((checklist) => ["", ...renderOne(checklist, palette)])];
}

function renderOne({ template, at, steps, next }: TemplateChecklist, palette: Palette): readonly string[] {
  const pageWidth = Math.max(...steps.map(({ page }) => page.length));
  const fieldWidth = Math.max(...steps.map(({ field }) => field.length));
  const lines = steps.map(({ page, field, value }, index) => {
    const shown = steps[index - 1]?.page === page ? "" : page;
    const text = `${shown.padEnd(pageWidth)}  ${field.padEnd(fieldWidth)}  ${value}`;
    return `  [ ] ${toPrintable(text)}`;
  });
  return [
    `${toPrintable(template)}  ${palette.quiet(toPrintable(formatAddress(at)))}`,
    ...lines,
    `  then: ${palette.strong(toPrintable(next))}`,
  ];
}
