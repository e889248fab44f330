// A text of many parts, which the browser leaves out one by one, is one text to whoever reads and edits it.
import assert from 'node:assert/strict';
import test from 'node:test';
import { annotate, annotatedAfter, open, valueOf } from './harness.js';

const line = (number) => `السطر ${number}: زار السادات القاهرة ثم عاد إلى بيروت وبغداد ودمشق مع وفده.`;
const TEXT = Array.from({ length: 400 }, (_, number) => line(number)).join('\n');

/** What the elements say, and what is wrong with how they stand. */
const shown = (page) =>
  page.evaluate(() => {
    const surface = document.querySelector('tawsim-annotator').shadowRoot.querySelector('.text');
    const parts = [...surface.children];
    return {
      text: [...surface.querySelectorAll('p')].map(({ textContent }) => textContent).join('\n'),
      odd: parts.filter((part) => part.className !== 'part' || part.children.length === 0 || part.children.length > 64).map(({ outerHTML }) => outerHTML.slice(0, 80)),
      parts: parts.length,
    };
  });

/** Selects from one letter of a line to one of another. */
const choose = (page, [from, at], [to, end]) =>
  page.evaluate(([first, start, last, stop]) => {
    const surface = document.querySelector('tawsim-annotator').shadowRoot.querySelector('.text');
    const lines = surface.querySelectorAll('p');
    surface.focus();
    getSelection().setBaseAndExtent(lines[first].firstChild, start, lines[last].firstChild, stop);
  }, [from, at, to, end]);

test('what spans parts is typed over, deleted, copied, cut, and put back', async () => {
  const page = await open();
  await annotate(page, TEXT);
  assert.ok((await shown(page)).parts > 5);
  const agree = async (wanted) => {
    assert.equal(await valueOf(page), wanted);
    const { text, odd } = await shown(page);
    assert.equal(text, wanted);
    assert.deepEqual(odd, []);
  };
  const lines = TEXT.split('\n');
  await choose(page, [10, 5], [150, 6]);
  await annotatedAfter(page, () => page.keyboard.type('و'));
  const edited = [...lines.slice(0, 10), `${lines[10].slice(0, 5)}و${lines[150].slice(6)}`, ...lines.slice(151)].join('\n');
  await agree(edited);
  await page.keyboard.press('Control+z');
  await agree(TEXT);
  // So many fresh lines in one place make parts of their own.
  await choose(page, [200, 0], [200, 0]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), `${TEXT}\n`);
  await annotatedAfter(page, () => page.keyboard.press('Control+v'));
  await agree([...lines.slice(0, 200), ...lines, ...lines.slice(200)].join('\n'));
  for (let turn = 0; turn < 80; turn += 1) await page.keyboard.press('Enter');
  assert.deepEqual((await shown(page)).odd, [], 'a part that grew is cut');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+x');
  await agree('');
  await page.keyboard.press('Control+v');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await valueOf(page));
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('random edits across parts leave what is shown and what is held the same', async () => {
  const page = await open();
  await annotate(page, TEXT);
  const trouble = await page.evaluate(() => {
    const element = document.querySelector('tawsim-annotator');
    const surface = element.shadowRoot.querySelector('.text');
    const parts = ['\n', '\r\n', 'القاهرة', ' ', 'سطر\n'.repeat(90), '', ''];
    const before = element.past.done;
    let seed = 5;
    const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
    surface.focus();
    for (let turn = 0; turn < 250; turn += 1) {
      const lines = [...surface.querySelectorAll('p')];
      const first = random(lines.length);
      const point = (index) => {
        const block = lines[Math.min(index, lines.length - 1)];
        return block.firstChild?.nodeType === 3 ? [block.firstChild, random(block.firstChild.length + 1)] : [block, 0];
      };
      getSelection().setBaseAndExtent(...point(first), ...point(first + (random(3) ? 0 : random(80))));
      const data = parts[random(parts.length)];
      surface.dispatchEvent(new InputEvent('beforeinput', { inputType: data ? 'insertText' : 'deleteContentForward', data, cancelable: true, bubbles: true }));
      const text = [...surface.querySelectorAll('p')].map(({ textContent }) => textContent).join('\n');
      if (text !== element.value.replace(/\r\n?/g, '\n')) return [turn, data];
      const odd = [...surface.children].find((part) => part.children.length === 0 || part.children.length > 64);
      if (odd) return [turn, data, odd.children.length];
    }
    while (element.past.done > before) element.undo();
    return undefined;
  });
  assert.equal(trouble, undefined);
  assert.ok((await valueOf(page)) === TEXT, 'and undo leads back');
  await page.context().close();
});

test('the browser finds, prints and reaches what it has left out', async () => {
  const page = await open();
  await annotate(page, TEXT);
  const found = await page.evaluate(() => {
    getSelection().removeAllRanges();
    const there = window.find('السطر 399');
    return [there, document.scrollingElement.scrollTop > 5000];
  });
  assert.deepEqual(found, [true, true]);
  await page.evaluate(() => scrollTo(0, 0));
  await page.locator('.text').focus();
  await page.keyboard.press('Control+End');
  await annotatedAfter(page, () => page.keyboard.type(' نعم'));
  assert.equal(await valueOf(page), `${TEXT} نعم`);
  assert.ok(await page.locator('.text p').last().evaluate((block) => block.getBoundingClientRect().bottom <= innerHeight && block.getBoundingClientRect().top > 0), 'the caret is in view');
  await page.emulateMedia({ media: 'print' });
  assert.ok(await page.locator('.text p').first().evaluate((block) => block.checkVisibility({ contentVisibilityAuto: true })), 'on paper nothing is left out');
  await page.context().close();
});
