// The files of the index, as `bantin.search` writes them; docs/search.md describes their bytes.

import { bitReader, Reader } from "./bytes.mjs";

const LEVELS = 4;
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
 *   first: number, columns: string[], marks: string[], blocks: string[] }} Tier
 * @typedef {{ dictionary: string, tiers: Tier[] }} Manifest
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
  /** @param {number} count */
  const marks = (count) =>
    Array.from({ length: count }, () => [...reader.take(3)].map((byte) => byte.toString(16).padStart(2, "0")).join(""));
  const tiers = head.tiers.map((/** @type {any[]} */ row) => {
    const [name, articles, base, slots, span, buckets, shift, first, count, columns] = row;
    return { name, articles, base, slots, span, buckets, shift, first, columns, marks: marks(buckets), blocks: marks(count) };
  });
  return { dictionary: head.dictionary, tiers };
}

/**
 * The postings of the terms asked for: for each, the documents at each level.
 * @param {Uint8Array} data @param {number} start smallest hash of the bucket @param {Tier} tier
 */
export function readBucket(data, start, tier) {
  const reader = new Reader(data);
  const count = reader.count();
  const terms = new Float64Array(count);
  const sizes = new Uint32Array(count);
  for (let place = 0, term = start; place < count; place++) {
    terms[place] = term += reader.varint();
    sizes[place] = reader.varint();
  }
  /** @type {Map<number, Uint8Array>} */
  const places = new Map();
  for (let place = 0; place < count; place++) places.set(terms[place], reader.take(sizes[place]));
  if (reader.at !== data.length) throw new RangeError("bucket");
  /** @param {number} term @returns {Uint32Array[] | null} */
  return (term) => {
    const body = places.get(term);
    return body ? readPostings(body, tier) : null;
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
      let kept = 0;
      for (let place = 0, next = 0; place < size; place++) {
        const isTold = place === told[next];
        if (isTold) next++;
        if (isTold !== isMost) taken[left[place]] = level;
        else left[kept++] = left[place];
      }
      size = kept;
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
 * @param {Uint8Array} data @param {Tier} tier @param {number} block
 * @returns {Map<number, Card>}
 */
export function readBlock(data, tier, block) {
  const reader = new Reader(data);
  const words = reader.words();
  const facets = Array.from({ length: reader.count() }, () => reader.take(4).reduce((sum, byte) => sum * 256 + byte, 0));
  const cards = new Map();
  for (let number = block * 2 ** tier.shift; reader.at < data.length; ) {
    number += reader.varint();
    const title = reader.several(words).join(" ");
    const before = reader.several(words);
    const shared = slugWords(title).slice(0, reader.varint());
    const slug = [...before, ...shared, ...reader.several(words)].join("-");
    const date = isoDay(tier.base + Math.floor(number / tier.slots));
    const folder = reader.several(words)[0] ?? date.slice(0, 7).replace("-", "/");
    const own = KINDS.map(() => Array.from({ length: reader.count() }, () => facets[reader.varint()]));
    cards.set(number, { number, title, url: `tin/${folder}/${slug}/`, date, facets: own });
  }
  return cards;
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
