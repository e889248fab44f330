// There is no bundler, so every file is named by a quoted relative path in another one.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const isFile = (path) => existsSync(path) && statSync(path).isFile();
/** Not of a release: they name it. */
const APART = /(^|\/)(sw|release)\.js$/;

/** @param {string} www @param {string[]} entries @returns {string[]} full paths */
export function reachable(www, entries) {
  const found = new Set();
  const visit = (file) => {
    if (found.has(file) || APART.test(file)) return;
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
