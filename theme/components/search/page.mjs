// The text of an article's page: to see a phrase in its place, and how it is written there.

import { hasMarks, scan, toneKey } from "./text.mjs";

const LENGTH = 220; // characters of a snippet
const BEFORE = 70;
/** @type {Record<string, string>} */
const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/** @param {string} text */
const decode = (text) =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]+));/gi, (whole, decimal, hexadecimal, name) => {
    const code = decimal ? Number(decimal) : hexadecimal ? parseInt(hexadecimal, 16) : 0;
    return code && code < 0x110000 ? String.fromCodePoint(code) : (NAMED[name?.toLowerCase()] ?? whole);
  });

/** @param {string} text */
const encode = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

// What an editor wrote: summary, text with its pictures, attachments, officials. What a page says beside it is ours.
const OWN =
  /<p class="bt-article__summary"[\s\S]*?<\/p>|<div class="bt-article__main"[\s\S]*?<div class="bt-article__foot"|class="bt-(?:attachments__name|byline__name|officials__name|officials__role)\b[^>]*>[^<]*/g;

/**
 * The words of the article that a page shows, without its title; of a page that is not laid out as ours, all words.
 * @param {string} html
 */
export function articleText(html) {
  const start = html.search(/<article\b/);
  const end = html.indexOf("</article>", start);
  const whole = start < 0 ? html : html.slice(start, end < 0 ? undefined : end);
  const inner = (whole.match(OWN) ?? [whole]).map((part) => part.replace(/^class=[^>]*>|<[^<>]*$/g, "")).join("\n");
  return decode(
    inner
      .replace(/<(script|style|h1)\b[\s\S]*?<\/\1>/g, " ")
      .replace(/<section class="bt-notice[\s\S]*?<\/section>/g, " ")
      .replace(/<\/?(?:a|abbr|b|em|i|mark|small|span|strong|sub|sup|u)\b[^>]*>/g, "")
      .replace(/<[^>]*>/g, "\n"),
  )
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[\n ]*/g, "\n")
    .trim();
}

/**
 * The longest part of a run that stands together in a text, and how many of its tones are as typed.
 * @typedef {{ length: number, tones: number, start: number, end: number, from: number, words: string }} Place
 * @param {import("./text.mjs").Token[]} tokens of the text @param {import("./query.mjs").Run} run @param {string} text
 * @returns {Place}
 */
export function locate(tokens, run, text) {
  const wanted = run.tokens;
  const keys = run.raws.map((raw) => (hasMarks(raw) ? toneKey(raw) : ""));
  /** @type {Place} */
  let best = { length: 0, tones: 0, start: 0, end: 0, from: 0, words: "" };
  /** @type {Map<string, number[]>} */
  const places = new Map();
  wanted.forEach((token, place) => places.set(token, [...(places.get(token) ?? []), place]));
  for (let at = 0; at < tokens.length; at++) {
    for (const from of places.get(tokens[at].token) ?? []) {
      if (from && at && tokens[at - 1].token === wanted[from - 1]) continue; // seen with what is before it
      let length = 0;
      let tones = 0;
      while (from + length < wanted.length && tokens[at + length]?.token === wanted[from + length]) {
        if (keys[from + length] && toneKey(tokens[at + length].raw) === keys[from + length]) tones++;
        length++;
      }
      if (length > best.length || (length === best.length && tones > best.tones)) {
        const start = tokens[at].start;
        const end = tokens[at + length - 1].end;
        best = { length, tones, start, end, from, words: text.slice(start, end) };
      }
    }
  }
  return best;
}

/**
 * A run in a text, in its own words or in others of equal meaning.
 * @param {import("./text.mjs").Token[]} tokens @param {import("./query.mjs").Run} run @param {string} text
 * @param {string[][][]} groups
 */
export function bestPlace(tokens, run, text, groups) {
  const best = locate(tokens, run, text);
  if (best.length === run.tokens.length || run.quoted) return best;
  const line = ` ${run.tokens.join(" ")} `;
  for (const group of groups) {
    const used = group.map((phrase) => ` ${phrase.join(" ")} `).find((phrase) => line.includes(phrase));
    if (!used) continue;
    for (const phrase of group) {
      const other = line.replace(used, ` ${phrase.join(" ")} `).trim().split(" ");
      const place = locate(tokens, { tokens: other, raws: other, quoted: false }, text);
      if (place.length === other.length) return { ...place, length: run.tokens.length };
    }
  }
  return best;
}

/** Whether some of the texts holds each quotation, with its tones. @param {string[]} texts @param {import("./query.mjs").Query} query */
export function holdsQuotes(texts, query) {
  return query.runs
    .filter((run) => run.quoted)
    .every((run) =>
      texts.some((text) => {
        const place = locate(scan(text), run, text);
        return place.length === run.tokens.length && place.tones === run.raws.filter(hasMarks).length;
      }),
    );
}

/**
 * A piece of the text around the places found, as HTML that holds nothing but text and `<mark>`; a dot stands between
 * what stands apart on the page and does not end as a sentence does.
 * @param {string} text @param {Place[]} places the best first
 */
export function makeSnippet(text, places) {
  const found = places.filter((place) => place.length);
  const line = found.length ? text.lastIndexOf("\n", found[0].start) + 1 : 0;
  let start = found.length ? Math.max(line, found[0].start - BEFORE) : 0;
  while (start > line && !/\s/.test(text[start - 1])) start--;
  let end = Math.min(text.length, Math.max(start + LENGTH, found[0]?.end ?? 0));
  while (end < text.length && /\S/.test(text[end]) && end < start + LENGTH * 2) end++;
  const marks = found
    .filter((place) => place.start >= start && place.end <= end)
    .sort((one, other) => one.start - other.start);
  let html = start > line ? "… " : "";
  for (const { start: from, end: to } of marks) {
    if (from < start) continue;
    html += `${encode(text.slice(start, from))}<mark>${encode(text.slice(from, to))}</mark>`;
    start = to;
  }
  html += encode(text.slice(start, end)) + (end < text.length ? " …" : "");
  return html
    .replace(/([^.!?])\n/g, "$1 · ")
    .replace(/\n/g, " ")
    .trim();
}
