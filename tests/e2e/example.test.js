import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync } from 'node:fs';
import test from 'node:test';
import { EXAMPLE } from '../../www/example.js';
import { annotate, annotatedAfter, marksOf, open, picture, repository, shown, untilMarked, valueOf } from './harness.js';

/** Names of the example that a reader would mark as this and nothing else, and that the model does find. */
const NAMES = [
  ['PERS', 'نجيب محفوظ'],
  ['PERS', 'محمود درويش'],
  ['LOC', 'الإسكندرية'],
  ['LOC', 'الرباط'],
  ['LOC', 'القاهرة'],
  ['LOC', 'بيروت'],
  ['LOC', 'بغداد'],
  ['LOC', 'الكويت'],
];

const tryExample = (page) => annotatedAfter(page, () => page.click('#invite [data-act=example]'));

/** For windows that hold the whole of it. */
async function tryWholeExample(page) {
  const entities = shown(await tryExample(page));
  await untilMarked(page, entities.length);
  return entities;
}

test('the example shows its names in place, with exact offsets', async () => {
  const page = await open({ height: 2400 });
  const entities = await tryWholeExample(page);
  assert.equal(await valueOf(page), EXAMPLE);
  for (const { start, end, text } of entities) assert.equal(EXAMPLE.slice(start, end), text);
  for (const [type, name] of NAMES) {
    const start = EXAMPLE.indexOf(name);
    assert.ok(
      entities.some((entity) => entity.type === type && entity.start === start && entity.end === start + name.length),
      `${type} ${name} at ${start}`,
    );
  }
  const marks = await marksOf(page);
  const expected = {};
  for (const { type, text } of entities) (expected[`tawsim-${type.toLowerCase()}`] ??= []).push(text);
  for (const [name, texts] of Object.entries(expected)) assert.deepEqual(marks[name].sort(), texts.sort(), name);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('the screenshot of the README', async () => {
  const page = await open({ width: 1280, height: 860 });
  await tryExample(page);
  await page.waitForFunction(() => [...CSS.highlights.values()].filter(({ size }) => size).length > 2);
  await page.evaluate(() => document.fonts.ready);
  await page.locator('#toast').evaluate((toast) => toast.classList.remove('shown'));
  await page.mouse.move(5, 5);
  await picture(page, 'screenshot');
  if (process.env.UPDATE_SCREENSHOT === '1') {
    mkdirSync(`${repository}docs`, { recursive: true });
    copyFileSync(`${repository}artifacts/screenshot.png`, `${repository}docs/screenshot.png`);
  }
  await page.context().close();
});

test('a chip of the legend hides its type and brings it back', async () => {
  const page = await open({ height: 2400 });
  const entities = await tryWholeExample(page);
  const places = entities.filter(({ type }) => type === 'LOC').length;
  const chip = page.locator('[data-filter=LOC]');
  assert.equal(await chip.getAttribute('aria-pressed'), 'true');
  assert.match(await chip.textContent(), new RegExp(`${places.toLocaleString('ar-u-nu-arab')}$`));
  await chip.focus();
  await page.keyboard.press('Enter');
  assert.equal(await chip.getAttribute('aria-pressed'), 'false');
  assert.ok(await chip.evaluate((element) => element === element.getRootNode().activeElement), 'the focus stays');
  assert.equal((await marksOf(page))['tawsim-loc'], undefined);
  assert.equal(await page.locator('[data-group=LOC]').count(), 0);
  assert.ok((await marksOf(page))['tawsim-pers'].length > 0);
  await page.keyboard.press('Enter');
  assert.equal((await marksOf(page))['tawsim-loc'].length, places);
  await page.context().close();
});

test('the list jumps to every mention, by pointer and by keyboard', async () => {
  const page = await open({ height: 500 });
  const entities = await tryExample(page);
  const beirut = entities.filter(({ text }) => text === 'بيروت');
  assert.ok(beirut.length > 1);
  const row = page.locator('aside section > ul > li', { hasText: 'بيروت' }).first();
  await row.locator('.times').click();
  assert.equal(await row.locator('ol li').count(), beirut.length);
  await row.locator('ol button').last().click();
  assert.deepEqual((await marksOf(page))['tawsim-current'], ['بيروت']);
  const inView = () => page.evaluate(() => {
    const [range] = CSS.highlights.get('tawsim-current');
    const { top, bottom } = range.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
  assert.ok(await inView());
  assert.match(await page.locator('.card').innerText(), /مكان[^]*٪/);

  await row.locator('.name').focus();
  await page.keyboard.press('Enter');
  assert.ok(await inView());
  assert.ok(await page.locator('.text').evaluate((element) => element === element.getRootNode().activeElement), 'the text has the focus');
  assert.match(await page.locator('[role=status]').last().textContent(), /بيروت: مكان|^$/);
  await page.keyboard.press('Escape');
  assert.ok(await row.locator('.name').evaluate((element) => element === element.getRootNode().activeElement), 'and gives it back');
  assert.equal((await marksOf(page))['tawsim-current'], undefined);
  await page.context().close();
});

test('a mark says what it is to the pointer and to the caret', async () => {
  const page = await open({ height: 2400 });
  const [first] = await tryWholeExample(page);
  const box = await page.evaluate(({ type, text }) => {
    const range = [...CSS.highlights.get(`tawsim-${type.toLowerCase()}`)].find((each) => String(each) === text);
    const { x, y, width, height } = range.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, first);
  await page.mouse.move(box.x, box.y);
  await page.locator('.card').waitFor({ state: 'visible' });
  await page.mouse.move(5, 5);
  await page.locator('.card').waitFor({ state: 'hidden' });
  await page.mouse.click(box.x, box.y);
  await page.locator('.card').waitFor({ state: 'visible' });
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await page.mouse.move(5, 5);
  await page.locator('.card').waitFor({ state: 'hidden' });
  await page.context().close();
});

for (const mode of ['highlights', 'mark']) {
  test(`marks by ${mode} leave letters joined and the text as it was`, async () => {
    const page = await open({ height: 2400 });
    if (mode === 'mark') await page.evaluate(() => document.querySelector('tawsim-annotator').setAttribute('marks', 'mark'));
    await page.evaluate(() => document.fonts.ready);
    const text = 'سافر إلى وبالقاهرة وللإسكندرية ولبيروت ثم عاد.';
    const width = () => page.locator('.text p').first().evaluate((p) => {
      const range = document.createRange();
      range.selectNodeContents(p);
      return range.getBoundingClientRect().width;
    });
    // The same letters with nothing marked, then with marks that begin in the middle of words.
    await page.evaluate((value) => { document.querySelector('tawsim-annotator').value = value; }, text);
    const plain = await width();
    const entities = shown(await annotate(page, text));
    await untilMarked(page, entities.length);
    assert.ok(entities.some(({ start, surface }) => start > surface.start), 'a name inside a written word');
    assert.equal(await page.locator('.text mark').count(), mode === 'mark' ? entities.length : 0);
    assert.ok(Math.abs((await width()) - plain) < 0.05, 'marks change no letter');
    assert.equal(await page.locator('.text').evaluate((element) => element.textContent), text);
    if (mode === 'mark') {
      const marked = shown(await annotate(page, EXAMPLE));
      await untilMarked(page, marked.length);
      assert.deepEqual(await page.locator('.text mark').allTextContents(), marked.map(({ text: name }) => name));
      assert.equal(await valueOf(page), EXAMPLE);
      await picture(page, 'example-mark-elements');
    }
    await page.context().close();
  });
}

test('two languages, one switch, remembered', async () => {
  const page = await open();
  assert.equal(await page.locator('html').getAttribute('dir'), 'rtl');
  await tryExample(page);
  await page.click('#language');
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.equal(await page.locator('html').getAttribute('dir'), 'ltr');
  assert.match(await page.locator('[data-filter=PERS]').textContent(), /People\d+/);
  await page.reload();
  await page.locator('html[data-page=ready]').waitFor();
  assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  assert.equal(await page.title(), 'Tawsim: the names in Arabic text');
  await page.context().close();
});

test('nothing is asked of any server after the page has loaded', async () => {
  const page = await open();
  await page.evaluate(() => document.querySelector('tawsim-annotator').ready);
  await page.evaluate(() => document.fonts.ready);
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await tryExample(page);
  await annotate(page, 'Latin: زار السادات القاهرة.');
  await page.click('#language');
  for (const dialog of ['documents', 'desk', 'summary', 'settings', 'export']) {
    await page.click(`[data-act=${dialog}]`);
    await page.locator('dialog[open] h2').waitFor();
    if (dialog !== 'export') await page.keyboard.press('Escape');
  }
  await page.click('[data-do=copy-tawsim]');
  await page.locator('#toast.shown').waitFor();
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  assert.equal(copied.offset_unit, 'utf16');
  for (const { start, end, text } of copied.entities) assert.equal(copied.text.slice(start, end), text);
  const [file] = await Promise.all([page.waitForEvent('download'), page.click('[data-do=download-tawsim]')]);
  assert.match(file.suggestedFilename(), /\.tawsim\.json$/);
  assert.deepEqual(asked.filter((url) => !url.startsWith('blob:')), []);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});
