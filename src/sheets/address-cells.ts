/** Cell types for the parts of an address; what its country asks of them is in `address-rules.ts`. */
import { text } from "./cell-types.ts";

/** Webex refuses longer lines. */
export const addressLine = text("address line", 50);
export const cityName = text("city");
export const stateCode = text("state");
export const postalCode = text("postal code");
