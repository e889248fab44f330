// By finger, on a narrow screen. Chromium without a window has no long press: the selection it leaves, and every
// move of its grips, is made as the browser makes it, and the page hears the same `selectionchange`.
import assert from 'node:assert/strict';
import test from 'node:test';
import { boxOf, engineReady, open, picture, seen, valueOf, violations } from './harness.js';

const TEXT = 'زار مصطفى الكاظمي القاهرة يوم الأحد، وألقى كلمة في جامعة القاهرة أمام الطلاب.\n\nوعاد الكاظمي إلى بغداد مساءً، ثم سافر وبالقاهرة بقي وفده. وقال سعيد الجابري إنّ بغداد تنتظر.';
const LEAST = 44;

async function openWith() {
  const page = await open({ width: 360, height: 740, touch: true, init: () => localStorage.setItem('tawsim-learn', 'no') });
  await engineReady(page);
  await page.evaluate((text) => {
    const suggestions = [['PERS', 'مصطفى الكاظمي'], ['LOC', 'القاهرة'], ['LOC', 'بغداد']].map(([type, name]) => {
      const span = { start: text.indexOf(name), end: text.indexOf(name) + name.length };
      return { type, ...span, text: name, surface: span, norm: name, score: 0.9, source: 'model', sentence: 0, group: name };
    });
    document.querySelector('tawsim-annotator').state = { text, suggestions };
  }, TEXT);
  await page.waitForFunction(() => CSS.highlights.get('tawsim-loc')?.size === 2);
  return page;
}

const tap = async (page, words, nth) => {
  const { x, y } = await boxOf(page, words, nth);
  await page.touchscreen.tap(x, y);
};
const typing = (page) => page.locator('.text').evaluate((surface) => surface === surface.getRootNode().activeElement);

/** What a long press selects, and then what the finger draws its grip to. */
const hold = (page, ...steps) =>
  page.evaluate((words) => {
    const block = [...document.querySelector('tawsim-annotator').shadowRoot.querySelectorAll('.text p')].find(({ textContent }) => textContent.includes(words[0]));
    for (const each of words) {
      const at = block.textContent.indexOf(each);
      getSelection().setBaseAndExtent(block.firstChild, at, block.firstChild, at + each.length);
    }
  }, steps);

/** Where letters stand, with nothing scrolled for it. */
const rectOf = (page, words) =>
  page.evaluate((wanted) => {
    const block = [...document.querySelector('tawsim-annotator').shadowRoot.querySelectorAll('.text p')].find(({ textContent }) => textContent.includes(wanted));
    const range = document.createRange();
    const at = block.textContent.indexOf(wanted);
    range.setStart(block.firstChild, at);
    range.setEnd(block.firstChild, at + wanted.length);
    const { left, right, top, bottom } = range.getBoundingClientRect();
    return { bottom, x: (left + right) / 2, y: (top + bottom) / 2 };
  }, words);

/** What is too small for a finger: buttons, fields and the rest, as they are shown. */
const small = (page) =>
  page.evaluate((least) => {
    const roots = [document, document.querySelector('tawsim-annotator').shadowRoot];
    // What the browser leaves out because it is out of sight has no size: it is measured as if it were seen.
    for (const section of roots[1].querySelectorAll('aside section')) section.style.contentVisibility = 'visible';
    const top = document.querySelector('dialog[open]');
    return roots.flatMap((root) => [...root.querySelectorAll('button, select, summary, input, label:has(input)')])
      .filter((each) => (!top || top.contains(each)) && each.checkVisibility() && !each.closest('label')?.contains(each.parentElement))
      .map((each) => [each, (each.closest('label') ?? each).getBoundingClientRect()])
      .filter(([, { width, height }]) => height < least || width < least)
      .map(([each, { width, height }]) => `${each.outerHTML.slice(0, 90)} ${width.toFixed()}×${height.toFixed()}`);
  }, LEAST - 0.5);

