import assert from 'node:assert/strict';
import test from 'node:test';
import { annotate, open, saved, valueOf } from './harness.js';

const PARAGRAPHS = [
  'زار الرئيس المصري أنور السادات مدينة القدس عام 1977، ثم عاد إلى القاهرة حيث استقبله وزير الخارجية في المطار، وتحدّث إلى الصحفيين عن رحلته.',
  'وقالت الكاتبة مي زيادة في رسالة إلى جبران خليل جبران إنّ بيروت لا تنام، وإنّ صالونها في القاهرة يجمع أدباء مصر ولبنان والعراق كلّ ثلاثاء.',
  'وفي الرباط وقّعت وزارة الثقافة المغربية اتفاقًا مع جامعة الدول العربية على رقمنة مخطوطات من فاس ومراكش وتونس، على أن ينتهي العمل بعد عامين.',
];
const chapter = (/** @type {number} */ length) => {
  let text = '';
  for (let turn = 0; text.length < length; turn += 1) text += `${PARAGRAPHS[turn % 3]} ${PARAGRAPHS[(turn + 1) % 3]}\n\n`;
  return text.slice(0, length);
};
const KEYS = 'وقال الكاتب إنّ القاهرة';
/** What follows a key at once: its event, the layout and the paint. What comes later is other work, told apart. */
const AT_ONCE_MS = 120;

/** The main thread's work after each key, by the browser's own trace, in milliseconds of its processor time. */
async function trace(page, type) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', '__metadata'] } });
  await type(session);
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  // The page's own process is the one that was given keys.
  const keys = events.filter(({ name, args }) => name === 'EventDispatch' && args?.data?.type === 'keydown');
  const [{ pid, tid }] = keys;
  const tasks = events.filter((event) => event.pid === pid && event.tid === tid && /RunTask$/.test(event.name) && event.ph === 'X');
  const works = keys.map(({ ts }) => tasks.filter((task) => task.ts + task.dur > ts && task.ts < ts + AT_ONCE_MS * 1000).reduce((sum, task) => sum + (task.tdur ?? task.dur), 0) / 1000);
  return { works: works.sort((a, b) => a - b), longest: Math.max(...tasks.map((task) => (task.tdur ?? task.dur) / 1000)) };
}

async function typeInto(length) {
  const page = await open();
  const text = chapter(length);
  const entities = await annotate(page, text);
  await page.evaluate((at) => {
    const surface = document.querySelector('tawsim-annotator').shadowRoot.querySelector('.text');
    const blocks = [...surface.querySelectorAll("p")].filter((block) => block.textContent);
    const block = blocks[blocks.length >> 1];
    surface.focus({ preventScroll: true });
    getSelection().collapse(block.firstChild, at);
    block.scrollIntoView({ block: 'center' });
  }, PARAGRAPHS[0].indexOf(' ') + 1);
  await saved(page);
  const measured = await trace(page, async (session) => {
    for (const letter of KEYS) {
      await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key: letter, text: letter, code: letter === ' ' ? 'Space' : 'KeyF', windowsVirtualKeyCode: 70 });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: letter, code: letter === ' ' ? 'Space' : 'KeyF' });
      // As a person types: the next key comes after the page has drawn this one.
      await page.evaluate((rest) => new Promise((resolve) => setTimeout(resolve, rest)), AT_ONCE_MS);
    }
  });
  assert.equal((await valueOf(page)).length, text.length + KEYS.length);
  await page.context().close();
  const middle = measured.works[measured.works.length >> 1];
  return { ...measured, middle, entities: entities.length };
}

test('in a chapter of 200,000 letters a key costs little more than in a note', async (context) => {
  const note = await typeInto(2000);
  const long = await typeInto(200_000);
  const say = ({ middle, works, longest, entities }) => `median ${middle.toFixed(1)} ms, most ${works.at(-1).toFixed(1)} ms, longest task ${longest.toFixed(1)} ms (${entities} entities)`;
  context.diagnostic(`a key in 2,000 letters: ${say(note)}`);
  context.diagnostic(`a key in 200,000 letters: ${say(long)}`);
  assert.ok(long.middle < 5 * note.middle, `${long.middle} ms against ${note.middle} ms`);
});
