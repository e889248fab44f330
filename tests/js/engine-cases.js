import { annotationOf, fixed } from './annotations.js';

/**
 * What the engine promises, wherever it runs. Node runs these in place; Chromium runs them in place and in
 * a worker. Each case gets a function that loads an engine and a small assert.
 * @typedef {{ Tawsim: any, load(options?: object): Promise<any>, check(truth: unknown, say: unknown): void }} Tools
 */

import { AWKWARD, NEWS } from './awkward.js';
import { textCases } from './text-cases.js';

export { AWKWARD };

const FORMATS = ['json', 'jsonl', 'conll', 'w3c', 'tei', 'brat', 'html'];

/** @param {Tools['check']} check @param {string} text @param {any} result */
export function checkOffsets(check, text, { text: echoed, entities }) {
  check(echoed === text, 'the text comes back as it was');
  let last = 0;
  for (const { start, end, text: name, surface, score, norm, type, source, sentence } of entities) {
    check(text.slice(start, end) === name && start < end, [start, end, name]);
    check(surface.start <= start && end <= surface.end, surface);
    check(start >= last, 'ascending');
    check(score >= 0 && score <= 1, score);
    check(norm.length > 0 && typeof type === 'string' && ['model', 'gazetteer', 'pattern'].includes(source) && sentence >= 0, [norm, type, source]);
    last = start;
  }
}

