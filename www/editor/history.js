/**
 * A step: a change of the text, or of what was decided about it, or of both. `before` and `after` are whatever
 * the host wants back with the text.
 * @template D
 * @typedef {{ change?: Change, before: D, after: D }} Step
 */
/** @typedef {{ at: number, removed: string, inserted: string }} Change */

/** What was done and undone, without limit. Letters typed one after the other are undone as one word. @template D */
export class History {
  /** @type {Step<D>[]} */
  #done = [];
  /** @type {Step<D>[]} */
  #undone = [];
  #typing = false;

  /** @param {Step<D>} step @param {boolean} [typed] */
  record({ change, before, after }, typed = false) {
    this.#undone = [];
    const last = this.#done.at(-1);
    if (typed && this.#typing && change && last?.change && follows(change, last.change)) {
      last.change.inserted += change.inserted;
      last.after = after;
    } else {
      this.#done.push({ ...(change && { change: { ...change } }), before, after });
    }
    this.#typing = typed;
  }

  /** The step that takes the last one back. @returns {Step<D> | undefined} */
  undo() {
    this.#typing = false;
    const step = move(this.#done, this.#undone);
    if (!step) return undefined;
    const { change, before, after } = step;
    const back = change && { at: change.at, removed: change.inserted, inserted: change.removed };
    return { ...(back && { change: back }), before: after, after: before };
  }

  /** @returns {Step<D> | undefined} */
  redo() {
    this.#typing = false;
    return move(this.#undone, this.#done);
  }

  get depth() {
    return { done: this.#done.length, undone: this.#undone.length };
  }
}

/** @param {Change} change @param {Change} last */
const follows = (change, last) =>
  !change.removed && !/\s$/.test(last.inserted) && last.at + last.inserted.length === change.at;

/** @template T @param {T[]} from @param {T[]} to */
function move(from, to) {
  const step = from.pop();
  if (step) to.push(step);
  return step;
}
