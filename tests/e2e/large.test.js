import assert from 'node:assert/strict';
import test from 'node:test';
import { annotate, marksOf, open, picture, valueOf } from './harness.js';

const LINE = 'زار الرئيس المصري أنور السادات مدينة القدس عام 1977، ثم عاد إلى القاهرة حيث استقبله وزير الخارجية.\n';
const BYTES = 10_000_000;
const paragraphs = LINE.repeat(Math.ceil(BYTES / Buffer.byteLength(LINE)));
const SHAPES = {
  'one line': paragraphs.replaceAll('\n', ' '),
  'nothing but line breaks': '\n'.repeat(1_000_000),
  'one word without end': 'ا'.repeat(BYTES / 2),
};

/** Hears the page answer while it works; a page that hangs answers nothing. */
const alive = (page) => page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(true))));

test('10 MB pasted: progress, a way to stop, not a letter lost, and marked to the end', async () => {
  const page = await open();
  await page.evaluate(() => document.querySelector('tawsim-annotator').ready);
  await page.evaluate((text) => navigator.clipboard.writeText(text), paragraphs);
  await page.locator('.text').click();
  await page.keyboard.press('Control+v');
  await page.locator('.status progress[value]').waitFor();
  assert.match(await page.locator('.share').textContent(), /٪/);
  assert.ok(await alive(page));
  await page.click('[data-action=cancel]');
  assert.match(await page.locator('.status.stopped').textContent(), /أُوقف/);
  assert.ok((await valueOf(page)) === paragraphs, 'the text is whole');

  const short = await annotate(page, 'زار السادات القاهرة.');
  assert.ok(short.length > 0);
  await page.evaluate(() => document.querySelector('tawsim-annotator').undo());
  assert.ok((await valueOf(page)) === paragraphs, 'and comes back');
  await page.locator('.status progress[value]').waitFor();
  await page.locator('.text').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('أمس ');
  const edited = `أمس ${paragraphs}`;
  assert.ok((await valueOf(page)) === edited, 'it can be edited meanwhile');

  const count = await page.evaluate(async (text) => {
    const element = document.querySelector('tawsim-annotator');
    await new Promise((resolve) => element.addEventListener('tawsim-annotate', resolve, { once: true }));
    const bad = element.entities.findIndex((entity) => text.slice(entity.start, entity.end) !== entity.text);
    return bad < 0 ? element.entities.length : -1;
  }, edited);
  assert.ok(count > 50_000, `${count} entities`);
  const last = await page.evaluate(() => {
    const element = document.querySelector('tawsim-annotator');
    const entity = element.entities.at(-1);
    element.jump(entity);
    return entity.text;
  });
  assert.deepEqual((await marksOf(page))['tawsim-current'], [last]);
  await page.waitForFunction(() => [...(CSS.highlights.get('tawsim-loc') ?? [])].some((range) => {
    const { top, bottom } = range.getBoundingClientRect();
    return bottom > 0 && top < innerHeight;
  }));
  const marks = Object.values(await marksOf(page)).flat().length;
  assert.ok(marks < 2000, `${marks} marks where one looks, none elsewhere`);
  await picture(page, 'large-end');
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

for (const [shape, text] of Object.entries(SHAPES)) {
  test(`10 MB as ${shape} stay whole, and the page stays awake`, async () => {
    const page = await open();
    await page.evaluate((value) => { document.querySelector('tawsim-annotator').value = value; }, text);
    assert.ok(await alive(page));
    assert.ok((await valueOf(page)) === text);
    const blocks = await page.locator('.text p').count();
    assert.ok(blocks <= 45_000, `${blocks} blocks`);
    await annotate(page, 'زار السادات القاهرة.');
    await page.context().close();
  });
}
