import { TawsimError } from './errors.js';

/** @typedef {import('./tawsim.js').GazetteerError} RowError */

/** What stands between lists, rows, fields and phrases: see src/tag/gazetteer/packed.rs. */
const [LISTS, PHRASES, ROWS, FIELDS] = ['\x1c', '\x1d', '\x1e', '\x1f'];
const SEPARATOR = /[\x1c-\x1f]/;

/**
 * The host's lists as one string, which crosses to a worker and into the module at once where a hundred thousand
 * objects would take their time. A row that is no entry is told and left empty, so that the others keep
 * their numbers; what is wrong within an entry the module tells.
 * @param {unknown} entries
 * @param {unknown} block
 * @returns {{ packed: string, errors: RowError[] }}
 */
export function packLists(entries, block) {
  /** @type {RowError[]} */
  const errors = [];
  const packed = rows('entries', entries, packEntry, errors) + LISTS + rows('block', block, packBlocked, errors);
  return { packed, errors };
}

/**
 * @param {'entries' | 'block'} list
 * @param {unknown} all
 * @param {(row: any) => string | undefined} pack
 * @param {RowError[]} errors
 */
function rows(list, all, pack, errors) {
  if (!Array.isArray(all)) throw new TawsimError('bad_list', 'setGazetteer() takes an array of entries, and { block: an array of names }.');
  const packed = all.map((row, index) => {
    const text = pack(row);
    if (text === undefined) errors.push({ list, row: index, code: 'entry_invalid', message: MESSAGES[list] });
    return text ?? '';
  });
  return packed.join(ROWS);
}

const MESSAGES = {
  entries: 'An entry is { name: string, type: string, id?, aliases?: string[], priority?: number, context?: { quotes?: boolean, after?: string[] } }.',
  block: 'A blocked name is a string or { name: string, types?: string[] }.',
};

/** @param {any} row */
function packEntry(row) {
  if (!isText(row?.name) || !isText(row.type)) return undefined;
  const { name, type, id, aliases, priority = 1, context } = row;
  if (!isMissing(id) && !isText(id) && typeof id !== 'number') return undefined;
  if (!areTexts(aliases) || typeof priority !== 'number') return undefined;
  const where = packContext(context);
  if (where === undefined) return undefined;
  return where + FIELDS + join(FIELDS, [name, type, String(id ?? ''), String(priority), ...(aliases ?? [])]);
}

/** @param {any} context */
function packContext(context) {
  if (isMissing(context)) return '';
  const { quotes = false, after } = context;
  if (typeof quotes !== 'boolean' || !areTexts(after)) return undefined;
  return join(PHRASES, [quotes ? '1' : '0', ...(after ?? [])]);
}

/** @param {any} row */
function packBlocked(row) {
  if (isText(row)) return join(FIELDS, [row, '']);
  if (!isText(row?.name) || !areTexts(row.types)) return undefined;
  return join(FIELDS, [row.name, ...(row.types ?? []), '']);
}

/** @param {unknown} value @returns {value is string} */
const isText = (value) => typeof value === 'string';
/** @param {unknown} value */
const isMissing = (value) => value === undefined || value === null;
/** @param {unknown} value */
const areTexts = (value) => isMissing(value) || (Array.isArray(value) && value.every(isText));

/** @param {string} separator @param {string[]} parts */
const join = (separator, parts) => (parts.some(hasSeparator) ? parts.map(clean) : parts).join(separator);
/** @param {string} text */
const hasSeparator = (text) => SEPARATOR.test(text);
/** @param {string} text */
const clean = (text) => (hasSeparator(text) ? [...text].map((c) => (hasSeparator(c) ? ' ' : c)).join('') : text);
