import assert from 'node:assert/strict';
import test from 'node:test';
import { AWKWARD, checkOffsets } from '../js/engine-cases.js';
import { annotate, annotatedAfter, marksOf, open, untilMarked, valueOf } from './harness.js';

const check = (truth, say) => assert.ok(truth, JSON.stringify(say));
const shown = (page) => page.locator('.text p').evaluateAll((blocks) => blocks.map((block) => block.textContent));
const setClipboard = (page, text) => page.evaluate((value) => navigator.clipboard.writeText(value), text);
const caret = (page, start, end = start) =>
  page.evaluate(([from, to]) => {
    const surface = document.querySelector('tawsim-annotator').shadowRoot.querySelector('.text');
    surface.focus();
    const point = (offset) => {
      for (const block of surface.querySelectorAll('p')) {
        const length = block.textContent.length;
        if (offset <= length) return [block.firstChild?.nodeType === 3 ? block.firstChild : block, offset];
        offset -= length + 1;
      }
    };
    getSelection().setBaseAndExtent(...point(from), ...point(to));
  }, [start, end]);

test('whatever text a host sets, the value and the offsets are exactly its own', async () => {
  const page = await open();
  for (const text of AWKWARD) {
    const entities = await annotate(page, text);
    const value = await valueOf(page);
    // A lone surrogate does not survive the way out of the browser; it is compared inside, below.
    assert.equal(value.toWellFormed(), text.toWellFormed());
    checkOffsets(check, text.toWellFormed(), { text: text.toWellFormed(), entities: entities.map((e) => ({ ...e, text: e.text.toWellFormed() })) });
  }
  assert.ok(await page.evaluate(async () => {
    const element = document.querySelector('tawsim-annotator');
    element.value = '\ud800 زار السادات القاهرة \udc00';
    await new Promise((resolve) => element.addEventListener('tawsim-annotate', resolve, { once: true }));
    return element.value === '\ud800 زار السادات القاهرة \udc00' && element.entities.length > 0 &&
      element.entities.every(({ start, end, text }) => element.value.slice(start, end) === text);
  }));
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('typing, new lines, deletion and undo', async () => {
  const page = await open();
  await page.locator('.text').click();
  await annotatedAfter(page, () => page.keyboard.type('زار السادات القاهرة'));
  await page.keyboard.press('Enter');
  await page.keyboard.type('ثم عاد');
  assert.equal(await valueOf(page), 'زار السادات القاهرة\nثم عاد');
  assert.deepEqual(await shown(page), ['زار السادات القاهرة', 'ثم عاد']);
  await caret(page, 'زار السادات القاهرة\n'.length);
  await page.keyboard.press('Backspace');
  assert.equal(await valueOf(page), 'زار السادات القاهرةثم عاد');
  await page.keyboard.press('Control+z');
  assert.equal(await valueOf(page), 'زار السادات القاهرة\nثم عاد');
  await page.keyboard.press('Control+Shift+z');
  assert.equal(await valueOf(page), 'زار السادات القاهرةثم عاد');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  assert.equal(await valueOf(page), '');
  await page.keyboard.press('Control+z');
  assert.equal(await valueOf(page), 'زار السادات القاهرةثم عاد');
  await page.keyboard.press('Control+b');
  assert.deepEqual(await shown(page), ['زار السادات القاهرةثم عاد']);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('backspace takes a haraka alone, an emoji whole, a CR LF whole', async () => {
  const page = await open();
  for (const [text, left] of [['كَتَبَ', 'كَتَب'], ['لا 👨‍👩‍👧‍👦', 'لا '], ['لا 👍🏽', 'لا '], ['نص\r\n', 'نص'], ['كتاب', 'كتا'], ['ش\u0651\u064e', 'ش\u0651']]) {
    await annotate(page, text);
    await page.locator('.text').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Backspace');
    assert.equal(await valueOf(page), left);
  }
  await page.context().close();
});

test('paste, copy and cut keep line breaks, tatweel, controls and emoji', async () => {
  const page = await open();
  const text = 'القـــاهرة\u200f \u2067بغداد\u2069\n\nثم 👩🏽‍🚀\tبيروت\u00a0';
  await setClipboard(page, text);
  await page.locator('.text').focus();
  await annotatedAfter(page, () => page.keyboard.press('Control+v'));
  assert.equal(await valueOf(page), text);
  await page.keyboard.press('Control+a');
  await setClipboard(page, '');
  await page.keyboard.press('Control+x');
  assert.equal(await valueOf(page), '');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), text);
  await page.keyboard.press('Control+v');
  assert.equal(await valueOf(page), text);
  // New lines follow the text they are put in.
  await annotate(page, 'أول\r\nثان');
  await page.locator('.text').focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  assert.equal(await valueOf(page), 'أول\r\nثان\r\n');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), 'أول\r\nثان\r\n');
  await page.context().close();
});

test('an input method composes undisturbed, marks or not', async () => {
  for (const mode of ['highlights', 'mark']) {
    const page = await open();
    await page.evaluate((marks) => document.querySelector('tawsim-annotator').setAttribute('marks', marks), mode);
    await annotate(page, 'زار السادات القاهرة\nثم عاد ');
    await page.locator('.text').focus();
    await page.keyboard.press('Control+End');
    const session = await page.context().newCDPSession(page);
    for (const text of ['ب', 'بي', 'بيروت']) {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
      assert.equal(await valueOf(page), `زار السادات القاهرة\nثم عاد ${text}`);
    }
    const entities = await annotatedAfter(page, () => session.send('Input.insertText', { text: 'بيروت اليوم' }));
    assert.equal(await valueOf(page), 'زار السادات القاهرة\nثم عاد بيروت اليوم');
    assert.deepEqual(await shown(page), ['زار السادات القاهرة', 'ثم عاد بيروت اليوم']);
    for (const { start, end, text } of entities) assert.equal((await valueOf(page)).slice(start, end), text);
    await page.keyboard.press('Control+z');
    assert.ok(!(await valueOf(page)).includes('اليوم'));
    assert.deepEqual(page.problems, []);
    await page.context().close();
  }
});

