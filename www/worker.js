import { pack } from './errors.js';
import { LocalBackend } from './local.js';

/** @type {Promise<LocalBackend> | undefined} */
let backend;
/** @type {Map<number, AbortController>} */
const running = new Map();

const calls = {
  /** @param {{ module: WebAssembly.Module, model: Uint8Array }} parts */
  async load(parts) {
    backend = LocalBackend.load(parts);
    return { types: (await backend).types };
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
  /** @param {{ name: 'write' | 'read' | 'reanchor', values: (string | undefined)[] }} request */
  async call({ name, values }) {
    return /** @type {LocalBackend} */ (await backend).call(name, values);
  },
};

onmessage = async ({ data: { id, call, cancel, request } }) => {
  if (cancel) return running.get(id)?.abort();
  try {
    /** @type {any} */
    const value = await calls[/** @type {keyof typeof calls} */ (call)](request, id);
    postMessage({ id, value }, { transfer: value.spans ? [value.spans.buffer] : [] });
  } catch (error) {
    postMessage({ id, error: pack(error) });
  }
};
