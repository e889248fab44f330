import { textOfDocx } from './docx.js';
import { textOfHtml } from './html.js';
import { stateOf } from './state.js';

/** @typedef {import('../element.js').State} State */

/** What other formats are called, by the end of a file's name. */
const FORMATS = /** @type {Record<string, string>} */ ({ jsonl: 'jsonl', ndjson: 'jsonl', conll: 'conll', bio: 'conll', iob: 'conll', jsonld: 'w3c', tei: 'tei', xml: 'tei', ann: 'brat' });

const failure = (/** @type {string} */ code) => Object.assign(new Error(code), { code });

/**
 * What files hold together: brat keeps a text and its annotations apart.
 * @param {File[]} files @param {any} engine @returns {Promise<State>} @throws as readFile does
 */
export async function readFiles(files, engine) {
  const notes = files.find(({ name }) => /\.ann$/i.test(name));
  const text = files.find(({ name }) => /\.txt$/i.test(name));
  if (!notes || !text) return readFile(files[0], engine);
  return readAnnotation(decoded(await notes.arrayBuffer()), 'brat', engine, { text: decoded(await text.arrayBuffer()) });
}

/**
 * What a file holds: a text, or a text with what was found and decided in it.
 * @param {File} file
 * @param {any} engine which reads the formats it writes
 * @returns {Promise<State>} @throws with the code unknown, damaged or empty
 */
export async function readFile(file, engine) {
  const end = /\.(\w+)$/.exec(file.name)?.[1].toLowerCase() ?? '';
  const bytes = await file.arrayBuffer();
  const state = await readBytes(bytes, end, file.type, engine);
  if (!state.text.trim()) throw failure('empty');
  return state;
}

/** @param {ArrayBuffer} bytes @param {string} end @param {string} type @param {any} engine @returns {Promise<State>} */
async function readBytes(bytes, end, type, engine) {
  if (end === 'docx') return { text: await textOfDocx(bytes) };
  if (end === 'json') return readJson(decoded(bytes), engine);
  if (end in FORMATS) return readAnnotation(decoded(bytes), FORMATS[end], engine);
  if (end === 'html' || end === 'htm' || end === 'xhtml' || type === 'text/html') return readHtml(decoded(bytes), engine);
  if (end === 'txt' || end === 'text' || end === 'md' || type.startsWith('text/')) return { text: decoded(bytes) };
  throw failure('unknown');
}

/** @param {string} json @param {any} engine @returns {Promise<State>} */
async function readJson(json, engine) {
  let value;
  try {
    value = JSON.parse(json);
  } catch {
    throw failure('damaged');
  }
  if (value?.['@context'] || value?.[0]?.['@context']) return readAnnotation(json, 'w3c', engine);
  return stateOf(value);
}

/** @param {string} source @param {string} format @param {any} engine @param {{ text: string }} [options] @returns {Promise<State>} */
async function readAnnotation(source, format, engine, options) {
  if (!engine?.import) throw failure('unknown');
  try {
    return stateOf(await engine.import(source, format, options));
  } catch (error) {
    throw /** @type {any} */ (error).code === 'empty' ? error : failure('damaged');
  }
}

/** A page of ours has its marks; any other is read as a text. @param {string} html @param {any} engine @returns {Promise<State>} */
async function readHtml(html, engine) {
  if (engine?.import && /<mark\b[^>]*\bdata-(?:type|tawsim)/.test(html)) {
    try {
      return await readAnnotation(html, 'html', engine);
    } catch {
      // Somebody else's marks.
    }
  }
  return { text: textOfHtml(html) };
}

/** A text file says nothing of its encoding, but a mark at its head may; what is no UTF-8 is of the old Arabic Windows.
 * @param {ArrayBuffer} bytes */
export function decoded(bytes) {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1256').decode(bytes);
  }
}
