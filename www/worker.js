import { pack } from './errors.js';
import { LocalBackend } from './local.js';

/** @type {Promise<LocalBackend> | undefined} */
let backend;
/** @type {Map<number, AbortController>} */
const running = new Map();

const calls = {
  /** @param {{ module: WebAssembly.Module, model: Uint8Array, lists?: string }} parts */
  async load(parts) {
    backend = LocalBackend.load(parts);
    return { types: (await backend).types };
  },
  /** @param {{ lists: string }} request */
  async setGazetteer({ lists }) {
    const local = /** @type {LocalBackend} */ (await backend);
    const report = await local.setGazetteer(lists);
    return { report, types: local.types };
  },
  /** @param {{ text: string, options: object }} request @param {number} id */
  async annotate({ text, options }, id) {
    const controller = new AbortController();
    running.set(id, controller);
    try {
      const onprogress = (/** @type {number} */ progress) => postMessage({ id, progress });
      const { signal } = controller;
      return await /** @type {LocalBackend} */ (await backend).annotate(text, { ...options, signal, onprogress });
    } finally {
      running.delete(id);
    }
  },
  /** @param {{ call: string, request: unknown[] }} request */
  async ask({ call, request }) {
    return /** @type {LocalBackend} */ (await backend).ask(call, request);
  },
};

onmessage = async ({ data: { id, call, cancel, request } }) => {
  if (cancel) return running.get(id)?.abort();
  try {
    /** @type {any} */
    const value = await calls[/** @type {keyof typeof calls} */ (call)](request, id);
    postMessage({ id, value }, { transfer: buffers(value) });
  } catch (error) {
    postMessage({ id, error: pack(error) });
  }
};

/** What need not be copied on the way out. @param {any} value */
const buffers = (value) =>
  (typeof value === 'string' ? [] : ArrayBuffer.isView(value) ? [value] : Object.values(value))
    .filter((part) => ArrayBuffer.isView(part))
    .map(({ buffer }) => /** @type {ArrayBuffer} */ (buffer));
