/** @typedef {import('./reviewer.js').Reviewer} Reviewer */

/** The types that digits stand for, where the engine knows them. */
export const DIGIT_TYPES = ['PERS', 'LOC', 'ORG', 'MISC', 'OCC', 'NORP', 'EVENT', 'FAC', 'LAW'];

/**
 * Which command a key is, wherever its letter stands: an Arabic keyboard gives other letters, so that only
 * `code` counts. In the text the keys are pressed with Alt; where nothing is typed, alone.
 * @param {KeyboardEvent} event @returns {string | undefined}
 */
export function commandOf({ code, shiftKey }) {
  if (shiftKey) return SHIFTED[code];
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code);
  return digit ? `type ${DIGIT_TYPES[Number(digit[1]) - 1]}` : PLAIN[code];
}

/** @type {Record<string, string>} */
const PLAIN = { KeyN: 'next', KeyP: 'previous', KeyA: 'accept', KeyR: 'reject', KeyG: 'all', KeyS: 'separate', Enter: 'open' };
/** Ends move the way the arrow points in text from the right; the start moves up to earlier and down to later. @type {Record<string, string>} */
const SHIFTED = { ArrowLeft: 'end 1', ArrowRight: 'end -1', ArrowUp: 'start -1', ArrowDown: 'start 1' };

/**
 * @param {Reviewer} reviewer @param {string} command @param {boolean} byLetter
 * @param {(type: string) => void} tag what a digit does where nothing is chosen
 * @returns {boolean} whether it was one of the reviewer's
 */
export function obey(reviewer, command, byLetter, tag) {
  const [verb, word] = command.split(' ');
  if (verb === 'next' || verb === 'previous') reviewer.go(verb === 'next' ? 1 : -1);
  else if (verb === 'accept') reviewer.accept();
  else if (verb === 'reject') reviewer.reject();
  else if (verb === 'separate') reviewer.separate();
  else if (verb === 'type') tag(word);
  else if (verb === 'start' || verb === 'end') reviewer.resize(verb, word === '1' ? 1 : -1, byLetter);
  else return false;
  return true;
}
