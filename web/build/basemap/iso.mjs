// Codes of countries as the data have them (data/countries.json: ISO 3166-1).
import fs from 'node:fs';

/** @type {{ countries: { iso2: string, iso_numeric?: number, name: { en: string } }[] }} */
const { countries } = JSON.parse(fs.readFileSync(new URL('../../../data/countries.json', import.meta.url), 'utf8'));

const byNumber = new Map(countries.filter((c) => c.iso_numeric).map((c) => [c.iso_numeric, c.iso2]));
// Kosovo has no ISO number; XK is the user-assigned code in general use.
const byName = new Map(countries.filter((c) => !c.iso_numeric).map((c) => [c.name.en, c.iso2]));

// Alpha-2 code of a world-atlas feature, '' if it has none (Northern Cyprus, Somaliland...).
/** @param {{ id?: string | number, properties?: { name?: string } }} feature */
export function iso2Of(feature) {
  return byNumber.get(Number(feature.id)) ?? byName.get(feature.properties?.name ?? '') ?? '';
}
