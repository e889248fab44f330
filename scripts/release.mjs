// Lists what the page consists of for its service worker, with a version that changes with any of it.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { reachable } from './reachable.mjs';

const www = resolve(import.meta.dirname, '../www');

export function release() {
  const files = reachable(www, ['index.html']).map((file) => relative(www, file)).sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(www, file)));
  const { version } = JSON.parse(readFileSync(join(www, 'package.json'), 'utf8'));
  return { version: `${version}+${hash.digest('hex').slice(0, 8)}`, files: files.map((file) => (file === 'index.html' ? './' : file)) };
}

export const scriptOf = (made) => `self.RELEASE = ${JSON.stringify(made, null, 1)};\n`;

if (process.argv[1] === import.meta.filename) {
  const path = join(www, 'release.js');
  const script = scriptOf(release());
  // An unchanged file keeps its date.
  if (!existsSync(path) || readFileSync(path, 'utf8') !== script) writeFileSync(path, script);
}
