// Just enough of PNG for stills: reads 8 bit RGB as tablero-data writes it, writes few colours in 4 bit.
import zlib from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

const CRCS = Int32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  return c;
});
/** @param {Buffer} bytes */
const crc = (bytes) => (bytes.reduce((c, byte) => CRCS[(c ^ byte) & 255] ^ (c >>> 8), -1) ^ -1) >>> 0;

/** @typedef {{ width: number, height: number, colours: Uint32Array }} Picture */
/** @typedef {[colour: number, count: number][]} Box */

/** @type {(type: string, data: Buffer) => Buffer} */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc(body));
  return Buffer.concat([length, body, sum]);
}

/** @type {(left: number, up: number, corner: number) => number} */
function paeth(left, up, corner) {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

// { width, height, colours: a number 0xrrggbb for each pixel }.
/** @type {(bytes: Buffer) => Picture} */
export function decode(bytes) {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) throw new Error('expected a PNG file');
  /** @type {Buffer} */
  let header = Buffer.alloc(13);
  const parts = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
    if (type === 'IHDR') header = body;
    if (type === 'IDAT') parts.push(body);
  }
  if (header[8] !== 8 || header[9] !== 2 || header[12] !== 0) throw new Error('expected 8 bit RGB without interlacing');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const raw = zlib.inflateSync(Buffer.concat(parts));
  const row = width * 3;
  const out = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (row + 1)];
    for (let i = 0; i < row; i++) {
      const left = i >= 3 ? out[y * row + i - 3] : 0;
      const up = y > 0 ? out[(y - 1) * row + i] : 0;
      const corner = i >= 3 && y > 0 ? out[(y - 1) * row + i - 3] : 0;
      out[y * row + i] = raw[y * (row + 1) + 1 + i] + [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
    }
  }
  return { width, height, colours: Uint32Array.from({ length: width * height }, (_, i) => out.readUIntBE(i * 3, 3)) };
}

const SHIFTS = [16, 8, 0];
/** @type {(colour: number, shift: number) => number} */
const channel = (colour, shift) => (colour >> shift) & 255;

// The channel in which the colours of BOX ([colour, count] pairs) differ most: { variance, shift, mean }.
/** @param {Box} box */
function widest(box) {
  return SHIFTS.map((shift) => {
    let [sum, count, variance] = [0, 0, 0];
    for (const [colour, n] of box) {
      sum += channel(colour, shift) * n;
      count += n;
    }
    for (const [colour, n] of box) variance += (channel(colour, shift) - sum / count) ** 2 * n;
    return { variance, shift, mean: sum / count };
  }).reduce((a, b) => (b.variance > a.variance ? b : a));
}

// Groups of like colours, at most COUNT: the box with the greatest variance is cut at its mean until there are enough.
/** @type {(colours: Uint32Array, count: number) => Box[]} */
function boxesOf(colours, count) {
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  let boxes = [{ box: [...counts], ...widest([...counts]) }];
  while (boxes.length < count) {
    const most = boxes.reduce((a, b) => (b.variance > a.variance ? b : a));
    if (most.variance === 0) break;
    /** @param {boolean} side */
    const half = (side) => most.box.filter(([colour]) => channel(colour, most.shift) > most.mean === side);
    boxes = boxes.filter((b) => b !== most).concat([half(false), half(true)].map((box) => ({ box, ...widest(box) })));
  }
  return boxes.map(({ box }) => box);
}

// A PNG file of what decode() gives, in at most 16 colours.
/** @param {Picture} picture */
export function encodeFewColours({ width, height, colours }) {
  const boxes = boxesOf(colours, 16);
  const palette = boxes.flatMap((box) => SHIFTS.map((shift) => {
    const count = box.reduce((sum, [, n]) => sum + n, 0);
    return Math.round(box.reduce((sum, [colour, n]) => sum + channel(colour, shift) * n, 0) / count);
  }));
  const indices = new Map(boxes.flatMap((box, index) => box.map(([colour]) => [colour, index])));
  const row = 1 + Math.ceil(width / 2);
  const raw = Buffer.alloc(height * row);
  colours.forEach((colour, i) => {
    const x = i % width;
    raw[Math.floor(i / width) * row + 1 + (x >> 1)] |= Number(indices.get(colour)) << (x & 1 ? 0 : 4);
  });
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  header.set([4, 3], 8); // bits, palette
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('PLTE', Buffer.from(palette)),
    chunk('IDAT', zlib.deflateSync(raw, { level: 9, memLevel: 9 })), chunk('IEND', Buffer.alloc(0))]);
}
