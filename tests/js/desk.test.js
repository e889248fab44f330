import assert from 'node:assert/strict';
import test from 'node:test';
import { learn, lessons, listsOf, put, readEntries, written } from '../../www/desk/entries.js';
import { stateOf } from '../../www/import/state.js';
import { accept, reject } from '../../www/review/commands.js';
import { arranged } from '../../www/review/clusters.js';
import { UNDECIDED, seen } from '../../www/review/verdicts.js';
import { moments, mostMentioned, spokenDate } from '../../www/summary/figures.js';

const TEXT = 'زار السادات القاهرة عام 1977';
const entity = (name, type, extra = {}) => {
  const start = TEXT.indexOf(name);
  const span = { start, end: start + name.length };
  return { type, ...span, text: name, surface: span, norm: name, score: 0.9, source: 'model', sentence: 0, ...extra };
};
const PERSON = entity('السادات', 'PERS');
const PLACE = entity('القاهرة', 'LOC');
const YEAR = entity('عام 1977', 'DATE', { value: '1977' });

test('accepted and rejected names are learnt, taken back they are unlearnt, and values are no names', () => {
  const first = accept(UNDECIDED, [PERSON, YEAR]);
  const change = lessons(TEXT, UNDECIDED, first);
  assert.deepEqual(change, { learnt: [{ name: 'السادات', type: 'PERS', kept: true }], unlearnt: [] });
  let entries = learn([], change);
  const second = reject(first, [PLACE]);
  entries = learn(entries, lessons(TEXT, first, second));
  assert.deepEqual(listsOf(entries), { entries: [{ name: 'السادات', type: 'PERS' }], block: [{ name: 'القاهرة', type: 'LOC' }] });
  const changed = learn(entries, lessons(TEXT, second, accept(second, [PLACE])));
  assert.deepEqual(listsOf(changed), { entries: [{ name: 'السادات', type: 'PERS' }, { name: 'القاهرة', type: 'LOC' }], block: [] }, 'a mind that is changed');
  const elsewhere = learn(entries, { learnt: [{ name: 'القاهرة', type: 'LOC', kept: true }], unlearnt: [] });
  assert.deepEqual(listsOf(elsewhere), { entries: [{ name: 'السادات', type: 'PERS' }], block: [] }, 'what contradicts itself says nothing');
  assert.deepEqual(learn(elsewhere, { learnt: [], unlearnt: [{ name: 'القاهرة', type: 'LOC', kept: true }] }), entries, 'until one of the two is taken back');
  assert.deepEqual(learn(learn([], change), lessons(TEXT, first, UNDECIDED)), []);
  const pinned = put([], [{ name: 'السادات', type: 'PERS', kept: true, times: 0, pinned: true }]);
  assert.equal(learn(learn(pinned, change), lessons(TEXT, first, UNDECIDED)).length, 1, 'what a person wrote outlasts it');
});

test('a list is written and read again, and read from what others write', () => {
  const entries = put([], [{ name: 'سدّ النخيل', type: 'FAC', kept: true, times: 0, pinned: true, id: 'Q1', aliases: ['السدّ'] }, { name: 'الهدى', type: 'LOC', kept: false, times: 0, pinned: true }]);
  assert.deepEqual(readEntries(written(entries)), entries);
  assert.deepEqual(readEntries('سدّ النخيل\tFAC\tQ1\r\n"بيروت",LOC\nبلا نوع\n').map(({ name, type, id }) => [name, type, id]), [['سدّ النخيل', 'FAC', 'Q1'], ['بيروت', 'LOC', undefined]]);
  for (const bad of ['', '{"a":1}', 'null', '[1,null]', 'كلام']) assert.deepEqual(readEntries(bad), [], bad);
});

test('a file is believed only as far as it is true of its text', () => {
  const good = stateOf({ text: TEXT, entities: [PERSON, PLACE] });
  assert.deepEqual(seen(TEXT, good.suggestions, good.decisions).map(({ text, reviewed }) => [text, reviewed]), [['السادات', true], ['القاهرة', true]]);
  const bad = [{ ...PERSON, end: 9999 }, { ...PERSON, start: -1 }, { ...PERSON, type: 7 }, null, { ...PLACE, start: PLACE.start - 3 }, PLACE, { ...PLACE, type: 'ORG' }];
  const left = stateOf({ text: TEXT, entities: bad });
  assert.deepEqual(seen(TEXT, [], left.decisions).map(({ type, text }) => `${type} ${text}`), ['LOC ات القاهرة', 'LOC القاهرة']);
  assert.deepEqual(stateOf({ text: TEXT }), { text: TEXT });
  for (const file of [null, 1, {}, { text: 1 }, { text: '', review: {} }, { text: '', review: { format: 99 } }]) assert.throws(() => stateOf(file), { code: 'damaged' });
  const ours = stateOf({ text: TEXT, review: { format: 1, decisions: { verdicts: [{ start: 0, end: 99, type: 'LOC', kept: true }, ...good.decisions.verdicts], links: [{ same: 1 }] }, suggestions: [PLACE, { start: 1 }] } });
  assert.deepEqual(ours, { text: TEXT, decisions: good.decisions, suggestions: [PLACE] });
});

test('the summary counts mentions and puts dates in their order', () => {
  const annotation = arranged([PERSON, { ...PLACE, group: 'a' }, YEAR].map((each) => ({ ...each })), []);
  assert.deepEqual(mostMentioned(annotation, 5).map(({ name, times }) => [name, times]), [['السادات', 1], ['القاهرة', 1]]);
  const date = (value) => ({ ...YEAR, value });
  assert.deepEqual(moments({ entities: ['2021-08', '1977', '1977-05-01', '2021-08', '~', '0750'].map(date) }).map(({ value }) => value), ['0750', '1977', '1977-05-01', '2021-08']);
  assert.equal(spokenDate('2021-08-04', 'ar-u-nu-arab'), '٤ أغسطس ٢٠٢١');
  assert.equal(spokenDate('2021-08/2021-09', 'en-u-nu-latn'), 'August 2021 – September 2021');
  assert.equal(spokenDate('2021-21', 'en-u-nu-latn'), '2021-21');
});
