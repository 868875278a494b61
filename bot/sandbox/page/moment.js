// Says moments in the office's time zone, in the language of the page.

import { language } from "./strings.js";

const ZONE = "Asia/Tokyo";

const LOCALES = { ja: "ja-JP", en: "en-GB" };

function parts(moment, spoken, options) {
  const format = new Intl.DateTimeFormat(LOCALES[spoken], { timeZone: ZONE, ...options });
  return Object.fromEntries(format.formatToParts(new Date(moment)).map(({ type, value }) => [type, value]));
}

/** 9:50 */
export function time(moment) {
  const { hour, minute } = parts(moment, language(), {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  return `${Number(hour)}:${minute}`;
}

/** 9月7日(月) or Mon 7 Sept */
export function day(moment, spoken = language()) {
  const {
    month,
    day: number,
    weekday,
  } = parts(moment, spoken, {
    month: spoken === "ja" ? "numeric" : "short",
    day: "numeric",
    weekday: "short",
  });
  return spoken === "ja" ? `${month}月${number}日(${weekday})` : `${weekday} ${number} ${month}`;
}

/** 2026年 or 2026 */
export const year = (moment) =>
  parts(moment, language(), { year: "numeric" }).year + (language() === "ja" ? "年" : "");

/** 9月7日(月) 9:50 */
export const dayAndTime = (moment) => `${day(moment)} ${time(moment)}`;

/** 10:05, with the day before it when that is not the day of `now`. */
export const since = (now, moment) => (day(now) === day(moment) ? time(moment) : dayAndTime(moment));

/** The moment of a Slack timestamp ("1788741000.000100"), in milliseconds. */
export const ofTs = (ts) => Number(ts) * 1000;

const long = (moment, spoken) =>
  new Intl.DateTimeFormat(LOCALES[spoken], { timeZone: ZONE, dateStyle: "long" }).format(new Date(moment));

const numeric = (moment) => {
  const {
    year: y,
    month,
    day: d,
  } = parts(moment, "en", { year: "numeric", month: "2-digit", day: "2-digit" });
  return `${y}-${month}-${d}`;
};

/** The words of `<!date^seconds^pattern>` in the language `spoken`; an unknown token stays as it is. */
export function slackDate(seconds, pattern, spoken) {
  const moment = seconds * 1000;
  return pattern.replace(/\{(\w+)\}/g, (token, name) => {
    if (name === "time" || name === "time_secs") return time(moment);
    if (name === "date_num") return numeric(moment);
    if (name.startsWith("date_short")) return day(moment, spoken);
    return name.startsWith("date") ? long(moment, spoken) : token;
  });
}
