import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { Tawsim } from '../../www/engine.js';

const root = new URL('../../', import.meta.url);
const golden = new URL('tests/golden/', root);

/** The golden articles without their marks, and each line of the BIO files of the folder TAWSIM_CORPORA. */
function* texts() {
  for (const name of readdirSync(golden).filter((name) => name.endsWith('.txt'))) {
    yield readFileSync(new URL(name, golden), 'utf8').replace(/\[[A-Z]+ ([^\]]*)\]/g, '$1');
  }
  const folder = process.env.TAWSIM_CORPORA;
  for (const name of folder ? readdirSync(folder).filter((name) => name.endsWith('-dev.conll')) : []) {
    const lines = readFileSync(`${folder}/${name}`, 'utf8').split('\n').map((line) => line.split('\t')[0]);
    yield* lines.join(' ').split(/ {2,}/).filter(Boolean);
  }
}

test('native and wasm find the same, to the last digit of every score', async () => {
  const all = [...texts()];
  const input = all.map((text) => JSON.stringify({ text })).join('\n');
  const cargo = ['run', '--quiet', '--bin', 'tawsim', '--', 'batch'];
  const { stdout, status, stderr } = spawnSync('cargo', cargo, { cwd: root, input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  assert.equal(status, 0, stderr);
  const native = stdout.trim().split('\n').map((line) => JSON.parse(line).entities);
  assert.equal(native.length, all.length);
  const tawsim = await Tawsim.load({ worker: false });
  for (const [index, text] of all.entries()) {
    assert.deepEqual(native[index], (await tawsim.annotate(text)).entities, text);
  }
  tawsim.dispose();
});
