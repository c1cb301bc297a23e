/** The headers of a response that the browser saves as a file. */

export function attachment(name: string, type: string): Record<string, string> {
  return { "content-type": type, "content-disposition": `attachment; filename="${name.replace(/[^\w.-]/g, "_")}"` };
}
