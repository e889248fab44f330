/**
 * An error with a stable `code` and a message that says what to do about it.
 * Codes: wasm_missing, wasm_invalid, model_missing, model_magic, model_version, model_truncated,
 * model_checksum, model_invalid, worker_missing, engine_crashed, disposed, bad_text, options_invalid,
 * format_unknown, annotation_invalid, import_invalid, internal.
 */
export class TawsimError extends Error {
  /**
   * @param {string} code
   * @param {string} message
   * @param {unknown} [cause]
   */
  constructor(code, message, cause) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'TawsimError';
    this.code = code;
  }

  /**
   * Whatever was thrown, as a TawsimError. A wasm trap leaves the instance's memory in an unknown
   * state, so it is told apart from every other failure. A stack overflow inside wasm is a RangeError.
   * @param {any} thrown
   * @returns {TawsimError}
   */
  static from(thrown) {
    if (thrown instanceof TawsimError) return thrown;
    if (thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError) return crashed(thrown);
    if (thrown instanceof WebAssembly.CompileError || thrown instanceof WebAssembly.LinkError) {
      return wasmInvalid(thrown);
    }
    const code = typeof thrown?.code === 'string' ? thrown.code : 'internal';
    return new TawsimError(code, String(thrown?.message ?? thrown), thrown);
  }
}

/** @param {unknown} [cause] */
export const crashed = (cause) =>
  new TawsimError(
    'engine_crashed',
    'The engine stopped unexpectedly. In a worker it is replaced by itself: annotate again. In place, reload the page.',
    cause,
  );

/** @param {unknown} [cause] */
export const wasmInvalid = (cause) =>
  new TawsimError(
    'wasm_invalid',
    'tawsim_bg.wasm is not the module this script was built with, or this browser is too old. Deploy www/pkg again as one piece.',
    cause,
  );

export const disposed = () =>
  new TawsimError('disposed', 'This engine was disposed of. Load a new one with Tawsim.load().');

/**
 * Errors lose their class on the way out of a worker; these two carry the parts that matter.
 * @param {any} thrown
 */
export const pack = (thrown) =>
  thrown?.name === 'AbortError'
    ? { aborted: true }
    : (({ code, message }) => ({ code, message }))(TawsimError.from(thrown));

/** @param {{ aborted?: true, code?: string, message?: string }} packed */
export const unpack = (packed) =>
  packed.aborted
    ? new DOMException('The annotation was cancelled.', 'AbortError')
    : new TawsimError(packed.code ?? 'internal', packed.message ?? '');
