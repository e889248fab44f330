/**
 * @typedef {{ at: number, removed: string, inserted: string }} Change
 */

/** What was done and undone. Letters typed one after the other are undone as one word. */
export class History {
  /** @type {Change[]} */
  #done = [];
  /** @type {Change[]} */
  #undone = [];

  /** @param {Change} change @param {boolean} [typed] */
  record(change, typed = false) {
    this.#undone = [];
    const last = this.#done.at(-1);
    if (typed && last && !change.removed && !/\s$/.test(last.inserted) && last.at + last.inserted.length === change.at) {
      last.inserted += change.inserted;
    } else {
      this.#done.push({ ...change });
    }
  }

  /** The change that takes the last one back. @returns {Change | undefined} */
  undo() {
    return move(this.#done, this.#undone, ({ at, removed, inserted }) => ({ at, removed: inserted, inserted: removed }));
  }

  /** @returns {Change | undefined} */
  redo() {
    return move(this.#undone, this.#done, (change) => change);
  }
}

/** @param {Change[]} from @param {Change[]} to @param {(change: Change) => Change} turn */
function move(from, to, turn) {
  const change = from.pop();
  if (!change) return undefined;
  to.push(change);
  return turn(change);
}
