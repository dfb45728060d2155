// The tabs as plain tables, straight from the files of data/. Each function takes read(file), the words t(key) and the
// language, and returns tables for fallback.js. No record is left out: tests/web/tables.test.mjs counts them.
/**
 * @import { Amount, Claim, Figure, LocalText, Scores } from './data.js'
 * @import { CitiesFile, CommunityFile, ContributionsFile, CorporaFile, CountriesFile, EditionsFile, EventsFile } from './data.js'
 * @import { ManifestFile, ModelsFile, ProjectsFile, RelatedFile, ResultsFile, SourcesFile, SponsorsFile } from './data.js'
 * @import { TasksFile } from './data.js'
 */

/** @typedef {{ text: string, url: string }} Link */
/** @typedef {string | number | Link | undefined} Cell */
/** @typedef {{ caption?: string, columns: string[], rows: Cell[][] }} Table */
/** @typedef {(key: string) => string} Words */
/** @typedef {(file: string) => Promise<object>} Read */
/** @typedef {{ read: Read, t: Words, lang: string }} Source */

/** @param {(string | number | undefined)[]} values */
const list = (values) => values.filter(Boolean).join(', ');
/** @type {(url: string | undefined, text?: string) => Cell} */
const link = (url, text) => (url ? { text: text ?? /^https?:\/\/([^/?#]+)/i.exec(url)?.[1] ?? url, url } : '');
/** @type {(t: Words, ...names: string[]) => string[]} */
const columns = (t, ...names) => names.map((name) => t('page.column.' + name));

/** @type {Record<string, Intl.NumberFormat>} */
const formats = {}; // memoized by language: creating a NumberFormat costs more than formatting

// A number, or the words for why there is none: { missing: "no_data" }. Grouped as the program does.
/** @type {(t: Words, lang: string, value: Amount | undefined) => string} */
function amount(t, lang, value) {
  formats[lang] ??= new Intl.NumberFormat(lang, { useGrouping: 'always' });
  if (typeof value === 'number') return formats[lang].format(value);
  return t('missing.' + (value?.missing ?? 'no_data'));
}

// A figure with the words that qualify it: "más de 500".
/** @type {(t: Words, lang: string, figure: Omit<Figure, 'metric'>) => string} */
function figure(t, lang, { value, qualifier, missing }) {
  if (qualifier === 'list_only') return t('missing.list_only');
  if (typeof value !== 'number') return amount(t, lang, value ?? { missing });
  const pattern = t('qualifier.' + qualifier);
  return pattern.includes('{n}') ? pattern.replace('{n}', amount(t, lang, value)) : amount(t, lang, value);
}

// A text of the data. It exists in three languages; the words of any other language name the one to use instead.
/** @type {(t: Words, text: LocalText) => string} */
const local = (t, text) => text[t('locale.texts')];

/** @type {(read: Read, t: Words) => Promise<Map<string, string>>} */
async function countryNames(read, t) {
  const { countries } = /** @type {CountriesFile} */ (await read('countries.json'));
  return new Map(countries.map((country) => [country.iso2, local(t, country.name)]));
}

// The scores of one snapshot: per task where there are tasks, the published means otherwise.
/** @type {(t: Words, lang: string, snapshot: { title: LocalText, scores: Scores }) => Table} */
function scoresTable(t, lang, { title, scores }) {
  const { models, tasks, means = [] } = scores;
  const cells = scores.normalised ?? scores.raw;
  return {
    caption: local(t, title),
    columns: [t('leaderboard.column.model'), ...tasks, ...means.map(({ scope }) => `${t('leaderboard.column.average')} (${scope})`)],
    rows: models.map((model, row) => [model, ...tasks.map((_, column) => amount(t, lang, cells[row][column])),
      ...means.map(({ values }) => amount(t, lang, values[row]))]),
  };
}

/** @satisfies {Record<string, (source: Source) => Promise<Table[]>>} */
export const TABLES = {
  async panorama({ read, t, lang }) {
    const [{ editions }, { milestones }, { sponsors }] = /** @type {[EditionsFile, CommunityFile, SponsorsFile]} */ (
      await Promise.all(['editions.json', 'community.json', 'sponsors.json'].map(read)));
    return [...editions.map((edition) => ({
      caption: `${edition.year}: ${edition.title}`,
      columns: columns(t, 'name', 'figure'),
      rows: [...edition.claims.filter((claim) => claim.shown), ...(edition.gaps ?? [])].map((claim) =>
        [t('metric.' + claim.metric), figure(t, lang, claim)]),
    })), {
      caption: t('panorama.growth'),
      columns: columns(t, 'date', 'name', 'figure'),
      rows: milestones.map((milestone) => [milestone.date ?? t('date.unknown'), t('metric.' + milestone.metric),
        figure(t, lang, milestone)]),
    }, {
      caption: t('panorama.sponsors'),
      columns: columns(t, 'name', 'edition', 'kind', 'link'),
      rows: sponsors.flatMap((sponsor) => sponsor.tiers.filter(({ shown }) => shown).map(({ edition, tier }) =>
        [sponsor.name, edition, t('tier.' + tier), link(sponsor.url)])),
    }];
  },

  async mapa({ read, t, lang }) {
    const [{ cities }, { countries }] = /** @type {[CitiesFile, CountriesFile]} */ (
      await Promise.all([read('cities.json'), read('countries.json')]));
    const names = await countryNames(read, t);
    const rows = cities.map((city) => [city.name, names.get(city.country) ?? city.country,
      list(city.editions.map((edition) => edition.year))]);
    rows.sort((a, b) => a[1].localeCompare(b[1], lang) || a[0].localeCompare(b[0], lang));
    return [{ columns: columns(t, 'name', 'country', 'edition'), rows }, {
      columns: columns(t, 'country', 'edition', 'name', 'figure'),
      rows: countries.flatMap((country) => (country.figures ?? []).map((own) =>
        [local(t, country.name), own.edition ?? '', t('metric.' + own.metric), figure(t, lang, own)])),
    }];
  },

  async leaderboard({ read, t, lang }) {
    const [{ snapshots, scores }, { tasks }, { models }, { boards }] =
      /** @type {[ResultsFile, TasksFile, ModelsFile, RelatedFile]} */ (await Promise.all(
        ['results', 'tasks', 'models', 'related'].map((name) => read(`leaderboard/${name}.json`))));
    // One missing table does not drop the others; read() has reported it.
    const tables = await Promise.all(snapshots.map(async ({ id, file, title }) => {
      const own = id === scores.snapshot ? scores : await read('leaderboard/' + file).catch(() => null);
      return own && scoresTable(t, lang, { title, scores: /** @type {Scores} */ (own) });
    }));
    return [...tables.filter((table) => table !== null), {
      caption: t('leaderboard.panel.tasks'),
      columns: [...columns(t, 'name'), t('task.filter.metric'), 'n', ...columns(t, 'link')],
      rows: tasks.map((task) => [task.name, task.metric, amount(t, lang, task.n_test), link(task.url)]),
    }, {
      caption: t('leaderboard.column.model'),
      columns: [...columns(t, 'name', 'kind'), t('leaderboard.column.size'), ...columns(t, 'link')],
      rows: models.map((model) => [model.id, model.type ?? '', amount(t, lang, model.params_b), link(model.url)]),
    }, ...boards.filter((board) => board.columns.length).map((board) => ({
      caption: local(t, board.title) + (board.unit ? ` (${local(t, board.unit)})` : ''),
      columns: board.columns.map(({ name }) => name),
      rows: board.columns[0].values.map((_, row) => board.columns.map(({ values }) =>
        (typeof values[row] === 'string' ? values[row] : amount(t, lang, values[row])))),
    }))];
  },

  async proyectos({ read, t, lang }) {
    const [{ projects }, { corpora }, { papers }] = /** @type {[ProjectsFile, CorporaFile, EditionsFile]} */ (
      await Promise.all(['projects.json', 'corpora.json', 'editions.json'].map(read)));
    return [{
      columns: columns(t, 'edition', 'name', 'kind', 'link'),
      rows: projects.map((project) => [project.edition, project.title ?? project.name,
        list([...(project.awards ?? []).map(({ award }) => t('award.' + award)),
          project.topic && t('topic.' + project.topic), ...(project.sdg ?? []).map((goal) => t('sdg.' + goal))]),
        link(project.links?.[0]?.url)]),
    }, {
      caption: t('corpora.title'),
      columns: columns(t, 'edition', 'name', 'kind', 'figure', 'link'),
      rows: corpora.map((corpus) => [corpus.edition ?? '', corpus.name, corpus.domain ? t('domain.' + corpus.domain) : '',
        amount(t, lang, /** @type {{ value?: number } | undefined} */ (corpus.size)?.value ?? corpus.size), link(corpus.urls?.[0])]),
    }, {
      caption: t('papers.title'),
      columns: columns(t, 'date', 'name', 'link'),
      rows: papers.map((paper) => [paper.year, list([paper.title, paper.venue]), link(paper.url)]),
    }];
  },

  async contribuciones({ read, t, lang }) {
    const [{ campaigns, external }, names] = /** @type {[ContributionsFile, Map<string, string>]} */ (
      await Promise.all([read('contributions.json'), countryNames(read, t)]));
    return [...campaigns.map((campaign) => ({
      caption: `${campaign.name}, ${campaign.edition}`,
      columns: [t('page.column.name'), t('unit.' + campaign.unit)],
      rows: (campaign.rows ?? []).map((row) => [row.name ?? names.get(row.country), amount(t, lang, row.count)]),
    })), {
      caption: t('contributions.external'),
      columns: columns(t, 'edition', 'name', 'link'),
      rows: external.map((campaign) => [campaign.edition, campaign.name, link(campaign.url)]),
    }];
  },

  async charlas({ read, t }) {
    const { events } = /** @type {EventsFile} */ (await read('events.json'));
    return [{
      columns: columns(t, 'date', 'name', 'people', 'kind', 'link'),
      rows: events.map((event) => [event.date ?? t('date.unknown'), event.title,
        list((event.speakers ?? []).map(({ name }) => name)), t('kind.' + event.kind), link(event.video)]),
    }];
  },

  async fuentes({ read, t, lang }) {
    const [{ sources }, { editions, cumulative_claims: sums }, { files }] =
      /** @type {[SourcesFile, EditionsFile, ManifestFile]} */ (
        await Promise.all(['sources.json', 'editions.json', 'manifest.json'].map(read)));
    /** @type {(edition: number | string) => (claim: Claim) => Cell[]} */
    const row = (edition) => (claim) => [edition, t('metric.' + claim.metric), figure(t, lang, claim),
      t(claim.shown ? 'claim.shown' : 'claim.not_shown'), list(claim.sources)];
    return [{
      caption: t('sources.figures'),
      columns: [...columns(t, 'edition', 'name', 'figure'), '', t('tab.fuentes')],
      rows: [...editions.flatMap((edition) => edition.claims.map(row(edition.year))), ...sums.map(row(''))],
    }, {
      columns: ['', ...columns(t, 'name', 'link')],
      rows: sources.map((source) => [source.id, source.title, link(source.url)]),
    }, {
      caption: t('sources.files'),
      columns: columns(t, 'name', 'link'),
      rows: files.map((file) => [local(t, file.title), link(new URL('data/' + file.path, import.meta.url).href, file.path)]),
    }];
  },
};
