// What a host writes against the package; it is compiled, never run.
import { Tawsim, TawsimError, type Entity } from '../../www/tawsim.js';
import type { TawsimAnnotator } from '../../www/element.js';

const engine: Tawsim = await Tawsim.load({ worker: false, model: new Uint8Array(), onprogress: (share: number) => share });
const { text, entities } = await engine.annotate('بغداد', { signal: AbortSignal.timeout(1000) });
const first: Entity | undefined = entities[0];
const place: string = text.slice(first?.start, first?.end);

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
