/** Which numbers are toll-free. Data. */

const prefixes =
  /^\+(800|1(800|833|844|855|866|877|888)|27800|31800|32800|33080|3380[0-5]|34[89]00|353180|358800|39800|41800|43800|44(800|808)|4580|4620|47800|48800|49800|611800|64(508|800)|65(800|1800)|81(120|800))/;

/** Is it a toll-free number? Webex must be told; otherwise it takes it for an ordinary one. */
export function isTollFree(number: string): boolean {
  return prefixes.test(number);
}
