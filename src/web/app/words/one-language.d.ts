/** What the build makes of the catalogue: the same sentences, of which the other language is left out. */
declare module "*/catalogue.ts?language=en" {
  export const catalogue: Readonly<Record<string, import("../../../model/words/wording.ts").Wording<never>>>;
}
declare module "*/catalogue.ts?language=nl" {
  export const catalogue: Readonly<Record<string, import("../../../model/words/wording.ts").Wording<never>>>;
}
