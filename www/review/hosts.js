/** @typedef {import('../room.js').Room} Room */

/** What the runner sees of the room. @param {Room} room @returns {import('../runner.js').RunnerHost} */
export const runnerHost = (room) => ({
  get composing() { return room.editor.composing; },
  get due() { return room.sheet.due; },
  get options() { return room.options; },
  annotated(annotation, part) {
    room.sheet.suggest(annotation, part);
    room.annotated();
  },
});

/** What the reviewer sees of it. @param {Room} room @returns {import('./reviewer.js').Host} */
export const reviewerHost = (room) => ({
  get value() { return room.value; },
  get engine() { return room.engine; },
  get selection() { return room.editor.selection; },
  get hidden() { return room.list.hidden; },
  get locked() { return room.locked; },
  chosen(entity) {
    if (entity) room.reveal(entity);
    room.choice.show(entity);
  },
  decided(before) {
    room.shown();
    room.tell(before, true);
  },
});
