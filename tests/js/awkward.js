export const NEWS = 'زار الرئيس المصري أنور السادات مدينة القدس عام 1977، ثم عاد إلى القاهرة.';

/** Every surprise of Unicode that a pasted text can bring. */
export const AWKWARD = [
  '',
  ' \t\r\n',
  'No Arabic here, only Latin: Cairo.',
  `${NEWS}\r\n${NEWS}\r${NEWS}\n`,
  `\ud800${NEWS}\udc00\ud83d ${NEWS} \ud83d`,
  `\u0000\u0007\u001b${NEWS}\u007f\ufeff`,
  `\u202b${NEWS}\u202c \u2067${NEWS}\u2069\u200f\u061c`,
  '👨‍👩‍👧‍👦 القـــاهـــرة 🇪🇬 الْقَاهِرَةُ 👍🏽 ﺍﻟﻘﺎﻫﺮﺓ',
  '«القاهرة "بغداد (دمشق [بيروت',
  'ا'.repeat(5000),
  '\u0301\u064b\u0651'.repeat(1000),
];