test('by finger: a name is looked at, retyped, selected and tagged, with nothing in the way', async () => {
  const page = await openWith();
  await tap(page, 'بغداد');
  const sheet = page.locator('.card.open');
  await sheet.waitFor();
  assert.match(await sheet.innerText(), /مكان/);
  assert.ok(!(await typing(page)), 'no keyboard comes up');
  const below = async (words) => (await sheet.boundingBox()).y - (await rectOf(page, words)).bottom;
  assert.ok((await below('بغداد')) > 0, 'the name is seen above the card');
  assert.deepEqual(await small(page), []);
  assert.deepEqual(await violations(page), []);
  await picture(page, 'touch-card');
  await page.locator('.card.open [data-do=type-ORG]').tap();
  assert.deepEqual(await seen(page), ['?PERS مصطفى الكاظمي', '?LOC القاهرة', '+ORG بغداد']);
  await page.locator('.card.open [data-do=close]').tap();
  await sheet.waitFor({ state: 'hidden' });
  assert.ok(!(await typing(page)), 'nor when the card is closed');

  // A word is held, its grip drawn to the next: the card waits until the finger rests.
  await tap(page, 'تنتظر');
  assert.ok(await typing(page), 'a tap beside the names is for writing');
  await hold(page, 'سعيد', 'سعيد ال', 'سعيد الجاب');
  await sheet.waitFor();
  assert.ok((await below('سعيد الجابري')) > 0, 'the selection is seen above the card');
  await picture(page, 'touch-selection');
  await page.locator('.card.open [data-do=type-LOC]').tap();
  await page.waitForFunction(() => document.querySelector('tawsim-annotator').entities.some(({ text, type }) => text === 'سعيد الجابري' && type === 'LOC'));
  await page.locator('.card.open [data-do=type-PERS]').tap();
  const done = ['?PERS مصطفى الكاظمي', '?LOC القاهرة', '+ORG بغداد', '+PERS سعيد الجابري'];
  assert.deepEqual(await seen(page), done);
  await page.locator('.card.open [data-do=close]').tap();

  await page.locator('.bar [data-do=next]').tap();
  await page.locator('.card.open [data-do=accept]').tap();
  await page.locator('.card.open [data-do=reject]').tap();
  assert.deepEqual(await seen(page), ['+PERS مصطفى الكاظمي', '+ORG بغداد', '+PERS سعيد الجابري']);
  assert.equal(await valueOf(page), TEXT);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('by finger: the end of a name is drawn by its grip', async () => {
  const page = await openWith();
  await tap(page, 'القاهرة');
  await page.locator('.card.open').waitFor();
  const from = await page.locator('.grip[data-side=start]').boundingBox();
  assert.ok(from.width >= LEAST - 0.5, 'wide enough for a finger');
  const to = await rectOf(page, 'الكاظمي');
  const session = await page.context().newCDPSession(page);
  const touch = (type, x, y) => session.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
  const [x, y] = [from.x + from.width / 2, from.y + from.height / 2];
  await touch('touchStart', x, y);
  for (let step = 1; step <= 4; step += 1) await touch('touchMove', x + ((to.x - x) * step) / 4, to.y);
  await touch('touchEnd');
  await page.waitForFunction(() => document.querySelector('tawsim-annotator').entities.some(({ text, reviewed }) => reviewed && text.endsWith(' القاهرة')));
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('everything is large enough for a finger, in every part of the page', async () => {
  const page = await openWith();
  await page.locator('aside .times').first().tap();
  await page.locator('.bar [data-do=bulk]').tap();
  assert.deepEqual(await small(page), []);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  await page.locator('aside').evaluate((aside) => aside.scrollIntoView());
  await picture(page, 'touch-list');
  await page.locator('html[data-draft=saved]').waitFor();
  for (const dialog of ['documents', 'desk', 'summary', 'export', 'settings']) {
    await page.locator(`[data-act=${dialog}]`).first().tap();
    await page.locator('dialog[open] h2').waitFor();
    if (dialog === 'documents') await page.locator('.documents li').first().waitFor();
    assert.deepEqual(await small(page), [], dialog);
    await picture(page, `touch-${dialog}`);
    await page.locator('dialog[open] .close').tap();
  }
  await page.context().close();
});
