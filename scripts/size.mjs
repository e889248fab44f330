// What a browser downloads for the page, and for a host page that embeds the package.
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { constants, brotliCompressSync } from 'node:zlib';
import { reachable } from './reachable.mjs';

const www = resolve(import.meta.dirname, '../www');
function table(title, files) {
  const rows = files.map((file) => {
    const bytes = readFileSync(file);
    const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    return [relative(www, file), bytes.length, brotliCompressSync(bytes, { params }).length];
  });
  rows.sort((a, b) => b[2] - a[2]);
  const sum = (column) => rows.reduce((total, row) => total + row[column], 0);
  console.log(`\n${title.padEnd(36)}${'raw'.padStart(12)}${'brotli 11'.padStart(12)}`);
  for (const [name, raw, brotli] of [...rows, ['together', sum(1), sum(2)]]) {
    console.log(name.padEnd(36) + String(raw).padStart(12) + String(brotli).padStart(12));
  }
}

const manifest = JSON.parse(readFileSync(join(www, 'package.json'), 'utf8'));
const exported = Object.values(manifest.exports).map((target) => target.default ?? target);
table('The page (bytes)', reachable(www, ['index.html']));
table('The package (bytes)', reachable(www, exported));
