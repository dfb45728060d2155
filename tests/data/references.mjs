// Constraints on data/ that a JSON Schema cannot express: ids are unique, references resolve, days exist, an end is
// after its start. Implemented independently of the program's own checks, to be compared with them.

const REFERRING = {
  sources: 'source', gazetteer: 'source', name_sources: 'source', country: 'country', countries: 'country', countries_about: 'country',
  countries_team: 'country', iso2: null, edition: 'edition', project: 'project', event: 'event',
};

// { path, at } of everything in a document.
function* nodes(value, at = '') {
  yield { value, at };
  if (value === null || typeof value !== 'object') return;
  for (const [key, item] of Object.entries(value)) yield* nodes(item, `${at}/${key}`);
}

const known = (files) => {
  const list = (name, key) => files[name]?.[key] ?? [];
  const claims = [...list('editions.json', 'editions').flatMap((e) => e.claims), ...list('editions.json', 'cumulative_claims')];
  return {
    source: new Set(list('sources.json', 'sources').map((s) => s.id)),
    country: new Set(list('countries.json', 'countries').map((c) => c.iso2)),
    edition: new Set(list('editions.json', 'editions').map((e) => e.year)),
    project: new Set(list('projects.json', 'projects').map((p) => p.id)),
    event: new Set(list('events.json', 'events').map((e) => e.id)),
    task: new Set(list('leaderboard/tasks.json', 'tasks').map((t) => t.id)),
    model: new Set(list('leaderboard/models.json', 'models').map((m) => m.id)),
    claim: new Set(claims.map((c) => c.id)),
  };
};

const isDay = (text) => {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
};

function referenceFaults(name, doc, sets) {
  const faults = [];
  const must = (kind, id, at) => {
    if (!sets[kind].has(id)) faults.push(`${name}: ${at}: no ${kind} ${id}`);
  };
  for (const { value, at } of nodes(doc)) {
    const key = at.slice(at.lastIndexOf('/') + 1);
    const kind = REFERRING[key];
    // In corpora the word is a list of countries, in the manifest the sources are families.
    if (kind == null || (name === 'manifest.json' && key === 'sources')) continue;
    for (const id of Array.isArray(value) ? value : [value]) {
      if (typeof id === 'string' || typeof id === 'number') must(kind, id, at);
    }
  }
  if (name.startsWith('leaderboard/results')) {
    for (const table of doc.scores ? [doc.scores] : doc.tasks ? [doc] : []) {
      table.tasks.forEach((id) => must('task', id, '/tasks'));
      table.models.forEach((id) => must('model', id, '/models'));
    }
  }
  for (const { claims, shown } of doc.conflicts ?? []) {
    if (Array.isArray(claims)) [...claims, ...shown].forEach((id) => must('claim', id, '/conflicts'));
  }
  for (const campaign of doc.campaigns ?? []) (campaign.claims ?? []).forEach((id) => must('claim', id, '/campaigns'));
  return faults;
}

function uniqueFaults(name, doc) {
  const faults = [];
  for (const { value, at } of nodes(doc)) {
    if (!Array.isArray(value)) continue;
    for (const key of ['id', 'iso2', 'path']) {
      const ids = value.map((item) => item?.[key]).filter((id) => id !== undefined);
      const twice = ids.find((id, i) => ids.indexOf(id) !== i);
      if (twice !== undefined) faults.push(`${name}: ${at}: ${twice} twice`);
    }
  }
  return faults;
}

function dateFaults(name, doc) {
  const faults = [];
  for (const { value, at } of nodes(doc)) {
    if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !isDay(value)) faults.push(`${name}: ${at}: no day ${value}`);
    if (typeof value?.start === 'string' && value.end < value.start) faults.push(`${name}: ${at}: ends before it starts`);
  }
  return faults;
}

// `files`: parsed documents by path below data/ (words left out). Every fault, a line each.
export function faultsBesideSchemas(files) {
  const sets = known(files);
  return Object.entries(files).flatMap(([name, doc]) => [...referenceFaults(name, doc, sets), ...uniqueFaults(name, doc), ...dateFaults(name, doc)]);
}
