/** What is said of limits on requests: those that a simulator keeps, and those that were learned. */
import { words } from "./wording.ts";

type Learned = { readonly perSecond: number };

export const limitTexts = {
  rate_limit_unreadable: words(
    ({ value }: { value: string }) => `The rate limit "${value}" cannot be read.`,
    ({ value }) => `De limiet "${value}" kan niet worden gelezen.`,
  ),
  write_rate_limit: words(
    'Write requests per second ("100/s", "100/s,burst=10"), requests per window ("300/60s", "300/60s,sliding"), requests in flight ("5-in-flight"), or several of these joined by +, such as "100/s,burst=10+5-in-flight".',
    'Geef verzoeken per seconde op ("100/s", "100/s,burst=10"), verzoeken per venster ("300/60s", "300/60s,sliding"), gelijktijdige verzoeken ("5-in-flight"), of meer daarvan met een + ertussen, zoals "100/s,burst=10+5-in-flight".',
  ),
  limit_learned_rate: words(
    ({ perSecond }: Learned, { number }) => `Webex's limit looks like ${number(perSecond)} requests per second.`,
    ({ perSecond }, { number }) => `De limiet van Webex lijkt ${number(perSecond)} verzoeken per seconde te zijn.`,
  ),
  limit_learned_burst: words(
    ({ perSecond, burst }: Learned & { burst: number }, { number }) =>
      `Webex's limit looks like ${number(perSecond)} requests per second, with up to ${number(burst)} at once after a pause.`,
    ({ perSecond, burst }, { number }) =>
      `De limiet van Webex lijkt ${number(perSecond)} verzoeken per seconde te zijn, met na een pauze tot ${number(burst)} tegelijk.`,
  ),
  limit_learned_window: words(
    ({ requests, seconds }: { requests: number; seconds: number }, { number }) =>
      `Webex's limit looks like ${number(requests)} requests in ${number(seconds)} seconds.`,
    ({ requests, seconds }, { number }) =>
      `De limiet van Webex lijkt ${number(requests)} verzoeken per ${number(seconds)} seconden te zijn.`,
  ),
  limit_learned_in_flight: words(
    ({ requests }: { requests: number }, { number }) =>
      `Webex's limit looks like ${number(requests)} requests at a time.`,
    ({ requests }, { number }) => `De limiet van Webex lijkt ${number(requests)} gelijktijdige verzoeken te zijn.`,
  ),
};
