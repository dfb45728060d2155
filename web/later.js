// What nobody needs before the first picture is there, and so is loaded only then: see instance.js.
/** @import { Instance } from './types.js' */
import { copying } from './copying.js';
import { selecting } from './selecting.js';
import { systemColours } from './system_colours.js';
import { tabulate } from './mirror_table.js';

/** @param {Instance} t */
export function enrich(t) {
  copying(t);
  selecting(t);
  systemColours(t);
  t.mirror.tables(tabulate);
}
