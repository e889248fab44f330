import assert from 'node:assert/strict';
import test from 'node:test';
import * as commands from '../../www/review/commands.js';
import { arranged } from '../../www/review/clusters.js';
import { follow } from '../../www/review/follow.js';
import { paragraphs, retagged, suggestionsOf } from '../../www/review/retag.js';
import { Sheet } from '../../www/review/sheet.js';
import { snapped, stepped } from '../../www/review/snap.js';
import { fold, trimmed, wordsAround } from '../../www/review/spans.js';
import { UNDECIDED, seen } from '../../www/review/verdicts.js';

const TEXT = 'زار مصطفى الكاظمي جامعة القاهرة.\nثم عاد الكاظمي إلى بغداد.';

/** @param {string} text @param {[string, string, number?, number?][]} names text, type, cluster, score */
function annotationOf(text, names) {
  let from = 0;
  const entities = names.map(([name, type, cluster, score = 0.9]) => {
    const start = text.indexOf(name, from);
    from = start + 1;
    assert.ok(start >= 0, name);
    return { type, start, end: start + name.length, text: name, surface: { start, end: start + name.length }, norm: fold(name), score, source: 'model', sentence: 0, ...(cluster !== undefined && { cluster }) };
  });
  const clusters = [];
  entities.forEach(({ cluster, type, text: name }, index) => {
    if (cluster === undefined) return;
    (clusters[cluster] ??= { type, name, canonical: index, mentions: [] }).mentions.push(index);
  });
  return { text, entities, clusters };
}

const FOUND = annotationOf(TEXT, [['مصطفى الكاظمي', 'PERS', 0], ['القاهرة', 'LOC', 1, 0.6], ['الكاظمي', 'PERS', 0], ['بغداد', 'LOC', 2, 0.95]]);
FOUND.entities[2] = { ...FOUND.entities[2], start: TEXT.lastIndexOf('الكاظمي'), end: TEXT.lastIndexOf('الكاظمي') + 7, surface: { start: TEXT.lastIndexOf('الكاظمي'), end: TEXT.lastIndexOf('الكاظمي') + 7 } };

/** A sheet with a text of its own that is edited as the page would. */
function sheetOf(text = TEXT, found = FOUND) {
  const sheet = new Sheet(() => text);
  const edit = (at, removed, inserted, typed = false, record = true) => {
    text = text.slice(0, at) + inserted + text.slice(at + removed.length);
    sheet.edited({ start: at, end: at + removed.length, length: inserted.length }, record ? { at, removed, inserted } : undefined, typed);
  };
  const step = (turn) => Boolean(sheet[turn](({ at, removed, inserted }) => edit(at, removed, inserted, false, false)));
  if (found) sheet.suggest(found, sheet.due);
  return { sheet, edit, step, get text() { return text; } };
}
const shown = (sheet) => sheet.annotation.entities.map(({ text, type, reviewed }) => `${reviewed ? '+' : '?'}${type} ${text}`);
const find = (sheet, text, type) => sheet.seen.find((each) => each.text === text && (!type || each.type === type));

test('a person accepts, rejects, retypes and tags; nothing else changes', () => {
  const { sheet } = sheetOf();
  assert.deepEqual(shown(sheet), ['?PERS مصطفى الكاظمي', '?LOC القاهرة', '?PERS الكاظمي', '?LOC بغداد']);
  sheet.decide(commands.accept(sheet.decisions, [find(sheet, 'بغداد')]));
  sheet.decide(commands.reject(sheet.decisions, [find(sheet, 'الكاظمي')]));
  const at = TEXT.indexOf('جامعة القاهرة');
  sheet.decide(commands.tag(sheet.decisions, TEXT, [{ start: at, end: at + 'جامعة القاهرة'.length }], 'ORG'));
  assert.deepEqual(shown(sheet), ['?PERS مصطفى الكاظمي', '+ORG جامعة القاهرة', '?LOC القاهرة', '+LOC بغداد']);
  const { entities } = sheet.annotation;
  assert.equal(entities[2].parent, 1, 'the place stands in the organisation');
  assert.equal(entities[3].score, 0.95, 'what is accepted keeps its score and source');
  sheet.decide(commands.retype(sheet.decisions, [find(sheet, 'بغداد')], 'ORG'));
  assert.equal(shown(sheet).at(-1), '+ORG بغداد');
  sheet.decide(commands.reject(sheet.decisions, [find(sheet, 'جامعة القاهرة')]));
  assert.deepEqual(shown(sheet), ['?PERS مصطفى الكاظمي', '?LOC القاهرة', '+ORG بغداد']);
});

