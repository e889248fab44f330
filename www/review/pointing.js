/** @typedef {import('./verdicts.js').Seen} Seen */

/** What the person points at: with the pointer, the caret, a selection, and the keys of the review. */
export class Pointing {
  /** Where a jump into the text came from. @type {Element | null | undefined} */
  from;
  #byFinger = false;
  #timer = 0;

  /** @param {import('../room.js').Room} room */
  constructor(room) {
    this.room = room;
    const { surface, choice } = room;
    surface.addEventListener('keyup', ({ code, altKey, shiftKey }) => code.startsWith('Arrow') && !altKey && !shiftKey && this.#caret());
    surface.addEventListener('keydown', (event) => {
      choice.key(event, true);
      if (event.code === 'Escape') this.#back();
    });
    // The selection is not yet what it will be when the pointer leaves it.
    surface.addEventListener('pointerup', () => setTimeout(() => this.#selected()));
    // A finger draws a selection by the browser's own grips, and no pointer event tells when it is done.
    surface.addEventListener('pointerdown', ({ pointerType }) => (this.#byFinger = pointerType === 'touch'));
    // Who taps a name wants to know of it; the caret would bring up the keyboard over half of the text.
    surface.addEventListener('mousedown', (event) => {
      const { clientX, clientY, target } = event;
      if (this.#byFinger && !surface.matches(':focus') && room.marks?.at(/** @type {Node} */ (target), clientX, clientY)) event.preventDefault();
    });
    document.addEventListener('selectionchange', () => {
      clearTimeout(this.#timer);
      if (this.#byFinger && surface.matches(':focus')) this.#timer = setTimeout(() => this.#selected(), FINGER_REST_MS);
    });
    surface.addEventListener('compositionend', () => room.runner.schedule(true));
    for (const { element } of [room.bar, room.card]) {
      element.addEventListener('keydown', (event) => {
        const field = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
        if (room.editor.stepped(event)) return;
        if (!field) choice.key(event, event.altKey);
        else if (event.code === 'Escape') choice.back();
      });
    }
  }

  /** @param {Seen | undefined} entity */
  clicked(entity) {
    const { editor, reviewer, choice } = this.room;
    const { start, end } = editor.selection;
    if (start < end) return;
    if (entity) reviewer.choose(entity);
    else choice.close();
  }

  #selected() {
    const { editor, choice, locked } = this.room;
    const { start, end } = editor.selection;
    if (!locked && start < end && end - start < LONGEST && editor.value.slice(start, end).trim()) choice.offer({ start, end });
  }

  #caret() {
    const { editor, choice, sheet, presenter, status } = this.room;
    const { start, end } = editor.selection;
    const found = start === end && sheet.seen.findLast((entity) => entity.start <= start && start < entity.end);
    choice.close();
    if (!found) return;
    presenter?.present(found);
    status.say(choice.spoken(found));
  }

  /** Escape goes back to where a jump came from. */
  #back() {
    this.room.choice.close();
    if (this.from instanceof HTMLElement) this.from.focus();
    this.from = undefined;
  }
}

/** No name is longer; whoever selects more wants to copy or to delete it. */
const LONGEST = 300;
const FINGER_REST_MS = 500;
