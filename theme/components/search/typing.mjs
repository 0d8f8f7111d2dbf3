// What was typed on a keyboard that did not decode Telex or VNI.

import { isSyllable } from "./syllables.mjs";
import { tokenise } from "./text.mjs";

const TONES = { s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323", z: "" };
const DIGIT_TONES = { 1: "\u0301", 2: "\u0300", 3: "\u0309", 4: "\u0303", 5: "\u0323", 0: "" };

/**
 * A word typed in Telex or VNI on a keyboard that did not decode it, a number apart from the word it was joined to; any
 * other word as it is.
 * @param {string} raw
 */
export function readTyping(raw) {
  const word = raw.toLowerCase();
  if (!/^[a-z]+(?:[0-9]{1,3}[a-z]*){0,4}$/.test(word) || /^[a-z]$/.test(word)) return [word];
  const found = /[0-9]/.test(word) ? decodeVni(word) : decodeTelex(word);
  return found ? [found] : (/^([a-z]+)([0-9]+)$/.exec(word)?.slice(1) ?? [word]);
}

/** @param {string} word */
function decodeVni(word) {
  let tone = "";
  let text = "";
  for (const letter of word) {
    if (letter in DIGIT_TONES) tone = DIGIT_TONES[/** @type {1} */ (Number(letter))];
    else if (letter === "6") text = text.replace(/([aeo])(?!.*[aeo])/, (vowel) => vowel + "\u0302");
    else if (letter === "7") text = horn(text);
    else if (letter === "8") text = text.replace(/a(?!.*a)/, "a\u0306");
    else if (letter === "9") text = text.replace(/d/, "đ");
    else text += letter;
  }
  return withTone(text, tone);
}

/** @param {string} word */
function decodeTelex(word) {
  const start = /^(?:qu|gi(?=[aeouwy])|[bcdghklmnpqrstvx]*)/.exec(word)?.[0] ?? "";
  let rest = word.slice(start.length);
  if (!rest) return "";
  const tone = /[sfrxjz](?=[^sfrxjz]*$)/.exec(rest.slice(1))?.[0] ?? "";
  rest = rest[0] + rest.slice(1).replace(/[sfrxjz]/g, "");
  rest = rest.replace(/([aeo])([^aeo]*)\1/, "$1\u0302$2");
  if (rest.includes("w")) {
    const plain = rest.replace(/w/g, "");
    rest = /[uo]/.test(plain) ? horn(plain) : plain ? plain.replace("a", "a\u0306") : "u\u031b";
  }
  const onset = start.replace("dd", "đ");
  const late = /^d/.test(onset) && /d$/.test(rest) ? ["đ" + onset.slice(1), rest.slice(0, -1)] : [onset, rest];
  return withTone(late.join(""), tone ? TONES[/** @type {"s"} */ (tone)] : "");
}

/** @param {string} text */
const horn = (text) => (/uo/.test(text) ? text.replace("uo", "u\u031bo\u031b") : text.replace(/([uo])(?!.*[uo])/, "$1\u031b"));

/**
 * The syllable with its tone where Vietnamese puts it; nothing where it is none.
 * @param {string} text with combining marks of letters @param {string} tone
 */
function withTone(text, tone) {
  const [folded = ""] = tokenise(text);
  if (!isSyllable(folded)) return "";
  const onset = /^(?:qu|gi(?=[aeouy])|[^aeiouy]*)/.exec(text)?.[0] ?? "";
  const rest = text.slice(onset.length);
  const marked = [...rest.matchAll(/[aeiouy][\u0302\u0306\u031b]/g)].pop();
  const vowels = [...rest.matchAll(/[aeiouy]/g)];
  const closed = /[^aeiouy\u0302\u0306\u031b]$/.test(rest);
  const plain = closed || vowels.length < 2 ? vowels[vowels.length - 1] : vowels[vowels.length - 2];
  const at = (marked ? (marked.index ?? 0) + 2 : (plain?.index ?? 0) + 1) + onset.length;
  return (text.slice(0, at) + tone + text.slice(at)).normalize("NFC");
}
