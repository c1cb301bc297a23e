/** How the page of a handover looks, on a screen and on A4, and what its browser may load: nothing. */

export const handoverStyle = `
:root{color-scheme:light dark;--ink:#1b2430;--soft:#5a6675;--line:#d9dfe6;--fill:#f4f7fa;--paper:#fff;--accent:#0b5a7d;--mark:#8a5300}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e6ebf1;--soft:#9fabba;--line:#36404c;--fill:#1d252e;--paper:#141a21;--accent:#69bfe3;--mark:#f0b35a}.logo{background:#fff;padding:6px 8px;border-radius:4px}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.45 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,"Noto Sans",sans-serif;overflow-wrap:break-word}
main{max-width:60rem;margin:0 auto;padding:2rem 1.5rem 3rem}
.top{display:flex;align-items:center;justify-content:space-between;gap:2rem;padding-bottom:1rem;border-bottom:3px solid var(--accent)}
.logo{display:block;max-height:56px;max-width:240px;object-fit:contain}
.brand{font-size:1.15rem;font-weight:600;color:var(--accent);min-width:0}
.facts{margin:0;text-align:right;color:var(--soft);font-size:.87rem;flex:none;max-width:55%}
.facts p{margin:0}
h1{font-size:1.9rem;line-height:1.2;margin:1.6rem 0 .2rem;font-weight:650}
.lead{margin:0 0 1.3rem;color:var(--soft);font-size:1.05rem}
.note{border-left:3px solid var(--mark);padding:.5rem .9rem;background:var(--fill);margin:0 0 1.2rem}
.figures{display:flex;flex-wrap:wrap;gap:.8rem;margin:0 0 .4rem;padding:0;list-style:none}
.figures li{flex:1 1 8rem;background:var(--fill);border-radius:6px;padding:.6rem .9rem}
.figures b{display:block;font-size:1.5rem;line-height:1.2;font-weight:650;color:var(--accent)}
.figures span{color:var(--soft);font-size:.87rem}
h2{font-size:1.12rem;margin:1.7rem 0 .5rem;color:var(--accent);font-weight:650}
h3{font-size:.95rem;margin:0 0 .35rem;font-weight:650}
.steps{display:grid;grid-template-columns:1fr 1fr;gap:1rem 2rem}
.steps ol{margin:0;padding-left:1.3rem}
.steps li{margin:0 0 .35rem;padding-left:.15rem}
table{border-collapse:collapse;width:100%;table-layout:fixed}
.pair{display:grid;grid-template-columns:11fr 9fr;gap:0 2rem}
.users+.users,.accounts+.accounts{margin-top:1.1rem}
.group th{font-size:.95rem;color:var(--ink);border-bottom:0;padding-bottom:0}
.tasks col:nth-child(2){width:25%}.tasks col:nth-child(3){width:19%}
.places col:nth-child(1){width:22%}.places col:nth-child(2){width:30%}.places col:nth-child(3){width:19%}
.users col:nth-child(1){width:18%}.users col:nth-child(2){width:39%}.users col:nth-child(3){width:17%}.users col:nth-child(4){width:16.5%}
.administrators col:nth-child(1){width:60%}
.packages col:nth-child(1){width:46%}.packages col:nth-child(2){width:29%}
.administrators td:nth-child(2)::first-letter{text-transform:uppercase}
th{text-align:left;font-weight:600;font-size:.8rem;color:var(--soft);border-bottom:1.5px solid var(--line);padding:.3rem .7rem .3rem 0;vertical-align:bottom}
td{border-bottom:1px solid var(--line);padding:.4rem .7rem .4rem 0;vertical-align:top;overflow-wrap:anywhere}
th:last-child,td:last-child{padding-right:0}
.number{white-space:nowrap;font-variant-numeric:tabular-nums;overflow-wrap:normal}
.soft{display:block;color:var(--soft);font-size:.9em}
.mark{display:block;color:var(--mark);font-size:.9em}
.fixed{white-space:nowrap}
@media screen and (max-width:40rem){.steps,.pair{grid-template-columns:1fr}.pair>*,table{min-width:0}.users,.places{display:block;overflow-x:auto}.users td,.places td{min-width:6rem}}
@page{size:A4;margin:15mm 15mm 17mm}
@media print{
:root{color-scheme:light}
body{font-size:9.6pt;line-height:1.38;background:#fff}
main{max-width:none;padding:0}
.top{padding-bottom:3.5mm}
h1{font-size:19pt;margin:6mm 0 .5mm}
h1.long{font-size:15pt}
.lead{font-size:11pt;margin-bottom:4.5mm}
h2{font-size:11.5pt;margin:5.5mm 0 1.5mm;break-after:avoid}
h3{break-after:avoid}
.figures{flex-wrap:nowrap;gap:3mm}
.figures li,.note{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.steps,.note,.figures{break-inside:avoid}
thead{display:table-header-group}
tr{break-inside:avoid}
td{padding-top:1mm;padding-bottom:1mm}
.users,.accounts,.administrators{font-size:8.3pt}
.users td,.accounts td{padding-top:.7mm;padding-bottom:.7mm}
tbody tr:first-child{break-after:avoid}
tbody tr:last-child{break-before:avoid}
th{font-size:8pt}
.facts,.figures span{font-size:9pt}
.pair{break-inside:avoid}
p,li{orphans:2;widows:2}
}`;

/** `styleHash`: of the one style that it may use. */
export function policyOf(styleHash: string): string {
  return `default-src 'none'; img-src data:; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'`;
}

/** Printed at the foot of each page. Every sign that is no letter or digit is written by its code. */
export function footOf(left: string, page: string): string {
  const quoted = (text: string) => `"${Array.from(text, escapeSign).join("")}"`;
  return `@page{@bottom-left{content:${quoted(left)};font:8pt system-ui,sans-serif;color:#5a6675}@bottom-right{content:${quoted(`${page} `)} counter(page) " / " counter(pages);white-space:nowrap;font:8pt system-ui,sans-serif;color:#5a6675}}`;
}

function escapeSign(sign: string): string {
  return /[\p{L}\p{N}]/u.test(sign) ? sign : `\\${(sign.codePointAt(0) ?? 0).toString(16)} `;
}