/** @type {Record<string, (tools: Tools) => Promise<void>>} */
export const cases = {
  ...textCases,

  async 'finds names, with offsets into the string it was given'({ load, check }) {
    const engine = await load();
    const result = await engine.annotate(NEWS);
    checkOffsets(check, NEWS, result);
    const found = result.entities.find((/** @type {any} */ { text }) => text === 'القاهرة');
    check(found?.type === 'LOC' && found.start === NEWS.indexOf('القاهرة'), result.entities);
    check(engine.types.includes('PERS') && Object.getPrototypeOf(found) === Object.prototype, engine.types);
    engine.dispose();
  },

  async 'gives exact offsets on awkward text'({ load, check }) {
    const engine = await load();
    for (const text of AWKWARD) checkOffsets(check, text, await engine.annotate(text));
    engine.dispose();
  },

  async 'keeps lone surrogates in what it hands back'({ load, check }) {
    const engine = await load();
    const text = `\ud800 ${NEWS} \udc00`;
    const { entities } = await engine.annotate(text);
    check(entities.length > 0 && entities.every((/** @type {any} */ e) => text.slice(e.start, e.end) === e.text), entities);
    engine.dispose();
  },

  async 'answers many requests, each with its own result'({ load, check }) {
    const engine = await load();
    const texts = [NEWS.repeat(200), 'بغداد', '', NEWS, NEWS.repeat(50)];
    const alone = [];
    for (const text of texts) alone.push(JSON.stringify(await engine.annotate(text)));
    const together = await Promise.all(texts.map((text) => engine.annotate(text)));
    together.forEach((result, index) => check(JSON.stringify(result) === alone[index], index));
    engine.dispose();
  },

  async 'tells progress, ascending to 1'({ load, check }) {
    const engine = await load();
    /** @type {number[]} */
    const seen = [];
    await engine.annotate(NEWS.repeat(3000), { onprogress: (/** @type {number} */ share) => seen.push(share) });
    check(seen.length > 1 && seen.at(-1) === 1, seen.length);
    check(seen.every((share, index) => index === 0 || share >= seen[index - 1]), seen);
    engine.dispose();
  },

  async 'cancels at once, and works on'({ load, check }) {
    const engine = await load();
    const controller = new AbortController();
    let error = await failure(engine.annotate(NEWS.repeat(20_000), { signal: controller.signal, onprogress: () => controller.abort() }));
    check(error?.name === 'AbortError', error);
    error = await failure(engine.annotate(NEWS, { signal: AbortSignal.abort() }));
    check(error?.name === 'AbortError', error);
    check((await engine.annotate(NEWS)).entities.length > 0, 'works on');
    engine.dispose();
  },

  async 'a new text need not wait for an old one'({ load, check }) {
    const engine = await load();
    let settled = false;
    const long = engine.annotate(NEWS.repeat(20_000)).finally(() => (settled = true));
    await engine.annotate(NEWS);
    check(!settled, 'the short text came first');
    engine.dispose();
    check((await failure(long))?.code === 'disposed', 'what was under way is rejected');
  },

  async 'marks the names of a list, with their type, identifier and offsets'({ load, check }) {
    const engine = await load();
    const report = await engine.setGazetteer([
      { name: 'نسور الوادي', type: 'TEAM', id: 't1', aliases: ['النسور'] },
      { name: 'عزم', type: 'ORG', id: 7, context: { quotes: true, after: ['تحالف'] } },
      { name: 'القاهرة', type: 'SHIP' },
    ]);
    check(report.entries === 3 && report.errors.length === 0, report);
    check(engine.types.includes('TEAM') && engine.types.includes('PERS'), engine.types);
    const text = `👍 فازت نُسور  الوادي بعزم، ولعب «عزم» مع تحالف عزم. وبالنسور ${NEWS}`;
    const result = await engine.annotate(text);
    checkOffsets(check, text, result);
    const listed = result.entities.filter((/** @type {any} */ { source }) => source === 'gazetteer');
    const told = listed.map((/** @type {any} */ { type, text, id }) => [type, text, id].join(' ').trim());
    check(told.join('|') === 'TEAM نُسور  الوادي t1|ORG عزم 7|ORG عزم 7|TEAM النسور t1|SHIP القاهرة', told);
    check(listed.every((/** @type {any} */ { score, cluster }) => score === 1 && cluster >= 0), listed);
    engine.dispose();
  },

  async 'marks nothing that is blocked, and takes a new list for the old'({ load, check }) {
    const engine = await load();
    const texts = async () => (await engine.annotate(NEWS)).entities.map((/** @type {any} */ { text }) => text);
    const usual = await texts();
    await engine.setGazetteer([{ name: 'السادات', type: 'TEAM' }], { block: ['القاهرة', { name: 'مدينة القدس', types: ['LOC'] }, { name: 'القدس', types: ['LOC'] }] });
    const few = await texts();
    check(usual.includes('القاهرة') && !few.includes('القاهرة') && !few.includes('القدس'), few);
    await engine.setGazetteer([{ name: 'النيل', type: 'RIVER' }]);
    check(!engine.types.includes('TEAM') && engine.types.includes('RIVER'), engine.types);
    check((await texts()).join() === usual.join(), 'as before');
    await engine.setGazetteer([]);
    check(!engine.types.includes('RIVER'), engine.types);
    engine.dispose();
  },

  async 'tells the bad rows of a list and takes the good ones'({ load, check }) {
    const engine = await load();
    const good = { name: 'القاهرة', type: 'LOC', id: 'c' };
    const rows = [null, 'القاهرة', good, { name: '', type: 'LOC' }, { name: 'س' }, { name: 'ش', type: 'A B' }, { name: 'ص', type: 'LOC', priority: 2 },
      { name: 'ض', type: 'LOC', aliases: 'ط' }, { ...good, id: 'd' }, { name: 'ظ', type: 'LOC', context: { quotes: 1 } }, { name: 'ع\x1f\x1e\x1cغ', type: 'LOC' }];
    const { entries, errors } = await engine.setGazetteer(rows, { block: ['ألف', '', 7, { name: 'باء', types: [1] }] });
    const told = errors.map((/** @type {any} */ { list, row, code }) => `${list} ${row} ${code}`);
    const expected = ['entries 0 entry_invalid', 'entries 1 entry_invalid', 'entries 3 entry_name', 'entries 4 entry_invalid', 'entries 5 entry_type',
      'entries 6 entry_priority', 'entries 7 entry_invalid', 'entries 8 entry_duplicate', 'entries 9 entry_invalid',
      'block 1 entry_name', 'block 2 entry_invalid', 'block 3 entry_invalid'];
    check(entries === 2 && told.join('|') === expected.join('|'), [entries, told]);
    check(errors.every((/** @type {any} */ { message }) => message.length > 20), errors);
    check((await engine.annotate('في القاهرة')).entities[0].id === 'c', 'the good row is in');
    check((await failure(engine.setGazetteer('القاهرة')))?.code === 'bad_list', 'no list');
    engine.dispose();
    check((await failure(engine.setGazetteer([])))?.code === 'disposed', 'disposed');
  },

  async 'what is under way goes on with the list it began with'({ load, check }) {
    const engine = await load();
    await engine.setGazetteer([{ name: 'السادات', type: 'TEAM' }]);
    let started = () => {};
    const begun = new Promise((resolve) => (started = () => resolve(undefined)));
    const long = engine.annotate(NEWS.repeat(2000), { onprogress: () => started() });
    await begun;
    await engine.setGazetteer([{ name: 'السادات', type: 'RIVER' }]);
    const types = new Set((await long).entities.map((/** @type {any} */ { type }) => type));
    check(types.has('TEAM') && !types.has('RIVER'), [...types]);
    engine.dispose();
  },

  async 'writes every format and reads it back'({ load, check }) {
    const engine = await load();
    const edited = [...fixed, ...Array.from({ length: 60 }, (_, seed) => annotationOf(seed))];
    const whole = await Promise.all(AWKWARD.map((text) => engine.annotate(text)));
    for (const annotation of edited) whole.push(await engine.import(await engine.export(annotation, 'json'), 'json'));
    for (const format of FORMATS) {
      for (const annotation of whole) {
        const file = await engine.export(annotation, format);
        // What is lone in UTF-16 can't be in a file.
        const text = annotation.text.replace(/\p{Surrogate}/gu, '\ufffd');
        const back = await engine.import(file, format, { text });
        check(back.text === text, [format, text]);
        check(JSON.stringify(back.entities.map(unlone)) === JSON.stringify(annotation.entities.map(unlone)), [format, back.entities, annotation.entities]);
        check(JSON.stringify(back.clusters) === JSON.stringify(annotation.clusters), [format, back.clusters, annotation.clusters]);
      }
    }
    engine.dispose();
  },

  async 'exports what a person has edited'({ load, check }) {
    const engine = await load();
    const { text, entities } = await engine.annotate(NEWS, { roles: false });
    const start = text.indexOf('الرئيس المصري');
    const kept = entities.filter((/** @type {any} */ { type }) => type !== 'DATE');
    const edited = { id: { any: 7 }, text, entities: [...kept, { type: 'OCC', start, end: start + 13, source: 'user' }] };
    const back = await engine.import(await engine.export(edited, 'jsonl'), 'jsonl');
    const role = back.entities.find((/** @type {any} */ { type }) => type === 'OCC');
    check(role?.text === 'الرئيس المصري' && role.source === 'user' && role.score === 1, back.entities);
    check(back.entities.length === kept.length + 1 && back.id.any === 7, back);
    checkOffsets(check, text, { text, entities: back.entities.filter((/** @type {any} */ { source }) => source !== 'user') });
    engine.dispose();
  },

  async 'finds annotations again in an edited text'({ load, check }) {
    const engine = await load();
    const annotation = await engine.annotate(NEWS);
    const file = await engine.export(annotation, 'w3c', { source: 'https://example.org/1' });
    const edited = `عاجل:\r\n${NEWS.replace('القاهرة', 'القَاهِرة').replace('أنور', 'انور')}`;
    const { text, entities, lost } = await engine.reanchor(edited, file);
    check(text === edited && lost.length === 0 && entities.length === annotation.entities.length, [entities, lost]);
    check(entities.some((/** @type {any} */ e) => e.text === 'القَاهِرة' && edited.slice(e.start, e.end) === e.text), entities);
    const cut = await engine.reanchor(NEWS.replace('القاهرة', 'هناك'), file);
    check(cut.lost.length === 1 && cut.lost[0].text === 'القاهرة' && annotation.entities[cut.lost[0].item].text === 'القاهرة', cut.lost);
    engine.dispose();
  },

  async 'says what is wrong with an annotation or a file'({ load, check }) {
    const engine = await load();
    const text = 'زار بغداد 🙂';
    const one = (/** @type {object} */ entity) => ({ text, entities: [{ type: 'LOC', start: 4, end: 9, ...entity }] });
    const cyclic = /** @type {any} */ (one({}));
    cyclic.entities[0].value = cyclic;
    const bad = [
      undefined, 'text', {}, { text }, { text: 7, entities: [] }, { text, entities: 'LOC' }, cyclic,
      one({ start: 9 }), one({ end: 99 }), one({ end: 11 }), one({ start: -1 }), one({ start: 4.5 }), one({ start: '4' }), one({ type: '' }), one({ type: 7 }),
      one({ score: 2 }), one({ source: 'me' }), one({ text: 'دمشق' }), one({ value: {} }), one({ id: 7 }), one({ surface: { start: 5, end: 9 } }),
      { text, entities: [{ type: 'LOC', start: 0, end: 6 }, { type: 'LOC', start: 4, end: 9 }] },
      { text, entities: [{ type: 'LOC', start: 4, end: 9 }], clusters: [{ canonical: 0, mentions: [0] }] },
      { text, entities: [{ type: 'LOC', start: 4, end: 9, cluster: 0 }], clusters: [] },
    ];
    for (const [index, annotation] of bad.entries()) {
      const error = await failure(engine.export(annotation, 'tei'));
      check(error?.name === 'TawsimError' && error.code === 'annotation_invalid' && error.message.length > 20, [index, String(error), error?.code]);
    }
    check((await failure(engine.export(one({}), 'pdf')))?.code === 'format_unknown', 'pdf');
    for (const format of FORMATS) {
      for (const file of ['?', '{', '<a', 7]) {
        check((await failure(engine.import(file, format, { text })))?.code === 'import_invalid', [format, file]);
      }
    }
    check(/line 2/.test((await failure(engine.import('{\n}}', 'json'))).message), 'the place is told');
    check((await failure(engine.reanchor(text, '[{}]')))?.code === 'import_invalid', 'no annotation');
    check((await failure(engine.reanchor(7, '[]')))?.code === 'bad_text', 'no text');
    check((await engine.export(one({}), 'html')).includes('<mark data-type="LOC"'), 'works on');
    engine.dispose();
    check((await failure(engine.export(one({}), 'html')))?.code === 'disposed', 'disposed');
  },

  async 'says what is wrong with its parts'({ load, check }) {
    const good = await fetchModel();
    const flipped = good.slice();
    flipped[flipped.length >> 1] ^= 1;
    const bad = [
      [{ wasm: new URL('nowhere.wasm', import.meta.url) }, 'wasm_missing'],
      [{ wasm: new Uint8Array([1, 2, 3, 4]) }, 'wasm_invalid'],
      [{ wasm: new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]) }, 'wasm_invalid'],
      [{ model: new URL('nowhere.model', import.meta.url) }, 'model_missing'],
      [{ model: new Uint8Array() }, 'model_truncated'],
      [{ model: new Uint8Array(4096) }, 'model_magic'],
      [{ model: good.slice(0, -5) }, 'model_truncated'],
      [{ model: flipped }, 'model_checksum'],
    ];
    for (const [options, code] of bad) {
      const error = await failure(load(/** @type {object} */ (options)));
      check(error?.name === 'TawsimError' && error.code === code && error.message.length > 20, [code, String(error), error?.code]);
    }
  },

  async 'refuses after dispose, and what is no text'({ load, check }) {
    const engine = await load();
    check((await failure(engine.annotate(7)))?.code === 'bad_text', 'a number');
    engine.dispose();
    engine.dispose();
    check((await failure(engine.annotate(NEWS)))?.code === 'disposed', 'disposed');
  },
};

/** An entity as a file can hold it. @param {any} entity */
const unlone = (entity) => ({ ...entity, text: entity.text.replace(/\p{Surrogate}/gu, '\ufffd') });

/** @param {Promise<unknown>} promise @returns {Promise<any>} */
const failure = (promise) => promise.then(() => undefined, (error) => error);

async function fetchModel() {
  const address = new URL('../../www/tawsim.model', import.meta.url);
  if (address.protocol === 'file:') return new Uint8Array(await (await import('node:fs/promises')).readFile(address));
  return new Uint8Array(await (await fetch(new URL('/tawsim.model', location.href))).arrayBuffer());
}
