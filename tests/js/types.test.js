import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import test from 'node:test';

test('the JavaScript and its hand-written types agree', () => {
  const root = dirname(createRequire(import.meta.url).resolve('typescript/package.json'));
  execFileSync(process.execPath, [join(root, 'bin/tsc'), '-p', join(import.meta.dirname, 'tsconfig.json')], {
    stdio: 'pipe',
    encoding: 'utf8',
  });
});
