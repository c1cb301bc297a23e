/** A notice as the HTML of a mail: tables and inline styles, which every mail program understands; no picture, no link, nothing that is loaded. Pure. */
import { voiceOf } from "../model/words/text.ts";
import { formatCount } from "../report/screen/text-layout.ts";
import type { Notice, NoticeGroup } from "./notice.ts";
import {
  countsTold,
  describeGroup,
  driftCounts,
  driftTold,
  dueLines,
  factsTold,
  furtherTold,
  headlineOf,
} from "./notice-text.ts";

const colours: Readonly<Record<Notice["outcome"], string>> = {
  done: "#0a6b3d",
  pending: "#8a5a00",
  repeated: "#4a5568",
  failed: "#b3261e",
  differs: "#8a5a00",
};

const font = "font-family:Segoe UI,Helvetica,Arial,sans-serif";
const cell = "padding:4px 16px 4px 0;vertical-align:top";

export function toHtml(notice: Notice): string {
  const parts = [heading(notice), counts(notice), drift(notice), groups(notice), coming(notice), facts(notice)];
  return `<!DOCTYPE html><html lang="${notice.language}"><head><meta charset="utf-8"><title>${escapeHtml(notice.batch)}</title></head><body style="margin:0;padding:24px;background:#ffffff;color:#1a202c;${font};font-size:14px;line-height:1.5">${parts.join("")}</body></html>`;
}

function heading(notice: Notice): string {
  const bar = `border-left:4px solid ${colours[notice.outcome]};padding:2px 0 2px 12px;margin:0 0 16px`;
  const title = `<h1 style="margin:0;font-size:18px">${escapeHtml(notice.batch)}</h1>`;
  return `<div style="${bar}">${title}<p style="margin:0;color:${colours[notice.outcome]};font-weight:600">${escapeHtml(headlineOf(notice))}</p></div>`;
}

function counts(notice: Notice): string {
  const told = countsTold(notice);
  if (told.length === 0) return "";
  const titles = told.map(
    ([title]) => `<th style="${cell};text-align:right;font-weight:400;color:#4a5568">${title}</th>`,
  );
  const values = told.map(
    ([, count]) => `<td style="${cell};text-align:right;font-size:20px">${formatCount(count)}</td>`,
  );
  return `<table style="border-collapse:collapse;margin:0 0 16px"><tr>${values.join("")}</tr><tr>${titles.join("")}</tr></table>`;
}

function drift(notice: Notice): string {
  const counts = driftCounts(notice).map((line) => `<p style="margin:0 0 4px">${escapeHtml(line)}</p>`);
  const lines = driftTold(notice).map((line) => `<li style="margin:0 0 4px">${escapeHtml(line)}</li>`);
  const list = lines.length > 0 ? `<ul style="margin:8px 0 16px;padding-left:20px">${lines.join("")}</ul>` : "";
  return `${counts.join("")}${list}`;
}

function groups(notice: Notice): string {
  const lines = [
    ...notice.errorGroups.map((each) => group(each, notice)),
    ...furtherTold(notice).map((line) => `<li>${escapeHtml(line)}</li>`),
  ];
  if (lines.length === 0) return "";
  return `<h2 style="font-size:14px;margin:0 0 4px">${voiceOf(notice.language)("notice_causes")}</h2><ul style="margin:0 0 16px;padding-left:20px">${lines.join("")}</ul>`;
}

function group(told: NoticeGroup, notice: Notice): string {
  const severity = voiceOf(notice.language)(told.severity === "error" ? "kind_error" : "kind_warning");
  const colour = told.severity === "error" ? colours.failed : colours.pending;
  return `<li style="margin:0 0 4px"><span style="color:${colour}">${severity}</span> ${escapeHtml(describeGroup(told, notice))}</li>`;
}

function coming(notice: Notice): string {
  const lines = dueLines(notice).map((line) => `<li style="margin:0 0 4px">${escapeHtml(line)}</li>`);
  if (lines.length === 0) return "";
  return `<h2 style="font-size:14px;margin:0 0 4px">${voiceOf(notice.language)("notice_due")}</h2><ul style="margin:0 0 16px;padding-left:20px">${lines.join("")}</ul>`;
}

function facts(notice: Notice): string {
  const rows = factsTold(notice).map(
    ([label, value]) =>
      `<tr><td style="${cell};color:#4a5568">${label}</td><td style="${cell};word-break:break-all">${escapeHtml(value)}</td></tr>`,
  );
  return `<table style="border-collapse:collapse">${rows.join("")}</table>`;
}

function escapeHtml(text: string): string {
  const marks: Readonly<Record<string, string>> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? mark);
}
