import { TawsimError, wasmInvalid } from './errors.js';

/** @typedef {(fraction: number) => void} OnProgress */

/**
 * Fetches and compiles the module. It happens on the page's side even when a worker runs it, so that a
 * replaced worker needs no second download.
 * @param {URL | string | BufferSource | WebAssembly.Module} source
 * @param {AbortSignal} [signal]
 * @returns {Promise<WebAssembly.Module>}
 */
export async function compile(source, signal) {
  const module = source instanceof WebAssembly.Module ? source : await compileBytes(source, signal);
  if (!WebAssembly.Module.exports(module).some(({ name }) => name === 'engine_new')) throw wasmInvalid();
  return module;
}

/** @param {URL | string | BufferSource} source @param {AbortSignal} [signal] */
async function compileBytes(source, signal) {
  const bytes = isAddress(source) ? await download(source, 'wasm_missing', signal) : source;
  try {
    return await WebAssembly.compile(/** @type {BufferSource} */ (bytes));
  } catch (error) {
    throw wasmInvalid(error);
  }
}

/**
 * @param {URL | string | Uint8Array} source
 * @param {AbortSignal} [signal]
 * @param {OnProgress} [onprogress]
 * @returns {Promise<Uint8Array>}
 */
export async function readModel(source, signal, onprogress) {
  return isAddress(source) ? download(source, 'model_missing', signal, onprogress) : source;
}

/** @param {unknown} source @returns {source is URL | string} */
const isAddress = (source) => typeof source === 'string' || source instanceof URL;

/**
 * @param {URL | string} address
 * @param {'wasm_missing' | 'model_missing'} code
 * @param {AbortSignal} [signal]
 * @param {OnProgress} [onprogress]
 * @returns {Promise<Uint8Array>}
 */
async function download(address, code, signal, onprogress) {
  try {
    if (String(address).startsWith('file:')) return await readFile(address);
    const response = await fetch(address, { signal });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return await readBody(response, onprogress);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw new TawsimError(code, `${address} could not be read. Serve it there, or pass its address to Tawsim.load().`, error);
  }
}

/** Node's fetch reads no files. Asking the process for the module keeps bundlers from looking for it.
 * @param {URL | string} address */
async function readFile(address) {
  const { readFile: read } = /** @type {any} */ (globalThis).process.getBuiltinModule('node:fs/promises');
  return new Uint8Array(await read(new URL(address)));
}

/** @param {Response} response @param {OnProgress} [onprogress] */
async function readBody(response, onprogress) {
  const total = response.headers.has('content-encoding') ? 0 : Number(response.headers.get('content-length'));
  if (!onprogress || !total || !response.body) return new Uint8Array(await response.arrayBuffer());
  const chunks = [];
  let length = 0;
  const reader = response.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    chunks.push(part.value);
    length += part.value.length;
    onprogress(Math.min(length / total, 1));
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
