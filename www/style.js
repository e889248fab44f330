import { REVIEW } from './review/style.js';
import { typeRules } from './types.js';

/**
 * The element's own look. Colours, face and measure can be set from outside by the custom properties that
 * are read here; light and dark follow the host's `color-scheme`.
 */
const ELEMENT = `
:host {
  --ink: var(--tawsim-ink, light-dark(#26231e, #e6e0d6));
  --quiet: var(--tawsim-quiet, light-dark(#6b6459, #a79f92));
  --rule: var(--tawsim-rule, light-dark(#e2dccf, #3a362f));
  --paper: var(--tawsim-paper, light-dark(#fffdf8, #211f1b));
  --accent: var(--tawsim-accent, light-dark(#0d6158, #7fcbbd));
  display: block;
  color: var(--ink);
}
[hidden] { display: none !important; }
.sr-only { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.quiet { color: var(--quiet); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }

.room { --sheet: calc(var(--tawsim-measure, 37rem) + 6rem); display: grid; grid-template-columns: minmax(0, var(--sheet)) minmax(12rem, 16rem); gap: 3rem; justify-content: center; align-items: start; }
.column { min-width: 0; padding: 1.6rem 3rem 2.4rem; background: var(--paper); border: 1px solid var(--rule); border-radius: 0.8rem; }
@media (max-width: 62rem) { .room { grid-template-columns: minmax(0, var(--sheet)); gap: 2rem; } }
@media (max-width: 40rem) { .column { padding: 0; background: none; border: 0; } }

.text { position: relative; min-height: 7em; font-size: var(--tawsim-size, 1.25rem); line-height: 1.95; white-space: pre-wrap; overflow-wrap: anywhere; caret-color: var(--accent); }
.text:focus-visible { outline: none; }
.text p { margin: 0; min-height: 1lh; unicode-bidi: plaintext; text-align: start; padding-block: 0.12em; }
.part { content-visibility: auto; contain-intrinsic-block-size: auto calc(var(--lines) * 1lh); }
.text p.blank { line-height: 0.9; min-height: 0.9em; }
.text.empty::before { content: attr(data-placeholder); position: absolute; inset-inline: 0; color: var(--quiet); pointer-events: none; }
.text p::selection, .text ::selection { background-color: light-dark(#cfe3df, #2f5650); }

mark { color: inherit; background: none; }
mark.current[data-type] { background-color: light-dark(oklch(0.86 0.13 95), oklch(0.5 0.1 95)); }
.text p::highlight(tawsim-current) { background-color: light-dark(oklch(0.86 0.13 95), oklch(0.5 0.1 95)); }

.status { position: sticky; inset-block-start: 0; z-index: 1; display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 0.9rem; margin-block-end: 1.2rem; padding: 0.55rem 0.9rem; border: 1px solid var(--rule); border-radius: 0.6rem; background: var(--paper); font-size: 0.95rem; line-height: 1.6; }
.over { position: sticky; inset-block-start: 0.6rem; z-index: 1; block-size: 0; }
.over .status { position: absolute; inset-inline: 0; box-shadow: 0 4px 22px #00000018; }
.status p { margin: 0; flex: 1 1 16rem; }
.status.busy { animation: appear 0.2s 0.25s backwards; }
.status.error { border-inline-start: 3px solid light-dark(#a3341f, #ef9a84); }
.share { min-width: 3ch; font-variant-numeric: tabular-nums; color: var(--quiet); }
progress { flex: 1 1 6rem; min-width: 4rem; block-size: 0.4rem; accent-color: var(--accent); }
@keyframes appear { from { opacity: 0; } }
@media (prefers-reduced-motion: reduce) { .status.busy { animation: none; } }

button { font: inherit; color: inherit; background: none; border: 0; padding: 0.15rem 0.5rem; border-radius: 0.4rem; cursor: pointer; text-align: start; }
.status button, .main { border: 1px solid var(--accent); color: var(--accent); padding: 0.15rem 0.9rem; border-radius: 999px; }
button:hover { background: light-dark(#00000010, #ffffff14); }

aside { padding-block-end: 1rem; } .side { position: sticky; inset-block-start: 1.5rem; max-block-size: calc(100vh - 3rem); overflow-y: auto; scrollbar-width: thin; font-size: 1rem; line-height: 1.7; padding-inline: 0.2rem; }
@media (max-width: 62rem) { .side { position: static; max-block-size: none; } aside { border-block-start: 1px solid var(--rule); padding-block-start: 1.2rem; } }
aside section { content-visibility: auto; contain-intrinsic-block-size: auto 12rem; margin-inline: -0.25rem; padding-inline: 0.25rem; }
h2, h3 { font-size: 1rem; font-weight: 600; margin: 0; }
h2 { color: var(--quiet); font-weight: 400; }
h3 { display: flex; align-items: baseline; gap: 0.5rem; margin-block: 1.4rem 0.2rem; }
.legend { display: flex; flex-wrap: wrap; gap: 0.4rem; margin-block: 0.6rem; }
.chip { display: flex; align-items: baseline; gap: 0.45rem; border: 1px solid var(--rule); border-radius: 999px; padding: 0.1rem 0.75rem; background: var(--paper); }
.chip[aria-pressed="false"] { background: none; border-style: dashed; color: var(--quiet); }
.chip[aria-pressed="false"] span:nth-child(2) { text-decoration: line-through; }
.chip[aria-pressed="false"] .swatch { background: none !important; opacity: 0.55; }
.count, .times { font-variant-numeric: tabular-nums; color: var(--quiet); }
.swatch { color: transparent; font-size: 0.8em; line-height: 1; border-radius: 2px; user-select: none; }
ul, ol { list-style: none; margin: 0; padding: 0; }
li { display: flex; flex-wrap: wrap; align-items: baseline; }
.name { flex: 1; min-width: 0; overflow-wrap: anywhere; text-align: left; }
[dir="rtl"] .name { text-align: right; }
.times { display: flex; align-items: center; gap: 0.35rem; padding-inline: 0.6rem; }
.times::after { content: ""; width: 0.35em; height: 0.35em; border: solid; border-width: 0 1.5px 1.5px 0; transform: translateY(-25%) rotate(45deg); }
.times[aria-expanded="true"] { color: var(--ink); }
.times[aria-expanded="true"]::after { transform: translateY(25%) rotate(225deg); }
.places { flex-basis: 100%; min-width: 0; margin-block: 0.1rem 0.5rem; padding-inline-start: 0.7rem; border-inline-start: 2px solid var(--rule); font-size: 0.92em; line-height: 1.75; }
ol button { width: 100%; color: var(--quiet); }
ol b { font-weight: 600; color: var(--ink); }
.more { color: var(--accent); }

@media print {
  .side, .status { display: none; }
  .room, .column { display: block; padding: 0; border: 0; background: none; }
  .text { font-size: 12pt; line-height: 2; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .part { content-visibility: visible; }
  .text p { orphans: 2; widows: 2; }
}
`;

/** @param {string} css */
function sheet(css) {
  const made = new CSSStyleSheet();
  made.replaceSync(css);
  return made;
}

/** Made once, when the first element is made: the module itself can be imported without a document. */
const once = (/** @type {() => CSSStyleSheet} */ make) => {
  /** @type {CSSStyleSheet | undefined} */
  let made;
  return () => (made ??= make());
};

export const elementSheet = once(() => sheet(ELEMENT + REVIEW));

/** @type {Set<string>} */
const known = new Set();
export const typeSheet = once(() => sheet(''));

/** Rules for types not seen before; a model may bring types of its own. @param {string[]} types */
export function learnTypes(types) {
  const fresh = types.filter((type) => !known.has(type));
  if (fresh.length === 0) return;
  for (const type of fresh) known.add(type);
  typeSheet().replaceSync(typeRules(known));
}
