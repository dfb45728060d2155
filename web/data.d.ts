// What fallback_tables.js reads of the files of data/; their whole shapes are in data/schema/.

/** A text in the languages of the data: es, pt and en. */
export type LocalText = Record<string, string>;

/** A number, or why there is none. */
export type Amount = number | { missing?: string } | null;

export interface Figure {
  metric: string;
  value?: number | null;
  qualifier?: string;
  missing?: string;
}

export interface Claim extends Figure {
  shown: boolean;
  sources: string[];
}

export interface Link {
  url: string;
}

export interface EditionsFile {
  editions: { year: number; title: string; claims: Claim[]; gaps?: Figure[] }[];
  cumulative_claims: Claim[];
  papers: { year: number; title: string; venue: string; url?: string }[];
}

export interface CommunityFile {
  milestones: (Figure & { date: string | null })[];
}

export interface SponsorsFile {
  sponsors: { name: string; url?: string; tiers: { edition: number; tier: string; shown: boolean }[] }[];
}

export interface CitiesFile {
  cities: { name: string; country: string; editions: { year: number }[] }[];
}

export interface CountriesFile {
  countries: { iso2: string; name: LocalText; figures?: (Figure & { edition?: number })[] }[];
}

/** Scores of a snapshot: a row per model, a column per task. */
export interface Scores {
  snapshot: string;
  models: string[];
  tasks: string[];
  raw: Amount[][];
  normalised?: Amount[][];
  means?: { scope: string; values: Amount[] }[];
}

export interface ResultsFile {
  snapshots: { id: string; file: string; title: LocalText }[];
  scores: Scores;
}

export interface TasksFile {
  tasks: { name: string; metric: string; n_test: Amount; url?: string }[];
}

export interface ModelsFile {
  models: { id: string; type?: string; params_b: Amount; url?: string }[];
}

export interface RelatedFile {
  boards: { title: LocalText; unit: LocalText; columns: { name: string; values: (Amount | string)[] }[] }[];
}

export interface ProjectsFile {
  projects: {
    edition: number; name: string; title?: string; awards?: { award: string }[]; topic?: string; sdg?: number[];
    links?: Link[];
  }[];
}

export interface CorporaFile {
  corpora: { edition?: number; name: string; domain?: string; size?: number | { value?: number; missing?: string }; urls?: string[] }[];
}

export interface ContributionsFile {
  campaigns: {
    name: string; edition: number; unit: string; rows?: (({ name: string; country?: string } | { name?: undefined; country: string }) & { count: Amount })[];
  }[];
  external: { name: string; edition: number; url?: string }[];
}

export interface EventsFile {
  events: { date?: string; title: string; kind: string; video?: string; speakers?: { name: string }[] }[];
}

export interface SourcesFile {
  sources: { id: string; title: string; url?: string }[];
}

export interface ManifestFile {
  files: { path: string; title: LocalText }[];
}
