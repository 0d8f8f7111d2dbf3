// The files of the index, as `bantin.search` writes them; docs/search.md describes their bytes.

const LEVELS = 4;
const HASHES = 2 ** 32;
const KINDS = ["ward", "official", "topic"];
const LARGEST = 1 << 22; // numbers or terms in one file; no real one comes near it
const MOST_DECODED = 2e6; // numbers of documents kept at hand: eight megabytes
const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
  return byte;
});

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
 * What the index knows a term by: CRC-32 of its UTF-8.
 * @param {string} term
 */
export function hashTerm(term) {
  let crc = -1;
  for (const byte of new TextEncoder().encode(term)) crc = CRC[(crc ^ byte) & 255] ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}

/** Reads bytes, and bits from the highest of each byte down. */
class Reader {
  /** @param {Uint8Array} data */
  constructor(data) {
    this.data = data;
    this.at = 0;
  }

  /** A number of seven bits a byte, low bits first. */
  varint() {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      if (this.at >= this.data.length || factor > HASHES) throw new RangeError("varint");
      const byte = this.data[this.at++];
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }

  /** A count of what follows. */
  count() {
    const value = this.varint();
    if (value > LARGEST) throw new RangeError("count");
    return value;
  }

  /** @param {number} size */
  take(size) {
    if (this.at + size > this.data.length) throw new RangeError("take");
    this.at += size;
    return this.data.subarray(this.at - size, this.at);
  }

  words() {
    return new TextDecoder("utf-8", { fatal: true }).decode(this.take(this.varint())).split("\n");
  }

  /** @param {string[]} words */
  word(words) {
    const place = this.varint();
    if (place >= words.length) throw new RangeError("word");
    return words[place];
  }

  /** @param {string[]} words */
  several(words) {
    return Array.from({ length: this.count() }, () => this.word(words));
  }
}

/**
 * Reads gamma and Rice codes; `search/bits.py` tells what they are.
 * @param {Uint8Array} data
 */
function bitReader(data) {
  const end = data.length * 8;
  let at = 0;
  const bit = () => {
    if (at >= end) throw new RangeError("bits");
    return (data[at >> 3] >> (7 - (at++ & 7))) & 1;
  };
  /** @param {number} width */
  const low = (width) => {
    let value = 0;
    while (width-- > 0) value = (value << 1) | bit();
    return value;
  };
  return {
    gamma() {
      let width = 0;
      while (!bit()) width++;
      const value = ((1 << width) | low(width)) - 1;
      if (value > LARGEST) throw new RangeError("gamma");
      return value;
    },
    /** @param {number} count @param {number} span */
    rice(count, span) {
      const numbers = new Uint32Array(count);
      if (!count) return numbers;
      const k = Math.max(0, 31 - Math.clz32(Math.floor(span / count)));
      for (let place = 0, number = -1; place < count; place++) {
        let high = 0;
        while (bit()) high++;
        number += high * 2 ** k + low(k) + 1;
        if (number >= span) throw new RangeError("rice");
        numbers[place] = number;
      }
      return numbers;
    },
  };
}

/**
 * One tier as the manifest tells it.
 * @typedef {{ name: string, articles: number, base: number, slots: number, span: number, buckets: number, shift: number,
 *   first: number, columns: string[], marks: string[], blocks: string[] }} Tier
 * @typedef {{ dictionary: string, tiers: Tier[] }} Manifest
 * @typedef {{ number: number, title: string, url: string, date: string, facets: number[][] }} Card
 * @typedef {{ kind: string, id: string, name: string, words: string, note: string, others: string[], lineage: string[] }} Entry
 * @typedef {{ entries: Entry[], groups: string[][][] }} Dictionary
 */

/**
 * @param {Uint8Array} data
 * @returns {Manifest}
 */
function readManifest(data) {
  const reader = new Reader(data);
  const head = JSON.parse(new TextDecoder().decode(reader.take(reader.varint())));
  if (head.format !== 1) throw new SearchError("format", "manifest.bin");
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
 * @param {Uint8Array} data @param {number} start smallest hash of the bucket @param {number} span
 */
function readBucket(data, start, span) {
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
    if (!body) return null;
    const bits = bitReader(body);
    const counts = Array.from({ length: LEVELS }, () => bits.gamma());
    return counts.map((size) => bits.rice(size, span));
  };
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
function readBlock(data, tier, block) {
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
function readColumn(data, span) {
  const reader = new Reader(data);
  const words = reader.words();
  const heads = Array.from({ length: reader.count() }, () => [reader.varint(), reader.count(), reader.varint()]);
  return new Map(heads.map(([word, count, size]) => [words[word], bitReader(reader.take(size)).rice(count, span)]));
}

/**
 * @param {Uint8Array} data
 * @returns {Dictionary}
 */
function readDictionary(data) {
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
    const lineage = flags & 32 ? text().split(" ") : [];
    return { kind: KINDS[flags & 3], id, name: prefix ? `${prefix} ${words}` : words, words, note, others, lineage };
  });
  const tokens = reader.words();
  const groups = Array.from({ length: reader.count() }, () =>
    Array.from({ length: reader.count() }, () => reader.several(tokens)),
  );
  return { entries, groups };
}

