// The files of the index, fetched: each once, and decoded once.

import { HASHES, hashTerm } from "./bytes.mjs";
import { KINDS, markOf, readBlock, readBucket, readColumn, readDictionary, readManifest, SearchError } from "./formats.mjs";

const MOST_DECODED = 2e6; // numbers of documents kept at hand: eight megabytes

/**
 * @typedef {import("./formats.mjs").Tier} Tier
 * @typedef {import("./formats.mjs").Dictionary} Dictionary
 */

/**
 * What is read of a file that must make sense.
 * @template T @param {string} name @param {() => T} read @returns {T}
 */
function whole(name, read) {
  try {
    return read();
  } catch (error) {
    throw error instanceof SearchError ? error : new SearchError("damaged", name);
  }
}

/**
 * Opens the files of an index.
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
    return whole(name, () => read(data));
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
    get articles() {
      return manifest.tiers.reduce((sum, tier) => sum + tier.articles, 0);
    },
    /** Takes the manifest of a newer deployment; false where it is the one at hand. */
    async renew() {
      const before = manifest.data.join();
      manifest = await load("manifest.bin", readManifest);
      if (manifest.data.join() === before) return false;
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
      const mark = markOf(tier.marks, bucket);
      if (!mark) return null;
      const start = Math.ceil((bucket * HASHES) / tier.buckets);
      const name = `${tier.name}/b${bucket}-${mark}.bin`;
      const find = await once(name, (data) => readBucket(data, start, tier));
      const key = name + hash;
      let levels = decoded.get(key);
      if (levels === undefined) levels = whole(name, () => find(hash));
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
      const name = `${tier.name}/c${block}-${markOf(tier.blocks, block - tier.first)}.bin`;
      const find = await once(name, (data) => readBlock(data, tier, block));
      const card = whole(name, () => find(number));
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
