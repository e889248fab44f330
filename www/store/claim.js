/**
 * Which tab writes a document. One at a time: a second tab shows it and may ask for it, and the first then writes
 * what it has and lets go. A tab that crashes lets go by itself.
 */
export class Claim {
  /** @type {(() => void) | undefined} */
  #release;
  #id = '';
  #channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel('tawsim') : undefined;

  /** @param {{ lost(id: string): Promise<void>, changed(what: string): void }} host `lost`: another tab takes this document over */
  constructor(host) {
    this.host = host;
    if (!this.#channel) return;
    this.#channel.onmessage = async ({ data }) => {
      if (data.changed) return host.changed(data.changed);
      if (data.wants !== this.#id || !this.#release) return;
      await host.lost(this.#id);
      this.drop();
    };
  }

  /** Tells the other tabs that something they show has changed. @param {string} what */
  tell(what) {
    this.#channel?.postMessage({ changed: what });
  }

  /** @param {string} id @returns {Promise<boolean>} whether this tab has it now */
  async take(id) {
    // A page that is being reloaded may let go a moment after its successor asks.
    return (await this.#lock(id, { ifAvailable: true })) || this.#lock(id, { signal: AbortSignal.timeout(RELOAD_MS) }).catch(() => false);
  }

  /** Asks the tab that has it to let go. @param {string} id @returns {Promise<boolean>} */
  async wrest(id) {
    this.#channel?.postMessage({ wants: id });
    // A tab that the browser has put to sleep answers nothing; the person is here, and so is what it has written.
    return this.#lock(id, { signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => this.#lock(id, { steal: true }));
  }

  drop() {
    this.#release?.();
    this.#release = undefined;
    this.#id = '';
  }

  /** @param {string} id @param {LockOptions} options @returns {Promise<boolean>} */
  #lock(id, options) {
    if (this.#id === id && this.#release) return Promise.resolve(true);
    this.drop();
    // Without locks there is no telling; the page then works as one tab does.
    if (!navigator.locks) return Promise.resolve(true);
    return new Promise((resolve, reject) => {
      navigator.locks.request(`tawsim-${id}`, options, (lock) => {
        if (!lock) return resolve(false);
        return new Promise((release) => {
          this.#id = id;
          this.#release = () => release(undefined);
          resolve(true);
        });
      }).catch((error) => {
        // Stolen: another tab has lost its patience.
        if (this.#id === id) this.host.lost(id).finally(() => ((this.#release = undefined), (this.#id = '')));
        reject(error);
      });
    });
  }
}

const PATIENCE_MS = 3000;
const RELOAD_MS = 600;