test('a resized name stays resized, and crossing spans give way to the last word', () => {
  const { sheet } = sheetOf();
  const at = TEXT.indexOf('زار');
  sheet.decide(commands.resize(sheet.decisions, TEXT, find(sheet, 'مصطفى الكاظمي'), { start: TEXT.indexOf('مصطفى'), end: TEXT.indexOf('مصطفى') + 5 }));
  assert.deepEqual(shown(sheet).slice(0, 2), ['+PERS مصطفى', '?LOC القاهرة']);
  sheet.decide(commands.tag(sheet.decisions, TEXT, [{ start: at, end: TEXT.indexOf('مصطفى') + 3 }], 'MISC'));
  assert.deepEqual(shown(sheet).slice(0, 2), ['+MISC زار مصط', '?LOC القاهرة']);
  sheet.decide(commands.reject(sheet.decisions, [sheet.seen[0]]));
  assert.deepEqual(shown(sheet).slice(0, 2), ['?LOC القاهرة', '?PERS الكاظمي'], 'what was resized away does not come back');
});

test('decisions outlive the engine: another annotation changes nothing of them', () => {
  const { sheet } = sheetOf();
  sheet.decide(commands.reject(sheet.decisions, [find(sheet, 'القاهرة')]));
  sheet.decide(commands.retype(sheet.decisions, [find(sheet, 'بغداد')], 'ORG'));
  const before = shown(sheet).filter((each) => each.startsWith('+'));
  sheet.expire();
  sheet.suggest(FOUND, sheet.due);
  assert.deepEqual(shown(sheet).filter((each) => each.startsWith('+')), before);
  assert.ok(!find(sheet, 'القاهرة'));
});

test('undo and redo go through text and decisions alike, to the first and to the last', () => {
  const room = sheetOf();
  const { sheet, edit, step } = room;
  const states = [];
  const note = () => states.push([room.text, sheet.decisions]);
  note();
  sheet.decide(commands.accept(sheet.decisions, [find(sheet, 'بغداد')]));
  note();
  edit(0, 'زار', 'قابل');
  note();
  sheet.decide(commands.reject(sheet.decisions, [find(sheet, 'القاهرة')]));
  note();
  edit(room.text.indexOf('بغداد') + 2, 'د', 'ذ');
  note();
  for (let turn = 0; turn < 2; turn += 1) {
    for (const state of states.slice(0, -1).reverse()) {
      assert.ok(step('undo'));
      assert.deepEqual([room.text, sheet.decisions], state);
    }
    assert.ok(!step('undo'));
    for (const state of states.slice(1)) {
      assert.ok(step('redo'));
      assert.deepEqual([room.text, sheet.decisions], state);
    }
    assert.ok(!step('redo'));
  }
});

test('decisions follow edits; a name whose letters were edited is asked about again', () => {
  const room = sheetOf();
  const { sheet, edit } = room;
  sheet.decide(commands.accept(sheet.decisions, [find(sheet, 'بغداد'), find(sheet, 'القاهرة')]));
  edit(0, '', 'أمس ');
  assert.deepEqual(shown(sheet).filter((each) => each.startsWith('+')), ['+LOC القاهرة', '+LOC بغداد']);
  edit(room.text.indexOf('بغداد') + 2, '', 'ا', true);
  edit(room.text.indexOf('بغاداد') + 3, '', 'ا', true);
  assert.ok(shown(sheet).includes('?LOC بغااداد'), 'typed into');
  assert.ok(shown(sheet).includes('+LOC القاهرة'));
  const part = sheet.due;
  assert.equal(room.text.slice(part.start, part.end), room.text, 'both lines were edited');
  sheet.suggest(annotationOf(room.text, [['القاهرة', 'LOC', 0]]), part);
  assert.ok(shown(sheet).includes('?LOC بغااداد'), 'and not lost where the engine knows nothing of it');
  edit(room.text.indexOf('القاهرة'), 'القاهرة', '');
  assert.ok(!find(sheet, 'القاهرة'));
});

