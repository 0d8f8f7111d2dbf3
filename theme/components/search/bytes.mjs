// Bytes and bits of the index, and the hash of a term; `bantin.search.bits` and `hashes` write what is read here.

export const HASHES = 2 ** 32; // a term has one of them
const LARGEST = 1 << 22; // numbers or terms in one file; no real one comes near it
const ENCODER = new TextEncoder();
const CRC = Uint32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
  return byte;
});

/**
 * What the index knows a term by: CRC-32 of its UTF-8.
 * @param {string} term
 */
export function hashTerm(term) {
  let crc = -1;
  for (const byte of ENCODER.encode(term)) crc = CRC[(crc ^ byte) & 255] ^ (crc >>> 8);
  return (crc ^ -1) >>> 0;
}

/** Reads bytes, and bits from the highest of each byte down. */
export class Reader {
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

  /** One of some values, which are told by their places. @template T @param {T[]} values */
  one(values) {
    const place = this.varint();
    if (place >= values.length) throw new RangeError("one");
    return values[place];
  }

  /** @template T @param {T[]} values */
  several(values) {
    return Array.from({ length: this.count() }, () => this.one(values));
  }

  skipSeveral() {
    for (let left = this.count(); left; left--) this.varint();
  }
}

/**
 * Reads gamma and Rice codes; `search/bits.py` tells what they are. Beyond the end stand zeros, until that is noticed.
 * @param {Uint8Array} source
 */
export function bitReader(source) {
  const end = source.length * 8;
  const data = new Uint8Array(source.length + 8);
  data.set(source);
  let at = 0;
  /** The next 32 bits. */
  const peek = () => {
    const byte = at >> 3;
    const word = (data[byte] << 24) | (data[byte + 1] << 16) | (data[byte + 2] << 8) | data[byte + 3];
    return at & 7 ? (word << (at & 7)) | (data[byte + 4] >> (8 - (at & 7))) : word;
  };
  /** @param {number} width */
  const skip = (width) => {
    at += width;
    if (at > end) throw new RangeError("bits");
  };
  const gamma = () => {
    const width = Math.clz32(peek());
    if (width > 22) throw new RangeError("gamma"); // no count comes near it
    skip(width);
    const value = (peek() >>> (31 - width)) - 1;
    skip(width + 1);
    return value;
  };
  /** @param {number} count @param {number} span */
  const rice = (count, span) => {
    if (count > span) throw new RangeError("rice");
    const numbers = new Uint32Array(count);
    if (!count) return numbers;
    const k = Math.max(0, 31 - Math.clz32(Math.floor((span * 11) / (count * 16))));
    for (let place = 0, number = -1; place < count; place++) {
      let ones = Math.clz32(~peek());
      for (; ones === 32; ones = Math.clz32(~peek())) {
        number += 2 ** (k + 5);
        skip(32);
      }
      at += ones + 1;
      number += ones * 2 ** k + (k ? peek() >>> (32 - k) : 0) + 1;
      skip(k);
      if (number >= span) throw new RangeError("rice");
      numbers[place] = number;
    }
    return numbers;
  };
  const bit = () => {
    skip(1);
    return (data[(at - 1) >> 3] >> (7 - ((at - 1) & 7))) & 1;
  };
  return { bit, gamma, rice };
}
