// A value for every key of a link: not its default, and written by the program as it is read.
import { LINK_KEYS } from '../../web/build/link_keys.mjs';

// Of keys that are neither a choice of words nor any text.
const OF_A_FORM = { view: 'fuentes', lang: 'en', edition: '2023,2024', country: 'MX', map: '-3.7,40.42,5.5' };

/** @type {Record<string, string>} */
export const VALUES = Object.fromEntries(LINK_KEYS.map(({ name, type }) => [name,
  OF_A_FORM[name] ?? /'(\w+)'$/.exec(type)?.[1] ?? `a-${name}`]));