test('while the person types, marks and entities keep to their letters', async () => {
  for (const mode of ['highlights', 'mark']) {
    const page = await open();
    await page.evaluate((marks) => document.querySelector('tawsim-annotator').setAttribute('marks', marks), mode);
    const before = await annotate(page, 'زار السادات القاهرة ثم بيروت.');
    assert.ok(before.length > 1);
    await untilMarked(page, before.length);
    await caret(page, 0);
    await page.keyboard.type('أمس ');
    const [value, entities, marks] = await page.evaluate(() => {
      const element = document.querySelector('tawsim-annotator');
      const found = [...element.shadowRoot.querySelectorAll('mark')].map(({ textContent }) => textContent);
      return [element.value, element.entities, found];
    });
    assert.equal(value, 'أمس زار السادات القاهرة ثم بيروت.');
    for (const { start, end, text, surface } of entities) {
      assert.equal(value.slice(start, end), text);
      assert.ok(surface.start <= start && end <= surface.end);
    }
    const texts = before.map(({ text }) => text);
    if (mode === 'mark') assert.deepEqual(marks, texts);
    else assert.deepEqual(Object.values(await marksOf(page)).flat().sort(), texts.sort());
    await page.context().close();
  }
});

test('random edits leave what is shown and what is held the same', async () => {
  for (const mode of ['highlights', 'mark']) {
    const page = await open();
    await page.evaluate((marks) => document.querySelector('tawsim-annotator').setAttribute('marks', marks), mode);
    await annotate(page, 'زار السادات القاهرة.\r\nثم بيروت\r\rوبغداد\n');
    const trouble = await page.evaluate(() => {
      const element = document.querySelector('tawsim-annotator');
      const surface = element.shadowRoot.querySelector('.text');
      const parts = ['\r', '\n', '\r\n', 'القاهرة', ' ', 'ب', '👍🏽', '\ud800', 'سافر إلى بيروت\nو', ''];
      let seed = 7;
      let longest = 0;
      const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
      surface.focus();
      for (let turn = 0; turn < 600; turn += 1) {
        const blocks = [...surface.querySelectorAll('p')];
        const point = () => {
          const block = blocks[random(blocks.length)];
          const node = block.querySelector('mark')?.firstChild ?? block.firstChild;
          return node?.nodeType === 3 ? [node, random(node.length + 1)] : [block, 0];
        };
        const [from, to] = [point(), point()];
        getSelection().setBaseAndExtent(...from, ...(random(9) ? from : to));
        const data = parts[random(parts.length)];
        const kind = data ? 'insertText' : 'deleteContentForward';
        surface.dispatchEvent(new InputEvent('beforeinput', { inputType: kind, data, cancelable: true, bubbles: true }));
        const text = [...surface.querySelectorAll('p')].map(({ textContent }) => textContent).join('\n');
        if (text !== element.value.replace(/\r\n?/g, '\n')) return [turn, kind, data, text, element.value];
        longest = Math.max(longest, text.length);
        for (const entity of element.entities) {
          if (element.value.slice(entity.start, entity.end) !== entity.text) return [turn, entity, element.value];
        }
      }
      return longest > 100 ? undefined : `the text never grew: ${longest}`;
    });
    assert.equal(trouble, undefined);
    const entities = await annotate(page, 'زار السادات القاهرة.');
    assert.ok(entities.length > 0);
    await page.context().close();
  }
});

test('a reload gives the text back; a new text keeps the old one', async () => {
  const page = await open();
  const text = 'زار السادات القاهرة.\r\nثم عاد.';
  await annotate(page, text);
  await page.locator('html[data-draft=saved]').waitFor();
  await page.reload();
  await page.locator('html[data-page=ready]').waitFor();
  assert.equal(await valueOf(page), text);
  await page.click('[data-act=new]');
  await page.locator('#toast button').waitFor();
  assert.equal(await valueOf(page), '');
  await annotatedAfter(page, () => page.click('#toast button'));
  assert.equal(await valueOf(page), text);
  await page.context().close();
});

test('where nothing may be stored, the page says so and works', async () => {
  const page = await open({
    init: () => {
      Object.defineProperty(window, 'indexedDB', { get: () => { throw new DOMException('no', 'SecurityError'); } });
      Object.defineProperty(window, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } });
    },
  });
  const entities = await annotate(page, 'زار السادات القاهرة.');
  assert.ok(entities.length > 0);
  await page.locator('html[data-draft=failed]').waitFor();
  assert.match(await page.locator('[data-notice=storage]').textContent(), /تعذّر الحفظ[^]*تنزيل نسخة/);
  await page.click('#language');
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('paste button: a text of its own, and one click brings the old one back', async () => {
  const page = await open();
  await annotate(page, 'النص الأول');
  await setClipboard(page, 'زار السادات القاهرة.');
  await annotatedAfter(page, () => page.click('#tools [data-act=paste]'));
  assert.equal(await valueOf(page), 'زار السادات القاهرة.');
  await annotatedAfter(page, () => page.click('#toast button'));
  assert.equal(await valueOf(page), 'النص الأول');
  await page.context().close();
});
