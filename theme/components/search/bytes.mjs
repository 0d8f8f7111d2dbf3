// Bytes and bits of the index, and the hash of a term; `bantin.search.bits` and `hashes` write what is read here.

export const HASHES = 2 ** 32; // a term has one of them
const LARGEST = 1 << 22; // numbers or terms in one file; no real one comes near it
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
  for (const byte of new TextEncoder().encode(term)) crc = CRC[(crc ^ byte) & 255] ^ (crc >>> 8);
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
export function bitReader(data) {
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
  const gamma = () => {
    let width = 0;
    while (!bit()) width++;
    const value = ((1 << width) | low(width)) - 1;
    if (value > LARGEST) throw new RangeError("gamma");
    return value;
  };
  /** @param {number} count @param {number} span */
  const rice = (count, span) => {
    const numbers = new Uint32Array(count);
    if (!count) return numbers;
    const k = Math.max(0, 31 - Math.clz32(Math.floor((span * 11) / (count * 16))));
    for (let place = 0, number = -1; place < count; place++) {
      let high = 0;
      while (bit()) high++;
      number += high * 2 ** k + low(k) + 1;
      if (number >= span) throw new RangeError("rice");
      numbers[place] = number;
    }
    return numbers;
  };
  return { bit, gamma, rice };
}
