import { expect, it, test } from "vitest";
import { checkWith, problemsOf } from "./rows.ts";

const id = "ZWYyNDQ3NTctZDQ2Yy00ZWJiLWE2NTgtMjU5NDJhN2VkYzk4";

it("becomes a record", () => {
  const cells = {
    provisioning_id: id,
    authentication: "Partner",
    idp_entity_id: "https://idp.example.com/saml",
    invite_emails: "ja",
    settings: "a=b",
  };
  expect(checkWith("templates", cells)).toEqual({
    value: {
      name: "Calling NL",
      provisioningId: id,
      country: "NL",
      serviceProviderAdmin: "admin@provider.example.com",
      defaultLanguage: "nl_NL",
      subscription: "Sub123456",
      authentication: "partner",
      idpEntityId: "https://idp.example.com/saml",
      pstnVendor: undefined,
      inviteEmails: true,
      settings: { a: "b" },
    },
    issues: [],
    isComplete: true,
  });
});

it("authenticates with Webex unless it says otherwise", () => {
  expect(checkWith("templates", { authentication: "" }).value.authentication).toBe("webex");
});

it("is valid without a provisioning ID", () => {
  expect(checkWith("templates", { provisioning_id: "" }).isComplete).toBe(true);
});

test.each([
  [{ template_name: "" }, ["error required template_name"]],
  [{ country: "" }, ["error required country"]],
  [{ provisioning_id: "calling nl" }, ["error provisioning_id_is_name provisioning_id"]],
  [{ provisioning_id: "123" }, ["warning suspicious_provisioning_id provisioning_id"]],
  [{ authentication: "partner" }, ["error required idp_entity_id"]],
  [{ idp_entity_id: "https://idp.example.com" }, ["error idp_entity_id_not_allowed idp_entity_id"]],
  [{ authentication: "saml" }, ["error not_a_choice authentication"]],
  [{ pstn_vendor: "Carrier" }, ["warning pstn_vendor_in_template pstn_vendor"]],
  [{ service_provider_admin: "ann" }, ["error invalid_email service_provider_admin"]],
])("%j gives %j", (cells, problems) => {
  expect(problemsOf("templates", cells)).toEqual(problems);
});
