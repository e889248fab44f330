import assert from 'node:assert/strict';
import test from 'node:test';
import { cases } from '../js/engine-cases.js';
import { openBlank } from './harness.js';

for (const worker of [false, true]) {
  const where = worker ? 'worker' : 'in place';
  test(`in Chromium, ${where}`, async (context) => {
    const page = await openBlank();
    for (const name of Object.keys(cases)) {
      await context.test(`in Chromium, ${where}: ${name}`, () => page.evaluate(async ([name, worker]) => {
        const { Tawsim } = await import('/engine.js');
        const { cases } = await import('/tests/js/engine-cases.js');
        const check = (truth, say) => {
          if (!truth) throw new Error(JSON.stringify(say) ?? String(say));
        };
        await cases[name]({ Tawsim, load: (options = {}) => Tawsim.load({ worker, ...options }), check });
      }, [name, worker]));
    }
    await page.context().close();
  });
}

test('a worker that traps is replaced, and what was pending is rejected', async () => {
  const page = await openBlank();
  const codes = await page.evaluate(async () => {
    const { Tawsim } = await import('/engine.js');
    const engine = await Tawsim.load({ worker: new URL('/tests/e2e/trapping-worker.js', location.href) });
    const code = (promise) => promise.then(({ entities }) => entities.length > 0, (error) => error.code);
    const together = await Promise.all([code(engine.annotate('القاهرة. '.repeat(200_000))), code(engine.annotate('trap'))]);
    return [...together, await code(engine.annotate('زار السادات القاهرة.')), await code(engine.annotate('trap')), await code(engine.annotate('زار السادات القاهرة.'))];
  });
  assert.deepEqual(codes, ['engine_crashed', 'engine_crashed', true, 'engine_crashed', true]);
  await page.context().close();
});

test('the lists are still there when a worker is replaced', async () => {
  const page = await openBlank();
  const found = await page.evaluate(async () => {
    const { Tawsim } = await import('/engine.js');
    const engine = await Tawsim.load({ worker: new URL('/tests/e2e/trapping-worker.js', location.href) });
    await engine.setGazetteer([{ name: 'نسور الوادي', type: 'TEAM', id: 't1' }], { block: ['القاهرة'] });
    const read = async () => (await engine.annotate('وصل نسور الوادي القاهرة.')).entities.map(({ type, id }) => `${type} ${id}`);
    const before = await read();
    const code = await engine.annotate('trap').catch((error) => error.code);
    return [before, code, await read(), engine.types.includes('TEAM')];
  });
  assert.deepEqual(found, [['TEAM t1'], 'engine_crashed', ['TEAM t1'], true]);
  await page.context().close();
});

test('a worker that cannot start is an error that says so', async () => {
  const page = await openBlank();
  const code = await page.evaluate(async () => {
    const { Tawsim } = await import('/engine.js');
    return Tawsim.load({ worker: new URL('/nowhere.js', location.href) }).catch((error) => error.code);
  });
  assert.equal(code, 'worker_missing');
  await page.context().close();
});