test('only the paragraphs that were edited are looked at again', () => {
  const room = sheetOf();
  const { sheet, edit } = room;
  edit(room.text.indexOf('عاد'), 'عاد', 'سافر');
  const { start, end, whole } = sheet.due;
  assert.deepEqual([room.text.slice(start, end), whole], ['ثم سافر الكاظمي إلى بغداد.', false]);
  sheet.suggest(annotationOf(room.text.slice(start, end), [['بغداد', 'LOC', 0]]), sheet.due);
  assert.deepEqual(shown(sheet), ['?PERS مصطفى الكاظمي', '?LOC القاهرة', '?PERS الكاظمي', '?LOC بغداد'], 'what the whole text had shown stays');
  assert.equal(sheet.annotation.clusters.length, 3);
  assert.equal(sheet.due, undefined);
  for (const { start: from, end: to, text } of sheet.annotation.entities) assert.equal(room.text.slice(from, to), text);
  assert.deepEqual(paragraphs('أ\r\nب\nج', { start: 3, end: 4 }), { start: 3, end: 4 });
  assert.deepEqual(paragraphs('أ\nب', { start: 0, end: 0 }), { start: 0, end: 1 });
});

test('random edits and decisions: spans stay true, never cross, and undo leads back', () => {
  let seed = 11;
  const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
  const parts = ['', ' ', '\n', 'الكاظمي', 'ب', 'و', 'بغداد', '👍🏽', '، '];
  for (let round = 0; round < 40; round += 1) {
    const room = sheetOf();
    const { sheet, edit, step } = room;
    let steps = 0;
    for (let turn = 0; turn < 40; turn += 1) {
      const { seen: entities } = sheet;
      const one = entities[random(entities.length || 1)];
      const kind = random(7);
      if (kind < 3 || !one) {
        const at = random(room.text.length + 1);
        const removed = room.text.slice(at, at + random(6));
        const inserted = parts[random(parts.length)];
        if (!removed && !inserted) continue;
        edit(at, removed, inserted);
      } else if (kind === 3) sheet.decide(commands.accept(sheet.decisions, [one]));
      else if (kind === 4) sheet.decide(commands.reject(sheet.decisions, [one]));
      else if (kind === 5) sheet.decide(commands.retype(sheet.decisions, [one], ['PERS', 'ORG'][random(2)]));
      else {
        const span = trimmed(room.text, { start: random(room.text.length), end: random(room.text.length + 1) });
        if (!span) continue;
        sheet.decide(commands.tag(sheet.decisions, room.text, [span], 'MISC'));
      }
      steps += 1;
      const around = [];
      for (const { start, end, text, surface, parent } of sheet.annotation.entities) {
        assert.equal(room.text.slice(start, end), text);
        assert.ok(surface.start <= start && end <= surface.end);
        while (around.length && around.at(-1) <= start) around.pop();
        assert.ok(!around.length || end <= around.at(-1), 'nested, not crossing');
        assert.equal(parent === undefined, around.length === 0);
        around.push(end);
      }
    }
    const last = [room.text, sheet.decisions];
    for (let turn = 0; turn < 2; turn += 1) {
      for (let back = 0; back < steps; back += 1) assert.ok(step('undo'));
      assert.ok(!step('undo'));
      assert.deepEqual([room.text, sheet.decisions], [TEXT, UNDECIDED]);
      for (let forth = 0; forth < steps; forth += 1) assert.ok(step('redo'));
      assert.ok(!step('redo'));
      assert.deepEqual([room.text, sheet.decisions], last);
      // As after a reload.
      sheet.load(sheet.suggestions, sheet.decisions, JSON.parse(JSON.stringify(sheet.past)));
    }
  }
});

