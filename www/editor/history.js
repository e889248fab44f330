/** @typedef {import('../review/steps.js').Step} Step */
/** @typedef {{ at: number, removed: string, inserted: string }} Change */
/** @typedef {{ steps: Step[], done: number }} Past every step, in their order, and how many of them are done */

/** What was done and undone, without limit. Letters typed one after the other are undone as one word. */
export class History {
  /** @type {Step[]} no step is ever changed */
  #steps = [];
  #done = 0;
  #typing = false;

  /** @param {Past} [past] */
  constructor({ steps, done } = { steps: [], done: 0 }) {
    this.#steps = [...steps];
    this.#done = done;
  }

  /** @param {Omit<Step, 'id'>} step @param {boolean} [typed] */
  record(step, typed = false) {
    const last = this.#steps[this.#done - 1];
    const { change } = step;
    this.#steps.length = this.#done;
    if (typed && this.#typing && change && last?.change && !step.out.length && follows(change, last.change)) {
      this.#steps[this.#done - 1] = { ...last, change: { ...last.change, inserted: last.change.inserted + change.inserted } };
    } else {
      this.#done = this.#steps.push({ id: (last?.id ?? 0) + 1, ...step });
    }
    this.#typing = typed;
  }

  /** The step to take back. @returns {Step | undefined} */
  undo() {
    this.#typing = false;
    return this.#done > 0 ? this.#steps[--this.#done] : undefined;
  }

  /** The step to do again. @returns {Step | undefined} */
  redo() {
    this.#typing = false;
    return this.#steps[this.#done] && this.#steps[this.#done++];
  }

  get depth() {
    return { done: this.#done, undone: this.#steps.length - this.#done };
  }

  /** @returns {Past} */
  get past() {
    return { steps: [...this.#steps], done: this.#done };
  }
}

/** @param {Change} change @param {Change} last */
const follows = (change, last) =>
  !change.removed && !/\s$/.test(last.inserted) && last.at + last.inserted.length === change.at;
