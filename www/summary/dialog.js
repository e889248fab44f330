import { h } from '../panel/dom.js';
import { context } from '../panel/group.js';
import { label } from '../panel/list.js';
import { typeStyle } from '../types.js';
import { moments, mostMentioned, spokenDate } from './figures.js';

const BARS = 12;

/** A picture of the text: who and what is in it most, and when. @param {import('../page/app.js').App} app */
export function summaryDialog(app) {
  const dialog = app.dialog('summary');
  const { annotator, workspace } = app;
  const jump = (/** @type {import('../review/clusters.js').Reviewed} */ entity) => (dialog.close(), annotator.jump(entity, true));

  function bars() {
    const { words, annotation } = annotator;
    const rows = mostMentioned(annotation, BARS);
    const most = rows[0]?.times ?? 1;
    return h('ol', { class: 'bars' }, ...rows.map(({ name, type, times, first }) => {
      const bar = h('span', { class: 'bar', 'aria-hidden': 'true' });
      bar.style.setProperty('inline-size', `${(100 * times) / most}%`);
      bar.style.setProperty('--hue', String(typeStyle(type).hue));
      return h('li', {}, h('button', { type: 'button', click: () => jump(first) },
        h('span', { class: 'name', lang: 'ar', dir: 'auto' }, name), h('span', { class: 'quiet' }, `${label(type, words, 0)} · ${words.plural(app.words().sum.times, times)}`),
        h('span', { class: 'track' }, bar)));
    }));
  }

  function line() {
    const { words, annotation, value } = annotator;
    return h('ol', { class: 'timeline' }, ...moments(annotation).map(({ value: date, entity }) => {
      const [before, name, after] = context(value, entity);
      return h('li', {}, h('button', { type: 'button', click: () => jump(entity) }, h('time', { datetime: date.split('/')[0] }, spokenDate(date, words.locale)),
        h('span', { class: 'quiet', lang: 'ar', dir: 'auto' }, before, h('b', {}, name), after)));
    }));
  }

  /** @param {HTMLElement} body */
  function fill(body) {
    const { sum } = app.words();
    const date = h('input', { type: 'date', value: workspace.date, change: () => workspace.setDate(date.value) });
    const [most, when] = [bars(), line()];
    body.replaceChildren(
      h('h3', {}, sum.most), most.hasChildNodes() ? most : h('p', { class: 'quiet' }, sum.noNames),
      h('h3', {}, sum.timeline), when.hasChildNodes() ? when : h('p', { class: 'quiet' }, sum.noDates),
      h('label', { class: 'line date' }, sum.date, date), h('p', { class: 'quiet' }, sum.dateAbout));
    return sum.title;
  }
  return { open: () => dialog.open(fill), refresh: () => dialog.isOpen && dialog.render() };
}
