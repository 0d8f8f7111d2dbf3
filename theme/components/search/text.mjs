// A text becomes tokens as `search/tokens.py` and `search/dates.py` make them; tests/search/vectors.json holds both to
// one list of cases.

const IGNORED = "\\u00ad\\u200b-\\u200d\\u2060\\ufeff\\u0300-\\u036f";
const TOKEN = new RegExp(`[0-9]+(?:[.,][0-9]+)+|[0-9]{1,2}:[0-5][0-9](?![0-9:])|[\\p{L}\\p{N}_${IGNORED}]+`, "gu");
const HOUR = /^([0-9]{1,2})(?:h|[hg:](?=[0-9]))(?:00|([0-5][0-9]))?$/;
const MEASURED = /^([0-9]+)(tr|k|m2?|m3|km2?|kg|ha|d|vnd)$/;
const LIKE_I = /^([hklmst]|qu)y$/;
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * A token and where it stands; raw: as it is written, with the first of several in one piece ("7h30").
 * @typedef {{ token: string, raw: string, start: number, end: number }} Token
 */

/** @param {string} token */
const stripZeros = (token) => (/^[0-9]+$/.test(token) ? token.replace(/^0+(?=.)/, "") : token);

/**
 * What a run of letters or digits gives; several tokens joined by blanks, or nothing.
 * @param {string} raw
 */
function foldRaw(raw) {
  if (/^[0-9]+[.,]/.test(raw)) {
    const [first, ...rest] = raw.split(/[.,]/);
    if (first.length <= 3 && rest.every((part) => part.length === 3)) return stripZeros(first + rest.join(""));
    if (rest.length === 1) return `${stripZeros(first)}.${rest[0]}`;
    return [first, ...rest].map(stripZeros).join(" ");
  }
  const plain = raw.normalize("NFKD").toLowerCase().replace(/[đð]/g, "d").replace(/[\p{M}\p{Cf}]/gu, "");
  return plain.split(/[^\p{L}\p{N}:]+/u).map(settle).join(" ").trim();
}

/**
 * A folded word as one of several spellings has it, hours and measures in their parts.
 * @param {string} word
 */
function settle(word) {
  const parts = word.replace(HOUR, "$1 gio $2").replace(MEASURED, "$1 $2").replace(LIKE_I, "$1i");
  return parts.split(" ").map(stripZeros).join(" ").trim();
}

/** @type {Map<string, string>} */
const folded = new Map();

/** @param {string} raw */
function fold(raw) {
  let token = folded.get(raw);
  if (token === undefined) {
    token = foldRaw(raw);
    if (folded.size > 20000) folded.clear();
    folded.set(raw, token);
  }
  return token;
}

/**
 * The tokens of a text with their places.
 * @param {string} text
 * @returns {Token[]}
 */
export function scan(text) {
  const found = [];
  for (const match of text.matchAll(TOKEN)) {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    let [raw] = match;
    for (const token of fold(raw).split(" ")) {
      if (token) found.push({ token, raw, start, end });
      raw = "";
    }
  }
  return found;
}

/**
 * The tokens of a text: folded syllables, words and numbers, in order.
 * @param {string} text
 */
export const tokenise = (text) => scan(text).map((one) => one.token);

/**
 * A syllable with its tone, wherever the tone mark stands: "thùy" and "thuỳ" are one.
 * @param {string} raw
 */
export function toneKey(raw) {
  const parts = raw.normalize("NFD").toLowerCase();
  return parts.replace(TONES, "").normalize("NFC") + (parts.match(TONES) ?? []).sort().join("");
}

/**
 * Whether somebody typed a diacritic: then tones say something.
 * @param {string} raw
 */
export const hasMarks = (raw) => /[\p{M}đ]/u.test(raw.normalize("NFD").toLowerCase());

const GAP = "[ \\t\\n\\u00a0]";
const DATE = new RegExp(
  `(?:([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})|([0-9]{1,2})(?:${GAP}?([/.-])${GAP}?|${GAP}+th[aá]ng${GAP}+)([0-9]{1,2})` +
    `(?:(?:${GAP}?[/.-]${GAP}?|,?${GAP}+n[aă]m${GAP}+)([0-9]{4}))?` +
    `|([0-9]{1,2})(?:${GAP}?[/-]${GAP}?|${GAP}+n[aă]m${GAP}+)([0-9]{4}))(?![0-9])`,
  "iy",
);
const BEFORE_DAY = new RegExp(`(?:ng[aà]y|s[aá]ng|tr[uư]a|chi[eề]u|t[oố]i|[dđ][eê]m|h[oô]m)${GAP}+$`, "i");
const MONTHS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * A day, a day without a year (year 0), or a month (day 0).
 * @typedef {{ start: number, end: number, day: number, month: number, year: number, term: string }} FoundDate
 */

/** @param {number} value @param {number} width */
const pad = (value, width = 2) => String(value).padStart(width, "0");

/** @param {number} day @param {number} month @param {number} year */
function exists(day, month, year) {
  if (month < 1 || month > 12 || (year && (year < 1900 || year >= 2100)) || day > MONTHS[month - 1]) return false;
  return !day || !year || new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

/**
 * The dates in a text (NFC) that a calendar has.
 * @param {string} text
 * @returns {FoundDate[]}
 */
export function findDates(text) {
  /** @type {FoundDate[]} */
  const found = [];
  let done = 0;
  for (const digits of text.matchAll(/[0-9]+/g)) {
    const start = digits.index ?? 0;
    if (start < done || /[0-9][.,/-]$/.test(text.slice(Math.max(0, start - 2), start))) continue;
    DATE.lastIndex = start;
    const match = DATE.exec(text);
    if (!match) continue;
    const [, y, ym, yd, d, separator, dm, dy, m, my] = match;
    const [day, month, year] = (y ? [yd, ym, y] : d ? [d, dm, dy ?? 0] : [0, m, my]).map(Number);
    if (d && !year) {
      if (separator === ".") continue;
      if (separator === "-" && !BEFORE_DAY.test(text.slice(Math.max(0, start - 8), start))) continue;
    }
    if ((!day && !m) || !exists(day, month, year)) continue;
    const term = !day
      ? `m:${pad(year, 4)}${pad(month)}`
      : year
        ? `d:${pad(year, 4)}${pad(month)}${pad(day)}`
        : `e:${pad(month)}${pad(day)}`;
    done = start + match[0].length;
    found.push({ start, end: done, day, month, year, term });
  }
  return found;
}
