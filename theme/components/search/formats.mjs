// The files of the index, as `bantin.search` writes them; docs/search.md describes their bytes.

import { bitReader, Reader } from "./bytes.mjs";

const LEVELS = 4;
const MARK = 3; // bytes of a content hash
const NOT_TAKEN = 255;
export const KINDS = ["ward", "official", "topic"];

/** A file of the index that cannot be read, or is not there after a second look. */
export class SearchError extends Error {
  /** @param {"missing" | "damaged" | "offline" | "format"} kind @param {string} file */
  constructor(kind, file) {
    super(`search index: ${kind} (${file})`);
    this.name = "SearchError";
    this.kind = kind;
    this.file = file;
  }
}

/**
 * One tier as the manifest tells it.
 * @typedef {{ name: string, articles: number, base: number, slots: number, span: number, buckets: number, shift: number,
 *   first: number, columns: string[], marks: Uint8Array, blocks: Uint8Array }} Tier
 * @typedef {{ data: Uint8Array, dictionary: string, tiers: Tier[] }} Manifest
 * @typedef {{ number: number, title: string, url: string, date: string, facets: number[][] }} Card
 * @typedef {{ kind: string, id: string, name: string, words: string, note: string, others: string[], heirs: string[] }} Entry
 * @typedef {{ entries: Entry[], groups: string[][][] }} Dictionary
 */

/**
 * @param {Uint8Array} data
 * @returns {Manifest}
 */
export function readManifest(data) {
  const reader = new Reader(data);
  const head = JSON.parse(new TextDecoder().decode(reader.take(reader.varint())));
  if (head.format !== 2) throw new SearchError("format", "manifest.bin");
  const tiers = head.tiers.map((/** @type {any[]} */ row) => {
    const [name, articles, base, slots, span, buckets, shift, first, count, columns] = row;
    return { name, articles, base, slots, span, buckets, shift, first, columns, marks: reader.take(buckets * MARK), blocks: reader.take(count * MARK) };
  });
  return { data, dictionary: head.dictionary, tiers };
}

/** The content hash in the name of a bucket or a block; nothing where there is no file. @param {Uint8Array} marks @param {number} place */
export function markOf(marks, place) {
  const bytes = [...marks.subarray(place * MARK, (place + 1) * MARK)];
  return bytes.some(Boolean) ? bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("") : "";
}

/**
 * The postings of the terms asked for: for each, the documents at each level.
 * @param {Uint8Array} data @param {number} start smallest hash of the bucket @param {Tier} tier
 */
export function readBucket(data, start, tier) {
  const reader = new Reader(data);
  const count = reader.count();
  const terms = new Float64Array(count);
  const ends = new Float64Array(count);
  for (let place = 0, term = start, end = 0; place < count; place++) {
    terms[place] = term += reader.varint();
    ends[place] = end += reader.varint();
  }
  const bodies = data.subarray(reader.at);
  if (bodies.length !== (count ? ends[count - 1] : 0)) throw new RangeError("bucket");
  /** @param {number} term @returns {Uint32Array[] | null} */
  return (term) => {
    const place = terms.indexOf(term);
    return place < 0 ? null : readPostings(bodies.subarray(place ? ends[place - 1] : 0, ends[place]), tier);
  };
}

