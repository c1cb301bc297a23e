/** The checklist for Partner Hub on the screen: page by page, within 80 characters, and told once. */
import { join } from "node:path";
import { expect, it } from "vitest";
import { checklistOf } from "../../../src/planning/checklist.ts";
import { renderChecklists } from "../../../src/report/screen/screen-text.ts";
import { plainPalette } from "../../../src/report/screen/text-layout.ts";
import { runHere } from "../../support/run-here.ts";
import { simulateWebex } from "../../support/simulated-webex.ts";
import { makeTemporaryFolder } from "../../support/temporary-folder.ts";
import { writeBatch } from "../../support/write-batch.ts";

const checklist = {
  template: "Calling Benelux",
  at: { sheet: "templates", file: "templates.csv", row: 2 },
  steps: checklistOf({
    name: "Calling Benelux",
    country: "NL",
    serviceProviderAdmin: "wholesale@provider.example.com",
    authentication: "partner",
    idpEntityId: "https://idp.example.com/saml",
    settings: {},
  }),
  next: "wholesale-import templates link 'Calling Benelux' <provisioning-id>",
} as const;

it("names each page once, in the order of the wizard, and fits into 80 characters", () => {
  const lines = renderChecklists([checklist], { palette: plainPalette, language: "en" });
  expect(lines.slice(2)).toEqual([
    "Calling Benelux  templates.csv:2",
    "  Start",
    "    [ ] Customers > Onboarding templates > Create template  Webex for Wholesale",
    "  Primary settings",
    "    [ ] Template name           Calling Benelux",
    "    [ ] Country or region       NL",
    "    [ ] Service provider admin  wholesale@provider.example.com",
    "    [ ] Default email language  your choice: blank in the sheet",
    "    [ ] Wholesale subscription  your choice: blank in the sheet",
    "  Wholesale calling",
    "    [ ] Cloud Connected PSTN vendor  leave blank",
    "  Authentication",
    "    [ ] Authentication  Partner authentication",
    "    [ ] IdP Entity ID   https://idp.example.com/saml",
    "  Summary",
    "    [ ] Submit  then copy the Provisioning ID that the template shows",
    "  then: wholesale-import templates link 'Calling Benelux' <provisioning-id>",
  ]);
  expect(lines.every((line) => line.length <= 80)).toBe(true);
});

it("names the switch without which Webex takes no existing organization, for a template that customers with org_id use", async () => {
  const folder = await makeTemporaryFolder();
  const { baseUrl } = await simulateWebex();
  const checklistFor = async (orgId: string) => {
    const batch = await writeBatch(folder, `batch${orgId}`, { templates: [{}], customers: [{ org_id: orgId }] });
    const access = ["--target", "webex", "--base-url", baseUrl, "--state", join(folder, "state")];
    return (await runHere(["plan", batch, ...access], folder, { WEBEX_ACCESS_TOKEN: "token" })).out;
  };
  const line = "[ ] Allow admin-invite emails when attaching to existing orgs  on";
  expect(await checklistFor("ORG-1")).toContain(line);
  expect(await checklistFor("")).not.toContain(line);
});