test('clusters are put together and taken apart, by name and by mention', () => {
  const { sheet } = sheetOf();
  const names = () => sheet.annotation.clusters.map(({ name, mentions }) => `${name} ${mentions.length}`);
  assert.deepEqual(names(), ['مصطفى الكاظمي 2', 'القاهرة 1', 'بغداد 1']);
  const key = (text) => sheet.annotation.entities.find((each) => each.text === text).key;
  sheet.decide(commands.split(sheet.decisions, key('الكاظمي')));
  assert.deepEqual(names(), ['مصطفى الكاظمي 1', 'القاهرة 1', 'الكاظمي 1', 'بغداد 1']);
  sheet.decide(commands.merge(sheet.decisions, key('مصطفى الكاظمي'), key('الكاظمي')));
  assert.deepEqual(names(), ['مصطفى الكاظمي 2', 'القاهرة 1', 'بغداد 1']);
  sheet.decide(commands.separate(sheet.decisions, find(sheet, 'الكاظمي')));
  assert.deepEqual(names(), ['مصطفى الكاظمي 1', 'القاهرة 1', 'الكاظمي 1', 'بغداد 1']);
  sheet.expire();
  sheet.suggest(FOUND, sheet.due);
  assert.deepEqual(names(), ['مصطفى الكاظمي 1', 'القاهرة 1', 'الكاظمي 1', 'بغداد 1'], 'and it lasts');
  assert.deepEqual(sheet.annotation.entities.map(({ cluster }) => cluster), [0, 1, 2, 3]);
});

test('all above a score, in a type or in all', () => {
  const { sheet } = sheetOf();
  const above = (type, score) => commands.above(sheet.seen, type, score).map(({ text }) => text);
  assert.deepEqual(above('', 0.9), ['مصطفى الكاظمي', 'الكاظمي', 'بغداد']);
  assert.deepEqual(above('LOC', 0.9), ['بغداد']);
  sheet.decide(commands.accept(sheet.decisions, commands.above(sheet.seen, 'LOC', 0)));
  assert.deepEqual(above('', 0), ['مصطفى الكاظمي', 'الكاظمي']);
});

test('a hasty selection means whole words without their clitics', () => {
  const text = 'سافر وبالقاهرة صديق';
  const at = text.indexOf('وبالقاهرة');
  const pieces = [[0, 4], [at, at + 1, 'proclitic'], [at + 1, at + 2, 'proclitic'], [at + 2, at + 9], [at + 10, at + 14]]
    .map(([start, end, kind = 'stem']) => ({ start, end, kind }));
  const snap = (start, end) => { const span = snapped(text, pieces, { start, end }); return span && text.slice(span.start, span.end); };
  assert.equal(snap(at, at + 9), 'القاهرة');
  assert.equal(snap(at + 4, at + 6), 'القاهرة');
  assert.equal(snap(at + 4, at + 12), 'القاهرة صديق');
  assert.equal(snap(at + 9, at + 10), undefined);
  assert.equal(stepped(pieces, at + 2, -1, 'start', false), at + 1);
  assert.equal(stepped(pieces, at + 9, 1, 'end', false), at + 14);
  assert.equal(stepped(pieces, at + 9, -1, 'end', true), at + 8);
  assert.deepEqual(wordsAround(text, { start: at + 3, end: at + 4 }), { start: at, end: at + 9 });
});

test('a cluster keeps its roles, and a nested name its parent', () => {
  const found = annotationOf(TEXT, [['مصطفى الكاظمي', 'PERS', 0], ['جامعة القاهرة', 'OCC'], ['القاهرة', 'LOC', 1]]);
  found.clusters[0].roles = [1];
  const { entities, clusters } = arranged(seen(TEXT, suggestionsOf(found), UNDECIDED), []);
  assert.deepEqual(clusters[0].roles, [1]);
  assert.equal(entities[2].parent, 1);
  assert.ok(!('group' in entities[0]) && !('canonical' in entities[0]));
});

test('an edit over many decisions leaves what it left of each', () => {
  const verdict = (start, end) => ({ start, end, type: 'LOC', kept: true, lead: 0, tail: 0 });
  const text = 'بغداد والقاهرة ودمشق';
  const after = 'بغ مشق';
  const { verdicts, again } = follow([verdict(0, 5), verdict(7, 14), verdict(16, 20)], { start: 2, end: 17, length: 1 }, after);
  assert.equal(text.slice(0, 2) + ' ' + text.slice(17), after);
  assert.deepEqual(verdicts, []);
  assert.deepEqual(again.map((each) => each.text), ['بغ', 'مشق']);
  assert.deepEqual(retagged(again, { start: 0, end: 6 }, { start: 2, end: 3 }, { text: after, entities: [], clusters: [] }).length, 2);
});