/**
 * Opens the files of an index: each is fetched once, and decoded once.
 * @param {URL} base folder of the index @param {typeof globalThis.fetch} fetch
 */
export async function openFiles(base, fetch) {
  /** @type {Map<string, Promise<any>>} */
  let known = new Map();
  let held = 0;
  let spent = 0;
  /** @type {Map<string, Uint32Array[] | null | undefined>} */
  const decoded = new Map();
  let weight = 0;

  /** @param {URL} address */
  async function get(address) {
    const response = await fetch(address.href).catch(() => {
      throw new SearchError("offline", address.href);
    });
    if (!response.ok) throw new SearchError("missing", address.href);
    return response;
  }

  /** @template T @param {string} name @param {(data: Uint8Array) => T} read @returns {Promise<T>} */
  async function load(name, read) {
    const response = await get(new URL(name, base));
    const data = new Uint8Array(await response.arrayBuffer());
    spent += data.length;
    try {
      return read(data);
    } catch (error) {
      throw error instanceof SearchError ? error : new SearchError("damaged", name);
    }
  }

  /** @template T @param {string} name @param {(data: Uint8Array) => T} read @returns {Promise<T>} */
  function once(name, read) {
    let file = known.get(name);
    if (!file) {
      if (++held > 4000) (known = new Map()), (held = 0);
      file = load(name, read);
      known.set(name, file);
      file.catch(() => known.delete(name));
    }
    return file;
  }

  let manifest = await load("manifest.bin", readManifest);

  return {
    /** Bytes of the index fetched so far. */
    get spent() {
      return spent;
    },
    get tiers() {
      return manifest.tiers;
    },
    /** Takes the manifest of a newer deployment; false where it is the one at hand. */
    async renew() {
      const before = JSON.stringify(manifest);
      manifest = await load("manifest.bin", readManifest);
      if (JSON.stringify(manifest) === before) return false;
      known = new Map();
      return true;
    },
    /** @returns {Promise<Dictionary>} */
    dictionary: () =>
      manifest.dictionary
        ? once(`dictionary-${manifest.dictionary}.bin`, readDictionary)
        : Promise.resolve({ entries: [], groups: [] }),
    /**
     * The documents of a term in a tier, by level; null where none has it.
     * @param {Tier} tier @param {string} term
     */
    async postings(tier, term) {
      const hash = hashTerm(term);
      const bucket = Math.floor((hash * tier.buckets) / HASHES);
      if (tier.marks[bucket] === "000000") return null;
      const start = Math.ceil((bucket * HASHES) / tier.buckets);
      const name = `${tier.name}/b${bucket}-${tier.marks[bucket]}.bin`;
      const find = await once(name, (data) => readBucket(data, start, tier.span));
      const key = name + hash;
      let levels = decoded.get(key);
      try {
        if (levels === undefined) levels = find(hash);
      } catch {
        throw new SearchError("damaged", name);
      }
      // What a reader types next repeats most of what was typed before.
      for (const numbers of decoded.has(key) ? [] : (levels ?? [])) weight += numbers.length;
      if (weight > MOST_DECODED) decoded.clear(), (weight = 0);
      decoded.set(key, levels);
      return levels;
    },
    /**
     * What a hit shows before its page is fetched.
     * @param {Tier} tier @param {number} number
     */
    async card(tier, number) {
      const block = Math.floor(number / 2 ** tier.shift);
      const name = `${tier.name}/c${block}-${tier.blocks[block - tier.first]}.bin`;
      const cards = await once(name, (data) => readBlock(data, tier, block));
      const card = cards.get(number);
      if (!card) throw new SearchError("damaged", name);
      return card;
    },
    /** @param {Tier} tier @param {string} kind ward, official or topic */
    column(tier, kind) {
      const name = `${tier.name}/${kind}-${tier.columns[KINDS.indexOf(kind)]}.bin`;
      return once(name, (data) => readColumn(data, tier.span));
    },
    /** The HTML of an article's page. @param {string} url */
    page: (url) => get(new URL(`../${url}index.html`, base)).then((response) => response.text()),
  };
}

/** @typedef {Awaited<ReturnType<typeof openFiles>>} Files */
