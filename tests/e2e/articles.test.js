// Any article folder of yours: TAWSIM_ARTICLES=folder. Nothing of it is needed by the other tests.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { annotatedAfter, marksOf, open, picture, shown, untilMarked, valueOf } from './harness.js';

const folder = process.env.TAWSIM_ARTICLES;
const files = folder ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];

for (const name of files) {
  test(`pasted: ${name}`, async (context) => {
    const page = await open({ height: 9000 });
    const text = readFileSync(join(folder, name), 'utf8');
    await page.evaluate((value) => navigator.clipboard.writeText(value), text);
    await page.locator('.text').click();
    const entities = await annotatedAfter(page, () => page.keyboard.press('Control+v'));
    assert.equal(await valueOf(page), text);
    assert.ok(entities.length > 0);
    for (const entity of entities) assert.equal(text.slice(entity.start, entity.end), entity.text);
    const visible = shown(entities);
    await untilMarked(page, visible.length);
    const marked = Object.values(await marksOf(page)).flat().sort();
    assert.deepEqual(marked, visible.map((entity) => entity.text).sort());
    const names = new Set(entities.map((entity) => `${entity.type} ${entity.text}`));
    context.diagnostic(`${entities.length} entities: ${[...names].join('، ')}`);
    await picture(page, `article-${name.replace(/\.txt$/, '')}`);
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });
}
