import assert from 'node:assert/strict';
import test from 'node:test';
import { annotatedAfter, boxOf, open, saved } from './harness.js';

const TEXT = 'زار مصطفى الكاظمي القاهرة.\nوعاد الكاظمي إلى بغداد، ثم قال سعيد الجابري إنّ بغداد تنتظر.';

/** The page with a text and these suggestions alone; nothing is learnt, so that the engine has no reason to look again. */
async function openWith() {
  const page = await open({ init: () => localStorage.setItem('tawsim-learn', 'no') });
  await page.evaluate(async (text) => {
    const annotator = document.querySelector('tawsim-annotator');
    await annotator.ready;
    const names = [['PERS', 'مصطفى الكاظمي', 0], ['LOC', 'القاهرة', 0], ['PERS', 'الكاظمي', 30], ['LOC', 'بغداد', 0], ['PERS', 'سعيد الجابري', 0]];
    const suggestions = names.map(([type, name, from]) => {
      const start = text.indexOf(name, from);
      const span = { start, end: start + name.length };
      return { type, ...span, text: name, surface: span, norm: name, score: 0.9, source: 'model', sentence: 0, group: `${type}${name.slice(-4)}` };
    });
    annotator.state = { text, suggestions };
  }, TEXT);
  return page;
}

const reload = async (page) => {
  await page.reload();
  await page.locator('html[data-page=ready]').waitFor();
  await page.evaluate(() => document.querySelector('tawsim-annotator').ready.then(() => undefined));
};
const bar = (page, what) => page.click(`.bar [data-do="${what}"]`);
/** The text and all that a person has decided, as one string. */
const stateOf = (page) => page.evaluate(() => {
  const { value, state } = document.querySelector('tawsim-annotator');
  return JSON.stringify([value, state.decisions]);
});
const depth = (page) => page.evaluate(() => {
  const { steps, done } = document.querySelector('tawsim-annotator').past;
  return [done, steps.length - done];
});

test('every step outlives a reload: back to the first, forth to the last, and on from the middle', async () => {
  const page = await openWith();
  const states = [await stateOf(page)];
  const note = async () => states.push(await stateOf(page));
  const click = async (words) => {
    await page.keyboard.press('Escape');
    const { x, y } = await boxOf(page, words);
    await page.mouse.click(x, y);
    await page.locator('.card.open').waitFor();
  };
  await click('القاهرة');
  await page.click('.card.open [data-do=accept]');
  await note();
  await click('بغداد');
  await page.click('.card.open [data-do=reject]');
  await note();
  await click('سعيد الجابري');
  await page.click('.card.open [data-do=type-ORG]');
  await note();
  await page.click('.card.open [data-do=type-PERS]');
  await note();
  await page.keyboard.press('Escape');
  // One thing with another: the clusters of two names.
  const row = page.locator('aside section[data-group=PERS] > ul > li', { hasText: 'سعيد الجابري' });
  await row.locator('.times').click();
  await row.locator('[data-do=merge]').selectOption({ label: 'مصطفى الكاظمي' });
  await note();
  // An edit before everything, one through a name that was accepted, a line that goes, and typing.
  await page.locator('.text').focus();
  await page.keyboard.press('Control+Home');
  await annotatedAfter(page, () => page.keyboard.type('أمس '));
  await note();
  const box = await boxOf(page, 'القاهرة');
  await page.mouse.click(box.x, box.y);
  await page.keyboard.press('Escape');
  await annotatedAfter(page, () => page.keyboard.press('Backspace'));
  await note();
  await page.keyboard.press('Control+End');
  await annotatedAfter(page, () => page.keyboard.press('Enter'));
  await note();
  const steps = states.length - 1;
  assert.deepEqual(await depth(page), [steps, 0]);
  const last = states[steps];

  await saved(page);
  await reload(page);
  assert.equal(await stateOf(page), last);
  assert.deepEqual(await depth(page), [steps, 0]);
  for (let step = steps - 1; step >= 0; step -= 1) {
    await bar(page, 'undo');
    assert.equal(await stateOf(page), states[step], `back to ${step}`);
  }
  assert.equal(await page.locator('.bar [data-do=undo]').getAttribute('aria-disabled'), 'true');
  // What was undone is kept as well.
  await saved(page);
  await reload(page);
  assert.deepEqual(await depth(page), [0, steps]);
  for (let step = 1; step <= steps; step += 1) {
    await bar(page, 'redo');
    assert.equal(await stateOf(page), states[step], `forth to ${step}`);
  }
  assert.equal(await page.locator('.bar [data-do=redo]').getAttribute('aria-disabled'), 'true');
  // Another way from the middle: what lay beyond is gone, before the reload and after it.
  for (let step = 0; step < 4; step += 1) await bar(page, 'undo');
  await page.locator('.text').focus();
  await page.keyboard.press('Control+Home');
  await annotatedAfter(page, () => page.keyboard.type('غدا '));
  const other = await stateOf(page);
  await saved(page);
  await reload(page);
  assert.equal(await stateOf(page), other);
  assert.deepEqual(await depth(page), [steps - 3, 0]);
  await bar(page, 'undo');
  assert.equal(await stateOf(page), states[steps - 4]);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('a past without end is kept as far back as there is room, and a text that comes back has its own', async () => {
  const page = await openWith();
  const least = await page.evaluate(async () => {
    const { bounded } = await import('/store/past.js');
    const step = (id, length) => ({ id, change: { at: 0, removed: '', inserted: 'ب'.repeat(length) }, out: [], in: [], links: [] });
    const past = { steps: Array.from({ length: 40 }, (_, id) => step(id + 1, 1_000_000)), done: 30 };
    const kept = bounded(past);
    const huge = bounded({ steps: [step(1, 1), step(2, 9_000_000), step(3, 1)], done: 3 });
    const undone = bounded({ steps: past.steps, done: 3 });
    return [kept.done, kept.steps.length, kept.steps.at(-1).id, huge.done, huge.steps[0].id, undone.done, undone.steps.length, undone.steps[0].id];
  });
  assert.deepEqual(least, [7, 7, 30, 1, 3, 3, 7, 1]);
  await page.locator('.text').focus();
  await page.keyboard.press('Control+End');
  await annotatedAfter(page, () => page.keyboard.type('نعم'));
  await saved(page);
  await page.click('[data-act=documents]');
  await page.locator('.documents li').first().waitFor();
  await page.click('.documents .remove');
  await page.waitForFunction(() => document.querySelectorAll('.documents li').length === 0);
  const left = () => page.evaluate(() => new Promise((resolve) => {
    const request = indexedDB.open('tawsim');
    request.onsuccess = () => {
      const all = request.result.transaction('past').objectStore('past').count();
      all.onsuccess = () => (request.result.close(), resolve(all.result));
    };
  }));
  assert.equal(await left(), 0, 'nothing of it stays behind');
  await page.keyboard.press('Escape');
  await page.click('#toast button');
  await page.click('[data-act=documents]');
  await page.locator('.documents li').first().waitFor();
  await page.click('.documents .document');
  await page.locator('#shelf').waitFor({ state: 'hidden' });
  await bar(page, 'undo');
  assert.equal(await page.evaluate(() => document.querySelector('tawsim-annotator').value), TEXT);
  await page.context().close();
});
