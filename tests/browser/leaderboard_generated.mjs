// A generated leaderboard far larger than any real one, marked as invented in its title: `models` x `tasks`, the same
// each time.

// Park and Miller's minimal standard generator (1988): 0 <= result < 1.
function generator() {
  let x = 20250716;
  return () => {
    x = (x * 48271) % 2147483647;
    return x / 2147483647;
  };
}

const TITLE = 'Datos inventados para medir';
const SOURCE = 'lb:tango-readme';

// Files of data/leaderboard/: { results, models } as text. `tasks`: ids of the columns.
export function generatedBoard(models, tasks) {
  const random = generator();
  const pick = (list) => list[Math.floor(random() * list.length)];
  const ids = Array.from({ length: models },
    (_, i) => `org${i % 300}/modelo-${String(i).padStart(4, '0')}-${1 + (i % 70)}b`);
  const results = {
    version: 1,
    main: 'inventado',
    snapshots: [{
      id: 'inventado', title: { es: TITLE, pt: TITLE, en: TITLE }, date: '2025-07-16', scale: 'normalised',
      exactness: 'exact', caveat: { es: TITLE, pt: TITLE, en: TITLE }, own_board: true, model_count: models,
      task_count: tasks.length, file: 'results.json', url: 'https://example.org/', sources: [SOURCE],
    }],
    scores: {
      snapshot: 'inventado', models: ids, tasks, metrics: tasks.map(() => 'acc'),
      normalised: ids.map((_, i) => tasks.map(() => Math.round((random() * 60 + (40 * i) / models) * 10) / 10)),
    },
  };
  const records = ids.map((id, i) => ({
    id, type: pick(['pretrained', 'instruction-tuned']), precision: pick(['bfloat16', 'float16']),
    params_b: 1 + (i % 70), url: `https://example.org/${id}`, snapshots: ['inventado'], sources: [SOURCE],
  }));
  records.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { results: JSON.stringify(results), models: JSON.stringify({ version: 1, models: records }) };
}
