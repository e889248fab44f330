import { TawsimError } from './errors.js';
import { wellFormed } from './entities.js';

/**
 * What crosses into the engine and back: an annotation as JSON.
 * @typedef {{ ask(call: string, request: unknown[]): Promise<string> }} Caller
 */

/**
 * @param {Caller} backend
 * @param {import('./tawsim.js').EditedAnnotation} annotation
 * @param {import('./tawsim.js').Format} format
 * @param {import('./tawsim.js').ExportOptions} [options]
 */
export async function exported(backend, annotation, format, { source } = {}) {
  return backend.ask('write', [packed(annotation), String(format), source === undefined ? source : wellFormed(String(source))]);
}

/**
 * @param {Caller} backend
 * @param {string} file
 * @param {import('./tawsim.js').Format} format
 * @param {import('./tawsim.js').ImportOptions} [options]
 */
export async function imported(backend, file, format, { text } = {}) {
  if (typeof file !== 'string') throw new TawsimError('import_invalid', 'import() takes the file as a string.');
  const given = text === undefined ? text : wellFormed(String(text));
  return unpacked(await backend.ask('read', [wellFormed(file), String(format), given]));
}

/**
 * @param {Caller} backend
 * @param {string} text
 * @param {string} file
 */
export async function reanchored(backend, text, file) {
  if (typeof text !== 'string') throw new TawsimError('bad_text', 'reanchor() takes a string.');
  const json = typeof file === 'string' ? file : JSON.stringify(file);
  const [annotation, lost] = (await backend.ask('reanchor', [wellFormed(text), wellFormed(String(json))])).split('\n');
  return { ...unpacked(annotation), text, lost: JSON.parse(lost) };
}

/** @param {any} annotation */
function packed(annotation) {
  try {
    const { id, text, entities, clusters } = annotation;
    return JSON.stringify({ id, text, entities, clusters }, (_, value) =>
      typeof value === 'string' ? wellFormed(value) : value);
  } catch (error) {
    throw new TawsimError('annotation_invalid', 'An annotation is a plain object: { text, entities, clusters }.', error);
  }
}

/** @param {string} json @returns {import('./tawsim.js').Annotation} */
function unpacked(json) {
  const { offset_unit, ...annotation } = JSON.parse(json);
  return annotation;
}