/** `search/postings.py` tells the two forms. @param {Uint8Array} data @param {Tier} tier */
function readPostings(data, { span, slots }) {
  const bits = bitReader(data);
  const levels = Array.from({ length: LEVELS }, () => 0);
  if (!bits.bit()) return levels.map(() => bits.gamma()).map((count) => bits.rice(count, span));
  const taken = new Uint8Array(span);
  const left = new Uint32Array(span / slots); // numbers of this ordinal that no level has yet
  for (let ordinal = 0; ordinal < slots; ordinal++) {
    let size = left.length;
    for (let day = 0; day < size; day++) left[day] = day * slots + ordinal;
    for (let level = 1; level <= LEVELS && size; level++) {
      const count = bits.gamma();
      const isMost = 2 * count > size;
      const told = bits.rice(isMost ? size - count : count, size);
      levels[level - 1] += count;
      if (isMost) {
        for (let next = 0; next < told.length; next++) taken[left[told[next]]] = NOT_TAKEN;
        for (let place = 0; place < size; place++) if (taken[left[place]] !== NOT_TAKEN) taken[left[place]] = level;
        for (let next = 0; next < told.length; next++) {
          left[next] = left[told[next]];
          taken[left[next]] = 0;
        }
      } else {
        // Few days go: what lies between them moves as a whole.
        for (let next = 0; next < told.length; next++) {
          taken[left[told[next]]] = level;
          if (next) left.copyWithin(told[next - 1] + 1 - next, told[next - 1] + 1, told[next]);
        }
        if (count) left.copyWithin(told[count - 1] + 1 - count, told[count - 1] + 1, size);
      }
      size -= count;
    }
  }
  const found = levels.map((count) => new Uint32Array(count));
  levels.fill(0);
  for (let number = 0; number < span; number++) {
    const level = taken[number] - 1;
    if (level >= 0) found[level][levels[level]++] = number;
  }
  return found;
}

/** @param {number} day days since 1970 */
export const isoDay = (day) => new Date(day * 864e5).toISOString().slice(0, 10);

/** @param {string} text */
export const slugWords = (text) =>
  text.normalize("NFC").toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/\p{M}/gu, "").split(/[^a-z0-9]+/)
    .filter(Boolean);

/**
 * Cards, each read when it is asked for: an answer shows one or two of a block.
 * @param {Uint8Array} data @param {Tier} tier @param {number} block
 */
export function readBlock(data, tier, block) {
  const reader = new Reader(data);
  const words = reader.words();
  const facets = Array.from({ length: reader.count() }, () => reader.take(4).reduce((sum, byte) => sum * 256 + byte, 0));
  /** @type {Map<number, number>} */
  const places = new Map();
  for (let number = block * 2 ** tier.shift; reader.at < data.length; ) {
    number += reader.varint();
    places.set(number, reader.at);
    reader.skipSeveral(); // title
    reader.skipSeveral(); // before its slug
    reader.varint();
    for (let part = 0; part < 2 + KINDS.length; part++) reader.skipSeveral();
  }
  /** @param {number} number @returns {Card | null} */
  return (number) => {
    const place = places.get(number);
    if (place === undefined) return null;
    reader.at = place;
    const title = reader.several(words).join(" ");
    const before = reader.several(words);
    const shared = slugWords(title).slice(0, reader.varint());
    const slug = [...before, ...shared, ...reader.several(words)].join("-");
    const date = isoDay(tier.base + Math.floor(number / tier.slots));
    const folder = reader.several(words)[0] ?? date.slice(0, 7).replace("-", "/");
    return { number, title, url: `tin/${folder}/${slug}/`, date, facets: KINDS.map(() => reader.several(facets)) };
  };
}

/**
 * @param {Uint8Array} data @param {number} span
 * @returns {Map<string, Uint32Array>} documents by id
 */
export function readColumn(data, span) {
  const reader = new Reader(data);
  const words = reader.words();
  const heads = Array.from({ length: reader.count() }, () => [reader.varint(), reader.count(), reader.varint()]);
  return new Map(heads.map(([word, count, size]) => [words[word], bitReader(reader.take(size)).rice(count, span)]));
}

/**
 * @param {Uint8Array} data
 * @returns {Dictionary}
 */
export function readDictionary(data) {
  const reader = new Reader(data);
  const words = reader.words();
  const text = () => reader.several(words).join(" ");
  const entries = Array.from({ length: reader.count() }, () => {
    const flags = reader.varint();
    const words = text();
    const id = flags & 4 ? text() : slugWords(words).join("-");
    const prefix = flags & 8 ? text() : "";
    const note = flags & 8 ? text() : "";
    const others = flags & 16 ? Array.from({ length: reader.count() }, text) : [];
    const heirs = flags & 32 ? text().split(" ") : [];
    return { kind: KINDS[flags & 3], id, name: prefix ? `${prefix} ${words}` : words, words, note, others, heirs };
  });
  const tokens = reader.words();
  const groups = Array.from({ length: reader.count() }, () =>
    Array.from({ length: reader.count() }, () => reader.several(tokens)),
  );
  return { entries, groups };
}
