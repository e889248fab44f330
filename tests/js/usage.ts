// What a host writes against the package; it is compiled, never run.
import { Tawsim, TawsimError, type Entity } from '../../www/tawsim.js';
import type { TawsimAnnotator } from '../../www/element.js';

const engine: Tawsim = await Tawsim.load({ worker: false, model: new Uint8Array(), onprogress: (share: number) => share });
const { text, entities } = await engine.annotate('بغداد', { signal: AbortSignal.timeout(1000) });
const first: Entity | undefined = entities[0];
const place: string = text.slice(first?.start, first?.end);

const { entries, errors } = await engine.setGazetteer(
  [{ name: 'عزم', type: 'ORG', id: 7, priority: 0.5, context: { quotes: true, after: ['تحالف'] } }, { name: 'النسور', type: 'TEAM' }],
  { block: ['بيان', { name: 'الجزيرة', types: ['LOC'] }] },
);
const bad: string[] = errors.map(({ list, row, code, message }) => `${list} ${row + 1} of ${entries}: ${code} ${message}`);
void bad;
// @ts-expect-error an entry has a type
await engine.setGazetteer([{ name: 'النسور' }]);
const folded = await engine.normalize('مَدرسة', { preset: 'search', taMarbuta: true });
const original: { start: number; end: number } = folded.toOriginal({ start: 0, end: folded.text.length });
const segments = await engine.segment(text);
for (const { kind, pieces } of segments.tokens) if (kind === 'word') pieces.map(({ role, article }) => [role, article?.end]);
const rows: Uint32Array = segments.sentences.data;
await engine.occurrences(text, original, { article: 'any', pronouns: false });
// @ts-expect-error there is no such switch
await engine.normalize(text, { tashkeel: true });
const file: string = await engine.export({ text, entities: [...entities, { type: 'OCC', start: 0, end: 5 }] }, 'tei');
const back: Entity[] = (await engine.import(file, 'tei')).entities;
const { lost } = await engine.reanchor(text, await engine.export({ text, entities: back }, 'w3c', { source: 'https://example.org/' }));
lost.map(({ item }) => item.toFixed());
// @ts-expect-error there is no such format
await engine.export({ text, entities }, 'pdf');

// @ts-expect-error an engine comes from load()
new Tawsim();
// @ts-expect-error a text is a string
await engine.annotate(new Uint8Array());

const element: TawsimAnnotator = document.createElement('tawsim-annotator');
element.value = place;
element.addEventListener('tawsim-annotate', ({ detail }) => detail.entities.map(({ score }) => score.toFixed(2)));
await element.ready.catch((error) => error instanceof TawsimError && error.code === 'model_missing');
export {};
