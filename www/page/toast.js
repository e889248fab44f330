import { h } from '../panel/dom.js';

const TOAST_MS = 5000;
const ACT_MS = 20_000;

/** A word in passing, with at most one thing to do about it. @param {HTMLElement} element */
export function toaster(element) {
  let timer = 0;
  /** @param {string} text @param {string} [action] @param {() => void} [act] */
  return function say(text, action, act) {
    clearTimeout(timer);
    element.replaceChildren(h('span', {}, text));
    element.classList.toggle('shown', text !== '');
    if (action && act) element.append(h('button', { type: 'button', click: () => (say(''), act()) }, action));
    if (text) timer = setTimeout(() => say(''), act ? ACT_MS : TOAST_MS);
  };
}

/** A word that stays until it no longer holds, above the text.
 * @param {HTMLElement} element */
export function noticer(element) {
  /** @param {string} kind one notice of a kind at a time @param {string} [text] none takes it away @param {string} [action] @param {() => void} [act] */
  return (kind, text, action, act) => {
    const old = element.querySelector(`[data-notice="${kind}"]`);
    if (!text) return old?.remove();
    const fresh = h('p', { 'data-notice': kind }, h('span', {}, text),
      ...(action && act ? [h('button', { type: 'button', click: act }, action)] : []));
    if (old) old.replaceWith(fresh);
    else element.append(fresh);
  };
}
