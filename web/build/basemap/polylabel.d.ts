// The package brings no types of its own.
declare module 'polylabel' {
  /** The point of a polygon that is farthest from its outline, and how far, in the units of the rings (the outer first). */
  export default function polylabel(polygon: [number, number][][], precision?: number): [number, number] & { distance: number };
}
