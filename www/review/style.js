/** The look of what one reviews with: the bar under the text, the card beside a mark, and its grips. */
export const REVIEW = `
.column { position: relative; }
.kept { color: var(--accent); }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: 0.3rem 0.5rem; }
.row .gap { flex: 1; }
button[aria-disabled="true"] { color: var(--quiet); border-color: var(--rule); cursor: default; }
select, input[type="range"] { font: inherit; color: inherit; accent-color: var(--accent); }
select { max-inline-size: 100%; min-inline-size: 0; background: var(--paper); border: 1px solid var(--rule); border-radius: 0.4rem; padding: 0.1rem 0.4rem; }

.bar { position: sticky; inset-block-end: 0; z-index: 1; margin-block-start: 1.6rem; padding-block: 0.6rem 0.4rem; background: var(--paper); border-block-start: 1px solid var(--rule); font-size: 0.98rem; line-height: 1.7; }
@media (max-width: 40rem) { .bar { background: var(--desk, var(--paper)); } }
.bar .left { color: var(--quiet); margin-inline: 0.3rem; }
.bar .through { display: block; inline-size: 100%; block-size: 3px; margin-block-start: 0.5rem; appearance: none; border: 0; border-radius: 2px; background: var(--rule); overflow: hidden; }
.bar .through::-webkit-progress-bar { background: var(--rule); }
.bar .through::-webkit-progress-value { background: var(--accent); }
.bar .through::-moz-progress-bar { background: var(--accent); }
.bar .bulk { padding-block-end: 0.6rem; margin-block-end: 0.6rem; border-block-end: 1px solid var(--rule); }
.bar label { display: flex; align-items: center; gap: 0.5rem; }
.bar output { min-inline-size: 4ch; font-variant-numeric: tabular-nums; }

.card { position: fixed; inset: auto; margin: 0; border: 1px solid var(--rule); border-radius: 0.7rem; padding: 0.35rem 0.8rem; background: var(--paper); color: var(--ink); box-shadow: 0 4px 22px #00000024; font-size: 0.95rem; line-height: 1.6; pointer-events: none; max-inline-size: min(25rem, calc(100vw - 1rem)); }
.card:not(:popover-open) { display: none; }
.card.open { pointer-events: auto; padding: 0.6rem 0.8rem 0.7rem; inline-size: 25rem; max-block-size: calc(100vh - 1rem); overflow-y: auto; }
.card p { margin: 0; }
.card .what { display: flex; flex-wrap: wrap; gap: 0 0.9rem; align-items: baseline; }
.card b { font-weight: 600; }
.card .head { display: flex; align-items: start; justify-content: space-between; gap: 0.5rem; }
.card .close { font-size: 1.3rem; line-height: 1.2; padding: 0 0.5rem; color: var(--quiet); }
.card .why { font-size: 0.93em; }
.card .row { margin-block-start: 0.4rem; }
.card .row button, .places .row button { border: 1px solid var(--rule); border-radius: 999px; padding: 0.05rem 0.75rem; }
.card [data-do="accept"], .card [data-do="commit"] { border-color: var(--accent) !important; color: var(--accent); }
.types { display: flex; flex-wrap: wrap; gap: 0.3rem; margin-block-start: 0.55rem; }
.type { display: flex; align-items: baseline; gap: 0.4rem; border: 1px solid transparent; padding: 0 0.55rem; border-radius: 999px; }
.type .swatch { font-size: 0.6em; }
.type[aria-pressed="true"] { border-color: var(--accent); font-weight: 600; }
.card details { margin-block-start: 0.4rem; }
.card summary, .card .ends { color: var(--quiet); }
.card summary { cursor: pointer; }
.ends { font-size: 0.9em; }
@media (max-width: 40rem) { .card.open { inset: auto 0 0 !important; inline-size: auto; max-inline-size: none; max-block-size: 60vh; border-end-start-radius: 0; border-end-end-radius: 0; } }

.handles { position: absolute; inset: 0; pointer-events: none; }
.grip { position: absolute; inline-size: 1.1rem; margin-left: -0.55rem; pointer-events: auto; cursor: ew-resize; touch-action: none; }
.drawn .grip { pointer-events: none; }
.grip::before { content: ""; position: absolute; inset-block: 0; left: 50%; border-left: 2px solid var(--accent); }
.grip::after { content: ""; position: absolute; bottom: -0.45rem; left: 50%; inline-size: 0.7rem; block-size: 0.7rem; margin-left: -0.35rem; border-radius: 50%; background: var(--accent); }
.locked .bar, .locked .handles { display: none; }

.places .row { margin-block: 0.4rem; }
.places .row button, .places select, .forms button { font-size: 0.95em; }
.forms li { justify-content: space-between; }
.forms button { color: var(--accent); }

/* A finger needs more room than a pointer. */
@media (pointer: coarse) {
  button, select, summary, .bar label { min-block-size: 2.6rem; }
  button { min-inline-size: 2.6rem; }
  summary { align-content: center; }
  .chip, .type, .times { align-items: center; }
  .times { justify-content: end; }
  .grip { inline-size: 2.6rem; margin-left: -1.3rem; }
  .grip::after { bottom: -0.8rem; inline-size: 1.1rem; block-size: 1.1rem; margin-left: -0.55rem; }
}
@media (forced-colors: active) { .grip::after { forced-color-adjust: none; } .type[aria-pressed="true"] { outline: 2px solid; } }
@media print { .bar, .handles, .card { display: none !important; } }
`;
