// The key figures as plain HTML (Spanish, the page's default language) for readers without JavaScript (progressive
// enhancement).
import fs from 'node:fs';
import path from 'node:path';

const METRICS = ['participants', 'countries', 'registrations', 'projects', 'questions_collected', 'papers', 'speakers'];

/**
 * @typedef {{ metric: string, value?: number, qualifier: string, shown: boolean }} Claim
 * @typedef {{ title: string, claims: Claim[] }} Edition
 */

/** @param {string} text */
const escaped = (text) =>
  text.replace(/[&<>"]/g, (c) => /** @type {Record<string, string>} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c]);

/** @param {number} value */
const number = (value) => new Intl.NumberFormat('es-ES').format(value);

// "más de 500 participantes", or nothing for a claim without a figure or without words.
/** @type {(claim: Claim, words: Record<string, string>) => string} */
function sentence(claim, words) {
  const metric = words[`metric.${claim.metric}`];
  if (typeof claim.value !== 'number' || !metric) return '';
  const pattern = words[`qualifier.${claim.qualifier}`] ?? '{n}';
  return `${pattern.replace('{n}', number(claim.value))} ${metric}`;
}

// A heading and a list per edition that has figures. `data`: the folder of the data files.
/** @param {string} data */
export function keyFigures(data) {
  /** @param {string} name */
  const read = (name) => JSON.parse(fs.readFileSync(path.join(data, name), 'utf8'));
  const words = read('i18n/es.json');
  return read('editions.json')
    .editions.map((/** @type {Edition} */ edition) => {
      const items = METRICS.map((metric) => edition.claims.find((c) => c.shown && c.metric === metric))
        .filter((claim) => claim !== undefined)
        .map((claim) => sentence(claim, words))
        .filter((text) => text !== '')
        .map((text) => `<li>${escaped(text)}</li>`);
      return items.length === 0 ? '' : `<h2>${escaped(edition.title)}</h2>\n<ul>${items.join('')}</ul>`;
    })
    .filter((/** @type {string} */ html) => html !== '')
    .join('\n');
}
