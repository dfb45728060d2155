// A reader of the PNG files that our programs write (8 bit RGB, no interlace).
import zlib from 'node:zlib';

const SIGNATURE = '89504e470d0a1a0a';

const paeth = (a, b, c) => {
  const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
};

// { width, height, pixel(x, y) -> [r, g, b] } of the bytes of a PNG file.
export function readPng(bytes) {
  if (bytes.toString('hex', 0, 8) !== SIGNATURE) throw new Error('not a PNG file');
  let header;
  const parts = [];
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    const body = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
    if (type === 'IHDR') header = body;
    if (type === 'IDAT') parts.push(body);
  }
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  if (header[8] !== 8 || header[9] !== 2 || header[12] !== 0) throw new Error('not 8 bit RGB');
  const raw = zlib.inflateSync(Buffer.concat(parts));
  const row = width * 3;
  const out = Buffer.alloc(row * height);
  for (let y = 0; y < height; ++y) {
    const filter = raw[y * (row + 1)];
    for (let i = 0; i < row; ++i) {
      const left = i >= 3 ? out[y * row + i - 3] : 0;
      const up = y > 0 ? out[(y - 1) * row + i] : 0;
      const corner = i >= 3 && y > 0 ? out[(y - 1) * row + i - 3] : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
      out[y * row + i] = raw[y * (row + 1) + 1 + i] + guess;
    }
  }
  return { width, height, pixel: (x, y) => [...out.subarray(y * row + x * 3, y * row + x * 3 + 3)] };
}

// How many different colours a picture has; counting stops at LIMIT.
export function colours(png, limit = 1000) {
  const seen = new Set();
  for (let y = 0; y < png.height && seen.size < limit; ++y) {
    for (let x = 0; x < png.width; ++x) seen.add(png.pixel(x, y).join());
  }
  return seen.size;
}
