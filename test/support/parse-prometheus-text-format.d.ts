/** What the parser gives, as far as the tests read it: its package tells no types. */
declare module "parse-prometheus-text-format" {
  namespace parse {
    type Sample = { readonly value?: string; readonly labels?: Readonly<Record<string, string>> };
    type Family = { readonly name: string; readonly type: string; readonly metrics: readonly Sample[] };
  }
  function parse(text: string): readonly parse.Family[];
  export = parse;
}
