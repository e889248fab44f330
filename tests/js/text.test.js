import assert from 'node:assert/strict';
import test from 'node:test';
import { eraseFrom } from '../../www/editor/erase.js';
import { History } from '../../www/editor/history.js';
import { shownLength, split } from '../../www/editor/split.js';
import { remap } from '../../www/review/follow.js';
import { firstReaching } from '../../www/review/spans.js';
import { context, groupByType } from '../../www/panel/group.js';
import { wordsOf } from '../../www/words/words.js';
import { inOrder, typeStyle } from '../../www/types.js';

const entity = (text, start, end, type = 'LOC', norm = text.slice(start, end)) =>
  ({ type, start, end, text: text.slice(start, end), surface: { start, end }, norm, score: 1, source: 'model', sentence: 0 });

test('blocks are the text again, whatever its line breaks', () => {
  const parts = ['\r', '\n', '\r\n', 'سطر', ' ', '👍🏽', '\u2028', '\u0000'];
  let seed = 1;
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  for (let turn = 0; turn < 2000; turn += 1) {
    const text = Array.from({ length: random(12) }, () => parts[random(parts.length)]).join('');
    const blocks = split(text);
    assert.equal(blocks.join(''), text);
    assert.equal(blocks.length, text.split(/\r\n|\r|\n/).length);
    for (const block of blocks) assert.doesNotMatch(block.slice(0, shownLength(block)), /[\r\n]/);
  }
});

test('a line without end is cut where no letter is torn', () => {
  for (const unit of ['كلمة ', 'بّ', '👍🏽', 'ا']) {
    const text = unit.repeat(20_000);
    const blocks = split(text);
    assert.equal(blocks.join(''), text);
    for (const block of blocks) {
      assert.ok(block.length <= 8000);
      assert.ok(!/^[\p{M}\p{EMod}\udc00-\udfff]/u.test(block), `${unit} is torn`);
    }
  }
});

test('very many lines share blocks', () => {
  const blocks = split('\n'.repeat(3_000_000));
  assert.ok(blocks.length <= 20_001);
  assert.equal(blocks.join('').length, 3_000_000);
});

test('what backspace takes', () => {
  for (const [text, length] of [['بَ', 1], ['با', 1], ['🇪🇬', 4], ['👩🏽‍🚀', 7], ['\r\n', 2], ['❤️', 2], ['', 0], ['\ud800', 1]]) {
    assert.equal(text.length - eraseFrom(text, text.length), length, text);
  }
});

test('letters typed one after the other are undone as a word', () => {
  const history = new History();
  const none = { out: [], in: [], links: [] };
  const typed = (at, inserted, out = []) => ({ ...none, change: { at, removed: '', inserted }, out });
  [...'من بيروت'].forEach((letter, at) => history.record(typed(at, letter), true));
  const [first, second] = [{ id: 1, ...typed(0, 'من ') }, { id: 2, ...typed(3, 'بيروت') }];
  assert.deepEqual(history.past, { steps: [first, second], done: 2 });
  assert.deepEqual([history.undo(), history.undo(), history.undo()], [second, first, undefined]);
  assert.deepEqual(history.redo(), first);
  const again = new History(history.past);
  assert.deepEqual([again.undo(), again.redo(), again.redo(), again.redo()], [first, first, second, undefined]);
  const verdict = { start: 0, end: 2, type: 'LOC', kept: true, lead: 0, tail: 0 };
  history.record({ ...none, in: [verdict] });
  assert.equal(history.redo(), undefined);
  assert.deepEqual(history.undo(), { id: 2, ...none, in: [verdict] });
  history.redo();
  history.record(typed(1, 'و', [verdict]), true);
  history.record(typed(2, 'و'), true);
  history.record(typed(3, 'و', [verdict]), true);
  assert.deepEqual(history.depth, { done: 4, undone: 0 }, 'a letter that touches a name is a step of its own');
});

test('entities follow edits, and those an edit touched are dropped', () => {
  const text = 'من بيروت إلى بغداد';
  const entities = [entity(text, 3, 8), entity(text, 13, 18)];
  const starts = (edit) => remap(entities, edit).map(({ start, end }) => [start, end]);
  assert.deepEqual(starts({ start: 0, end: 0, length: 4 }), [[7, 12], [17, 22]]);
  assert.deepEqual(starts({ start: 8, end: 8, length: 1 }), [[3, 8], [14, 19]]);
  assert.deepEqual(starts({ start: 5, end: 6, length: 1 }), [[13, 18]]);
  assert.deepEqual(starts({ start: 0, end: 18, length: 2 }), []);
  assert.equal(firstReaching(entities, 4), 0);
  assert.equal(firstReaching(entities, 8), 1);
  assert.equal(firstReaching(entities, 18), 2);
});

test('one name however it is spelt, the most mentioned first', () => {
  const text = 'قاآني وبغداد وقآني';
  const groups = groupByType([entity(text, 0, 5, 'PERS', 'قااني'), entity(text, 7, 12), entity(text, 14, 18, 'PERS', 'قااني')]);
  assert.deepEqual([...groups.keys()], ['PERS', 'LOC']);
  assert.deepEqual(groups.get('PERS').map(({ name, mentions }) => [name, mentions.length]), [['قاآني', 2]]);
  const long = `سطر\nثم ذهب إلى ${'كلمة '.repeat(9)}بغداد\nسطر`;
  const at = long.indexOf('بغداد');
  const [before, name, after] = context(long, entity(long, at, at + 5));
  assert.match(before, /^…(كلمة )+$/);
  assert.deepEqual([name, after], ['بغداد', '']);
});

test('every type has its names, and the commonest differ without colour', () => {
  const types = 'PERS LOC ORG MISC OCC NORP EVENT FAC LAW DATE TIME MONEY PERCENT QUANTITY CARDINAL ORDINAL URL EMAIL HASHTAG HANDLE'.split(' ');
  assert.deepEqual(inOrder([...types].reverse()), types);
  for (const type of types) {
    for (const name of [...typeStyle(type).ar, ...typeStyle(type).en]) assert.notEqual(name, type);
    assert.match(typeStyle(type).ar.join(''), /^[\u0621-\u0652 ]+$/);
  }
  assert.equal(new Set(['PERS', 'LOC', 'ORG', 'MISC'].map((type) => typeStyle(type).line)).size, 4);
  assert.deepEqual(typeStyle('NEW').en, ['NEW', 'NEW']);
});

test('numbers agree with their nouns', () => {
  const { count } = wordsOf('ar');
  assert.deepEqual([0, 1, 2, 3, 11, 100].map(count), ['لا أسماء', 'اسم واحد', 'اسمان', '٣ أسماء', '١١ اسمًا', '١٠٠ اسم']);
  assert.equal(wordsOf('en-GB').count(3), '3 names');
  assert.match(wordsOf(null).error('model_checksum'), /tawsim\.model/);
  assert.match(wordsOf('en').error('unheard-of'), /Try again/);
});
