// Types of SomosTablero.vue.
import type { DefineComponent } from 'vue';

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

// Not an interface: Vue asks for an index signature.
export type SomosTableroEmits = {
  ready(): void;
  statechange(query: string): void;
  error(message: string): void;
};

/** Its slot stands there until the first picture is drawn. */
declare const SomosTablero: DefineComponent<SomosTableroProps, {}, {}, {}, {}, {}, {}, SomosTableroEmits>;
export default SomosTablero;
