// The tabs as plain tables, straight from the files of data/. Each function takes read(file), the words
// t(key) and the language, and gives tables for fallback.js.

const list = (values) => values.filter(Boolean).join(', ');
const link = (url) => (url ? { text: new URL(url).hostname, url } : '');
const columns = (t, ...names) => names.map((name) => t('page.column.' + name));

// A number, or the words for why there is none: { missing: "no_data" }.
function amount(t, lang, value) {
  if (typeof value === 'number') return value.toLocaleString(lang);
  return t('missing.' + (value?.missing ?? 'no_data'));
}

// A figure with the words that qualify it: "más de 500".
function figure(t, lang, { value, qualifier, missing }) {
  if (qualifier === 'list_only') return t('missing.list_only');
  if (typeof value !== 'number') return amount(t, lang, value ?? { missing });
  const pattern = t('qualifier.' + qualifier);
  return pattern.includes('{n}') ? pattern.replace('{n}', amount(t, lang, value)) : amount(t, lang, value);
}

export const TABLES = {
  async panorama({ read, t, lang }) {
    const { editions } = await read('editions.json');
    return editions.map((edition) => ({
      caption: `${edition.year}: ${edition.title}`,
      columns: [t('page.column.name'), t('page.column.figure')],
      rows: [...edition.claims.filter((claim) => claim.shown), ...(edition.gaps ?? [])].map((claim) =>
        [t('metric.' + claim.metric), figure(t, lang, claim)]),
    }));
  },

  async mapa({ read, t, lang }) {
    const [{ cities }, { countries }] = await Promise.all([read('cities.json'), read('countries.json')]);
    const names = new Map(countries.map((country) => [country.iso2, country.name[lang]]));
    const rows = cities.map((city) => [city.name, names.get(city.country) ?? city.country,
      list(city.editions.map((edition) => edition.year))]);
    rows.sort((a, b) => a[1].localeCompare(b[1], lang) || a[0].localeCompare(b[0], lang));
    return [{ columns: columns(t, 'name', 'country', 'edition'), rows }];
  },

  async leaderboard({ read, t, lang }) {
    const { snapshots, scores } = await read('leaderboard/results.json');
    const snapshot = snapshots.find(({ id }) => id === scores.snapshot);
    const cells = scores.normalised ?? scores.raw;
    return [{
      caption: snapshot?.title[lang],
      columns: [t('leaderboard.model'), ...scores.tasks],
      rows: scores.models.map((model, row) =>
        [model, ...cells[row].map((score) => amount(t, lang, score))]),
    }];
  },

  async proyectos({ read, t }) {
    const { projects } = await read('projects.json');
    return [{
      columns: columns(t, 'edition', 'name', 'kind', 'link'),
      rows: projects.map((project) => [project.edition, project.title ?? project.name,
        list([...(project.awards ?? []).map(({ award }) => t('award.' + award)),
          project.topic && t('topic.' + project.topic)]),
        link(project.links?.[0]?.url)]),
    }];
  },

  async contribuciones({ read, t, lang }) {
    const { campaigns } = await read('contributions.json');
    return campaigns.map((campaign) => ({
      caption: `${campaign.name}, ${campaign.edition}`,
      columns: [t('page.column.name'), t('unit.' + campaign.unit)],
      rows: (campaign.rows ?? []).map((row) => [row.name, amount(t, lang, row.count)]),
    }));
  },

  async charlas({ read, t }) {
    const { events } = await read('events.json');
    return [{
      columns: columns(t, 'date', 'name', 'people', 'kind', 'link'),
      rows: events.map((event) => [event.date ?? t('date.unknown'), event.title,
        list((event.speakers ?? []).map(({ name }) => name)), t('kind.' + event.kind), link(event.video)]),
    }];
  },

  async fuentes({ read, t }) {
    const { sources } = await read('sources.json');
    return [{
      columns: columns(t, 'name', 'link'),
      rows: sources.map((source) => [source.title, link(source.url)]),
    }];
  },
};
