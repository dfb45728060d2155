// Code that is only needed after the first picture, loaded lazily: see instance.js.
/** @import { Instance } from './types.js' */
import { copying } from './copying.js';
import { printing } from './printing.js';
import { selecting } from './selecting.js';
import { systemColors } from './system_colors.js';
import { tabulate } from './mirror_table.js';
import { transcripts } from './transcript.js';

/** @param {Instance} t */
export function enrich(t) {
  copying(t);
  printing(t);
  selecting(t);
  systemColors(t);
  t.mirror.tables(tabulate);
  transcripts(t);
}
