import assert from 'node:assert/strict';
import test from 'node:test';
import { Tawsim } from '../../www/engine.js';
import { crashed, pack, unpack } from '../../www/errors.js';
import { LocalBackend } from '../../www/local.js';
import { cases } from './engine-cases.js';

const tools = {
  Tawsim,
  load: (options = {}) => Tawsim.load({ worker: false, ...options }),
  check: (truth, say) => assert.ok(truth, JSON.stringify(say) ?? String(say)),
};

for (const [name, run] of Object.entries(cases)) test(`in Node: ${name}`, () => run(tools));

test('after a trap the engine in place says so and is not touched again', async () => {
  let touched = 0;
  const job = {
    advance() {
      touched += 1;
      throw new WebAssembly.RuntimeError('unreachable');
    },
    free: () => assert.fail('freed a dead job'),
  };
  const setGazetteer = () => assert.fail('touched a dead engine');
  const backend = new LocalBackend({ types: () => ['PERS'], setGazetteer, start: () => job, free: () => assert.fail('freed a dead engine') });
  await assert.rejects(backend.annotate('نص'), { code: 'engine_crashed' });
  await assert.rejects(backend.annotate('نص'), { code: 'engine_crashed' });
  await assert.rejects(backend.setGazetteer(''), { code: 'engine_crashed' });
  backend.dispose();
  assert.equal(touched, 1);
});

test('an error keeps its code on the way out of a worker', () => {
  const error = unpack(structuredClone(pack(crashed())));
  assert.equal(error.code, 'engine_crashed');
  assert.equal(unpack(structuredClone(pack(new DOMException('', 'AbortError')))).name, 'AbortError');
});
