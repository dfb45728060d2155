// Types that the scripts of the base map share. Lengths are in units of the grid, see topology.mjs.
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';

export type Point = [x: number, y: number];

/** world-atlas: countries as polygons over quantized arcs. */
export type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }> & {
  transform: NonNullable<Topology['transform']>;
};
export type Feature = (Polygon<{ name: string }> | MultiPolygon<{ name: string }>) & { properties: { name: string } };

export interface Arc {
  points: Point[];
  /** COAST, BORDER or UNDRAWN of topology.mjs. */
  kind: number;
  /** How many countries, and how often any. */
  users: number;
  uses: number;
}

export interface ArcRef {
  arc: number;
  reversed: boolean;
}

/** A closed line of arcs. */
export type Ring = ArcRef[];

export interface Label {
  x: number;
  y: number;
  /** Of the largest circle around it that crosses no border. */
  radius: number;
}

/** A hole was inserted behind position `at` of the merged ring, beginning with its vertex `from`. */
export interface Bridge {
  at: number;
  from: number;
}

export interface Country {
  /** '' if it has no code. */
  iso2: string;
  name: string;
  /** Outer rings first, then holes. */
  polygons: Ring[][];
}

export interface CutRing {
  skips: number[];
  /** Positions in the ring. */
  triangles: [number, number, number][];
  forced: number;
}

export interface MeshPolygon extends CutRing {
  rings: Ring[];
  bridges: Bridge[];
  points: Point[];
}

export interface MeshCountry extends Omit<Country, 'polygons'> {
  label: Label;
  polygons: MeshPolygon[];
}

export interface Mesh {
  bits: number;
  world: number;
  arcs: Arc[];
  countries: MeshCountry[];
}
