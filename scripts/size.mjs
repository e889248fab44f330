// What a browser downloads for the page, and for a host page that embeds the package.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { constants, brotliCompressSync } from 'node:zlib';

const www = resolve(import.meta.dirname, '../www');
const isFile = (path) => existsSync(path) && statSync(path).isFile();

// There is no bundler, so every file is named by a quoted relative path in another one.
function reachable(entries) {
  const found = new Set();
  const visit = (file) => {
    if (found.has(file)) return;
    found.add(file);
    if (!/\.(html|css|js|webmanifest)$/.test(file)) return;
    const text = readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\/|^\s*\/\/.*$/gm, '');
    for (const [, path] of text.matchAll(/["'(]([\w./-]+\.\w+)["')]/g)) {
      const target = join(dirname(file), path);
      if (isFile(target) && !target.endsWith('.d.ts')) visit(target);
    }
  };
  entries.map((entry) => join(www, entry)).filter(isFile).forEach(visit);
  return [...found];
}

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
table('The page (bytes)', reachable(['index.html']));
table('The package (bytes)', reachable(exported));
