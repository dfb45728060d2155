// Types of SomosTablero.vue.
import type { DefineComponent, SlotsType, VNode } from 'vue';

export interface SomosTableroProps {
  /** Folder of the build, with a slash at its end. */
  src: string;
  view?: string;
  lang?: string;
  theme?: string;
  edition?: string;
  country?: string;
  /** Any further state, as in a link. */
  query?: string;
}

export interface SomosTableroEmits {
  ready(): void;
  statechange(query: string): void;
  error(message: string): void;
}

/** Its slot stands there until the first picture is drawn. */
declare const SomosTablero: DefineComponent<SomosTableroProps, {}, {}, {}, {}, {}, {}, {
  [K in keyof SomosTableroEmits]: SomosTableroEmits[K];
}, string, {}, {}, {}, SlotsType<{ default?: () => VNode[] }>>;
export default SomosTablero;
