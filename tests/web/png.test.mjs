// The module for PNG files against a file that is written here byte by byte, and what stills promise.
import assert from 'node:assert/strict';
import test from 'node:test';
import zlib from 'node:zlib';
import { colors, decodePng, inFewColors } from '../../web/build/png.mjs';

const word = (value) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value >>> 0);
  return bytes;
};

// CRC-32 as the PNG specification gives it (annex D), bit by bit.
function crc(bytes) {
  let c = 0xffffffff;
  for (const byte of bytes) {
    c ^= byte;
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1;
  }
  return ~c;
}

const chunk = (type, data) => {
  const body = Buffer.concat([Buffer.from(type), data]);
  return Buffer.concat([word(data.length), body, word(crc(body))]);
};

// A file of 8 bit RGB without filters.
const pngOf = (width, rows) => Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'),
  chunk('IHDR', Buffer.concat([word(width), word(rows.length), Buffer.from([8, 2, 0, 0, 0])])),
  chunk('IDAT', zlib.deflateSync(Buffer.from(rows.flatMap((row) => [0, ...row])))),
  chunk('IEND', Buffer.alloc(0))]);

test('pixels are where the file has them', () => {
  const image = decodePng(pngOf(2, [[1, 2, 3, 4, 5, 6], [7, 8, 9, 1, 2, 3]]));
  assert.deepEqual([image.width, image.height], [2, 2]);
  assert.deepEqual([image.at(0, 0), image.at(1, 0), image.at(0, 1), image.at(1, 1)], [[1, 2, 3], [4, 5, 6], [7, 8, 9], [1, 2, 3]]);
  assert.equal(colors(image), 3);
  assert.equal(colors(image, 2), 2);
});

test('other bytes are refused', () => {
  assert.throws(() => decodePng(Buffer.from('no picture')));
  const cut = pngOf(2, [[1, 2, 3, 4, 5, 6]]);
  assert.throws(() => decodePng(cut.subarray(0, cut.length - 20)));
});

test('few colors: at most 16, each pixel near its own, the same every time', async () => {
  // A red slope and a blue slope, as the anti-aliased edges of a still are.
  const [width, height] = [256, 64];
  const rows = Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => (y < 32 ? [x, 0, 0] : [0, 0, x])).flat());
  const before = pngOf(width, rows);
  const bytes = await inFewColors(before);
  const [image, origin] = [decodePng(bytes), decodePng(before)];
  assert.deepEqual([image.width, image.height], [width, height]);
  assert.equal(bytes[24], 4, 'bits for each pixel');
  assert.equal(bytes[25], 3, 'colors from a palette');
  assert.ok(colors(image) > 8 && colors(image) <= 16, `${colors(image)} colors`);
  let most = 0;
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) image.at(x, y).forEach((v, i) => { most = Math.max(most, Math.abs(v - origin.at(x, y)[i])); });
  // Two slopes of 256 steps in 16 colors: 32 steps apart, 16 to the nearest, and as much for an uneven division.
  assert.ok(most <= 32, `${most} of 255`);
  assert.ok((await inFewColors(before)).equals(bytes), 'the same every time');
});
