/** Long enough not to write at every key, short enough that a crash costs no sentence. */
const REST_MS = 250;
const STORE = 'drafts';
const KEY = 'text';

/**
 * The text across reloads, in IndexedDB, which holds what the smaller stores can't. A browser may refuse
 * to store anything; that is said once and costs nothing else.
 */
export class Draft {
  #timer = 0;
  /** @type {string | undefined} */
  #waiting;
  #writing = false;
  #open = /** @type {Promise<IDBDatabase> | undefined} */ (undefined);

  /** @param {() => void} onfailure */
  constructor(onfailure) {
    this.onfailure = onfailure;
    addEventListener('pagehide', () => this.flush());
    document.addEventListener('visibilitychange', () => document.hidden && this.flush());
  }

  /** @returns {Promise<string>} */
  async read() {
    try {
      const database = await this.#database();
      return (await settled(database.transaction(STORE).objectStore(STORE).get(KEY))) ?? '';
    } catch {
      return '';
    }
  }

  /** @param {string} text */
  save(text) {
    this.#waiting = text;
    document.documentElement.dataset.draft = 'unsaved';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), REST_MS);
  }

  async flush() {
    clearTimeout(this.#timer);
    if (this.#writing || this.#waiting === undefined) return;
    this.#writing = true;
    try {
      const database = await this.#database();
      while (this.#waiting !== undefined) {
        const text = this.#waiting;
        this.#waiting = undefined;
        const transaction = database.transaction(STORE, 'readwrite');
        transaction.objectStore(STORE).put(text, KEY);
        await new Promise((resolve, reject) => {
          transaction.oncomplete = resolve;
          transaction.onabort = () => reject(transaction.error);
        });
      }
      document.documentElement.dataset.draft = 'saved';
    } catch {
      document.documentElement.dataset.draft = 'failed';
      this.onfailure();
    } finally {
      this.#writing = false;
    }
  }

  #database() {
    this.#open ??= new Promise((resolve, reject) => {
      const request = indexedDB.open('tawsim', 1);
      request.onupgradeneeded = () => request.result.createObjectStore(STORE);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    return this.#open;
  }
}

/** @template T @param {IDBRequest<T>} request @returns {Promise<T>} */
const settled = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
